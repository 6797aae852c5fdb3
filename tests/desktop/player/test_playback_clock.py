"""The clock under every kind of news, with time in the test's hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.desktop.player.playback_clock import PlaybackClock


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def clock(time: Time) -> PlaybackClock:
    clock = PlaybackClock(monotonic=time)
    clock.reset(60_000)
    return clock


def test_runs_between_reports_at_the_rate(clock: PlaybackClock, time: Time) -> None:
    clock.start()
    time.now += 0.4
    assert clock.position_ms() == 400
    clock.set_rate(2.0)
    time.now += 0.25
    assert clock.position_ms() == 900


def test_a_small_error_is_worked_in_over_a_quarter_second(clock: PlaybackClock, time: Time) -> None:
    clock.start()
    time.now += 0.5
    clock.report(600)
    assert clock.position_ms() == 500
    time.now += 0.125
    assert clock.position_ms() == 675
    time.now += 0.125
    assert clock.position_ms() == 850
    time.now += 0.25
    assert clock.position_ms() == 1100


def test_a_large_error_is_believed_at_once(clock: PlaybackClock, time: Time) -> None:
    clock.start()
    time.now += 0.5
    clock.report(2000)
    assert clock.position_ms() == 2000


def test_does_not_run_back_but_waits(clock: PlaybackClock, time: Time) -> None:
    clock.start()
    time.now += 1.0
    assert clock.position_ms() == 1000
    clock.report(400)
    assert clock.position_ms() == 1000
    time.now += 0.5
    assert clock.position_ms() == 1000
    time.now += 0.2
    assert clock.position_ms() == 1100


def test_the_same_time_told_again_is_no_news(clock: PlaybackClock, time: Time) -> None:
    clock.start()
    time.now += 0.5
    clock.report(500)
    time.now += 0.2
    clock.report(500)
    time.now += 0.1
    assert clock.position_ms() == 800


def test_freezes_without_news_and_goes_on_with_it(clock: PlaybackClock, time: Time) -> None:
    clock.start()
    time.now += 5.0
    assert clock.position_ms() == 1200
    clock.report(1300)
    time.now += 0.5
    assert clock.position_ms() == 1800


def test_a_seek_goes_back_and_ignores_times_from_before_it(
    clock: PlaybackClock, time: Time
) -> None:
    clock.start()
    time.now += 1.0
    clock.report(1000)
    clock.seek(300)
    time.now += 0.1
    clock.report(1100)
    assert clock.position_ms() == 400
    clock.report(410)
    time.now += 0.5
    assert clock.position_ms() == 910


def test_a_time_from_before_the_seek_is_ignored_even_after_the_first_new_one(
    clock: PlaybackClock, time: Time
) -> None:
    """Qt tells the target, then once more where it was."""
    clock.start()
    clock.seek(5273)
    clock.report(5273)
    clock.report(20_817)
    time.now += 0.05
    clock.report(5323)
    assert clock.position_ms() == 5323


def test_late_news_is_half_believed_until_it_is_told_again(
    clock: PlaybackClock, time: Time
) -> None:
    clock.start()
    time.now += 0.5
    clock.report(460)
    time.now += 0.5
    assert clock.position_ms() == 980
    clock.report(960)
    time.now += 0.5
    assert clock.position_ms() == 1470


def test_after_settling_a_far_report_counts_again(clock: PlaybackClock, time: Time) -> None:
    clock.start()
    clock.seek(300)
    time.now += 1.0
    clock.report(5000)
    assert clock.position_ms() == 5000


def test_the_lead_is_taken_off(clock: PlaybackClock, time: Time) -> None:
    clock.lead_ms = 144
    clock.start()
    time.now += 1.0
    clock.report(1144)
    time.now += 0.5
    assert clock.position_ms() == 1500


def test_an_engine_that_began_late_is_believed_at_once(clock: PlaybackClock, time: Time) -> None:
    clock.start()
    time.now += 0.5
    clock.report(400)
    time.now += 0.5
    assert clock.position_ms() == 900


def test_what_was_sought_is_not_passed_before_it_is_heard(clock: PlaybackClock, time: Time) -> None:
    clock.lead_ms, clock.start_s = 200, 0.05
    clock.set_rate(2.0)
    clock.start()
    clock.seek(10_000)
    time.now += 0.15
    assert clock.position_ms() == 10_000
    time.now += 0.1
    assert clock.position_ms() == 10_200
    clock.report(10_400)
    time.now += 0.3
    assert clock.position_ms() == 10_800


def test_what_was_paused_is_heard_at_once_and_what_was_sought_is_not(
    clock: PlaybackClock, time: Time
) -> None:
    clock.start_s = 0.05
    clock.start()
    time.now += 0.55
    assert clock.position_ms() == 500
    clock.stop()
    time.now += 2.0
    clock.start()
    time.now += 0.1
    assert clock.position_ms() == 600
    clock.stop()
    clock.seek(2000)
    clock.start()
    time.now += 0.1
    assert clock.position_ms() == 2050


def test_an_engine_that_tells_often_is_waited_for_less(clock: PlaybackClock, time: Time) -> None:
    clock.freeze_s = 0.4
    clock.start()
    time.now += 2.0
    assert clock.position_ms() == 400


def test_stands_while_stopped(clock: PlaybackClock, time: Time) -> None:
    clock.start()
    time.now += 0.7
    clock.stop()
    time.now += 3.0
    clock.report(9000)
    assert clock.position_ms() == 700
    clock.start()
    time.now += 0.1
    assert clock.position_ms() == 800


def test_runs_out_to_the_end_without_news(clock: PlaybackClock, time: Time) -> None:
    clock.seek(58_000)
    clock.start()
    clock.run_out()
    assert clock.left_s() == pytest.approx(2.0)
    time.now += 1.9
    assert clock.position_ms() == 59_900
    time.now += 5.0
    assert clock.position_ms() == 60_000
    clock.finish()
    assert (clock.position_ms(), clock.running) == (60_000, False)


@given(
    st.lists(
        st.tuples(st.floats(0.001, 2.0), st.integers(0, 60_000), st.sampled_from([0.5, 1.0, 3.0])),
        max_size=30,
    )
)
def test_never_backwards_and_never_outside(news: list[tuple[float, int, float]]) -> None:
    time = Time()
    clock = PlaybackClock(monotonic=time)
    clock.reset(60_000)
    clock.start()
    before = 0
    for wait_s, reported_ms, rate in news:
        time.now += wait_s
        clock.set_rate(rate)
        clock.report(reported_ms)
        now = clock.position_ms()
        assert before <= now <= 60_000
        before = now

"""Zooming and panning keep what must stay where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.desktop.waveform.state import Span
from qa_desktop.desktop.waveform.time_scale import SHORTEST_VISIBLE_MS, TimeScale
from qa_desktop.desktop.waveform.time_text import moment_text

CALL = TimeScale.whole(100_000, 1000)


def test_pixels_and_moments_are_each_others_inverse() -> None:
    zoomed = CALL.showing(Span(start_ms=20_000, end_ms=40_000))
    assert zoomed.x(30_000) == 500
    assert zoomed.moment(500) == 30_000
    assert CALL.moment(-50) == 0
    assert CALL.moment(5000) == 100_000


@given(
    st.floats(0, 1000),
    st.lists(st.floats(0.3, 4.0), min_size=1, max_size=12),
)
def test_the_moment_under_the_cursor_stays(at_x: float, factors: list[float]) -> None:
    scale = CALL.zoomed(8.0, 500)
    for factor in factors:
        before = scale.start_ms + at_x * scale.ms_per_px
        after = scale.zoomed(factor, at_x)
        at_an_end = after.start_ms == 0 or after.end_ms == pytest.approx(after.duration_ms)
        if not at_an_end:
            assert after.start_ms + at_x * after.ms_per_px == pytest.approx(before, abs=1e-3)
        assert 0 <= after.start_ms <= after.end_ms <= after.duration_ms + 1e-6
        scale = after


def test_zoom_ends_at_the_whole_call_and_at_samples() -> None:
    assert CALL.zoomed(0.1, 300) == CALL
    closest = CALL.zoomed(1e9, 300)
    assert closest.length_ms == SHORTEST_VISIBLE_MS


def test_panning_stops_at_the_ends() -> None:
    zoomed = CALL.zoomed(10, 500)
    assert zoomed.moved_by_px(-1e6).start_ms == 0
    assert zoomed.moved_by_px(1e6).end_ms == 100_000


def test_revealing_moves_only_if_it_must() -> None:
    zoomed = CALL.showing(Span(start_ms=20_000, end_ms=30_000))
    assert zoomed.revealing(25_000) is zoomed
    moved = zoomed.revealing(50_000)
    assert (moved.start_ms, moved.length_ms) == (49_000, 10_000)


@pytest.mark.parametrize(
    ("span", "step"),
    [((0, 100_000), 10_000), ((0, 51_000), 5000), ((0, 900), 100), ((0, 40), 5)],
)
def test_ticks_are_round_and_not_too_dense(span: tuple[int, int], step: int) -> None:
    scale = CALL.showing(Span(start_ms=span[0], end_ms=span[1]))
    got, ticks = scale.ticks(76)
    assert got == step
    assert all(tick % step == 0 for tick in ticks)
    assert ticks[0] == 0


def test_a_very_short_call_can_be_shown() -> None:
    scale = TimeScale.whole(0, 0)
    assert scale.moment(10) == 0
    assert TimeScale.whole(5, 100).zoomed(3, 50).length_ms == SHORTEST_VISIBLE_MS


@pytest.mark.parametrize(
    ("ms", "decimals", "text"),
    [
        (0, 1, "00:00.0"),
        (207_499, 1, "03:27.4"),
        (3_600_000, 1, "1:00:00.0"),
        (59_999, 0, "00:59"),
        (1_999, 3, "00:01.999"),
        (-5, 1, "00:00.0"),
    ],
)
def test_moments_read_well_and_never_run_ahead(ms: int, decimals: int, text: str) -> None:
    assert moment_text(ms, decimals) == text

"""Dense pins become clusters; every pin stays within reach."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.pin_layout import PinLayout, pin_after, pin_before
from qa_desktop.desktop.waveform.state import Pin
from qa_desktop.reviews.model import CommentKind


def pins_at(*moments: int) -> tuple[Pin, ...]:
    return tuple(
        Pin(id=str(i), number=i + 1, kind=CommentKind.COACHING, start_ms=moment)
        for i, moment in enumerate(moments)
    )


def test_neighbours_that_would_touch_are_counted_together() -> None:
    layout = PinLayout(pins_at(1000, 1500, 9000), ms_per_px=100)
    sizes = [len(group.pins) for group in layout.visible_groups(0, 10_000)]
    assert sizes == [2, 1]
    closer = PinLayout(pins_at(1000, 1500, 9000), ms_per_px=10)
    assert [len(group.pins) for group in closer.visible_groups(0, 10_000)] == [1, 1, 1]


@given(st.lists(st.integers(0, 1_000_000), max_size=80), st.floats(0.01, 5000))
def test_every_pin_is_in_one_group_and_no_two_glyphs_overlap(
    moments: list[int], ms_per_px: float
) -> None:
    layout = PinLayout(pins_at(*sorted(moments)), ms_per_px)
    groups = layout.visible_groups(0, 1_000_000)
    assert [pin.id for group in groups for pin in group.pins] == [
        str(i) for i in range(len(moments))
    ]
    gaps = [(b.moment_ms - a.moment_ms) / ms_per_px for a, b in pairwise(groups)]
    assert all(gap >= measures.PIN_DISTANCE - 1e-6 for gap in gaps)


def test_only_what_reaches_into_the_window_is_visible() -> None:
    layout = PinLayout(pins_at(1000, 50_000, 99_000), ms_per_px=100)
    assert [g.moment_ms for g in layout.visible_groups(40_000, 60_000)] == [50_000]
    # A glyph is wider than its moment.
    assert [g.moment_ms for g in layout.visible_groups(51_000, 60_000)] == [50_000]
    assert layout.visible_groups(52_000, 60_000) == []


def test_a_long_range_is_visible_in_its_middle() -> None:
    long = Pin(id="l", number=1, kind=CommentKind.PRAISE, start_ms=1000, end_ms=90_000)
    short = Pin(id="s", number=2, kind=CommentKind.PRAISE, start_ms=2000, end_ms=3000)
    layout = PinLayout((long, short), ms_per_px=100)
    assert layout.visible_ranges(40_000, 50_000) == [long]
    assert layout.visible_ranges(2500, 2600) == [long, short]


def test_the_glyph_under_the_pointer_is_the_nearest() -> None:
    layout = PinLayout(pins_at(1000, 3300), ms_per_px=100)
    for moment_ms, expected in ((1000, 1000), (2000, 1000), (2400, 3300)):
        group = layout.group_at(moment_ms)
        assert group is not None
        assert group.moment_ms == expected
    assert layout.group_at(9000) is None


def test_steps_to_the_neighbouring_pin() -> None:
    pins = pins_at(1000, 2000, 3000)
    after, before = pin_after(pins, 1000), pin_before(pins, 3000)
    assert (after, before) == (pins[1], pins[1])
    assert pin_after(pins, 3000) is None
    assert pin_before(pins, 1000) is None

"""A screen reader hears a slider with a name, and words for its value."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAccessible

from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.overview import OverviewStrip
from qa_desktop.desktop.waveform.state import (
    Band,
    BandKind,
    LaneRole,
    SaidWord,
    Span,
    WaveformState,
)
from qa_desktop.desktop.waveform.view import WaveformView


def spoken(widget: LaneCanvas | OverviewStrip) -> tuple[QAccessible.Role, str, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    return (
        found.role(),
        found.text(QAccessible.Text.Name),
        found.text(QAccessible.Text.Value),
    )


def test_both_are_sliders_with_names_and_values(view: WaveformView, state: WaveformState) -> None:
    view.show_state(replace(state, visible=Span(start_ms=30_000, end_ms=60_000)))
    canvas, strip = view.findChildren(LaneCanvas)[0], view.findChildren(OverviewStrip)[0]
    slider = QAccessible.Role.Slider
    assert spoken(canvas) == (slider, "Waveform", "00:05.0 of 01:40.0")
    name = "Overview of the whole recording"
    assert spoken(strip) == (slider, name, "00:30.0 to 01:00.0")


def test_the_value_tells_what_lies_at_the_playhead(
    languages: Languages, view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    words = (SaidWord(start_ms=81_000, end_ms=81_400, text="hello", role=LaneRole.AGENT),)
    bands = (
        Band(span=Span(start_ms=80_000, end_ms=95_000)),
        Band(span=Span(start_ms=26_000, end_ms=28_500), kind=BandKind.OVERLAP),
    )
    canvas = view.findChildren(LaneCanvas)[0]
    view.show_state(changed(words=words, bands=bands, playhead_ms=81_100))
    silence = "01:21.1 of 01:40.0; silence 15.0 s; agent says “hello”"
    assert spoken(canvas)[2] == silence
    view.show_state(changed(words=words, bands=bands, playhead_ms=27_000))
    both = "00:27.0 of 01:40.0; both speak, 2.5 s; comment 2, deduction"
    assert spoken(canvas)[2] == both
    selection = Span(start_ms=14_000, end_ms=16_000)
    view.show_state(changed(bands=(), playhead_ms=15_000, selection=selection))
    praise = "00:15.0 of 01:40.0; comment 1, praise: Warm; range from 00:14.0 to 00:16.0"
    assert spoken(canvas)[2] == praise
    assert canvas.accessibleDescription().startswith("Position 00:15.0 of 01:40.0, 4 comments")


def test_while_the_call_plays_nothing_is_said(
    view: WaveformView, changed: Callable[..., WaveformState]
) -> None:
    canvas = view.findChildren(LaneCanvas)[0]
    view.show_state(changed(playhead_ms=5000))
    before = spoken(canvas)[2]
    view.show_state(changed(playhead_ms=70_000, playing=True))
    assert spoken(canvas)[2] == before
    view.show_state(changed(playhead_ms=70_000))
    assert spoken(canvas)[2] != before


def test_an_interface_goes_with_its_widget(view: WaveformView, state: WaveformState) -> None:
    """Assistive technology may ask at any time; the answer must never outlive the widget."""
    view.show_state(state)
    for _ in range(20):
        again = LaneCanvas(view.findChildren(LaneCanvas)[0]._theme)
        assert QAccessible.queryAccessibleInterface(again).role() == QAccessible.Role.Slider
        again.deleteLater()

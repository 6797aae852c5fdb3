"""Finds what lies under a point of the lanes."""

from PySide6.QtCore import QPointF, Qt

from qa_desktop.desktop.waveform import measures
from qa_desktop.desktop.waveform.gestures import Hit, Place
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.pin_layout import PinLayout
from qa_desktop.desktop.waveform.state import WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale

_CURSORS = {
    Place.BODY: Qt.CursorShape.IBeamCursor,
    Place.AXIS: Qt.CursorShape.PointingHandCursor,
    Place.PIN: Qt.CursorShape.PointingHandCursor,
}


def hit_at(
    at: QPointF, plan: CanvasPlan, scale: TimeScale, pins: PinLayout, state: WaveformState
) -> Hit:
    """The active range's and the selection's handles come first."""
    if at.y() < plan.body.top():
        group = pins.group_at(scale.start_ms + at.x() * scale.ms_per_px)
        return Hit(place=Place.BODY) if group is None else Hit(place=Place.PIN, group=group)
    if at.y() >= plan.body.bottom():
        return Hit(place=Place.AXIS)
    selection = state.selection
    if selection is not None:
        edge = _edge(at.x(), scale.x(selection.start_ms), scale.x(selection.end_ms))
        if edge is not None:
            return Hit(place=Place.SELECTION_END if edge else Place.SELECTION_START)
    for pin in pins.visible_ranges(scale.start_ms, scale.end_ms):
        if pin.end_ms is not None and pin.id == state.active_pin:
            edge = _edge(at.x(), scale.x(pin.start_ms), scale.x(pin.end_ms))
            if edge is not None:
                return Hit(place=Place.END_HANDLE if edge else Place.START_HANDLE, pin=pin)
    return Hit(place=Place.BODY)


def cursor_at(hit: Hit) -> Qt.CursorShape:
    return _CURSORS.get(hit.place, Qt.CursorShape.SizeHorCursor)


def _edge(x: float, start_x: float, end_x: float) -> bool | None:
    """True for the end, False for the start, None where neither is within reach.

    Of a range so short that both are, the nearer one.
    """
    to_start, to_end = abs(start_x - x), abs(end_x - x)
    if min(to_start, to_end) > measures.HANDLE:
        return None
    return to_end < to_start

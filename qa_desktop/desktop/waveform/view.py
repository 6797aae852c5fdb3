"""The waveform of the review page: overview, lanes, zoom, playhead and the keys for all of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.gestures import (
    Clicked,
    Meaning,
    Moving,
    Place,
    Scrubbing,
    Selecting,
)
from qa_desktop.desktop.waveform.keyboard import NUDGES, STEPS_MS, KeyIntent, intent_of
from qa_desktop.desktop.waveform.overview import OverviewStrip
from qa_desktop.desktop.waveform.pin_layout import PinGroup
from qa_desktop.desktop.waveform.pin_opening import PinOpening
from qa_desktop.desktop.waveform.range_marking import RangeMarking
from qa_desktop.desktop.waveform.sample_window import ReadSpan, SampleWindow
from qa_desktop.desktop.waveform.spoken import found_texts, place_text
from qa_desktop.desktop.waveform.state import Pin, Span, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.desktop.widgets.spoken import announce

FRAME_MS = 16
_ZOOM_STEP = 1.5
_PAGE = 0.8
_AROUND = 0.05


class WaveformView(Retranslated):
    """Shows one recording; where it is zoomed to is the view's own matter.

    Signals, all of them a person's doing: `seek_requested(int ms, bool dragging)`;
    `range_selected(int start_ms, int end_ms)` and `range_cleared()`;
    `comment_requested(int start_ms, object end_ms)` with None for a point;
    `comment_activated(str id)`; `comment_moved(str id, int start_ms, object end_ms)` once a
    gesture; `visible_changed(int start_ms, int end_ms)`.
    `reading_failed(ProblemError)`: the samples for a close look can't be read.
    """

    seek_requested = Signal(int, bool)
    range_selected = Signal(int, int)
    range_cleared = Signal()
    comment_requested = Signal(int, object)
    comment_activated = Signal(str)
    comment_moved = Signal(str, int, object)
    visible_changed = Signal(int, int)
    reading_failed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        runner: TaskRunner,
        *,
        position: Callable[[], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`position` gives the interpolated playing position in ms, read at every frame."""
        super().__init__(parent)
        self._position = position
        self._state = WaveformState()
        self._scale = TimeScale.whole(0, 1)
        self._before_zoom: TimeScale | None = None
        self._following = True
        self._samples = SampleWindow(runner, self)
        self._samples.arrived.connect(self._show_canvas)
        self._samples.failed.connect(self.reading_failed)
        self._overview = OverviewStrip(theme, self)
        self._canvas = LaneCanvas(theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(tokens.SPACE)
        layout.addWidget(self._overview)
        layout.addWidget(self._canvas, stretch=1)
        self.setFocusProxy(self._canvas)
        self._frame = QTimer(self)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._tick)
        self._marking = RangeMarking(self._canvas, self._now_ms, self)
        self._marking.range_selected.connect(self.range_selected)
        self._marking.comment_moved.connect(self._tell_moved)
        self._marking.reveal_requested.connect(self.reveal)
        self._pins = PinOpening(self._canvas, theme, self)
        self._pins.activated.connect(self.comment_activated)
        self._pins.reached.connect(self._go_to)
        self._pins.window_requested.connect(lambda span: self._move(self._scale.showing(span)))
        self._overview.moment_chosen.connect(self._center)
        self._overview.window_chosen.connect(self._show_window)
        self._overview.whole_requested.connect(self.show_whole)
        self._canvas.meant.connect(self._mean)
        self._canvas.zoom_requested.connect(
            lambda factor, x: self._move(self._scale.zoomed(factor, x))
        )
        self._canvas.pan_requested.connect(lambda px: self._move(self._scale.moved_by_px(px)))
        self._canvas.resized.connect(self._fit)
        self._canvas.installEventFilter(self)
        self.retranslate()

    def show_state(self, state: WaveformState) -> None:
        """Draws the whole state; the zoom stays unless the recording or `visible` says else."""
        before, self._state = self._state, state
        width = self._canvas.width()
        if state.media_id != before.media_id or state.duration_ms != before.duration_ms:
            if state.media_id != before.media_id or self._scale.is_whole:
                self._scale = TimeScale.whole(state.duration_ms, width)
            else:
                known = TimeScale.whole(state.duration_ms, width)
                self._scale = known.showing(self._scale.visible)
            self._before_zoom = None
        self._marking.show_state(state)
        self._pins.show_state(state)
        now_ms = self._now_ms()
        if state.visible is not None and state.visible != before.visible:
            self._scale = TimeScale.whole(state.duration_ms, width).showing(state.visible)
            self._following = self._scale.start_ms <= now_ms <= self._scale.end_ms
        elif state.playhead_ms != before.playhead_ms:
            # Somebody went there: it has to be seen, wherever the view was moved to before.
            self._following = True
        self._show_canvas()
        self._show_playhead(now_ms)
        self._run_frames()
        self._describe()

    def read_samples_from(self, read: ReadSpan | None) -> None:
        """How to read the PCM of a span of the shown recording; None: peaks only."""
        self._samples.read_from(read)
        self._show_canvas()

    def visible_span(self) -> Span:
        return self._scale.visible

    def show_whole(self) -> None:
        self._move(TimeScale.whole(self._state.duration_ms, self._canvas.width()))

    def reveal(self, moment_ms: int) -> None:
        """Scrolls there if it isn't visible."""
        self._move(self._scale.revealing(moment_ms))

    def zoom(self, factor: float) -> None:
        """About the pointer if it is over the lanes, else the playhead, else the middle."""
        hovered = self._canvas.hover_ms()
        about_ms = self._now_ms() if hovered is None else hovered
        x = self._scale.x(about_ms)
        if not 0 <= x <= self._scale.width_px:
            x = self._scale.width_px / 2
        self._move(self._scale.zoomed(factor, x))

    def perform(self, intent: KeyIntent) -> None:
        """Does what a key stands for; the page's own shortcuts call it too."""
        now_ms, last_ms = self._now_ms(), self._state.duration_ms
        match intent:
            case KeyIntent.BACK | KeyIntent.AHEAD | KeyIntent.FAR_BACK | KeyIntent.FAR_AHEAD:
                self._seek(now_ms + STEPS_MS[intent])
            case KeyIntent.TO_START:
                self._seek(0)
            case KeyIntent.TO_END:
                self._seek(last_ms)
            case KeyIntent.PREVIOUS_PIN | KeyIntent.NEXT_PIN:
                self._pins.step(now_ms, ahead=intent is KeyIntent.NEXT_PIN)
            case KeyIntent.OPEN_PIN:
                self._pins.open_at(now_ms, self._scale)
            case KeyIntent.COMMENT:
                self._ask_comment()
            case _ if intent in NUDGES:
                self._marking.nudge(intent, self._scale)
            case _:
                self._perform_on_view(intent)

    def retranslate(self) -> None:
        self._canvas.setAccessibleName(self.tr("Waveform"))
        self._overview.setAccessibleName(self.tr("Overview of the whole recording"))
        self._describe()

    def _perform_on_view(self, intent: KeyIntent) -> None:
        match intent:
            case KeyIntent.PAGE_BACK:
                self._move(self._scale.moved_by_px(-_PAGE * self._scale.width_px))
            case KeyIntent.PAGE_AHEAD:
                self._move(self._scale.moved_by_px(_PAGE * self._scale.width_px))
            case KeyIntent.ZOOM_IN:
                self.zoom(_ZOOM_STEP)
            case KeyIntent.ZOOM_OUT:
                self.zoom(1 / _ZOOM_STEP)
            case KeyIntent.WHOLE:
                self.show_whole()
            case KeyIntent.ZOOM_RANGE:
                self._zoom_range()
            case KeyIntent.SNAP:
                self._toggle_snapping()
            case KeyIntent.MARK_IN:
                self._marking.mark_in()
            case KeyIntent.MARK_OUT:
                self._marking.mark_out()
            case KeyIntent.CLEAR_RANGE:
                self._marking.mark(None)
                self.range_cleared.emit()
            case _:
                self._canvas.give_up()

    def _now_ms(self) -> int:
        return self._playing_ms() if self._state.playing else self._state.playhead_ms

    def _playing_ms(self) -> int:
        return self._state.playhead_ms if self._position is None else self._position()

    def _seek(self, moment_ms: int, *, dragging: bool = False) -> None:
        moment_ms = min(max(moment_ms, 0), self._state.duration_ms)
        self._following = True
        self.seek_requested.emit(moment_ms, dragging)

    def _go_to(self, pin: Pin) -> None:
        self.reveal(pin.start_ms)
        self._seek(pin.start_ms)

    def _ask_comment(self) -> None:
        selection = self._state.selection
        if selection is None:
            self.comment_requested.emit(self._now_ms(), None)
        else:
            self.comment_requested.emit(selection.start_ms, selection.end_ms)

    def settle(self) -> None:
        """What keys have moved so far is told now; before an undo, and before the page goes."""
        self._marking.settle()

    def _tell_moved(self, pin: Pin) -> None:
        self.comment_moved.emit(pin.id, pin.start_ms, pin.end_ms)

    def _zoom_range(self) -> None:
        """To the range with a little around it; once more, and back to where one was."""
        span = self._marking.span()
        if span is None:
            return
        around = round(span.length_ms * _AROUND)
        close = self._scale.showing(
            Span(start_ms=span.start_ms - around, end_ms=span.end_ms + around)
        )
        if close == self._scale and self._before_zoom is not None:
            self._move(self._before_zoom)
        elif close != self._scale:
            self._before_zoom = self._scale
            self._move(close)

    def _toggle_snapping(self) -> None:
        self._canvas.snaps = not self._canvas.snaps
        on, off = self.tr("Snapping to edges is on"), self.tr("Snapping to edges is off")
        said = on if self._canvas.snaps else off
        self._canvas.show_hint(said)
        announce(self._canvas, said)

    def _mean(self, meaning: Meaning, final: bool) -> None:
        match meaning:
            case Scrubbing(moment_ms):
                self._seek(moment_ms, dragging=not final)
            case Selecting(span) if final:
                self._marking.mark(None)
                self.range_selected.emit(span.start_ms, span.end_ms)
            case Moving(pin) if final:
                self._marking.settle()
                self._tell_moved(pin)
            case Clicked(hit, moment_ms):
                self._click(hit.place, hit.group, moment_ms)

    def _click(self, place: Place, group: PinGroup | None, moment_ms: int) -> None:
        if group is not None:
            self._pins.open(group)
        else:
            if place is Place.BODY and self._state.selection is not None:
                self.range_cleared.emit()
            self._seek(moment_ms)

    def _show_window(self, start_ms: float, end_ms: float) -> None:
        whole = TimeScale.whole(self._state.duration_ms, self._canvas.width())
        self._move(whole.placed(start_ms, end_ms - start_ms))

    def _center(self, moment_ms: int) -> None:
        if self._scale.is_whole:
            self._seek(moment_ms)
        else:
            self._move(self._scale.moved_to(moment_ms - self._scale.length_ms / 2))

    def _move(self, scale: TimeScale) -> None:
        """A person's wish to see another part; following waits until the playhead is back."""
        if scale == self._scale:
            return
        self._scale = scale
        now_ms = self._now_ms()
        self._following = scale.start_ms <= now_ms <= scale.end_ms
        self._show_canvas()
        self.visible_changed.emit(scale.visible.start_ms, scale.visible.end_ms)

    def _fit(self) -> None:
        self._scale = self._scale.resized(self._canvas.width())
        self._show_canvas()

    def _show_canvas(self) -> None:
        peaks = self._state.peaks
        samples = None
        if peaks is not None and not self._state.partial:
            samples = self._samples.samples(self._scale, peaks.sample_rate_hz)
        self._canvas.show_state(self._state, self._scale, samples)
        self._overview.show_state(self._state, self._scale)

    def _show_playhead(self, position_ms: int) -> None:
        visible = self._scale.start_ms <= position_ms <= self._scale.end_ms
        self._following = self._following or visible
        if self._state.follow and self._following and not visible:
            self._scale = self._scale.revealing(position_ms)
            self._show_canvas()
        self._canvas.show_playhead(position_ms)
        self._overview.show_playhead(position_ms)

    def _tick(self) -> None:
        self._show_playhead(self._playing_ms())

    def _run_frames(self) -> None:
        if self._state.playing and self.isVisible():
            self._frame.start()
        else:
            self._frame.stop()

    def _describe(self) -> None:
        """For a screen reader: not while playing, when it would talk over the call."""
        state = self._state
        if state.playing:
            return
        position = self.tr("Position {0}, {1}")
        comments = self.tr("%n comment(s)", "", len(state.pins))
        place = place_text(state, state.playhead_ms)
        found = found_texts(state, self._canvas.picture, state.playhead_ms)
        self._canvas.setAccessibleDescription("; ".join([position.format(place, comments), *found]))
        self._canvas.tell_value("; ".join([place, *found]))
        window = self.tr("{0} to {1}")
        shown = self._scale.visible
        start, end = moment_text(shown.start_ms), moment_text(shown.end_ms)
        self._overview.tell_value(window.format(start, end))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_frames()

    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)
        self._run_frames()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._canvas and isinstance(event, QKeyEvent):
            intent = intent_of(event.key(), event.modifiers())
            if event.type() is QEvent.Type.KeyPress and intent is not None:
                if intent is KeyIntent.GIVE_UP and not self._canvas.give_up():
                    return False
                self.perform(intent)
                return True
        return super().eventFilter(watched, event)

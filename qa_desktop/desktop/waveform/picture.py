"""The lanes' picture: everything that neither the pointer nor the playhead moves."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from qa_desktop.desktop.theme.tokens import Colours
from qa_desktop.desktop.waveform import layers, measures
from qa_desktop.desktop.waveform.band_layout import BandLayout
from qa_desktop.desktop.waveform.columns import Samples, loudest
from qa_desktop.desktop.waveform.glyphs import GlyphCache
from qa_desktop.desktop.waveform.labels import LabelCache
from qa_desktop.desktop.waveform.layers import Sheet
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.pin_layout import PinLayout, PinTrack, end_of
from qa_desktop.desktop.waveform.state import WaveformState
from qa_desktop.desktop.waveform.tiles import LaneLook, Sound, TileCache, gain_for
from qa_desktop.desktop.waveform.time_scale import TimeScale
from qa_desktop.desktop.waveform.words_track import WordsTrack

_MUTED = 0.35
# While a recording grows it is drawn as if it got this loud, so that its height seldom changes.
_EXPECTED_LOUDNESS = 0.35


class LanePicture:
    """Draws one state at any zoom; keeps what the next frame can use again."""

    def __init__(self) -> None:
        self._state = WaveformState()
        self._tiles = TileCache()
        self._glyphs = GlyphCache()
        self._labels = LabelCache()
        self._words: WordsTrack | None = None
        self.bands = BandLayout(())
        self.track = PinTrack(())

    @property
    def tiles_drawn(self) -> int:
        return self._tiles.drawn

    def show_state(self, state: WaveformState) -> bool:
        """False if the picture is the same as that of the state before."""
        before, self._state = self._state, state
        if state is before:
            return False
        if not same(state.bands, before.bands):
            self.bands = BandLayout(state.bands)
        if not same(state.pins, before.pins):
            self.track = PinTrack(state.pins)
        if not same(state.words, before.words) or state.lanes != before.lanes:
            self._words = None
        return not _same_picture(state, before)

    def pins(self, scale: TimeScale) -> PinLayout:
        return self.track.layout(scale.ms_per_px)

    def draw(
        self,
        old: QPixmap | None,
        size: QSize,
        ratio: float,
        scale: TimeScale,
        samples: Samples | None,
        colours: Colours,
        font: QFont,
    ) -> QPixmap:
        """`old` is drawn over where it has the size: a fresh picture's memory costs a frame's
        tenth."""
        state = self._state
        device_size = size * ratio
        still = old if old is not None and old.size() == device_size else QPixmap(device_size)
        still.setDevicePixelRatio(1.0)
        self._labels.look(ratio, font)
        sheet = Sheet(
            plan=CanvasPlan(size.width(), size.height(), max(len(state.lanes), 1)),
            scale=scale,
            colours=colours,
            font=font,
            ratio=ratio,
            labels=self._labels,
        )
        pins = self.pins(scale)
        painter = QPainter(still)
        _paint_margins(painter, sheet, still.rect())
        ranges = [
            pin
            for pin in pins.visible_ranges(scale.start_ms, scale.end_ms)
            if end_of(pin) - pin.start_ms > measures.LEAST_BOX * scale.ms_per_px
        ]
        layers.paint_shades(
            painter,
            sheet.body,
            scale,
            ratio,
            self.bands,
            colours,
            ranges=ranges,
            legs=state.legs,
            decoded_ms=decoded_until_ms(state),
        )
        layers.paint_lane_lines(painter, sheet)
        self._paint_sound(painter, sheet, samples)
        layers.paint_ranges(painter, sheet, ranges)
        layers.paint_stems(painter, sheet, self.track)
        for pin in ranges:
            if pin.id == state.active_pin:
                layers.paint_handles(painter, sheet, pin)
        layers.paint_legs(painter, sheet, state.legs)
        layers.paint_words(painter, sheet, self.words(), state.lanes)
        written = self.words().shown(scale.ms_per_px)
        layers.paint_band_labels(painter, sheet, self.bands, over_words=written)
        layers.paint_lane_names(painter, sheet, state.lanes)
        groups = pins.visible_groups(scale.start_ms, scale.end_ms)
        layers.paint_glyphs(painter, sheet, groups, state.active_pin, self._glyphs)
        layers.paint_axis(painter, sheet)
        painter.end()
        still.setDevicePixelRatio(ratio)
        return still

    def words(self) -> WordsTrack:
        """Laid out at the first use after a change: it needs the widths of the font in force."""
        if self._words is None:
            self._words = WordsTrack(self._state.words, self._state.lanes, self._labels.width)
        return self._words

    def forget_widths(self) -> None:
        """Another font: words are measured again."""
        self._words = None

    def _paint_sound(self, painter: QPainter, sheet: Sheet, samples: Samples | None) -> None:
        state, peaks = self._state, self._state.peaks
        if peaks is None or state.duration_ms <= 0:
            return
        sound = Sound(media_id=state.media_id, peaks=peaks, samples=samples)
        gain = lane_gain(state)
        for index, lane in enumerate(state.lanes):
            if lane.channel >= peaks.channels:
                continue
            box = sheet.rect(sheet.plan.lane(index))
            look = LaneLook(
                channel=lane.channel,
                colour=layers.lane_colour(lane.role, sheet.colours),
                height_px=box.height(),
                gain=gain,
                pixel_ratio=sheet.ratio,
            )
            painter.setOpacity(_MUTED if lane.muted else 1.0)
            self._tiles.paint(painter, box, sheet.scale, sound, look)
        painter.setOpacity(1.0)


def decoded_until_ms(state: WaveformState) -> float | None:
    """How far a recording that is still being read has grown; None once it is whole."""
    if not state.partial:
        return None
    peaks = state.peaks
    return 0.0 if peaks is None else peaks.frames * 1000 / peaks.sample_rate_hz


def lane_gain(state: WaveformState) -> float:
    """How much all lanes are enlarged."""
    if state.peaks is None:
        return 1.0
    peak = loudest(state.peaks)
    return gain_for(max(peak, _EXPECTED_LOUDNESS) if state.partial else peak)


def _paint_margins(painter: QPainter, sheet: Sheet, whole: QRect) -> None:
    """Rail and axis; the lanes' own ground covers what is between."""
    body, surface = sheet.body, QColor(sheet.colours.surface)
    painter.fillRect(QRect(0, 0, whole.width(), body.top()), surface)
    below = body.bottom() + 1
    painter.fillRect(QRect(0, below, whole.width(), whole.height() - below), surface)
    if body.width() < whole.width():
        painter.fillRect(QRect(body.width(), 0, 1, whole.height()), surface)


def same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Equal; tuples themselves don't see that they are one and the same, sixty thousand words."""
    return one is other or one == other


def _same_picture(one: WaveformState, other: WaveformState) -> bool:
    """Whether the two differ at most in what is drawn over the cached picture."""
    return (
        one.peaks is other.peaks
        and one.partial == other.partial
        and one.media_id == other.media_id
        and one.duration_ms == other.duration_ms
        and one.lanes == other.lanes
        and one.active_pin == other.active_pin
        and same(one.bands, other.bands)
        and same(one.pins, other.pins)
        and same(one.words, other.words)
        and one.legs == other.legs
    )

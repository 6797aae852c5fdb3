"""At 100, 125, 150 and 200 % every column is drawn once, and sharp."""

import os
import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QImage, QPixmap

from qa_desktop.audio.cells import CellReducer
from qa_desktop.audio.peaks import Peaks, cell_samples, pyramid
from qa_desktop.desktop.theme.tokens import CONTRAST_DARK, DARK, LIGHT, Colours
from qa_desktop.desktop.waveform.band_layout import FINDING, NOTHING, OVERLAP, SILENCE
from qa_desktop.desktop.waveform.measures import CanvasPlan
from qa_desktop.desktop.waveform.patterns import shade_pattern
from qa_desktop.desktop.waveform.picture import LanePicture
from qa_desktop.desktop.waveform.state import Span, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale

RATIOS = (1.0, 1.25, 1.5, 2.0)
SIZE = QSize(1000, 240)

Pixels = NDArray[np.uint8]


def pixels_of(picture: QPixmap) -> Pixels:
    """(height, width, RGB)."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


@pytest.fixture(scope="session")
def ramp() -> Peaks:
    """100 s that get louder evenly: every column is a little taller than the one before."""
    loud = np.linspace(0, 30_000, 800_000)
    tone = (loud * np.where(np.arange(800_000) % 2, 1, -1)).astype(np.int16)
    reducer = CellReducer(2, cell_samples(8000))
    reducer.add(np.stack([tone, tone]))
    return pyramid(reducer.cells(), reducer.frames, 8000)


def drawn(state: WaveformState, ratio: float, scale: TimeScale, colours: Colours = LIGHT) -> Pixels:
    picture = LanePicture()
    picture.show_state(state)
    return pixels_of(picture.draw(None, SIZE, ratio, scale, None, colours, QFont()))


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("start_ms", [0, 12_345])
def test_no_column_is_lacking_or_doubled_between_tiles(
    ramp: Peaks, changed: Callable[..., WaveformState], ratio: float, start_ms: int
) -> None:
    state = changed(peaks=ramp, pins=(), bands=())
    scale = TimeScale.whole(100_000, 1000).showing(
        Span(start_ms=start_ms, end_ms=start_ms + 80_000)
    )
    pixels = drawn(state, ratio, scale)
    assert pixels.shape[:2] == (round(240 * ratio), round(1000 * ratio))
    lane = CanvasPlan(1000, 240, 2).lane(1)
    rows = slice(round(lane.top() * ratio) + 1, round(lane.bottom() * ratio))
    heights = (pixels[rows].astype(int).min(axis=2) < 200).sum(axis=0)
    heights = heights[round(100 * ratio) :]
    # An even ramp never falls, and never jumps: a seam would do either.
    steps = np.diff(heights)
    assert steps.min() >= -1
    assert steps.max() <= 2
    assert heights[-1] > heights[0] + 10 * ratio


@pytest.mark.parametrize("ratio", RATIOS)
def test_panning_by_columns_moves_the_same_pixels(
    ramp: Peaks, changed: Callable[..., WaveformState], ratio: float
) -> None:
    """Tiles kept from before and new ones fit without a trace."""
    state = changed(peaks=ramp, pins=())
    scale = TimeScale.whole(100_000, 1000).showing(Span(start_ms=20_000, end_ms=60_000))
    picture = LanePicture()
    picture.show_state(state)
    before = pixels_of(picture.draw(None, SIZE, ratio, scale, None, LIGHT, QFont()))
    by = round(40 * ratio)
    later = scale.moved_by_px(by / ratio)
    after = pixels_of(picture.draw(None, SIZE, ratio, later, None, LIGHT, QFont()))
    body = slice(round(60 * ratio), round(125 * ratio))
    left = round(120 * ratio)
    np.testing.assert_array_equal(before[body, left + by :], after[body, left:-by])


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST_DARK])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_shades_differ_without_their_colour(qapp: object, colours: Colours, ratio: float) -> None:
    """In grey, no shade's pattern looks like another's: by its mean or by its strokes."""
    prints = []
    for shade in (NOTHING, SILENCE, OVERLAP, FINDING):
        row = np.full(64, shade, dtype=np.uint8)
        pattern = pixels_of(shade_pattern(row, np.zeros_like(row), 0, ratio, colours))
        grey = pattern @ np.array([0.3, 0.6, 0.1])
        slant = np.abs(grey - np.roll(np.roll(grey, 1, 0), 1, 1)).mean()
        other = np.abs(grey - np.roll(np.roll(grey, 1, 0), -1, 1)).mean()
        prints.append((grey.std(), slant - other))
    plain, silence, overlap, finding = prints
    assert plain[0] < 1e-6
    assert 1 < silence[0] < overlap[0]
    # Overlap is hatched one way, a finding the other.
    assert overlap[1] > 1
    assert finding[1] < -1


def test_the_hatch_keeps_to_the_recording_while_panning(qapp: object) -> None:
    row = np.full(64, OVERLAP, dtype=np.uint8)
    here = pixels_of(shade_pattern(row, np.zeros_like(row), 100, 1.0, LIGHT))
    there = pixels_of(shade_pattern(row, np.zeros_like(row), 103, 1.0, LIGHT))
    np.testing.assert_array_equal(here[:, 3:], there[:, :-3])


_WINDOW = """
import qa_desktop.desktop.immortals
import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication
from qa_desktop.audio.cells import CellReducer
from qa_desktop.audio.peaks import cell_samples, pyramid
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.canvas import LaneCanvas
from qa_desktop.desktop.waveform.state import Lane, LaneRole, WaveformState
from qa_desktop.desktop.waveform.time_scale import TimeScale

app = QApplication([])
tone = (np.random.default_rng(1).integers(-20000, 20000, 80_000)).astype(np.int16)
reducer = CellReducer(1, cell_samples(8000))
reducer.add(tone[None])
peaks = pyramid(reducer.cells(), reducer.frames, 8000)
lane = Lane(channel=0, label="", role=LaneRole.AGENT)
state = WaveformState(media_id="m", duration_ms=10_000, peaks=peaks, lanes=(lane,))
canvas = LaneCanvas(Theme(app, "light"))
canvas.resize(401, 203)
canvas.show()
canvas.show_state(state, TimeScale.whole(10_000, 401))
app.processEvents()


class Regions(QObject):
    def __init__(self):
        super().__init__()
        self.painted = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.painted.append(QRegion(event.region()))
        return False


app.processEvents()
regions = Regions()
canvas.installEventFilter(regions)
walked = canvas.grab()
for moment in range(0, 10_000, 131):
    canvas.show_playhead(moment)
    regions.painted.clear()
    app.processEvents()
    for region in list(regions.painted):
        canvas.render(walked, region.boundingRect().topLeft(), region)
fresh = canvas.grab()
print(walked.devicePixelRatio(), len(regions.painted) > 0, walked.toImage() == fresh.toImage())
"""


@pytest.mark.parametrize("ratio", ["1.25", "1.5"])
def test_the_playhead_leaves_no_trail_on_a_scaled_screen(ratio: str) -> None:
    """What its columns repainted is the same as everything painted anew."""
    environment = {**os.environ, "QT_SCALE_FACTOR": ratio, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", _WINDOW],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stdout.strip() == f"{ratio} True True", ran.stdout + ran.stderr

"""A call made to measure: where each side speaks is known to the millisecond."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.audio.cells import CellReducer
from qa_desktop.audio.peaks import Peaks, cell_samples, pyramid
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.state import (
    Band,
    Lane,
    LaneRole,
    Pin,
    Span,
    WaveformState,
)
from qa_desktop.desktop.waveform.view import WaveformView
from qa_desktop.reviews.model import CommentKind

RATE_HZ = 8000
DURATION_MS = 100_000


@pytest.fixture(scope="session")
def pcm() -> NDArray[np.int16]:
    """100 s: the agent speaks from 10 to 20 s and from 60 to 61 s, the customer from 40 to 50 s."""
    moments = np.arange(DURATION_MS * RATE_HZ // 1000) / RATE_HZ
    tone = np.sin(moments * 2 * np.pi * 200)
    agent = ((moments >= 10) & (moments < 20)) | ((moments >= 60) & (moments < 61))
    customer = (moments >= 40) & (moments < 50)
    return (np.stack([agent * 24_000 * tone, customer * 12_000 * tone])).astype(np.int16)


@pytest.fixture(scope="session")
def peaks(pcm: NDArray[np.int16]) -> Peaks:
    reducer = CellReducer(2, cell_samples(RATE_HZ))
    reducer.add(pcm)
    return pyramid(reducer.cells(), reducer.frames, RATE_HZ)


@pytest.fixture
def state(peaks: Peaks) -> WaveformState:
    return WaveformState(
        media_id="call",
        duration_ms=DURATION_MS,
        peaks=peaks,
        lanes=(
            Lane(channel=0, label="Agent", role=LaneRole.AGENT),
            Lane(channel=1, label="Customer", role=LaneRole.CUSTOMER),
        ),
        pins=(
            Pin(id="a", number=1, kind=CommentKind.PRAISE, start_ms=15_000, label="Warm"),
            Pin(id="b", number=2, kind=CommentKind.DEDUCTION, start_ms=25_000, end_ms=35_000),
            Pin(id="c", number=3, kind=CommentKind.COACHING, start_ms=70_000),
            Pin(id="d", number=4, kind=CommentKind.QUESTION, start_ms=70_100),
        ),
        bands=(Band(span=Span(start_ms=80_000, end_ms=95_000)),),
        playhead_ms=5000,
    )


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Iterator[WaveformView]:
    """1000 px wide: a pixel is 100 ms of the call."""
    runner = TaskRunner()
    made = WaveformView(theme, runner)
    made.resize(1000, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    runner.finish()


@pytest.fixture
def changed(state: WaveformState) -> Callable[..., WaveformState]:
    return lambda **fields: replace(state, **fields)

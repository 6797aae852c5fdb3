"""A workspace, sounds and small files for the tests of the import."""

import json
import wave
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.base.clock import Clock, SteppingClock
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.interactions.importing import new_child
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.store import InteractionStore

RATE_HZ = 8000


@pytest.fixture(scope="session")
def child() -> Iterator[ChildReader]:
    """One process for all imports of these tests, as the app keeps one for its dialog."""
    with new_child() as reader:
        yield reader


@pytest.fixture
def clock() -> Clock:
    return SteppingClock(datetime(2026, 3, 2, 9, 30, tzinfo=UTC), timedelta(seconds=1))


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "workspace", clock=clock) as opened:
        yield opened


@pytest.fixture
def store(workspace: Workspace, clock: Clock) -> InteractionStore:
    return InteractionStore(workspace.database, clock, "Lin")


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    return folder


@pytest.fixture
def make_wav() -> Callable[..., Path]:
    """A 16-bit WAV: silence, then a tone from `tone_from_ms` on; `hz` makes contents differ."""

    def make(
        path: Path,
        *,
        seconds: float = 1.0,
        channels: int = 1,
        hz: float = 440.0,
        tone_from_ms: int = 0,
    ) -> Path:
        frames = round(seconds * RATE_HZ)
        moments = np.arange(frames) / RATE_HZ
        tone = (12000 * np.sin(2 * np.pi * hz * moments)).astype("<i2")
        tone[: tone_from_ms * RATE_HZ // 1000] = 0
        path.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(path), "wb") as sink:
            sink.setnchannels(channels)
            sink.setsampwidth(2)
            sink.setframerate(RATE_HZ)
            sink.writeframes(np.repeat(tone, channels).tobytes())
        return path

    return make


@pytest.fixture
def make_chat() -> Callable[..., Path]:
    """A chat in the generic JSON form; `number` makes contents differ."""

    def make(path: Path, number: int = 1, messages: int = 4) -> Path:
        said = [
            {
                "role": "customer" if position % 2 == 0 else "agent",
                "text": f"Message {position} of chat {number}: 我的订单 {number} 在哪里?",
                "timestamp": f"2026-02-0{1 + position % 5}T10:{position:02d}:00Z",
            }
            for position in range(messages)
        ]
        path.parent.mkdir(parents=True, exist_ok=True)
        chat = {"id": f"chat-{number}", "messages": said}
        path.write_text(json.dumps(chat, ensure_ascii=False), encoding="utf-8")
        return path

    return make


@pytest.fixture
def make_vtt() -> Callable[..., Path]:
    def make(path: Path, *cues: tuple[str, str, str, str]) -> Path:
        lines = ["WEBVTT", ""]
        for start, end, voice, text in cues:
            lines += [f"{start} --> {end}", f"<v {voice}>{text}", ""]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return make

"""A transferred call: two recordings come in as one, are heard as one, and go away for a while."""

import shutil
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qa_desktop.audio.decode import decode
from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.importing.dialog import ImportDialog
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.sound.sound_panel import SoundPanel
from qa_desktop.desktop.review.state import Phase
from qa_desktop.interactions.model import AgentChannel

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CALL = resource_path("demo", "calls", "0091a706bc604188.flac")
FIRST_MS, SECOND_AT_MS, SECOND_MS = 51_130, 60_000, 30_000


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    """The second leg has another rate and its sides the other way round; a table has its place."""
    folder = tmp_path / "incoming"
    folder.mkdir()
    shutil.copy(CALL, folder / "call-7_leg1.flac")
    shutil.copy(
        CALL.with_name("0091a706bc604188.transcript.json"),
        folder / "call-7_leg1.transcript.json",
    )
    samples = np.concatenate(list(decode(CALL)), axis=1)[::-1, : SECOND_MS * 8]
    with wave.open(str(folder / "call-7_leg2.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(np.ascontiguousarray(np.repeat(samples, 2, axis=1).T, "<i2").tobytes())
    (folder / "calls.csv").write_text(
        "file,offset,agent\ncall-7_leg1.flac,0,Jennifer\ncall-7_leg2.wav,60,Bo\n",
        encoding="utf-8",
    )
    return folder


def sound_of(person: Any, page: ReviewPage) -> SoundPanel:
    sound = page.left.sound
    assert sound is not None
    person.until(lambda: sound.listening.playable, 20_000)
    person.until(lambda: not sound.call.partial, 20_000)
    return sound


def take_in(person: Any, folder: Path) -> None:
    """By the preview, which says what belongs together; recordings stay where they are."""
    person.window.files.import_paths((folder,))
    dialog = person.window.findChildren(ImportDialog)[-1]
    person.until(dialog.take.isEnabled, 30_000)
    assert dialog.take.text().startswith("Import 1 interaction")
    dialog.table.selectRow(0)
    assert "call-7_leg1.flac 0:00, call-7_leg2.wav 1:00" in dialog.details.text()
    take = dialog.take
    dialog.options.copying.click()
    person.until(take.isEnabled, 30_000)
    take.click()
    del dialog, take
    person.until(lambda: not person.window.findChildren(ImportDialog), 30_000)


def test_a_transferred_call_is_one_call(person: Any, incoming: Path) -> None:
    take_in(person, incoming)
    page = person.open_first()
    if page.state.phase is Phase.CHOOSE_RUBRIC:
        person.press(Key.Key_1)
    assert page.state.phase is Phase.GRADING
    sound = sound_of(person, page)
    assert sound.waveform._state.duration_ms == SECOND_AT_MS + SECOND_MS

    # Skipping silence goes over the time between the legs, and says how much that was.
    sound.listening.seek(FIRST_MS + 200)
    person.press(Key.Key_S)
    person.press(Key.Key_Space)
    person.until(lambda: sound.listening.position_ms() >= SECOND_AT_MS)
    assert sound.listening.skipped_ms > 8_000

    # A comment in the second leg stands on the clock of the call.
    person.press(Key.Key_Space)
    person.until(lambda: not sound.listening.playing)
    sound.listening.seek(SECOND_AT_MS + 10_000)
    person.press(Key.Key_M)
    person.type("Taken over warmly")
    person.press(Key.Key_Return)
    (comment,) = page.state.comments
    assert comment.start_ms == SECOND_AT_MS + 10_000

    # Sides of that leg are swapped by a key; the other leg keeps its own.
    person.press(Key.Key_G, Modifier.ShiftModifier)
    interaction_id = page.interaction_id
    kept = person.window.services.interactions.detail(interaction_id).recordings
    assert [one.agent_channel for one in kept] == [AgentChannel.LEFT, AgentChannel.RIGHT]
    sound_of(person, page)

    # The comment is heard again with a second before it.
    person.press(Key.Key_A)
    person.until(lambda: sound.listening.playing)
    assert abs(sound.listening.position_ms() - (SECOND_AT_MS + 9_000)) < 600
    person.press(Key.Key_K)
    person.until(lambda: not sound.listening.playing)
    sound.listening.seek(SECOND_AT_MS + 12_000)

    # The second recording goes away; the draft opens where it was left, and can be graded.
    person.press(Key.Key_Left, Modifier.AltModifier)
    assert person.window.pages.current == "interactions"
    moved = incoming.parent / "archive.wav"
    (incoming / "call-7_leg2.wav").rename(moved)
    page = person.open_first()
    sound = sound_of(person, page)
    assert sound.listening.position_ms() == SECOND_AT_MS + 12_000
    assert sound.locating.isVisible()
    assert "call-7_leg2.wav" in sound.locating.text()
    person.press(Key.Key_M)
    person.type("Graded without it")
    person.press(Key.Key_Return)
    assert len(page.state.comments) == 2
    assert page.state.save.saved_at is not None

    # Found again by its content, under another name.
    sound.locating.take_file(moved)
    person.until(lambda: not sound.locating.isVisible(), 20_000)
    sound_of(person, page)
    assert [mark.absent for mark in sound.waveform._state.legs] == [False, True, False]
    assert QApplication.focusWidget() is not None

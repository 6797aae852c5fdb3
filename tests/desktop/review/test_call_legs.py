"""A transferred call: recordings of other rates, sides and formats are one on the page."""

import wave
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.audio.decode import decode
from qa_desktop.audio.probe import probe
from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.review.sound.call_side import CallSide
from qa_desktop.desktop.review.sound.sound_panel import SoundPanel
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.waveform.state import Span
from qa_desktop.interactions.call_sound import call_peaks
from qa_desktop.interactions.model import (
    AgentChannel,
    Interaction,
    InteractionDetail,
    Kind,
    Recording,
    Role,
    Turn,
)
from qa_desktop.sheets.printing import peaks_of

FIRST = resource_path("demo", "calls", "0091a706bc604188.flac")
FIRST_MS, GAP_MS, SECOND_MS, OVERLAP_MS, THIRD_MS = 51_130, 4_000, 20_000, 500, 5_000
SECOND_AT_MS = FIRST_MS + GAP_MS
THIRD_AT_MS = SECOND_AT_MS + SECOND_MS - OVERLAP_MS
WHOLE_MS = THIRD_AT_MS + THIRD_MS
OFFSET_MS = 2_000
"""The interaction's clock begins before anything was recorded."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """The demo's call; the same at twice the rate with the sides swapped; a mono one."""
    folder = tmp_path_factory.mktemp("legs")
    samples = np.concatenate(list(decode(FIRST)), axis=1)
    first = folder / "call-7_leg1.flac"
    first.write_bytes(FIRST.read_bytes())
    swapped = np.repeat(samples[::-1, : SECOND_MS * 8], 2, axis=1)
    second, third = folder / "call-7_leg2.wav", folder / "call-7_leg3.wav"
    _write(second, swapped, 16_000)
    _write(third, samples[:1, : THIRD_MS * 8], 8000)
    return first, second, third


def _write(path: Path, samples: np.ndarray, rate_hz: int) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(samples.shape[0])
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(np.ascontiguousarray(samples.T, "<i2").tobytes())


def recording_of(path: Path, position: int, offset_ms: int, side: AgentChannel) -> Recording:
    info = probe(path)
    return Recording(
        id=f"leg-{position}",
        media_hash=sha256(path.read_bytes()).hexdigest(),
        file_name=path.name,
        path=str(path),
        referenced=True,
        duration_ms=info.duration_ms,
        sample_rate_hz=info.sample_rate_hz,
        channels=info.channels,
        codec=info.codec,
        agent_channel=side,
        offset_ms=OFFSET_MS + offset_ms,
        position=position,
    )


@pytest.fixture
def call(services: Services, files: tuple[Path, Path, Path]) -> InteractionDetail:
    """In the store, referring to the files where they are."""
    places = (
        (0, AgentChannel.LEFT),
        (SECOND_AT_MS, AgentChannel.RIGHT),
        (THIRD_AT_MS, AgentChannel.MONO),
    )
    recordings = tuple(
        recording_of(path, position, offset_ms, side)
        for position, (path, (offset_ms, side)) in enumerate(zip(files, places, strict=True))
    )
    interaction = Interaction(
        id="transferred",
        kind=Kind.RECORDING,
        title="call-7",
        content_hash="call-7",
        source_name="call-7_leg1.flac",
        imported_at=services.clock.now(),
        batch_id="batch",
        duration_ms=WHOLE_MS,
    )
    said = SECOND_AT_MS + OFFSET_MS + 1000
    turns = (
        Turn(position=0, role=Role.AGENT, text="hello", start_ms=OFFSET_MS, end_ms=4000),
        Turn(position=1, role=Role.AGENT, text="second line", start_ms=said, end_ms=said + 900),
    )
    detail = InteractionDetail(interaction=interaction, recordings=recordings, turns=turns)
    services.interactions.add_batch("batch", "test", [detail])
    return detail


Open = Callable[[], CallSide]


@pytest.fixture
def open_side(qtbot: QtBot, services: Services, call: InteractionDetail) -> Iterator[Open]:
    opened: list[CallSide] = []

    def open_it() -> CallSide:
        detail = services.interactions.detail(call.interaction.id)
        side = CallSide(services, detail, make_player("auto", headless=True))
        qtbot.addWidget(side)
        side.resize(900, 620)
        side.show()
        opened.append(side)
        return side

    yield open_it
    for side in opened:
        side.close_sound()


def whole(qtbot: QtBot, side: CallSide) -> SoundPanel:
    """Once all was joined, decoded and looked through."""
    sound = side.sound
    qtbot.waitUntil(lambda: sound.call.peaks is not None and not sound.call.partial, timeout=20_000)
    qtbot.waitUntil(lambda: sound.listening.playable)
    return sound


def absent(sound: SoundPanel) -> list[bool]:
    """Of the legs, not of the time between them."""
    marks = sound.waveform._state.legs
    return [mark.absent for mark in marks if mark.span.start_ms != FIRST_MS]


def test_legs_are_one_call_with_their_gap_and_their_sides(qtbot: QtBot, open_side: Open) -> None:
    side = open_side()
    sound = whole(qtbot, side)
    state = sound.waveform._state
    assert side.offset_ms == OFFSET_MS
    assert abs(state.duration_ms - WHOLE_MS) <= 1
    assert [(mark.span.start_ms, mark.absent) for mark in state.legs] == [
        (0, False),
        (FIRST_MS, True),
        (SECOND_AT_MS, False),
        (THIRD_AT_MS, False),
    ]
    peaks = state.peaks
    assert peaks is not None
    assert (peaks.channels, peaks.sample_rate_hz) == (2, 16_000)
    # The agent of the second leg was on the right there, and is on the left here.
    rms = peaks.levels[0].rms
    cell_ms = peaks.samples_per_cell * 1000 / peaks.sample_rate_hz
    one = rms[:, : round(SECOND_MS / cell_ms)].astype(int)
    at = round(SECOND_AT_MS / cell_ms)
    other = rms[:, at : at + one.shape[1]].astype(int)
    assert np.corrcoef(one[0], other[0])[0, 1] > 0.9
    assert np.corrcoef(one[1], other[1])[0, 1] > 0.9
    gap = rms[:, round((FIRST_MS + 50) / cell_ms) : round((SECOND_AT_MS - 50) / cell_ms)]
    assert not gap.any()


def test_a_gap_is_no_silence_but_is_jumped_over(qtbot: QtBot, open_side: Open) -> None:
    sound = whole(qtbot, open_side())
    facts = sound.call.facts
    for span in facts.silences:
        assert span.end_ms <= FIRST_MS or span.start_ms >= SECOND_AT_MS
    assert facts.agent_share is not None
    assert 0.2 < facts.agent_share < 0.7
    listening = sound.listening
    listening.set_skips_silence(skips=True)
    listening.seek(FIRST_MS + 300)
    listening.play()
    qtbot.waitUntil(lambda: listening.position_ms() >= SECOND_AT_MS)
    assert 3_000 < listening.skipped_ms <= GAP_MS - 300
    assert sound.transport._skip.toolTip().endswith("so far")


def test_seeks_comments_and_words_stand_on_the_interactions_clock(
    qtbot: QtBot, open_side: Open
) -> None:
    side = open_side()
    sound = whole(qtbot, side)
    asked = []
    side.comment_requested.connect(lambda anchor, live: asked.append((anchor, live)))
    side._click(1, 0)
    assert sound.listening.position_ms() == SECOND_AT_MS + 1000
    assert side.turns is not None
    assert side.turns.current() == 1
    side.ask_comment()
    assert [(anchor.start_ms, live) for anchor, live in asked] == [
        (SECOND_AT_MS + OFFSET_MS + 1000, False)
    ]


def test_the_playhead_goes_on_over_the_boundary(qtbot: QtBot, open_side: Open) -> None:
    sound = whole(qtbot, open_side())
    sound.listening.play_range(
        Span(start_ms=THIRD_AT_MS - 300, end_ms=THIRD_AT_MS + 400), loop=False
    )
    qtbot.waitUntil(lambda: sound.listening.playing)
    qtbot.waitUntil(lambda: not sound.listening.playing)
    assert abs(sound.listening.position_ms() - THIRD_AT_MS - 400) <= 100


def test_swapping_is_of_the_leg_under_the_playhead(
    qtbot: QtBot, open_side: Open, services: Services
) -> None:
    sound = whole(qtbot, open_side())
    before = sound.listening.player
    sound.listening.seek(SECOND_AT_MS + 5_000)
    assert sound.swap_sides()
    kept = services.interactions.detail("transferred").recordings
    assert [one.agent_channel for one in kept] == [
        AgentChannel.LEFT,
        AgentChannel.LEFT,
        AgentChannel.MONO,
    ]
    whole(qtbot, sound.parent().parent())  # type: ignore[arg-type]  # splitter, then the side
    assert sound.listening.player is before
    assert sound.listening.position_ms() == SECOND_AT_MS + 5_000
    sound.listening.seek(THIRD_AT_MS + 2_000)
    assert not sound.swap_sides(), "both speak on one channel there"


def test_a_leg_that_is_not_at_hand_leaves_the_others_to_be_heard(
    qtbot: QtBot, open_side: Open, services: Services, files: tuple[Path, Path, Path]
) -> None:
    second = files[1]
    away = second.with_name("elsewhere.bin")
    second.rename(away)
    try:
        side = open_side()
        sound = whole(qtbot, side)
        assert sound.locating.isVisible()
        assert second.name in sound.locating.text()
        assert absent(sound) == [False, True, False]
        longest = sound.call.facts.longest_silence
        assert longest is not None
        assert longest.end_ms <= FIRST_MS, "what is not at hand is no silence"
        assert abs(sound.waveform._state.duration_ms - WHOLE_MS) <= 1
        away.rename(second)
        with qtbot.waitSignal(sound.locating.located):
            sound.locating.take_file(second)
        whole(qtbot, side)
        assert not sound.locating.isVisible()
        assert absent(sound) == [False, False, False]
    finally:
        if away.exists():
            away.rename(second)


def test_a_damaged_leg_is_named_and_silent(
    qtbot: QtBot, open_side: Open, files: tuple[Path, Path, Path]
) -> None:
    third = files[2]
    content = third.read_bytes()
    third.write_bytes(b"RIFF" + b"\x00" * 400)
    try:
        sound = whole(qtbot, open_side())
        qtbot.waitUntil(sound.locating.isVisible)
        assert third.name in sound.locating.text()
        assert absent(sound) == [False, False, True]
    finally:
        third.write_bytes(content)


def test_where_no_leg_can_be_read_the_call_is_graded_without_sound(
    qtbot: QtBot, open_side: Open, files: tuple[Path, Path, Path]
) -> None:
    whole_files = [file.read_bytes() for file in files]
    for file in files:
        file.write_bytes(b"RIFF" + b"\x00" * 400)
    try:
        sound = open_side().sound
        qtbot.waitUntil(sound.problems.isVisible)
        assert sound.transport._state.joining_pct is None
        sound.listening.seek(70_000)
        assert sound.listening.position_ms() == 70_000
    finally:
        for file, content in zip(files, whole_files, strict=True):
            file.write_bytes(content)


def test_the_sheet_has_the_sound_of_the_whole_call(
    services: Services, call: InteractionDetail, tmp_path: Path
) -> None:
    peaks = peaks_of(services.workspace, call.interaction.id)
    assert peaks is not None
    assert abs(peaks.duration_ms - WHOLE_MS) <= 1
    elsewhere = tuple(replace(one, path=str(tmp_path / "nowhere.wav")) for one in call.recordings)
    lost = replace(call, recordings=elsewhere)
    folder = services.workspace.folder
    assert call_peaks(lost, folder, services.peaks, services.joined) is None


def test_the_second_opening_joins_nothing_again(
    qtbot: QtBot, open_side: Open, services: Services
) -> None:
    whole(qtbot, open_side())
    folder = services.workspace.peaks_folder / "joined"
    (joined,) = folder.glob("*.wav")
    made = joined.stat().st_mtime_ns
    whole(qtbot, open_side())
    assert [file.stat().st_mtime_ns for file in folder.glob("*.wav")] == [made]

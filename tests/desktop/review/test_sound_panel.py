"""The sound of one call: missing and changed files, places, volumes, sides of a recorder, facts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.player.choose import make_player
from qa_desktop.desktop.player.protocol import Solo
from qa_desktop.desktop.review.sound.call_side import CallSide
from qa_desktop.desktop.review.sound.facts_bar import FactsBar
from qa_desktop.desktop.review.sound.listening_places import ListeningPlaces
from qa_desktop.desktop.review.sound.sound_facts import SoundFacts
from qa_desktop.desktop.review.sound.sound_panel import SoundPanel
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.state import LaneRole, Span
from qa_desktop.interactions.model import (
    AgentChannel,
    Interaction,
    InteractionDetail,
    Kind,
    Recording,
)
from qa_desktop.reviews.model import CommentKind

DEMO = resource_path("demo", "calls", "0091a706bc604188.flac")
DURATION_MS = 51_130
LEFT, RIGHT = AgentChannel.LEFT, AgentChannel.RIGHT
OpenSide = Callable[..., CallSide]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "calls" / "call-17.flac"
    file.parent.mkdir()
    file.write_bytes(DEMO.read_bytes())
    return file


def detail_of(services: Services, path: Path, number: int = 1) -> InteractionDetail:
    recording = Recording(
        id=f"recording-{number}",
        media_hash=sha256(DEMO.read_bytes()).hexdigest(),
        file_name=path.name,
        path=str(path),
        referenced=True,
        duration_ms=DURATION_MS,
        sample_rate_hz=8000,
        channels=2,
        codec="flac",
        agent_channel=LEFT,
    )
    interaction = Interaction(
        id=f"call-{number}",
        kind=Kind.RECORDING,
        title=path.stem,
        content_hash=f"{recording.media_hash}" if number == 1 else f"other-{number}",
        source_name=path.name,
        imported_at=services.clock.now(),
        batch_id="batch",
        duration_ms=DURATION_MS,
    )
    return InteractionDetail(interaction=interaction, recordings=(recording,))


@pytest.fixture
def stored(services: Services, path: Path) -> None:
    """Two interactions that refer to one file: by the second one hears of the first."""
    services.interactions.add_batch(
        "batch", "test", [detail_of(services, path), detail_of(services, path, 2)]
    )


@pytest.fixture
def open_side(qtbot: QtBot, services: Services, stored: None) -> Iterator[OpenSide]:
    opened: list[CallSide] = []

    def open_it(interaction_id: str = "call-1") -> CallSide:
        detail = services.interactions.detail(interaction_id)
        side = CallSide(services, detail, make_player("auto", headless=True))
        qtbot.addWidget(side)
        side.resize(900, 620)
        side.show()
        opened.append(side)
        return side

    yield open_it
    for side in opened:
        side.close_sound()


def looked_through(qtbot: QtBot, side: CallSide) -> SoundPanel:
    sound = side.sound
    qtbot.waitUntil(lambda: sound.call.peaks is not None and not sound.call.partial, timeout=20_000)
    return sound


def when_idle(qtbot: QtBot, services: Services) -> None:
    qtbot.waitUntil(services.runner.is_idle, timeout=20_000)


def test_a_missing_file_leaves_waveform_moments_and_comments(
    qtbot: QtBot, open_side: OpenSide, services: Services, path: Path
) -> None:
    first = open_side()
    looked_through(qtbot, first)
    when_idle(qtbot, services)
    first.close_sound()
    path.unlink()
    side = open_side()
    sound = looked_through(qtbot, side)
    assert sound.locating.isVisible()
    assert path.name in sound.locating.text()
    assert sound.call.facts.silences, "what was found in it before is known still"
    assert not sound.listening.playable
    asked: list[int | None] = []
    side.comment_requested.connect(lambda anchor, _: asked.append(anchor.start_ms))
    sound.listening.seek(20_000)
    side.ask_comment()
    assert asked == [20_000]


def test_it_is_located_by_content_for_every_interaction(
    qtbot: QtBot, open_side: OpenSide, services: Services, path: Path
) -> None:
    moved = path.with_name("moved.flac")
    path.rename(moved)
    sound = open_side().sound
    other = path.with_name("call-17.flac")
    other.write_bytes(DEMO.read_bytes() + b"\x00")
    sound.locating.take_file(other)
    qtbot.waitUntil(sound.locating.answer.isVisible)
    assert "another recording" in sound.locating.text()
    other.unlink()
    with qtbot.waitSignal(sound.locating.located, timeout=10_000):
        sound.locating.search(path.parent)
    assert not sound.locating.isVisible()
    qtbot.waitUntil(lambda: sound.listening.playable)
    for interaction_id in ("call-1", "call-2"):
        (recording,) = services.interactions.detail(interaction_id).recordings
        assert recording.path == str(moved)


def test_a_folder_without_it_says_so(qtbot: QtBot, open_side: OpenSide, path: Path) -> None:
    path.unlink()
    sound = open_side().sound
    sound.locating.search(path.parent)
    qtbot.waitUntil(sound.locating.answer.isVisible)
    assert "is not in this folder" in sound.locating.text()
    assert sound.locating.button.isEnabled()


def test_a_changed_file_is_told_and_still_heard(
    qtbot: QtBot, open_side: OpenSide, services: Services, path: Path
) -> None:
    first = open_side()
    looked_through(qtbot, first)
    when_idle(qtbot, services)
    assert not first.sound.locating.isVisible()
    first.close_sound()
    path.write_bytes(DEMO.read_bytes() + b"\x00" * 10)
    sound = looked_through(qtbot, open_side())
    qtbot.waitUntil(sound.locating.isVisible)
    assert "its content has changed" in sound.locating.text()
    assert sound.listening.playable


def test_an_unchanged_file_is_not_read_again(
    qtbot: QtBot, open_side: OpenSide, services: Services, path: Path
) -> None:
    looked_through(qtbot, open_side())
    when_idle(qtbot, services)
    known = services.known_files.known(sha256(DEMO.read_bytes()).hexdigest())
    assert known is not None
    assert known.looks_like(path)
    path.touch()
    assert not known.looks_like(path)
    sound = looked_through(qtbot, open_side())
    when_idle(qtbot, services)
    assert not sound.locating.isVisible(), "another time, the same content"


def test_a_draft_goes_on_where_listening_stopped(qtbot: QtBot, open_side: OpenSide) -> None:
    side = open_side()
    side.sound.listening.seek(23_000)
    side.close_sound()
    again = open_side()
    again.resume()
    assert again.sound.listening.position_ms() == 23_000
    again.forget_place()
    third = open_side()
    third.resume()
    assert third.sound.listening.position_ms() == 0


def test_places_keep_to_their_number_and_survive_a_strange_file(tmp_path: Path) -> None:
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    places = ListeningPlaces(memory)
    places.keep("only", 5_000, 60_000)
    memory.sync()
    reread = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert ListeningPlaces(reread).place_of("only") == 5_000
    places.keep("only", 1_000, 60_000)
    assert places.place_of("only") == 0, "hardly begun"
    places.keep("only", 59_500, 60_000)
    assert places.place_of("only") == 0, "heard to its end"
    for number in range(400):
        places.keep(str(number), 5_000, 60_000)
    assert (places.place_of("99"), places.place_of("100")) == (0, 5_000)
    memory.setValue("review/places", ["nonsense", "a=b", "=", "good=7"])
    assert places.place_of("good") == 7


def test_the_speed_is_kept_from_call_to_call(open_side: OpenSide, services: Services) -> None:
    open_side().sound.listening.set_rate(1.75)
    assert services.listening_rate == 1.75
    assert open_side("call-2").sound.listening.rate == 1.75


def test_a_comments_span_is_played_with_a_second_around(qtbot: QtBot, open_side: OpenSide) -> None:
    sound = looked_through(qtbot, open_side())
    span = CommentState(
        id="c1",
        number=1,
        kind=CommentKind.PRAISE,
        text="good",
        start_ms=5_000,
        end_ms=5_400,
    )
    assert not sound.play_comment()
    sound.show_comments((span,), "c1", locked=False)
    assert sound.play_comment()
    assert sound.listening.position_ms() == 4_000
    qtbot.waitUntil(lambda: sound.listening.playing)
    sound.listening.seek(6_200)
    qtbot.waitUntil(lambda: not sound.listening.playing)
    assert abs(sound.listening.position_ms() - 6_400) <= 100
    point = replace(span, start_ms=500, end_ms=None)
    sound.show_comments((point,), "c1", locked=False)
    assert sound.play_comment()
    assert sound.listening.position_ms() < 200


def test_volume_and_output_are_chosen_in_a_popup(
    qtbot: QtBot, open_side: OpenSide, services: Services
) -> None:
    sound = looked_through(qtbot, open_side())
    qtbot.waitUntil(lambda: sound.listening.playable)
    sound.open_volume()
    popup = sound.loudness.popup
    assert popup is not None
    popup.agent.setValue(150)
    popup.customer.setValue(30)
    assert sound.loudness._state.agent_pct == 150
    assert sound.listening.player._sides_pct == (150, 30)  # type: ignore[attr-defined]
    popup.agent_alone.click()
    assert sound._solo is LaneRole.AGENT
    assert popup.agent_alone.isChecked()
    popup.as_recorded.click()
    assert (popup.agent.value(), popup.customer.value()) == (100, 100)
    popup.device_chosen.emit("somewhere")
    assert services.settings.output_device == "somewhere"
    assert popup.device.currentText() == "The chosen one, not connected"
    QTest.keyClick(popup, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: sound.loudness.popup is None)


def test_volumes_follow_the_speakers_when_sides_are_swapped(
    qtbot: QtBot, open_side: OpenSide
) -> None:
    sound = looked_through(qtbot, open_side())
    sound.set_solo(LaneRole.AGENT)
    sound.loudness._set_sides(150, 30)
    assert sound.swap_sides()
    player = sound.listening.player
    assert player._sides_pct == (30, 150)  # type: ignore[attr-defined]
    assert player._solo is Solo.RIGHT  # type: ignore[attr-defined]


def test_swapped_sides_can_be_those_of_the_recorder_and_be_taken_back(
    qtbot: QtBot, open_side: OpenSide, services: Services
) -> None:
    sound = looked_through(qtbot, open_side())
    shares = (sound.call.facts.agent_share, sound.call.facts.customer_share)
    assert sound.swap_sides()
    assert (sound.call.facts.customer_share, sound.call.facts.agent_share) == shares
    offer = sound.offer
    assert offer.isVisible()
    assert "call-#.flac" in offer.text()
    qtbot.waitUntil(lambda: offer._task is None)
    offer.later.click()
    qtbot.waitUntil(offer.undo.isVisible)
    assert list(services.media.sides().values()) == [RIGHT]
    assert "on the right" in offer.text()
    offer.undo.click()
    qtbot.waitUntil(offer.later.isVisible)
    assert services.media.sides() == {}
    (recording,) = services.interactions.detail("call-1").recordings
    assert recording.agent_channel is RIGHT, "this one was swapped by hand"


def test_facts_lead_to_their_places(qtbot: QtBot, open_side: OpenSide) -> None:
    side = open_side()
    sound = looked_through(qtbot, side)
    silences = sound.call.facts.silences
    assert len(silences) > 2
    (silence,) = (link for link in side.facts.links() if link.text().startswith("silence"))
    silence.click()
    assert sound.listening.position_ms() == silences[0].start_ms
    silence.click()
    assert sound.listening.position_ms() == silences[1].start_ms
    sound.listening.seek(DURATION_MS)
    silence.click()
    assert sound.listening.position_ms() == silences[0].start_ms


def test_facts_without_room_are_left_out(qtbot: QtBot, theme: Theme) -> None:
    bar = FactsBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    spans = (Span(start_ms=0, end_ms=4_000), Span(start_ms=9_000, end_ms=20_000))
    bar.show_facts(
        54, SoundFacts(silences=spans, overlaps=spans, agent_share=0.5, customer_share=0.25)
    )
    bar.resize(1200, 32)
    facts = bar.text().split(" · ")
    assert facts[:3] == ["talk 50 % agent, 25 % customer", "silence 15 s", "both speak 15 s"]
    assert facts[3] == "longest silence 11 s"
    assert facts[4].startswith("54 turn")
    assert all(link.isVisible() for link in bar.links())
    bar.resize(260, 32)
    assert [link.text() for link in bar.links() if link.isVisible()] == []
    for widget in bar._shown:
        assert not widget.isVisible() or widget.geometry().right() < 260
    with qtbot.waitSignal(bar.places_requested) as asked:
        bar.links()[-1].click()
    assert asked.args == [(spans[1],)]

"""Looking into the shared folder: by itself, again when asked meanwhile, calm when it is away."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import NoProgress
from qa_desktop.calibration.model import Mode
from qa_desktop.desktop.calibration import reach
from qa_desktop.desktop.calibration.watch import CalibrationWatch
from qa_desktop.desktop.picturing.calibration_cast import (
    Player,
    acquaint,
    give_interactions,
    invite,
)
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.window.main_window import MainWindow

CHATS = ("star_736",)


@pytest.fixture
def watch(demo_services: Services) -> Iterator[CalibrationWatch]:
    watch = demo_services.calibration_watch
    yield watch
    watch.stop()


def test_only_folders_that_are_needed_are_looked_into(
    watch: CalibrationWatch, mine: Player, colleague: Callable[[str], Player], share: Path
) -> None:
    assert watch.folders() == ()
    anna = colleague("Anna")
    acquaint((mine, anna), share)
    invite(mine, (anna,), share, "November", CHATS)
    assert watch.folders() == (share,)


def test_a_card_is_noticed_by_itself(
    qtbot: QtBot, watch: CalibrationWatch, use_share: Path, colleague: Callable[[str], Player]
) -> None:
    watch.start()
    settle(watch.runner)
    with qtbot.waitSignal(watch.brought, timeout=20_000) as told:
        colleague("Anna").desk.hand_in_card(use_share)
    assert [each.person.name for each in told.args[1].cards] == ["Anna"]


def test_a_look_that_is_asked_for_during_another_follows_it(
    watch: CalibrationWatch, use_share: Path
) -> None:
    ended: list[Path] = []
    watch.looked.connect(ended.append)
    watch.look_at(use_share)
    watch.look_at(use_share)
    watch.look_at(use_share)
    settle(watch.runner)
    assert ended == [use_share, use_share]
    assert not watch.is_busy


def test_a_folder_that_is_away_is_remembered_since_when(
    watch: CalibrationWatch, use_share: Path, tmp_path: Path
) -> None:
    watch.look_at_all()
    settle(watch.runner)
    assert watch.seen[use_share].looked_at is not None
    use_share.rename(tmp_path / "away")
    watch.look_at_all()
    settle(watch.runner)
    since = watch.seen[use_share].gone_since
    assert since is not None
    assert watch.seen[use_share].problems
    watch.look_at_all()
    settle(watch.runner)
    assert watch.seen[use_share].gone_since == since
    (tmp_path / "away").rename(use_share)
    watch.look_at_all()
    settle(watch.runner)
    assert watch.seen[use_share].gone_since is None


def test_a_share_that_keeps_silent_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = Event()
    monkeypatch.setattr(reach, "_look", lambda _folder: answered.wait())
    with pytest.raises(ProblemError) as told:
        reach.make_sure_it_answers(tmp_path, NoProgress(), patience_s=0.2)
    answered.set()
    assert [problem.code for problem in told.value.problems] == ["calibration.folder_away"]


def test_keys_go_out_as_soon_as_the_closing_came(
    watch: CalibrationWatch,
    mine: Player,
    colleague: Callable[[str], Player],
    use_share: Path,
) -> None:
    anna = colleague("Anna")
    acquaint((mine, anna), use_share)
    give_interactions(anna)
    session = invite(anna, (mine,), use_share, "November", CHATS, Mode.STRICT)
    watch.look_at_all()
    settle(watch.runner)
    for player in (mine, anna):
        player.grade(session, 1)
    anna.desk.collect(session.id)
    anna.desk.close(session.id)
    anna.desk.deliver()
    watch.look_at_all()
    settle(watch.runner)
    assert [file.name for file in use_share.glob(f"*{mine.fingerprint[:12]}*.qakey")]


def test_the_window_tells_what_came_and_leads_there(
    qtbot: QtBot,
    window: MainWindow,
    mine: Player,
    colleague: Callable[[str], Player],
    use_share: Path,
) -> None:
    anna = colleague("Anna")
    acquaint((mine, anna), use_share)
    give_interactions(anna)
    session = invite(anna, (mine,), use_share, "November", CHATS)
    services = window.services
    window.calibration.start()
    settle(services.runner)
    settle(services.calibration_watch.runner)
    assert "November" in window.toast.text()
    window.toast.action_requested.emit()
    front = window.calibration.page().front()
    assert front.session_id == session.id  # type: ignore[attr-defined]  # the session's
    settle(services.calibration_watch.runner)
    window.close()
    assert services.calibration_watch.runner.is_idle()


def test_files_of_sessions_that_are_dropped_on_the_window_are_taken_in(
    window: MainWindow, tmp_path: Path, colleague: Callable[[str], Player]
) -> None:
    card = colleague("Anna").desk.hand_in_card(tmp_path)
    window.files.import_paths([card])
    settle(window.services.runner)
    assert [each.person.name for each in window.services.calibration.people()] == ["Anna"]
    assert window.pages.current == "calibration"
    assert "Anna" in window.toast.text()
    window.calibration.stop()

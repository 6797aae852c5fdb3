"""Joining on one screen: the folder, cards, one code that both see, namesakes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.calibration.team.dialog import TeamDialog
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.picturing.calibration_cast import Player
from qa_desktop.desktop.services import Services

Rest = Callable[[], None]


@pytest.fixture
def dialog(page: CalibrationPage, rest: Rest) -> TeamDialog:
    page.show_team()
    found = page.findChildren(TeamDialog)[-1]
    rest()
    return found


def test_the_folder_is_kept_once_one_s_card_lies_there(
    dialog: TeamDialog, share: Path, demo_services: Services, rest: Rest
) -> None:
    assert dialog.list.nobody.isVisible()
    dialog.use_folder(share)
    rest()
    assert demo_services.settings.calibration_folder == str(share)
    assert [file.suffix for file in share.iterdir()] == [".qaid"]
    assert "Reachable" in dialog.folder._state.text()


def test_a_folder_that_is_not_there_is_told_and_not_kept(
    dialog: TeamDialog, share: Path, demo_services: Services, rest: Rest
) -> None:
    share.rmdir()
    dialog.use_folder(share)
    rest()
    assert demo_services.settings.calibration_folder == ""
    assert "can't be reached" in dialog.banner.text()


def test_both_see_the_same_code_and_say_that_it_matches(
    qtbot: QtBot,
    dialog: TeamDialog,
    share: Path,
    colleague: Callable[[str], Player],
    demo_services: Services,
    rest: Rest,
) -> None:
    anna = colleague("Anna")
    anna.desk.hand_in_card(share)
    dialog.use_folder(share)
    rest()
    anna.desk.look_for_cards(share)
    (met,) = anna.desk.people()
    assert dialog.panel.code.text() == met.code
    assert len(met.code.replace(" ", "").replace("-", "")) == 16
    assert "Read this code" in dialog.panel._ask.text()
    qtbot.mouseClick(dialog.panel.match, Qt.MouseButton.LeftButton)
    (known,) = demo_services.calibration.people()
    assert known.trusted_at is not None
    assert dialog.panel.match.isHidden()
    qtbot.mouseClick(dialog.panel.distrust, Qt.MouseButton.LeftButton)
    assert demo_services.calibration.people()[0].trusted_at is None


def test_people_of_one_name_are_told_apart_by_their_keys(
    qtbot: QtBot, dialog: TeamDialog, share: Path, colleague: Callable[[str], Player], rest: Rest
) -> None:
    twins = [colleague("Anna"), colleague("Anna")]
    for twin in twins:
        twin.desk.hand_in_card(share)
    dialog.use_folder(share)
    rest()
    codes = set()
    for row in range(2):
        dialog.list.table.selectRow(row)
        assert "several people of this name" in dialog.panel._which.text()
        codes.add(dialog.panel.code.text())
    assert len(codes) == 2
    shown = {each.person.fingerprint for each in dialog.presenter.state.people}
    assert shown == {twin.fingerprint for twin in twins}


def test_a_card_goes_by_hand_and_a_person_off_the_list(
    qtbot: QtBot,
    dialog: TeamDialog,
    tmp_path: Path,
    colleague: Callable[[str], Player],
    rest: Rest,
) -> None:
    out = tmp_path / "mail"
    out.mkdir()
    card = colleague("Bo").desk.hand_in_card(out)
    dialog.take_card(card)
    rest()
    assert [each.person.name for each in dialog.presenter.state.people] == ["Bo"]
    qtbot.mouseClick(dialog.panel.remove, Qt.MouseButton.LeftButton)
    assert dialog.presenter.state.people == ()
    assert dialog.list.nobody.isVisible()
    dialog.take_card(card)
    rest()
    assert len(dialog.presenter.state.people) == 1
    dialog.save_card(out)
    rest()
    assert len(list(out.glob("*.qaid"))) == 2


def test_a_file_that_is_no_card_is_refused_with_the_cause(
    dialog: TeamDialog, tmp_path: Path, rest: Rest
) -> None:
    file = tmp_path / "broken.qaid"
    file.write_bytes(b"{}")
    dialog.take_card(file)
    rest()
    assert "card" in dialog.banner.text()
    assert dialog.presenter.state.people == ()


def test_everything_is_said_in_the_language_of_the_moment(
    dialog: TeamDialog, languages: Languages
) -> None:
    languages.use("zh-CN")
    assert dialog.list.table.horizontalHeaderItem(0) is not None
    languages.use("en")
    assert dialog.windowTitle() == "Team"

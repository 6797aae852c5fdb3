"""A new session: choosing, lots, who and how, what is lacking, and the file that goes out."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qa_desktop.calibration.model import Mode
from qa_desktop.calibration.sessions.desk_model import ReferenceFrom
from qa_desktop.demo.grading import grade
from qa_desktop.demo.workspace import demo_reviews, interactions_by_source
from qa_desktop.desktop.calibration.new.dialog import NewSessionDialog
from qa_desktop.desktop.calibration.new.presenter import Lacking, Step
from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.picturing.calibration_cast import Player, acquaint
from qa_desktop.desktop.services import Services

Rest = Callable[[], None]


@pytest.fixture
def team(colleague: Callable[[str], Player], mine: Player, use_share: Path) -> tuple[Player, ...]:
    made = (colleague("Anna"), colleague("Bo"))
    acquaint((mine, *made), use_share)
    return made


@pytest.fixture
def dialog(team: tuple[Player, ...], page: CalibrationPage, rest: Rest) -> NewSessionDialog:
    page.ask_new()
    found = page.findChildren(NewSessionDialog)[-1]
    rubrics = found.presenter.state.rubrics
    place = next(n for n, r in enumerate(rubrics) if r.id == "service-five-dimensions")
    found.show_state(found.presenter.use_rubric(place))
    return found


def test_rows_are_chosen_by_a_click_and_by_space(qtbot: QtBot, dialog: NewSessionDialog) -> None:
    table = dialog.what.table
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert dialog.presenter.state.chosen_ids == (table._rows[1].interaction.id,)
    place = table.visualItemRect(table.item(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(dialog.presenter.state.chosen) == 2
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(dialog.presenter.state.chosen) == 1
    dialog.what.clear.click()
    assert dialog.presenter.state.chosen == ()


def test_what_is_chosen_stays_while_something_else_is_searched(
    qtbot: QtBot, dialog: NewSessionDialog
) -> None:
    first = dialog.presenter.state.rows[0]
    dialog.presenter.toggle(first)
    dialog.what.search.setText("zzzz")
    qtbot.keyClick(dialog.what.search, Qt.Key.Key_Return)
    assert dialog.presenter.state.rows == ()
    assert dialog.what.table.rowCount() == 1
    assert dialog.presenter.state.chosen == (first,)


def test_lots_are_drawn_with_the_seed_that_is_shown(qtbot: QtBot, dialog: NewSessionDialog) -> None:
    bar = dialog.what.bar
    bar.seed.setText("abc")
    bar.count.setValue(3)
    qtbot.mouseClick(bar.draw, Qt.MouseButton.LeftButton)
    drawn = dialog.presenter.state.chosen_ids
    assert len(drawn) == 3
    dialog.what.clear.click()
    qtbot.mouseClick(bar.draw, Qt.MouseButton.LeftButton)
    assert dialog.presenter.state.chosen_ids == drawn
    bar.by.setCurrentIndex(1)
    bar.count.setValue(1)
    qtbot.mouseClick(bar.draw, Qt.MouseButton.LeftButton)
    kinds = [row.interaction.kind for row in dialog.presenter.state.chosen]
    assert len(kinds) == len(set(kinds)) == 3


def test_nothing_goes_out_while_something_is_lacking(
    dialog: NewSessionDialog, demo_services: Services
) -> None:
    now = demo_services.clock.now()
    dialog.go_to(Step.CHECK)
    assert dialog.presenter.lacking(now) == (Lacking.TITLE, Lacking.INTERACTIONS)
    assert not dialog.next.isEnabled()
    assert "no title" in dialog.check._lack_lines.text()
    dialog.show_state(dialog.presenter.name_it("November"))
    dialog.show_state(dialog.presenter.toggle(dialog.presenter.state.rows[0]))
    assert dialog.next.isEnabled()
    dialog.show_state(dialog.presenter.set_deadline(now - timedelta(days=1)))
    assert dialog.presenter.lacking(now) == (Lacking.DEADLINE,)
    for each in tuple(dialog.presenter.state.participants):
        dialog.presenter.invite(each, invited=False)
    assert Lacking.PEOPLE in dialog.presenter.lacking(now)


def test_a_reference_needs_a_review_of_each(dialog: NewSessionDialog, mine: Player) -> None:
    presenter = dialog.presenter
    written = demo_reviews()[-1]
    said = {**written, "reviewer": mine.name}
    grade(mine.workspace, mine.clock, interactions_by_source(mine.workspace)[written["of"]], said)
    for row in presenter.state.rows:
        presenter.toggle(row)
    state = presenter.settle(mode=Mode.STRICT, lead_grades=False, reference=ReferenceFrom.MINE)
    graded = [row for row in state.chosen if row not in state.referenceless]
    dialog.show_state(state)
    assert 0 < len(state.referenceless) < len(state.chosen)
    assert "no such review" in dialog.who._reference_help.text()
    for row in state.referenceless:
        presenter.toggle(row)
    assert presenter.state.chosen == tuple(graded)
    assert presenter.state.referenceless == ()


def test_only_those_whose_code_was_compared_can_be_invited(
    dialog: NewSessionDialog, team: tuple[Player, ...], mine: Player
) -> None:
    assert len(dialog.who._boxes) == 2
    mine.desk.untrust(team[0].fingerprint)
    dialog.reload_people()
    assert list(dialog.who._boxes) == [team[1].fingerprint]
    assert dialog.presenter.state.participants == {team[1].fingerprint}
    assert "1 more" in dialog.who._people_help.text()


def test_the_session_goes_out_and_is_found_by_the_others(
    qtbot: QtBot,
    dialog: NewSessionDialog,
    team: tuple[Player, ...],
    page: CalibrationPage,
    use_share: Path,
    rest: Rest,
    tmp_path: Path,
) -> None:
    dialog.what.title.setFocus()
    qtbot.keyClicks(dialog.what.title, "November")
    chats = [row for row in dialog.presenter.state.rows if row.interaction.kind == "chat"]
    dialog.show_state(dialog.presenter.toggle(chats[0]))
    dialog.go_to(Step.CHECK)
    qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    rest()
    assert dialog.session is not None
    assert dialog.session.title == "November"
    assert "under way" in dialog.done_panel._title.text()
    assert [file.suffix for file in use_share.glob("*.qacal")] == [".qacal"]
    news = team[0].desk.look_in(use_share)
    assert [each.title for each in news.invitations] == ["November"]
    dialog.save_package(tmp_path)
    rest()
    assert len(list(tmp_path.glob("*.qacal"))) == 1
    qtbot.mouseClick(dialog.open_, Qt.MouseButton.LeftButton)
    assert page.front().session_id == dialog.session.id  # type: ignore[attr-defined]  # the session's


def test_cancelling_leaves_nothing_behind(
    dialog: NewSessionDialog, demo_services: Services, use_share: Path, rest: Rest
) -> None:
    presenter = dialog.presenter
    presenter.name_it("November")
    for row in presenter.state.rows:
        presenter.toggle(row)
    dialog.show_state(presenter.state)
    dialog.go_to(Step.CHECK)
    dialog.make()
    dialog.reject()
    rest()
    assert dialog.session is None
    assert demo_services.calibration.sessions() == ()
    assert not list(use_share.glob("*.qacal"))
    assert dialog.isVisible()
    assert dialog.next.isEnabled()

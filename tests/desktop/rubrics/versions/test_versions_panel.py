"""The versions of a rubric beside its form: states, comparing, retiring, what is due."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.versions.diff_dialog import DiffDialog
from qa_desktop.desktop.rubrics.versions.form_dialog import FormDialog
from qa_desktop.desktop.rubrics.versions.on_page import FORM, VERSIONS
from qa_desktop.desktop.widgets.cell import CELL_ROLE
from qa_desktop.rubrics.diff import ChangeKind
from qa_desktop.rubrics.versions import VersionState


def rows(page: RubricsPage) -> list[list[str]]:
    table = page.versions.panel.table
    return [
        [table.item(row, column).data(CELL_ROLE).text for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def shown_dialog(page: RubricsPage) -> QDialog:
    settle(page._services.runner)
    return [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()][-1]


def words(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]


def test_all_versions_with_what_became_of_them(page: RubricsPage) -> None:
    told = rows(page)
    assert [row[0] for row in told] == ["v2", "v1"]
    assert told[0][1] == "In force"
    assert told[1][1].startswith("Retired ")
    assert [row[3] for row in told] == ["Demo", "Demo"]
    assert [row[4] for row in told] == ["0", "3"]
    assert "Abilities and worked examples added" in told[0][5]


def test_items_from_version_to_version(page: RubricsPage) -> None:
    trends = page.versions.panel.trends
    headings = [
        trends.table.horizontalHeaderItem(column).text()
        for column in range(trends.table.columnCount())
    ]
    assert headings == ["Item", "v1", "v2", "Trend"]
    assert trends.table.rowCount() > 10
    assert trends.isVisibleTo(page)


def test_a_rubric_without_reviews_says_so(page: RubricsPage) -> None:
    page.show_rubric("ticket-handling", 1)
    settle(page._services.runner)
    assert [row[0] for row in rows(page)] == ["v1"]
    assert not page.versions.panel.trends.isVisibleTo(page)


def test_going_through_the_list_by_keys_follows(qtbot: QtBot, page: RubricsPage) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    settle(page._services.runner)
    current = page.presenter.state.current
    assert current is not None
    assert page.versions.panel.state.rubric_id == current.id


def test_a_version_opens_to_read(qtbot: QtBot, page: RubricsPage) -> None:
    panel = page.versions.panel
    panel.table.selectRow(1)
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    dialog = shown_dialog(page)
    assert isinstance(dialog, FormDialog)
    assert any("version 1" in text for text in words(dialog))
    with qtbot.waitSignal(panel.edit_requested) as asked:
        dialog._edit()
    assert asked.args == ["service-five-dimensions", 1]


def test_two_versions_are_compared_both_ways(page: RubricsPage) -> None:
    panel = page.versions.panel
    panel.table.selectRow(0)
    panel.compare.click()
    dialog = shown_dialog(page)
    assert isinstance(dialog, DiffDialog)
    assert (dialog.old.currentText(), dialog.new.currentText()) == ("Version 1", "Version 2")
    assert ChangeKind.ADDED in dialog.view.chips
    assert ChangeKind.REMOVED not in dialog.view.chips
    dialog._swap()
    assert ChangeKind.REMOVED in dialog.view.chips
    dialog.old.setCurrentIndex(dialog.new.currentIndex())
    dialog._show()
    assert dialog.view.empty.isVisibleTo(dialog)
    dialog.reject()
    # The oldest has none before it: it is compared with the one after it.
    panel.table.selectRow(1)
    panel.compare.click()
    again = shown_dialog(page)
    assert isinstance(again, DiffDialog)
    assert (again.old.currentText(), again.new.currentText()) == ("Version 1", "Version 2")


def test_kinds_of_change_are_filtered(page: RubricsPage) -> None:
    page.versions.panel.compare.click()
    dialog = shown_dialog(page)
    assert isinstance(dialog, DiffDialog)
    both = {"Added", "Settings"}
    assert both <= set(words(dialog))
    dialog.view.chips[ChangeKind.ADDED].click()
    assert both & set(words(dialog)) == {"Added"}
    dialog.view.chips[ChangeKind.ADDED].click()
    assert both <= set(words(dialog))


def test_retiring_is_undone(qtbot: QtBot, page: RubricsPage) -> None:
    panel = page.versions.panel
    panel.table.selectRow(0)
    with qtbot.waitSignal(page.retired) as told:
        panel.retire.click()
    settle(page._services.runner)
    rubric = told.args[0]
    # Of the other version, which was retired before, nothing is in use either.
    assert rubric.id not in {r.id for r in page._services.rubrics.all()}
    page.bring_back(rubric)
    settle(page._services.runner)
    assert panel.state.versions[0].state is VersionState.IN_FORCE


def test_an_earlier_version_comes_back(page: RubricsPage) -> None:
    panel = page.versions.panel
    panel.table.selectRow(1)
    assert panel.retire.text() == "Bring back"
    panel.retire.click()
    settle(page._services.runner)
    assert [row.state for row in panel.state.versions] == [VersionState.IN_FORCE] * 2
    assert page.list.count() == len(page.presenter.state.rubrics)


def test_what_is_wholly_retired_is_brought_back(qtbot: QtBot, page: RubricsPage) -> None:
    empty = page.versions.show_retired()
    settle(page._services.runner)
    assert empty.empty.isVisibleTo(empty)
    empty.reject()
    page._services.rubrics.retire("ticket-handling", 1)
    page.reload()
    dialog = page.versions.show_retired()
    settle(page._services.runner)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert page.presenter.state.current is not None
    assert page.presenter.state.current.id == "ticket-handling"


def test_drafts_stand_first_and_open_in_the_editor(qtbot: QtBot, page: RubricsPage) -> None:
    services = page._services
    text = services.rubrics.source("service-five-dimensions", 2)
    newer = text.replace("version: 2", "version: 3", 1)
    draft = services.rubric_drafts.create(newer, ("service-five-dimensions", 2))
    services.rubric_drafts.create("version: [", ("service-five-dimensions", 2))
    page.reload()
    settle(services.runner)
    panel = page.versions.panel
    told = {row[0]: row[1] for row in rows(page)}
    assert told == {"v3": "Draft", "–": "Draft", "v2": "In force", "v1": told["v1"]}
    place = next(n for n, row in enumerate(rows(page)) if row[0] == "v3")
    panel.table.selectRow(place)
    assert (panel.retire.isEnabled(), panel.try_it.isEnabled()) == (False, True)
    with qtbot.waitSignal(panel.draft_requested) as asked:
        panel.open.click()
    assert asked.args == [draft.id]
    settle(services.runner)
    assert page.editing.editor is not None


def test_an_unreadable_draft_can_only_be_opened(page: RubricsPage) -> None:
    page._services.rubric_drafts.create("version: [", ("service-five-dimensions", 2))
    page.reload()
    settle(page._services.runner)
    panel = page.versions.panel
    panel.table.selectRow(0)
    assert panel.open.isEnabled()
    for button in (panel.compare, panel.edit, panel.try_it, panel.retire):
        assert not button.isEnabled()


def test_a_version_that_was_tampered_with_is_told(page: RubricsPage) -> None:
    with page._services.workspace.database.writing() as db:
        db.execute("DROP TRIGGER rubric_versions_fixed")
        db.execute("UPDATE rubric_versions SET hash = 'sha256:0' WHERE version = 1")
    page._services.rubrics._read.clear()
    page.versions.panel.show_rubric("service-five-dimensions")
    settle(page._services.runner)
    panel = page.versions.panel
    assert rows(page)[1][1] == "Not what was published"
    panel.table.selectRow(1)
    assert not panel.open.isEnabled()
    assert panel.retire.isEnabled()


def test_what_is_due_is_named_until_somebody_looked(
    qtbot: QtBot, page: RubricsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip, presenter = page.versions.strip, page.versions.presenter
    assert not strip.isVisibleTo(page)
    today = presenter.today()
    monkeypatch.setattr(presenter, "today", lambda: today.replace(year=today.year + 1))
    page.reload()
    settle(page._services.runner)
    assert strip.isVisibleTo(page)
    assert len(strip._shown[0]) == len(page.presenter.state.rubrics)
    due = strip._shown[0][0].rubric
    strip.open_requested.emit(due)
    settle(page._services.runner)
    assert page.versions.stack.currentIndex() == VERSIONS
    assert page.versions.panel.reminder.isVisibleTo(page)
    monkeypatch.undo()
    with qtbot.waitSignal(page.said):
        strip.still_fits.emit(due)
    reminder = page.versions.panel
    settle(page._services.runner)
    assert not strip.isVisibleTo(page)
    told = reminder.state.reminder
    assert told is not None
    assert told.checkup is not None
    assert told.checkup.checked_by == "Lin"


def test_still_fits_beside_the_versions(page: RubricsPage) -> None:
    panel = page.versions.panel
    panel.reminder.still_fits.click()
    settle(page._services.runner)
    told = panel.state.reminder
    assert told is not None
    assert told.checkup is not None


def test_a_fault_is_told_where_it_happened(
    page: RubricsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem(code="database.not_saved.disk_full")

    def full(*_: object) -> None:
        raise ProblemError(problem)

    monkeypatch.setattr(page.versions.presenter, "retire", full)
    page.versions.panel.retire.click()
    assert page.versions.panel.banner.isVisibleTo(page)
    assert page.versions.panel.state.versions[0].state is VersionState.IN_FORCE


def test_the_language_changes_at_once(
    qtbot: QtBot, page: RubricsPage, languages: Languages
) -> None:
    preferences = page._services.preferences
    preferences.change(replace(preferences.settings(), language="zh-CN"))
    languages.use("zh-CN")
    trends = page.versions.panel.trends
    title = trends._shown[0].title.to("zh-CN")
    qtbot.waitUntil(lambda: trends.table.item(0, 0).data(CELL_ROLE).text == title)
    assert len(rows(page)) == 2


def test_the_form_comes_back(page: RubricsPage, tmp_path: Path) -> None:
    assert not page._edit.isVisibleTo(page)
    page.versions.switch.buttons[FORM].click()
    assert page._edit.isVisibleTo(page)
    assert page._form.isVisibleTo(page)

"""Shipped rubrics are read, put to use, and copied into drafts of one's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.shipped_dialog import ShippedDialog, purpose
from qa_desktop.desktop.rubrics.shipped_presenter import Standing
from qa_desktop.desktop.services import Services
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.library import earlier_rubrics, shipped_rubrics


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> RubricsPage:
    """Over an empty workspace."""
    page = RubricsPage(services)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def dialog(qtbot: QtBot, page: RubricsPage) -> ShippedDialog:
    """From the empty page, by its first button."""
    page.empty.first_requested.emit()
    dialog = page.findChild(ShippedDialog)
    qtbot.waitExposed(dialog)
    return dialog


def row_of(dialog: ShippedDialog, rubric_id: str) -> int:
    return [rubric.id for rubric in dialog.presenter.state.rubrics].index(rubric_id)


def test_each_says_what_it_is_for_and_can_be_read_whole(dialog: ShippedDialog) -> None:
    assert dialog.list.count() == len(shipped_rubrics())
    for row, rubric in enumerate(dialog.presenter.state.rubrics):
        dialog.list.setCurrentRow(row)
        said = [label.text() for label in dialog.findChildren(QLabel)]
        assert purpose(rubric.id)
        assert purpose(rubric.id) in said
        assert rubric.items()[0].text.to("en") in said
        assert dialog.presenter.state.standing is Standing.NEW


def test_one_is_put_to_use_by_keys(qtbot: QtBot, page: RubricsPage, dialog: ShippedDialog) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    chosen = dialog.presenter.state.rubric
    with qtbot.waitSignal(page.published) as published:
        dialog.use.setFocus()
        qtbot.keyClick(dialog.use, Qt.Key.Key_Space)
    assert published.args == [chosen]
    assert page.presenter.state.current == chosen
    again = page.show_shipped()
    again.list.setCurrentRow(row_of(again, chosen.id))
    assert not again.use.isEnabled()
    again.reject()


def test_a_retired_one_and_a_newer_one_are_told(services: Services, page: RubricsPage) -> None:
    for name, source in earlier_rubrics():
        services.rubrics.publish(source, name)
    name, source = shipped_rubrics()[0]
    first = services.rubrics.publish(source, name)
    services.rubrics.retire(first.id, first.version)
    dialog = page.show_shipped()
    standings = dict(
        zip(
            (rubric.id for rubric in dialog.presenter.state.rubrics),
            dialog.presenter.state.standings,
            strict=True,
        )
    )
    assert standings["process-inspection"] is Standing.NEWER
    assert standings[first.id] is Standing.RETIRED
    dialog.list.setCurrentRow(row_of(dialog, first.id))
    dialog.use.click()
    assert first in services.rubrics.all()


def test_a_copy_gets_an_id_of_its_own(
    qtbot: QtBot, services: Services, page: RubricsPage, dialog: ShippedDialog
) -> None:
    dialog.list.setCurrentRow(row_of(dialog, "service-five-dimensions"))
    with qtbot.waitSignal(page.draft_started) as started:
        dialog.adapt.click()
    copy = Document.of(started.args[0].text).rubric
    assert copy is not None
    assert (copy.id, copy.version) == ("service-five-dimensions-own", 1)
    assert services.rubric_drafts.get(started.args[0].id).based_on is None
    # It opens for editing.
    qtbot.waitUntil(lambda: page.editing.editor is not None)
    assert page.editing.editor is not None
    assert page.editing.editor.presenter.draft.id == started.args[0].id
    # Another copy while the first is being written.
    second = page.show_shipped()
    second.list.setCurrentRow(row_of(second, "service-five-dimensions"))
    with qtbot.waitSignal(page.draft_started) as started:
        second.adapt.click()
    assert Document.of(started.args[0].text).get(("id",)) == "service-five-dimensions-own-2"


def test_another_content_under_the_same_version_is_refused(
    services: Services, page: RubricsPage
) -> None:
    name, source = shipped_rubrics()[0]
    services.rubrics.publish(source.replace(b"pass_mark: 80", b"pass_mark: 80.5"), name)
    services.rubrics.retire("after-sales", 1)
    dialog = page.show_shipped()
    dialog.use.click()
    assert [problem.code for problem in dialog.presenter.state.problems] == [
        "rubrics.version_taken"
    ]
    assert dialog.banner.isVisibleTo(dialog)
    dialog.reject()

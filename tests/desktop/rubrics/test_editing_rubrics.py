"""Drafts on the rubrics' page: begun, gone on with, discarded, brought back, published."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics import editing
from qa_desktop.desktop.rubrics.editor.beginnings import sketch
from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.desktop.rubrics.editor.page import EditorPage
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.start_dialog import StartDialog
from qa_desktop.desktop.rubrics.versions.publish_dialog import PublishDialog
from qa_desktop.desktop.services import Services

RUBRIC = "service-five-dimensions"


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> RubricsPage:
    page = RubricsPage(demo_services)
    qtbot.addWidget(page)
    page.resize(1204, 650)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def editor(page: RubricsPage, demo_services: Services) -> Callable[[], EditorPage]:
    def found() -> EditorPage:
        settle(demo_services.runner)
        assert page.editing.editor is not None
        return page.editing.editor

    return found


def choose(page: RubricsPage) -> None:
    newest = max(r.version for r in page.presenter.state.rubrics if r.id == RUBRIC)
    page.show_rubric(RUBRIC, newest)


def test_an_empty_rubric_begins_with_what_to_write_first(
    qtbot: QtBot, page: RubricsPage, editor: Callable[[], EditorPage]
) -> None:
    page._new.click()
    (dialog,) = page.window().findChildren(StartDialog)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    made = editor()
    assert made.isVisible()
    assert made.state.missing == 6
    assert made.state.form is not None
    # As window systems do once a dialog is gone, which the off-screen one leaves out.
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.outline.tree)


def test_a_published_version_opens_as_the_next_one_and_once_only(
    page: RubricsPage, editor: Callable[[], EditorPage], demo_services: Services
) -> None:
    choose(page)
    current = page.presenter.state.current
    assert current is not None
    page._edit.click()
    made = editor()
    assert value_at(made.state.data, ("version",)) == current.version + 1
    assert made.state.based_on == (current.id, current.version)
    assert made.state.errors == 0
    published = demo_services.rubrics.source(current.id, current.version)
    changed = published.replace(
        f"\nversion: {current.version}\n", f"\nversion: {current.version + 1}\n"
    )
    assert made.state.text == changed
    made.back_requested.emit()
    page._edit.click()
    assert editor().draft_id == made.draft_id
    assert len(demo_services.rubric_drafts.all()) == 1


def test_a_copy_has_an_id_of_its_own(page: RubricsPage, editor: Callable[[], EditorPage]) -> None:
    choose(page)
    current = page.presenter.state.current
    assert current is not None
    page.editing.copy(current)
    made = editor()
    assert value_at(made.state.data, ("id",)) == f"{RUBRIC}-2"
    assert value_at(made.state.data, ("version",)) == 1
    assert made.state.errors == 0


def test_drafts_are_gone_on_with_discarded_and_brought_back(
    qtbot: QtBot, page: RubricsPage, editor: Callable[[], EditorPage], demo_services: Services
) -> None:
    choose(page)
    page._edit.click()
    made = editor()
    made.after(made.presenter.set_text(("title",), "en", "Ours", optional=False))
    settle(demo_services.runner)
    made.back_requested.emit()
    drafts = page.editing.card.list
    assert drafts.count() == 1
    assert drafts.item(0).toolTip().startswith("Ours\nv3")
    drafts.setFocus()
    with qtbot.waitSignal(page.said) as told:
        qtbot.keyClick(drafts, Qt.Key.Key_Delete)
    assert drafts.count() == 0
    assert not page.editing.card.go_on.isVisible()
    told.args[2]()
    assert drafts.count() == 1
    drafts.setFocus()
    qtbot.keyClick(drafts, Qt.Key.Key_Return)
    assert editor().state.undo is not None


def test_a_draft_with_errors_says_what_stands_against_it_and_leads_there(
    page: RubricsPage, editor: Callable[[], EditorPage], demo_services: Services
) -> None:
    choose(page)
    page._edit.click()
    made = editor()
    made.after(made.presenter.put(("sections", 1, "weight"), "heavy"))
    made.head.publish.click()
    (dialog,) = page.window().findChildren(PublishDialog)
    dialog.go.click()
    assert made.state.selected == ("sections", 1)
    before = page.presenter.state.rubrics
    settle(demo_services.runner)
    assert page.presenter.reload().rubrics == before


def test_a_published_draft_is_in_the_library_and_no_draft_any_more(
    qtbot: QtBot, page: RubricsPage, editor: Callable[[], EditorPage], demo_services: Services
) -> None:
    choose(page)
    page._edit.click()
    made = editor()
    made.after(made.presenter.set_text(("title",), "en", "Ours", optional=False))
    made.head.publish.click()
    (dialog,) = page.window().findChildren(PublishDialog)
    with qtbot.waitSignal(page.published) as published:
        dialog.go.click()
    rubric = published.args[0]
    assert rubric.title.to("en") == "Ours"
    assert page.presenter.state.current == rubric
    assert demo_services.rubric_drafts.all() == ()
    assert page.editing.editor is None


def test_what_was_just_typed_is_saved_when_the_page_is_left(
    qtbot: QtBot, page: RubricsPage, editor: Callable[[], EditorPage], demo_services: Services
) -> None:
    choose(page)
    page._edit.click()
    made = editor()
    made.select(("sections", 0))
    made.does.rename()
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "!")
    assert page.editing.may_leave()
    kept = demo_services.rubric_drafts.get(made.draft_id).text
    assert "en: Process!" in kept


def test_a_sketch_of_anything_is_quick_and_never_fails() -> None:
    assert sketch("") == sketch(": [") == sketch("- 1\n- 2\n")
    head = sketch('id: "x"\nversion: 7\ntitle:\n  en: T\nsections: [broken')
    assert (head.id, head.version, head.title("en"), head.title("zh-CN")) == ("x", "7", "T", "T")


def test_what_cannot_be_saved_is_not_left_without_a_word(
    page: RubricsPage,
    editor: Callable[[], EditorPage],
    demo_services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(page)
    page._edit.click()
    made = editor()
    asked = []

    def ask(*about: object) -> bool:
        asked.append(about)
        return len(asked) > 1

    monkeypatch.setattr(editing, "ask_leave", ask)
    with demo_services.workspace.database.alone() as connection:
        connection.execute("PRAGMA max_page_count = 1")
    made.after(made.presenter.set_text(("title",), "en", "Ours", optional=False))
    settle(demo_services.runner)
    assert made.head.retry.isVisible()
    assert made.banner.isVisible()
    assert not page.editing.may_leave()
    assert page.editing.may_leave()
    assert page.editing.may_leave()
    assert len(asked) == 2
    with demo_services.workspace.database.alone() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    made.head.retry.click()
    settle(demo_services.runner)
    assert not made.head.retry.isVisible()
    assert "en: Ours" in demo_services.rubric_drafts.get(made.draft_id).text

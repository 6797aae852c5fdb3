"""From a draft to a version: what blocks, what changes, the note, and what is under way stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.versions.diff_view import DiffView
from qa_desktop.desktop.rubrics.versions.publish_dialog import PublishDialog
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import ReviewState
from qa_desktop.rubrics import draft_publishing
from qa_desktop.rubrics.diff import ChangeKind
from qa_desktop.rubrics.versions import VersionState

RUBRIC = "service-five-dimensions"


def begin(page: RubricsPage, old: str = "review_every: 90d", new: str = "review_every: 60d") -> str:
    """A draft of the next version that is open in the editor."""
    services = page._services
    text = services.rubrics.source(RUBRIC, 2).replace("version: 2", "version: 3", 1)
    assert old in text
    draft = services.rubric_drafts.create(text.replace(old, new, 1), (RUBRIC, 2))
    page.editing.open(draft.id)
    settle(services.runner)
    return draft.id


def publish_dialog(page: RubricsPage, draft_id: str) -> PublishDialog:
    page.editing.publish(draft_id)
    settle(page._services.runner)
    dialog = [one for one in page.window().findChildren(QDialog) if one.isVisible()][-1]
    assert isinstance(dialog, PublishDialog)
    return dialog


def said(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]


def test_published_with_its_note(qtbot: QtBot, page: RubricsPage) -> None:
    services = page._services
    wanted = ListingFilter(kinds=("recording",), review_states=("ungraded",))
    interaction = services.listing.page(wanted, 1)[0].interaction.id
    under_way = services.reviews.start(interaction, services.rubrics.get(RUBRIC, 2))
    draft_id = begin(page)
    dialog = publish_dialog(page, draft_id)
    assert "Publish Service quality in five dimensions, version 3?" in said(dialog)
    assert dialog.switch.buttons[0].text().startswith("What changes: ")
    assert dialog.note is not None
    qtbot.keyClicks(dialog.note, "Stricter")
    with qtbot.waitSignal(page.published) as told:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle(services.runner)
    assert told.args[0].version == 3
    assert services.rubric_drafts.all() == ()
    assert page.editing.editor is None
    newest = page.versions.panel.state.versions[0]
    assert (newest.version.version, newest.version.note) == (3, "Stricter")
    assert newest.version.published_by == "Lin"
    assert newest.state is VersionState.IN_FORCE
    # Who had begun goes on with what he began with.
    still = services.reviews.get(under_way.id)
    assert (still.rubric_version, still.state) == (2, ReviewState.DRAFT)
    assert {r.version for r in services.rubrics.matching("recording") if r.id == RUBRIC} == {3}


def test_what_changes_is_shown(page: RubricsPage) -> None:
    dialog = publish_dialog(page, begin(page))
    (view,) = dialog.findChildren(DiffView)
    assert set(view.chips) == {ChangeKind.SETTINGS}
    assert any("90d → 60d" in text for text in said(dialog))


def test_the_past_is_looked_at_when_it_is_asked_for(qtbot: QtBot, page: RubricsPage) -> None:
    dialog = publish_dialog(page, begin(page))
    assert dialog.panel is not None
    with qtbot.waitSignal(dialog.panel.tried) as told:
        dialog.switch.buttons[1].click()
    assert told.args[0].count == 3
    settle(page._services.runner)
    dialog.reject()


def test_what_stands_against_it_leads_to_its_place(qtbot: QtBot, page: RubricsPage) -> None:
    dialog = publish_dialog(page, begin(page, "pass_mark: 80", "pass_mark: high"))
    assert "This can't be published yet" in said(dialog)
    assert dialog.errors.count() == 1
    with qtbot.waitSignal(dialog.place_requested) as asked:
        qtbot.keyClick(dialog.errors, Qt.Key.Key_Return)
    assert asked.args[0].path == ("scoring", "pass_mark")
    assert not dialog.isVisible()


def test_where_it_fails_the_dialog_stays(
    qtbot: QtBot, page: RubricsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise ProblemError(Problem(code="database.not_saved.disk_full"))

    draft_id = begin(page)
    dialog = publish_dialog(page, draft_id)
    monkeypatch.setattr(draft_publishing, "publish_draft", full)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    dialog.reject()
    assert dialog.isVisible()
    settle(page._services.runner)
    assert dialog.banner.isVisibleTo(dialog)
    assert dialog.go.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()
    assert page.editing.editor is not None

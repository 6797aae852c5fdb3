"""Opens drafts over the rubrics' page, publishes them, and keeps the list of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QStackedLayout

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.review.leaving import ask_leave
from qa_desktop.desktop.rubrics.drafts_card import DraftsCard
from qa_desktop.desktop.rubrics.start_dialog import StartDialog
from qa_desktop.desktop.services import Services
from qa_desktop.rubrics.model import Rubric

if TYPE_CHECKING:
    from qa_desktop.desktop.rubrics.editor.beginnings import Beginnings
    from qa_desktop.desktop.rubrics.editor.page import EditorPage
    from qa_desktop.desktop.rubrics.editor.presenter import EditorPresenter
    from qa_desktop.desktop.rubrics.page import RubricsPage
    from qa_desktop.desktop.rubrics.versions.publish_dialog import PublishDialog

translate = QCoreApplication.translate

# The editor loads when a draft is first opened.


class Editing(QObject):
    """`front` shows the library, or over it the editor."""

    def __init__(self, page: "RubricsPage", services: Services, front: QStackedLayout) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._front = front
        self.editor: EditorPage | None = None
        self._given_up: str | None = None
        self._drafts = services.rubric_drafts.all()
        self.card = DraftsCard(services.theme)
        self.card.open_requested.connect(self.open)
        self.card.discard_requested.connect(self.discard)
        services.news.rubric_draft_changed.connect(self._written_elsewhere)

    def reload(self) -> None:
        """The list of drafts, as it is now."""
        self._drafts = self._services.rubric_drafts.all()
        self.show_drafts()

    def show_drafts(self) -> None:
        """As they were read last."""
        self.card.show_drafts(self._drafts, self._services.language)

    def _written_elsewhere(self, draft_id: str) -> None:
        """What an open editor holds is older now: it is opened anew, before it writes that."""
        self.reload()
        if self.editor is None or self.editor.draft_id != draft_id:
            return
        from qa_desktop.desktop.rubrics.editor.beginnings import Beginnings

        services = self._services
        made = Beginnings(services.rubric_drafts, services.rubrics, services.language)
        task = services.runner.start(lambda _: made.go_on(draft_id))
        task.finished.connect(self._show)
        task.failed.connect(lambda _: self.close())

    # Beginning

    def ask_new(self) -> StartDialog:
        """Asks what a new rubric begins from."""
        page = self._page
        dialog = StartDialog(self._services, page.presenter.state.rubrics, page.window())
        dialog.empty_chosen.connect(lambda: self._begin(lambda make: make.empty()))
        dialog.shipped_chosen.connect(page.show_shipped)
        dialog.rubric_chosen.connect(self.copy)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def copy(self, rubric: Rubric) -> None:
        """A new rubric from a published one."""
        text = self._services.rubrics.source(rubric.id, rubric.version)
        self._begin(lambda make: make.copy_of(text))

    def edit_version(self) -> None:
        """The next version of the published rubric that is chosen."""
        rubric = self._page.presenter.state.current
        if rubric is not None:
            self.edit(rubric.id, rubric.version)

    def edit(self, rubric_id: str, version: int) -> None:
        """The next version, beginning from a published one."""
        self._begin(lambda make: make.next_version(rubric_id, version))

    def open(self, draft_id: str) -> None:
        self._begin(lambda make: make.go_on(draft_id))

    def _begin(self, begin: "Callable[[Beginnings], EditorPresenter]") -> None:
        """Reads and judges the file off this thread, then opens the editor."""
        if not self.save_typed():
            return
        from qa_desktop.desktop.rubrics.editor.beginnings import Beginnings

        services = self._services
        made = Beginnings(services.rubric_drafts, services.rubrics, services.language)
        task = services.runner.start(lambda _: begin(made))
        task.finished.connect(self._show)
        task.failed.connect(lambda error: self._page.banner.show_problems(error.problems))

    def _show(self, presenter: "EditorPresenter") -> None:
        from qa_desktop.desktop.rubrics.editor.page import EditorPage

        self._put_away()
        editor = EditorPage(self._services, presenter)
        editor.back_requested.connect(self.close)
        editor.publish_requested.connect(self.publish)
        editor.said.connect(lambda words: self._page.said.emit(words, "", None))
        editor.saved.connect(self._page.saved)
        self.editor = editor
        self._front.addWidget(editor)
        self._front.setCurrentWidget(editor)
        editor.first_focus().setFocus()

    def close(self) -> None:
        """Back to the library, which shows what became of the drafts."""
        self._put_away()
        self._page.reload()
        self._page.first_focus().setFocus()

    def _put_away(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            self._front.setCurrentIndex(0)
            self._front.removeWidget(editor)
            editor.hide()
            editor.deleteLater()

    def save_typed(self) -> bool:
        """Whether all of an open draft is on disk now."""
        return self.editor is None or self.editor.save_typed()

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or the person wants to lose it."""
        editor = self.editor
        if editor is None or editor.save_typed():
            return True
        if self._given_up == editor.presenter.document_text:
            return True
        if ask_leave(self._page, editor.state.saved.problems, self._services.language):
            self.give_up()
            return True
        return False

    def give_up(self) -> None:
        """What can't be saved may be lost: leaving does not ask any more."""
        if self.editor is not None:
            self._given_up = self.editor.presenter.document_text

    # Ending

    def discard(self, draft_id: str) -> None:
        drafts = self._services.rubric_drafts
        try:
            drafts.discard(draft_id)
        except ProblemError as error:
            self._page.banner.show_problems(error.problems)
            return
        self.reload()

        def bring_back() -> None:
            drafts.bring_back(draft_id)
            self.reload()

        self._page.said.emit(
            translate("RubricEditing", "Draft discarded"),
            translate("RubricEditing", "Undo"),
            bring_back,
        )

    def publish(self, draft_id: str) -> None:
        """Of the draft that is open, when all of it is saved."""
        from qa_desktop.desktop.rubrics.versions.publish_dialog import PublishDialog

        editor = self.editor
        if editor is None or editor.draft_id != draft_id:
            return
        rubric = editor.presenter.rubric
        dialog = PublishDialog(
            self._services,
            rubric,
            editor.state.notes,
            None if rubric is None else self._newest(rubric.id),
            self._page.window(),
            data=editor.state.data,
        )
        dialog.place_requested.connect(editor.reveal)
        dialog.confirmed.connect(lambda note: self._publish(editor.draft_id, note, dialog))
        dialog.review_requested.connect(self._page.review_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _newest(self, rubric_id: str) -> Rubric | None:
        """The published version before the draft, be it retired."""
        rubrics = self._services.rubrics
        known = [number for number, _ in rubrics.hashes(rubric_id)]
        try:
            return rubrics.get(rubric_id, max(known)) if known else None
        except ProblemError:
            # Not what was published: there is nothing to compare with.
            return None

    def _publish(self, draft_id: str, note: str, dialog: "PublishDialog") -> None:
        from qa_desktop.rubrics.draft_publishing import publish_draft

        services = self._services
        task = services.runner.start(
            lambda _: publish_draft(services.rubric_drafts, services.rubrics, draft_id, note)
        )
        task.finished.connect(lambda rubric: self._published(rubric, dialog))
        task.failed.connect(dialog.show_failure)

    def _published(self, rubric: Rubric, dialog: "PublishDialog") -> None:
        dialog.accept()
        self.close()
        self._page.show_rubric(rubric.id, rubric.version)
        self._page.published.emit(rubric)

"""The rubric that is being written in the window: saved, or left knowingly, before it goes."""

from typing import TYPE_CHECKING

from qa_desktop.desktop.window.pages import RUBRICS

if TYPE_CHECKING:
    from qa_desktop.desktop.rubrics.editing import Editing
    from qa_desktop.desktop.window.main_window import MainWindow


class RubricDrafts:
    """Where the rubrics' page was never shown there is nothing to save."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def _editing(self) -> "Editing | None":
        page = self._window.pages.page(RUBRICS)
        if page is None:
            return None
        # Loaded already, and only then.
        from qa_desktop.desktop.rubrics.page import RubricsPage

        return page.editing if isinstance(page, RubricsPage) else None

    def open_id(self) -> str | None:
        """Of the draft that is open in the editor."""
        editing = self._editing()
        return editing.editor.draft_id if editing and editing.editor else None

    def open(self, draft_id: str) -> None:
        """Over the rubrics' page, which is in front."""
        editing = self._editing()
        if editing is not None:
            editing.open(draft_id)

    def save_typed(self) -> bool:
        """Whether all of it is on disk now."""
        editing = self._editing()
        return editing is None or editing.save_typed()

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or the person wants to lose it."""
        editing = self._editing()
        return editing is None or editing.may_leave()

    def give_up(self) -> None:
        """What can't be saved may be lost."""
        editing = self._editing()
        if editing is not None and not editing.save_typed():
            editing.give_up()

"""What the editor does for each wish, button and key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from qa_desktop.desktop.rubrics.editor import paths, side
from qa_desktop.desktop.rubrics.editor.controls import language_name
from qa_desktop.desktop.rubrics.editor.keys import Action, key_of
from qa_desktop.desktop.rubrics.editor.navigation import beside, next_missing, next_note
from qa_desktop.desktop.rubrics.editor.state import Note
from qa_desktop.desktop.rubrics.editor.wishes import Act, Ask, Erase, Name, Wish, Word, Write
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path

if TYPE_CHECKING:
    from qa_desktop.desktop.rubrics.editor.page import EditorPage

translate = QCoreApplication.translate


class EditorActions:
    def __init__(self, page: "EditorPage") -> None:
        self._page = page
        does = page.presenter
        self._keys: dict[Action, Callable[[], object]] = {
            Action.NEW_ITEM: lambda: self._added(does.new_item),
            Action.NEW_SECTION: lambda: self._added(does.new_section),
            Action.DUPLICATE: lambda: page.after(does.duplicate()),
            Action.DELETE: self._delete,
            Action.RENAME: self.rename,
            Action.MOVE_UP: lambda: page.after(does.move(-1)),
            Action.MOVE_DOWN: lambda: page.after(does.move(1)),
            Action.PREVIOUS_NODE: lambda: page.select(beside(page.state, -1)),
            Action.NEXT_NODE: lambda: page.select(beside(page.state, 1)),
            Action.UNDO: lambda: page.after(does.undo()),
            Action.REDO: lambda: page.after(does.redo()),
            Action.NEXT_PROBLEM: lambda: self._to_problem(1),
            Action.PREVIOUS_PROBLEM: lambda: self._to_problem(-1),
            Action.TRANSLATE: self._translate,
            Action.MEND: lambda: page.after(does.mend()),
            Action.TEXT: self._toggle_text,
            Action.NEXT_COLUMN: lambda: self._to_column(1),
            Action.PREVIOUS_COLUMN: lambda: self._to_column(-1),
            Action.PUBLISH: self._publish,
            Action.BACK: self._back,
        }

    def perform(self, action: Action) -> None:
        """What was typed and not yet told comes first."""
        self._page.finish()
        self._page.text.flush()
        self._keys[action]()

    def wish(self, wish: Wish) -> None:
        """Of a field of the properties."""
        page, does = self._page, self._page.presenter
        match wish:
            case Write(("languages",), list() as listed, _):
                self._set_languages([str(name) for name in listed])
            case Write(path, value, typing):
                page.after(does.put(path, value, typing=typing))
            case Erase(path):
                page.after(does.remove(path))
            case Word(path, language, text, optional):
                page.after(does.set_text(path, language, text, optional=optional))
            case Name(path, new):
                page.after(does.rename(path, new))
            case Act(edit, code, path):
                page.after(does.apply(edit, code, path))
                if code == "add":
                    page.panel.focus_new_row()
            case Ask(what, path):
                self._ask(what, path)

    def _ask(self, what: str, path: Path) -> None:
        page, does = self._page, self._page.presenter
        match what:
            case "name":
                page.after(does.name_after(path))
            case "mend":
                page.after(does.mend())
            case "go":
                page.select(path)
                page.panel.focus_first()
            case "new_item":
                self._added(does.new_item)
            case "new_scenario":
                self._added(does.new_scenario)
            case "save_example":
                page.show_side(side.PREVIEW)
                page.preview.keep_example()
            case _:
                raise ValueError(what)

    def _set_languages(self, listed: list[str]) -> None:
        page = self._page
        gone = [name for name in page.state.languages if name not in listed]
        page.after(page.presenter.set_languages(listed))
        if gone and listed:
            words = translate("RubricEditor", "Its texts in {0} are gone. {1} brings them back.")
            named = ", ".join(map(language_name, gone))
            page.said.emit(words.format(named, key_of(Action.UNDO)))
        elif page.state.missing:
            said = translate("RubricEditor", "%n text(s) to write.", "", page.state.missing)
            leads = translate("RubricEditor", "{0} leads from one to the next.")
            page.said.emit(f"{said} {leads.format(key_of(Action.TRANSLATE))}")

    def select_item(self, item_id: str) -> None:
        """Of the preview."""
        node = self._page.presenter.item_node(item_id)
        if node is not None:
            self._page.select(node)

    def keep_example(self, given: Plain, expect: Plain) -> None:
        """What was graded in the preview."""
        page = self._page
        page.panel.flush()
        number = page.presenter.example_count() + 1
        titles = {
            language: {"zh-CN": f"示例 {number}"}.get(language, f"Example {number}")
            for language in page.state.languages
        }
        page.after(page.presenter.new_example(given, expect, titles))
        page.said.emit(translate("RubricEditor", "Saved as an example"))

    def go_to_place(self, path: Path, note: Note | None) -> None:
        """The field there; where the form can't show it, the place in the text."""
        page = self._page
        page.select(paths.node_of(path))
        page.show_properties()
        unseen = note is not None and note.line is not None
        if (not page.state.readable or not page.panel.reveal(path)) and unseen and note:
            page.show_side(side.TEXT)
            page.text.go_to(note.line or 1, note.column or 1)

    def enter(self) -> None:
        """From the outline into the properties."""
        self._page.show_properties()
        self._page.panel.focus_first()

    def rename(self) -> None:
        """The cursor into the selected node's title."""
        page = self._page
        node = page.state.selected
        key = "text" if paths.is_item(node) else "title"
        page.show_properties()
        language = page.state.language
        page.panel.reveal((*node, key), language)

    def _added(self, add: Callable[[], object]) -> None:
        page = self._page
        add()
        page.after(page.state)
        page.show_properties()
        self.rename()

    def _delete(self) -> None:
        page = self._page
        before = page.state
        page.after(page.presenter.delete())
        if page.state is not before:
            words = translate("RubricEditor", "Deleted. {0} brings it back.")
            page.said.emit(words.format(key_of(Action.UNDO)))

    def _to_problem(self, by: int) -> None:
        page = self._page
        note = next_note(page.state, by, page.panel.focused_place())
        if note is not None:
            self.go_to_place(note.path, note)

    def _translate(self) -> None:
        page = self._page
        found = next_missing(page.state, *page.panel.focused_text())
        if found is None:
            page.said.emit(translate("RubricEditor", "Nothing is left to translate."))
            return
        path, language = found
        page.select(paths.node_of(path))
        page.show_properties()
        page.panel.reveal(path, language)

    def _toggle_text(self) -> None:
        page = self._page
        shown = page.side.current == side.TEXT
        page.show_side(side.PREVIEW if shown else side.TEXT)
        if not shown:
            page.text.setFocus()

    def _to_column(self, by: int) -> None:
        page = self._page
        columns: list[QWidget] = [page.outline, page.panel, page.side]
        focused = QApplication.focusWidget()
        at = next(
            (
                place
                for place, column in enumerate(columns)
                if focused is not None and column.isAncestorOf(focused)
            ),
            0,
        )
        place = (at + by) % len(columns)
        if place == 0:
            page.outline.tree.setFocus()
        elif place == 1:
            page.show_properties()
            page.panel.focus_first()
        else:
            page.side.focus_view()

    def _publish(self) -> None:
        page = self._page
        if page.save_typed():
            page.publish_requested.emit(page.draft_id)

    def _back(self) -> None:
        if self._page.save_typed():
            self._page.back_requested.emit()

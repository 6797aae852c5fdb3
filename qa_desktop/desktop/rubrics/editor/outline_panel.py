"""The left column: tools for the parts of a rubric, its outline, and what is left to translate."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.editor.keys import Action, key_of
from qa_desktop.desktop.rubrics.editor.outline import Outline
from qa_desktop.desktop.rubrics.editor.state import EditorState
from qa_desktop.desktop.rubrics.editor.structure import can_be_moved
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton

translate = QCoreApplication.translate


class OutlinePanel(Retranslated):
    """Signal `asked(Action)` for the buttons; the tree has its own."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: EditorState | None = None
        self.tree = Outline(theme)
        self._item = TextButton(theme, "", "plus")
        self._section = TextButton(theme, "", "plus")
        self._tools = {
            Action.MOVE_UP: IconButton(theme, "chevron-up", size=tokens.HIT),
            Action.MOVE_DOWN: IconButton(theme, "chevron-down", size=tokens.HIT),
            Action.DUPLICATE: IconButton(theme, "copy", size=tokens.HIT),
            Action.DELETE: IconButton(theme, "trash-2", size=tokens.HIT),
        }
        self._missing = TextButton(theme, "link", "languages")
        self._item.clicked.connect(lambda: self.asked.emit(Action.NEW_ITEM))
        self._section.clicked.connect(lambda: self.asked.emit(Action.NEW_SECTION))
        self._missing.clicked.connect(lambda: self.asked.emit(Action.TRANSLATE))
        for action, button in self._tools.items():
            button.clicked.connect(lambda _=False, what=action: self.asked.emit(what))
        adds = QHBoxLayout()
        adds.setSpacing(tokens.TIGHT)
        adds.addWidget(self._item, 1)
        adds.addWidget(self._section, 1)
        tools = QHBoxLayout()
        tools.setSpacing(tokens.TIGHT)
        for button in self._tools.values():
            tools.addWidget(button)
        tools.addStretch()
        card = Card(margin=tokens.TIGHT)
        card.body.addWidget(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.SPACE, tokens.SPACE, 0, tokens.SPACE)
        column.setSpacing(tokens.TIGHT)
        column.addLayout(adds)
        column.addLayout(tools)
        column.addWidget(card, 1)
        column.addWidget(self._missing)
        self.retranslate()

    def show_state(self, state: EditorState) -> None:
        self._state = state
        self.tree.show_nodes(state.outline, state.selected)
        movable = can_be_moved(state.selected)
        for button in self._tools.values():
            button.setEnabled(movable and state.readable)
        for add in (self._item, self._section):
            add.setEnabled(state.readable)
        self._missing.setVisible(bool(state.missing))
        words = translate("RubricEditor", "%n translation(s) missing", "", state.missing)
        self._missing.name_it(words, key_of(Action.TRANSLATE))

    def retranslate(self) -> None:
        self.tree.setAccessibleName(translate("RubricEditor", "Outline"))
        self._item.name_it(translate("RubricEditor", "Item"), key_of(Action.NEW_ITEM))
        self._item.setAccessibleName(translate("RubricEditor", "New item"))
        self._section.name_it(translate("RubricEditor", "Section"), key_of(Action.NEW_SECTION))
        self._section.setAccessibleName(translate("RubricEditor", "New section"))
        names = {
            Action.MOVE_UP: translate("RubricEditor", "Move up"),
            Action.MOVE_DOWN: translate("RubricEditor", "Move down"),
            Action.DUPLICATE: translate("RubricEditor", "Duplicate"),
            Action.DELETE: translate("RubricEditor", "Delete"),
        }
        for action, button in self._tools.items():
            button.name_it(names[action], key_of(action))
        if self._state is not None:
            self.show_state(self._state)

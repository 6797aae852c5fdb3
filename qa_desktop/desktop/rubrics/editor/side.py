"""The right column: the preview, the text or the checks; where room is short the properties too."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.editor.keys import Action, key_of
from qa_desktop.desktop.rubrics.editor.state import EditorState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton

translate = QCoreApplication.translate

PROPERTIES, PREVIEW, TEXT, CHECKS = "properties", "preview", "text", "checks"


class Side(Retranslated):
    """One of several views at a time. Signal `chosen(str)`: the view a person asked for."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: EditorState | None = None
        self._stack = QStackedWidget()
        self._views: dict[str, QWidget] = {}
        self._tabs: dict[str, TextButton] = {}
        self._group = QButtonGroup(self)
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(tokens.SPACE, tokens.SPACE, tokens.SPACE, 0)
        self._bar.setSpacing(tokens.TIGHT)
        for key in (PROPERTIES, PREVIEW, TEXT, CHECKS):
            tab = TextButton(theme, "chip")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, which=key: self.chosen.emit(which))
            self._group.addButton(tab)
            self._tabs[key] = tab
            self._bar.addWidget(tab)
        self._bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self._stack, 1)
        self._tabs[PROPERTIES].hide()
        self.retranslate()

    def add_view(self, key: str, view: QWidget) -> None:
        self._views[key] = view
        self._stack.addWidget(view)
        self._tabs[key].show()

    def take_view(self, key: str) -> QWidget | None:
        """Gives a view away again; another one is in front then."""
        view = self._views.pop(key, None)
        if view is not None:
            self._stack.removeWidget(view)
            self._tabs[key].hide()
        return view

    def show_view(self, key: str) -> None:
        view = self._views.get(key)
        if view is not None:
            self._stack.setCurrentWidget(view)
            self._tabs[key].setChecked(True)

    @property
    def current(self) -> str:
        """The key of the view in front."""
        front = self._stack.currentWidget()
        return next((key for key, view in self._views.items() if view is front), "")

    def focus_view(self) -> None:
        """The cursor into the view in front; where it takes none, onto its tab."""
        view = self._stack.currentWidget()
        if view is None:
            return
        first = view if view.focusPolicy() & Qt.FocusPolicy.TabFocus else _first_in(view)
        (first or self._tabs[self.current or PREVIEW]).setFocus()

    def show_state(self, state: EditorState) -> None:
        self._state = state
        words = translate("RubricEditor", "Checks")
        count = len(state.notes)
        self._tabs[CHECKS].name_it(
            f"{words} {count}" if count else words, key_of(Action.NEXT_PROBLEM)
        )

    def retranslate(self) -> None:
        self._tabs[PROPERTIES].name_it(translate("RubricEditor", "Properties"))
        self._tabs[PREVIEW].name_it(translate("RubricEditor", "Preview"))
        self._tabs[TEXT].name_it(translate("RubricEditor", "YAML"), key_of(Action.TEXT))
        self._tabs[CHECKS].name_it(translate("RubricEditor", "Checks"))
        if self._state is not None:
            self.show_state(self._state)


def _first_in(view: QWidget) -> QWidget | None:
    for widget in view.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            return widget
    return None

"""Where several rubrics fit an interaction, or none does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.state import PageState, Phase, RubricChoice
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label


class RubricChooser(Retranslated):
    """Signals: `rubric_chosen(str id, int version)`, `library_requested`."""

    rubric_chosen = Signal(str, int)
    library_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: PageState | None = None
        self._title = make_label("title", wrap=True)
        self._text = make_label("muted", wrap=True)
        self._library = TextButton(theme, icon="book-open")
        self._library.clicked.connect(self.library_requested)
        self._buttons: list[TextButton] = []
        self._choices = QVBoxLayout()
        self._choices.setSpacing(tokens.SPACE)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.LOOSE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(IconLabel(theme, "clipboard-list", size=tokens.ICON_LARGE))
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(self._choices)
        column.addWidget(self._library, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_state(self, state: PageState) -> None:
        self._state = state
        none = state.phase is Phase.NO_RUBRIC
        self._title.setText(self.tr("No rubric fits") if none else self.tr("Choose a rubric"))
        self._text.setText(
            self.tr("Import or publish a rubric for this kind of interaction, then grade it here.")
            if none
            else self.tr("The review keeps the rubric that it begins with. Enter takes the first.")
        )
        self._library.name_it(self.tr("Open the rubrics"))
        self._library.setVisible(none)
        while self._buttons:
            gone = self._buttons.pop()
            gone.hide()
            gone.deleteLater()
        for choice in state.rubrics:
            self._choices.addWidget(self._button(choice))

    def _button(self, choice: RubricChoice) -> TextButton:
        button = TextButton(self._theme)
        button.setProperty("align", "left")
        button.setMinimumHeight(tokens.ROW_HEIGHT)
        count = self.tr("%n item(s)", "", choice.items)
        digit = f"{choice.digit}   " if choice.digit else ""
        facts = [count]
        if choice.usual:
            facts.append(self.tr("as last time"))
        # A line of its own for the title: they are long, and the column is narrow.
        button.name_it(f"{digit}{choice.title} v{choice.version}\n{' · '.join(facts)}")
        button.clicked.connect(lambda _=False, c=choice: self.rubric_chosen.emit(c.id, c.version))
        self._buttons.append(button)
        return button

    def usual(self) -> QWidget | None:
        """The button of the rubric that was chosen the last time."""
        choices = self._state.rubrics if self._state else ()
        return self._buttons[0] if choices and choices[0].usual else None

    def take(self) -> None:
        """Enter: the one with the focus, else the first."""
        focused = (button for button in self._buttons if button.hasFocus())
        button = next(focused, self._buttons[0] if self._buttons else None)
        if button is not None:
            button.click()

    def retranslate(self) -> None:
        if self._state is not None:
            self.show_state(self._state)

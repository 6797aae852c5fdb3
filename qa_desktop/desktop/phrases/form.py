"""One phrase: its shortcut, the kind of comment it makes, its words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout

from qa_desktop.base.settings import Phrase
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.words import kind_word
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property
from qa_desktop.reviews.model import CommentKind
from qa_desktop.reviews.phrases import PhraseFault

_TEXT_LINES = 5


class PhraseForm(Retranslated):
    """Signals: `shortcut_typed(str)`, `kind_chosen(str)`, `text_typed(str)`."""

    shortcut_typed = Signal(str)
    kind_chosen = Signal(str)
    text_typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._faults: tuple[PhraseFault, ...] = ()
        self._shortcut_label, self._kind_label, self._text_label = (
            make_label(),
            make_label(),
            make_label(),
        )
        self.shortcut = QLineEdit()
        self.shortcut.textEdited.connect(self.shortcut_typed)
        self.kind = QComboBox()
        for kind in ("", *CommentKind):
            self.kind.addItem("", str(kind))
        self.kind.activated.connect(lambda _: self.kind_chosen.emit(self.kind.currentData()))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_TEXT_LINES * tokens.WIDE + 2 * tokens.SPACE)
        self.text.textChanged.connect(self._tell_text)
        self._shown_text = ""
        self._hint = make_label("small", wrap=True)
        self._wrong_shortcut = _Fault(theme)
        self._wrong_text = _Fault(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.TIGHT)
        for label, field in (
            (self._shortcut_label, self.shortcut),
            (self._kind_label, self.kind),
            (self._text_label, self.text),
        ):
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            if field is self.shortcut:
                column.addWidget(self._wrong_shortcut)
            if field is not self.text:
                column.addSpacing(tokens.SPACE)
        column.addWidget(self._wrong_text)
        column.addWidget(self._hint)
        column.addStretch()
        self.retranslate()

    def show_phrase(self, phrase: Phrase | None, faults: tuple[PhraseFault, ...]) -> None:
        """None: there is nothing to edit."""
        self.setEnabled(phrase is not None)
        shown = phrase or Phrase(shortcut="", text="")
        if self.shortcut.text().strip() != shown.shortcut:
            self.shortcut.setText(shown.shortcut)
        self.kind.setCurrentIndex(max(self.kind.findData(shown.kind), 0))
        if self.text.toPlainText() != shown.text:
            self._shown_text = shown.text
            self.text.setPlainText(shown.text)
        self._faults = faults if phrase is not None else ()
        self._show_faults()

    def shortcut_is_good(self) -> bool:
        return not any(fault is not PhraseFault.NO_TEXT for fault in self._faults)

    def _tell_text(self) -> None:
        text = self.text.toPlainText()
        if text != self._shown_text:
            self._shown_text = text
            self.text_typed.emit(text)

    def _show_faults(self) -> None:
        words = {
            PhraseFault.NO_SHORTCUT: self.tr("Give it a shortcut."),
            PhraseFault.BAD_SHORTCUT: self.tr("At most 20 letters, without spaces and semicolons."),
            PhraseFault.TAKEN: self.tr("Another phrase has this shortcut."),
        }
        self._wrong_shortcut.show_text(next((words[f] for f in self._faults if f in words), ""))
        empty = PhraseFault.NO_TEXT in self._faults
        self._wrong_text.show_text(self.tr("Write what it stands for.") if empty else "")

    def retranslate(self) -> None:
        for label, field, word in (
            (self._shortcut_label, self.shortcut, self.tr("Shortcut")),
            (self._kind_label, self.kind, self.tr("Kind of comment")),
            (self._text_label, self.text, self.tr("Words")),
        ):
            _name(label, field, word)
        self.shortcut.setPlaceholderText(self.tr("Typed after ;"))
        self.kind.setItemText(0, self.tr("As it is"))
        for place, kind in enumerate(CommentKind, start=1):
            self.kind.setItemText(place, kind_word(kind))
        self._hint.setText(
            self.tr("Filled in where they stand: {agent}, {time} and {item} of the comment.")
        )
        self._show_faults()


class _Fault(Retranslated):
    """What is wrong with the field above; hidden while nothing is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = make_label("small", wrap=True)
        set_style_property(self._words, "tone", "bad")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.TIGHT)
        sign = IconLabel(theme, "circle-alert", "bad", tokens.ICON_SMALL)
        row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        self._words.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._words.text()

    def retranslate(self) -> None:
        """Its words come from the form."""


def _name(label: QLabel, field: QComboBox | QLineEdit | QPlainTextEdit, word: str) -> None:
    label.setText(word)
    field.setAccessibleName(word)

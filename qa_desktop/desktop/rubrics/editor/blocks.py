"""A field as widgets: its label, its control, and what is to be said of it below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.editor.controls import Choice, Flags, Line, LocalText
from qa_desktop.desktop.rubrics.editor.fields import (
    ChoiceField,
    Field,
    FlagsField,
    IdField,
    LineField,
    LocalField,
    NumberField,
    SaidField,
    WordsField,
)
from qa_desktop.desktop.rubrics.editor.numbers import typed_value
from qa_desktop.desktop.rubrics.editor.state import Note, Weight
from qa_desktop.desktop.rubrics.editor.wishes import Ask, Erase, Name, Wish, Word, Write
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property
from qa_desktop.rubrics.tree import Path

_ID, _NARROW_ID, _NUMBER, _NARROW_NUMBER = 168, 104, 88, 64
TONES = {Weight.ERROR: "bad", Weight.WARNING: "caution", Weight.ADVICE: "caution"}


class Said(QLabel):
    """What is wrong with a field, or could be better, below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "said")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        words = "\n".join(note.words for note in notes)
        if self.text() != words:
            self.setText(words)
        worst = next((n for n in notes if n.weight is Weight.ERROR), notes[0] if notes else None)
        set_style_property(self, "tone", TONES[worst.weight] if worst else "")
        if self.isHidden() == bool(notes):
            self.setVisible(bool(notes))


class Control(QWidget):
    """One field's control without a label. Signal `wished(Wish)`.

    `path` is where it writes now: the same widget shows another element when one was moved.
    """

    wished = Signal(object)

    def __init__(self, field: Field, theme: Theme, *, in_table: bool = False) -> None:
        """`in_table`: among other cells, where ids and numbers are narrower."""
        super().__init__()
        self.field = field
        self._in_table = in_table
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.TIGHT + 2)
        self._row = row
        self._show: Callable[[str], None] = lambda _: None
        self.inner: QWidget = self
        self._after: QLabel | None = None
        self._flush: Callable[[], None] = lambda: None
        self._make(field, theme)

    @property
    def path(self) -> Path:
        return self.field.path

    def show_field(self, field: Field, name: str) -> None:
        """`name` is what a screen reader calls it."""
        self.field = field
        self._show(name)

    def flush(self) -> None:
        self._flush()

    def mark(self, tone: str) -> None:
        """Of the border: "bad" where something is wrong."""
        if isinstance(self.inner, Line | Choice):
            set_style_property(self.inner, "tone", tone)

    def _make(self, field: Field, theme: Theme) -> None:
        match field:
            case LineField():
                line = Line(width=0) if field.wide else Line()
                self._use_line(line, self._line_typed, line.setPlaceholderText, field.sample)
            case IdField():
                width = _NARROW_ID if self._in_table else _ID
                self._use_line(Line(width=width), self._id_typed)
            case NumberField():
                line = Line(width=_NARROW_NUMBER if self._in_table else _NUMBER)
                line.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._use_line(line, self._number_typed, line.setPlaceholderText, field.sample)
                self._after = make_label("small")
                self._row.addWidget(self._after)
            case WordsField():
                line = Line(width=0)
                self._use_line(line, self._words_typed, line.setPlaceholderText, field.sample)
            case LocalField():
                self._use_local(field)
            case ChoiceField():
                self._use_choice()
            case FlagsField():
                self._use_flags(field)
            case SaidField():
                self._use_said(field, theme)
            case _:
                raise TypeError(type(field).__name__)

    def _use_line(
        self,
        line: Line,
        typed: Callable[[str], None],
        sample: Callable[[str], None] | None = None,
        words: str = "",
    ) -> None:
        if sample is not None and words:
            sample(words)
        line.typed.connect(typed)

        def show(name: str) -> None:
            value = getattr(self.field, "value", "")
            line.show_text(", ".join(value) if isinstance(value, tuple) else value)
            line.setAccessibleName(name)
            if self._after is not None and isinstance(self.field, NumberField):
                self._after.setText(self.field.after)

        self._hold(line, show, line.flush)

    def _hold(
        self, inner: QWidget, show: Callable[[str], None], flush: Callable[[], None] | None = None
    ) -> None:
        self.inner = inner
        self._row.addWidget(inner, 1)
        self.setFocusProxy(inner)
        self._show = show
        if flush is not None:
            self._flush = flush

    def _line_typed(self, text: str) -> None:
        optional = isinstance(self.field, LineField) and self.field.optional
        self._write(text.strip(), gone=optional and not text.strip())

    def _number_typed(self, text: str) -> None:
        optional = isinstance(self.field, NumberField) and self.field.optional
        if not text.strip() and optional:
            self._wish(Erase(self.path))
        else:
            self._wish(Write(self.path, typed_value(text), typing=True))

    def _id_typed(self, text: str) -> None:
        self._wish(Name(self.path[:-1], text.strip()))

    def _words_typed(self, text: str) -> None:
        words = [word.strip() for word in text.replace("，", ",").split(",")]
        listed = list(dict.fromkeys(word for word in words if word))
        if not listed and isinstance(self.field, WordsField) and self.field.optional:
            self._wish(Erase(self.path))
        else:
            self._wish(Write(self.path, [*listed], typing=True))

    def _write(self, text: str, *, gone: bool) -> None:
        self._wish(Erase(self.path) if gone else Write(self.path, text, typing=True))

    def _wish(self, wish: Wish) -> None:
        self.wished.emit(wish)

    def _use_local(self, field: LocalField) -> None:
        local = LocalText(tuple(field.texts))

        def said(language: str, text: str) -> None:
            optional = isinstance(self.field, LocalField) and self.field.optional
            self._wish(Word(self.path, language, text, optional))

        def show(name: str) -> None:
            if isinstance(self.field, LocalField):
                local.show_field(self.field, name)

        local.said.connect(said)
        local.done.connect(lambda: self._wish(Ask("name", self.path)))
        self._hold(local, show, local.flush)
        self.setFocusProxy(next(iter(local.fields.values())))

    def _use_choice(self) -> None:
        choice = Choice()

        def chosen(place: int) -> None:
            field = self.field
            if isinstance(field, ChoiceField) and (wish := field.options[place].wish) is not None:
                self._wish(wish)

        def show(name: str) -> None:
            if isinstance(self.field, ChoiceField):
                choice.show_field(self.field)
            choice.setAccessibleName(name)

        choice.chosen.connect(chosen)
        self._hold(choice, show)

    def _use_flags(self, field: FlagsField) -> None:
        flags = Flags(len(field.options))

        def ticked(values: object) -> None:
            listed = values if isinstance(values, list) else []
            optional = isinstance(self.field, FlagsField) and self.field.optional
            gone = optional and not listed
            self._wish(Erase(self.path) if gone else Write(self.path, listed))

        def show(name: str) -> None:
            if isinstance(self.field, FlagsField):
                flags.show_field(self.field, name)

        flags.ticked.connect(ticked)
        self._hold(flags, show)

    def _use_said(self, field: SaidField, theme: Theme) -> None:
        label = make_label("small", wrap=True)
        button = TextButton(theme, "link")
        if self._in_table or field.act:
            label.setMinimumHeight(tokens.BUTTON_HEIGHT)

        def show(_name: str) -> None:
            said = self.field
            if isinstance(said, SaidField):
                label.setText(said.text)
                label.setVisible(bool(said.text))
                set_style_property(label, "tone", said.tone)
                button.name_it(said.act)
                button.setVisible(bool(said.act))

        def pressed() -> None:
            if isinstance(self.field, SaidField) and self.field.wish is not None:
                self._wish(self.field.wish)

        button.clicked.connect(pressed)
        self._row.addWidget(label, 1 if field.text else 0)
        self._row.addWidget(button)
        if not field.text:
            self._row.addStretch()
        self.inner = button
        self._show = show


class Block(QWidget):
    """A labelled field. Signal `wished(Wish)`."""

    wished = Signal(object)

    def __init__(self, field: Field, theme: Theme) -> None:
        super().__init__()
        self._label = make_label("small")
        self.control = Control(field, theme)
        self.control.wished.connect(self.wished)
        self._hint = make_label("small", wrap=True)
        self._said = Said()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self._label, self.control, self._hint, self._said):
            column.addWidget(widget)
        if isinstance(field, SaidField):
            self._label.hide()

    def show_field(self, field: Field) -> None:
        self._label.setText(field.label)
        self._label.setVisible(bool(field.label) and not isinstance(field, SaidField))
        self.control.show_field(field, field.label)
        self._hint.setText(field.hint)
        self._hint.setVisible(bool(field.hint))

    def show_notes(self, notes: Sequence[Note]) -> None:
        self._said.show_notes(notes)
        self.control.mark(TONES[notes[0].weight] if notes else "")
        said = self._said.text()
        if self.control.inner.accessibleDescription() != said:
            self.control.inner.setAccessibleDescription(said)

    def paths(self) -> list[Path]:
        return [self.control.path]

    def control_at(self, path: Path) -> Control | None:
        return self.control if path[: len(self.control.path)] == self.control.path else None

    def flush(self) -> None:
        self.control.flush()

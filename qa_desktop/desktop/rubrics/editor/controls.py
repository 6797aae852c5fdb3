"""Single controls of the properties: a line, a number, a text in each language, a choice, flags."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from qa_desktop.desktop.review.text_field import PAUSE_MS, TextField
from qa_desktop.desktop.rubrics.editor.fields import ChoiceField, FlagsField, LocalField
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.restyle import set_style_property
from qa_desktop.rubrics.plain import Plain

translate = QCoreApplication.translate

_FIRM_SPACE = "\u00a0"
_LINE_WIDTH, _CHOICE_WIDTH = 168, 200
_ENTER = ("\r", "\n")


class Line(QLineEdit):
    """Signal `typed(str)` a moment after the last keystroke, on Enter and when the focus goes."""

    typed = Signal(str)

    def __init__(self, *, width: int = _LINE_WIDTH) -> None:
        super().__init__()
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.setMinimumHeight(tokens.BUTTON_HEIGHT)
        if width:
            self.setFixedWidth(tokens.scaled(width))
        self.textEdited.connect(lambda _: self._pause.start())

    def show_text(self, text: str) -> None:
        """What is written; what was typed since and not yet told stays."""
        if self._pause.isActive():
            return
        self._told = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Tells at once what was typed and not yet told."""
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.typed.emit(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in _ENTER:
            self.flush()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)


def language_name(code: str) -> str:
    """As its own speakers write it."""
    return {"zh-CN": "中文", "en": "English", "zh": "中文"}.get(code, code)


class LocalText(QWidget):
    """One text field a language, side by side.

    Signals: `said(language, text)`; `done` when the words are written: on Enter, and when the
    focus goes.
    """

    said = Signal(str, str)
    done = Signal()

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.fields: dict[str, TextField] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE)
        for language in languages:
            made = TextField()
            made.typed.connect(lambda text, key=language: self.said.emit(key, text))
            made.left.connect(self.done)
            made.done.connect(self.done)
            self.fields[language] = made
            row.addWidget(made, 1, Qt.AlignmentFlag.AlignTop)

    def show_field(self, field: LocalField, name: str) -> None:
        wanted = not field.optional or any(field.texts.values())
        several = len(self.fields) > 1
        for language, made in self.fields.items():
            # As the field gives them back: it must not tell of what nobody typed.
            text = field.texts.get(language, "").replace(_FIRM_SPACE, " ")
            word = language_name(language)
            missing = wanted and not text
            if made.toPlainText() != text and not made.hasFocus():
                made.show_text(text)
                # Long ones are read from their beginning.
                made.moveCursor(QTextCursor.MoveOperation.Start)
            else:
                made.show_text(text)
            lacking = translate("RubricEditor", "{0} is missing").format(word)
            made.name_it(f"{name}, {word}" if several else name, lacking if missing else word)
            set_style_property(made, "tone", "caution" if missing else "")

    def focus_language(self, language: str) -> None:
        field = self.fields.get(language)
        if field is not None:
            field.setFocus()
            field.moveCursor(QTextCursor.MoveOperation.End)

    def language_of(self, widget: QWidget | None) -> str:
        """Of the field that `widget` is; "" for any other."""
        return next((key for key, field in self.fields.items() if field is widget), "")

    def flush(self) -> None:
        for field in self.fields.values():
            field.flush()


class Choice(QComboBox):
    """Signal `chosen(int)` for what a person chose."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self.setMinimumWidth(tokens.scaled(_CHOICE_WIDTH) // 2)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self.chosen)

    def show_field(self, field: ChoiceField) -> None:
        words = [option.words for option in field.options]
        if [self.itemText(n) for n in range(self.count())] != words:
            self.clear()
            self.addItems(words)
        if self.currentIndex() != field.chosen:
            self.setCurrentIndex(field.chosen)


class Flags(QWidget):
    """Boxes to tick. Signal `ticked(list)`: the values of those that are."""

    ticked = Signal(object)

    def __init__(self, count: int) -> None:
        super().__init__()
        flow = FlowLayout(self, tokens.SPACE)
        keeps_height(self)
        self._values: Mapping[int, Plain] = {}
        self.boxes: list[QCheckBox] = []
        for _ in range(count):
            box = QCheckBox()
            box.clicked.connect(self._tell)
            self.boxes.append(box)
            flow.addWidget(box)

    def show_field(self, field: FlagsField, name: str) -> None:
        self._values = dict(enumerate(value for value, _ in field.options))
        for box, (value, words) in zip(self.boxes, field.options, strict=True):
            box.setText(words.replace("&", "&&"))
            box.setAccessibleName(f"{name}: {words}")
            box.setChecked(value in field.chosen)

    def _tell(self) -> None:
        chosen = [self._values[n] for n, box in enumerate(self.boxes) if box.isChecked()]
        self.ticked.emit(chosen)

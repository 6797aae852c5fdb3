"""How an item is answered: buttons, a number, or a number measured between two moments."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from qa_desktop.desktop.review.card.answer_button import AnswerButton, OneAnswer
from qa_desktop.desktop.review.state import AnswerForm, ItemState, NumberState, OptionState
from qa_desktop.desktop.review.text_field import PAUSE_MS
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property

_NUMBER_WIDTH = 64


class ButtonAnswers(QWidget):
    """One of several, or several. Signals: `chosen(str)`, the option's key; `pointed(str)`, that
    of the option under the pointer or with the focus, "" for none any more.
    """

    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(self, *, one_of: bool) -> None:
        super().__init__()
        self._one_of = one_of
        self._flow = FlowLayout(self, tokens.TIGHT + 1)
        keeps_height(self)
        self._buttons: list[AnswerButton] = []
        self._options: tuple[OptionState, ...] = ()
        self._trailing: AnswerButton | None = None

    def show_item(self, item: ItemState, *, locked: bool) -> None:
        while len(self._buttons) < len(item.options):
            self._add(len(self._buttons))
        for button, option in zip(self._buttons, item.options, strict=True):
            label = option.label or QCoreApplication.translate("Review", "None of these")
            button.show_option(
                label,
                f"{item.text}: {label}",
                _hint(option),
                chosen=option.chosen,
                tone=str(option.tone),
            )
            button.setEnabled(not locked or option.chosen)
        self._options = item.options

    def buttons(self) -> Sequence[AnswerButton]:
        """Those of the answers, in their order."""
        return self._buttons

    def add_trailing(self, button: AnswerButton) -> None:
        """A button after all the answers, at the far end."""
        self._trailing = button
        self._flow.add_trailing(button)

    def _add(self, place: int) -> None:
        button = OneAnswer() if self._one_of else AnswerButton()
        button.clicked.connect(lambda: self.chosen.emit(self._options[place].key))
        button.reached.connect(lambda: self.pointed.emit(self._options[place].key))
        button.passed.connect(lambda: self.pointed.emit(""))
        self._flow.addWidget(button)
        # Tab goes by them as they are read, whenever they were made.
        if self._buttons:
            QWidget.setTabOrder(self._buttons[-1], button)
        if self._trailing is not None:
            QWidget.setTabOrder(button, self._trailing)
        self._buttons.append(button)


def _hint(option: OptionState) -> str:
    key = QCoreApplication.translate("Review", "key {0}").format(option.digit)
    parts = [part for part in (option.hint, key if option.digit else "") if part]
    return " · ".join(parts)


class NumberField(QLineEdit):
    """A short number. Signals: `typed(str)` soon after the last keystroke; `left` on Enter;
    `stepped(int)` on Up and Down.
    """

    typed = Signal(str)
    left = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(tokens.scaled(_NUMBER_WIDTH))
        self.setMinimumHeight(tokens.HIT)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._told = ""
        self.textEdited.connect(lambda _: self._pause.start())

    def show_number(self, text: str, *, wrong: bool) -> None:
        """What was typed and is wrong stays on screen, to be mended."""
        if not self._pause.isActive() and not wrong:
            self._told = text
            if self.text() != text:
                self.setText(text)
        set_style_property(self, "tone", "bad" if wrong else "")

    def type_first(self, digit: str) -> None:
        """A digit that was pressed on the page begins a new number here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(digit)
        self._pause.start()

    def flush(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.typed.emit(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Taken here: the page would go on to the next item with the same key.
            self.flush()
            self.left.emit()
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.flush()
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)


class NumberAnswer(QWidget):
    """Points: minus, the number, plus. Signals: `typed(str)`, `stepped(int)`, `left`."""

    typed = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = NumberField()
        self._less = _small_button(theme, "minus")
        self._more = _small_button(theme, "plus")
        self._of = make_label("muted")
        row = _row(self)
        for widget in (self._less, self.field, self._more, self._of):
            row.addWidget(widget)
        row.addStretch()
        self.field.typed.connect(self.typed)
        self.field.left.connect(self.left)
        self.field.stepped.connect(self.stepped)
        self._less.clicked.connect(lambda: self.stepped.emit(-1))
        self._more.clicked.connect(lambda: self.stepped.emit(1))

    def show_item(self, item: ItemState, amount: NumberState, *, locked: bool) -> None:
        self.field.show_number(amount.value, wrong="number" in item.lacking)
        self.field.setAccessibleName(item.text)
        self.field.setReadOnly(locked)
        self._less.name_it(QCoreApplication.translate("Review", "Less"))
        self._more.name_it(QCoreApplication.translate("Review", "More"))
        for button in (self._less, self._more):
            button.setVisible(not locked)
        self._of.setText(f"/ {amount.maximum}" if amount.maximum else "")


class MeasureAnswer(QWidget):
    """Two moments and the value between them, or the value typed.

    Signals: `mark_requested(int)` with 0 for the first moment and 1 for the second,
    `unmark_requested`, `typed(str)`, `left`.
    """

    mark_requested = Signal(int)
    unmark_requested = Signal()
    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = NumberField()
        self._start = _mark_button(theme)
        self._end = _mark_button(theme)
        self._arrow = QLabel("→")
        self._unit = make_label("heading")
        self._again = TextButton(theme, "chip")
        self._again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        flow = FlowLayout(self, tokens.TIGHT + 1)
        keeps_height(self)
        for widget in (self._start, self._arrow, self._end, self.field, self._unit, self._again):
            flow.addWidget(widget)
        self._arrow.setFixedHeight(tokens.HIT)
        self._unit.setFixedHeight(tokens.HIT)
        self.field.typed.connect(self.typed)
        self.field.left.connect(self.left)
        self._start.clicked.connect(lambda: self.mark_requested.emit(0))
        self._end.clicked.connect(lambda: self.mark_requested.emit(1))
        self._again.clicked.connect(self.unmark_requested)

    def show_item(self, item: ItemState, amount: NumberState, *, locked: bool) -> None:
        self.field.show_number(amount.value, wrong="number" in item.lacking)
        self.field.setAccessibleName(item.text)
        self.field.setReadOnly(locked)
        start, end = amount.marks_ms
        self._start.name_it(_from_words(start), action="range_in")
        self._end.name_it(_to_words(end), action="range_out")
        self._again.name_it(QCoreApplication.translate("Review", "Mark anew"))
        marked = start is not None or end is not None
        for widget in (self._start, self._arrow, self._end):
            widget.setVisible(amount.markable and (not locked or marked))
        for button in (self._start, self._end):
            button.setEnabled(not locked)
        self._again.setVisible(marked and not locked)
        self._unit.setText(unit_word(amount.unit))
        full = amount.score_pct == 100
        tone = "" if amount.score_pct is None else ("good" if full else "caution")
        set_style_property(self._unit, "tone", tone)


def _from_words(at_ms: int | None) -> str:
    if at_ms is None:
        return QCoreApplication.translate("Review", "From here")
    return QCoreApplication.translate("Review", "From {0}").format(moment_text(at_ms))


def _to_words(at_ms: int | None) -> str:
    if at_ms is None:
        return QCoreApplication.translate("Review", "To here")
    return QCoreApplication.translate("Review", "To {0}").format(moment_text(at_ms))


def unit_word(unit: str) -> str:
    return {
        "s": QCoreApplication.translate("Review", "seconds"),
        "min": QCoreApplication.translate("Review", "minutes"),
    }.get(unit, unit)


def bands_words(amount: NumberState) -> str:
    """What a measured value is worth: "≤ 30 → 100 % · ≤ 90 → 50 % · more → 0 %"."""
    parts = []
    for band in amount.bands:
        if band.up_to:
            text = QCoreApplication.translate("Review", "≤ {0}: {1} %")
            parts.append(text.format(_amount_words(band.up_to, amount.unit), band.score_pct))
        else:
            parts.append(QCoreApplication.translate("Review", "more: {0} %").format(band.score_pct))
    return " · ".join(parts)


def _amount_words(value: str, unit: str) -> str:
    shown = QLocale().toString(float(value), "g", 6)
    words = {
        "s": QCoreApplication.translate("Review", "{0} s"),
        "min": QCoreApplication.translate("Review", "{0} min"),
    }
    return words.get(unit, f"{{0}} {unit}").format(shown)


def is_number(form: AnswerForm) -> bool:
    return form in (AnswerForm.NUMBER, AnswerForm.MEASURE)


def _small_button(theme: Theme, icon: str) -> IconButton:
    button = IconButton(theme, icon, quiet=False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoRepeat(True)
    return button


def _mark_button(theme: Theme) -> TextButton:
    button = TextButton(theme, "chip")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.TIGHT)
    return row

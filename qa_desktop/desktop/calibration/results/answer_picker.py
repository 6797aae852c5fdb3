"""Chooses the answer that was agreed on: by a click or by the keys that grade."""

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.card.form import MAX_BUTTONS, scale_values
from qa_desktop.desktop.review.card.numbers import number_text, typed_number
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.rubrics.given import answer_fits
from qa_desktop.rubrics.model import Answer, Choice, Item, Measure, Multi, Points, Scale

_NUMBER_WIDTH = 72
NA = "na"


class AnswerPicker(Retranslated):
    """One button an answer, a field for numbers; several for items that take several.

    Signal `chosen(object)`: the Answer, None when it was taken back.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._item: Item | None = None
        self._language = "en"
        self._answer: Answer | None = None
        self._flow = FlowLayout(self, tokens.TIGHT + 1)
        keeps_height(self)
        self.buttons: dict[str, TextButton] = {}
        self.field: QLineEdit | None = None

    def show_item(self, item: Item | None, answer: Answer | None, language: str) -> None:
        if (item, language) != (self._item, self._language):
            self._item, self._language = item, language
            self._build()
        self._answer = answer
        self._show_answer()

    def answer(self) -> Answer | None:
        return self._answer

    def press(self, key: str) -> bool:
        """A digit of the keyboard, or "n" for N/A; whether there is an answer for it."""
        item = self._item
        if item is None:
            return False
        if key == "n":
            return self._press(NA)
        if isinstance(item.answer, Scale):
            return self._press(key)
        places = [name for name in self.buttons if name != NA]
        if key.isdecimal() and 1 <= int(key) <= len(places):
            return self._press(places[int(key) - 1])
        return False

    def _press(self, name: str) -> bool:
        button = self.buttons.get(name)
        if button is not None:
            button.click()
        return button is not None

    def _build(self) -> None:
        self._flow.clear()
        self.buttons, self.field = {}, None
        item = self._item
        if item is None:
            return
        for name, word in self._choices(item):
            button = TextButton(self._theme, "answer")
            button.setCheckable(True)
            button.name_it(word)
            button.clicked.connect(lambda _=False, name=name: self._clicked(name))
            self.buttons[name] = button
        if not self.buttons or isinstance(item.answer, Points | Measure):
            self._add_field()
        for button in self.buttons.values():
            self._flow.addWidget(button)
        if item.na_allowed:
            na = TextButton(self._theme, "answer")
            na.setCheckable(True)
            na.clicked.connect(lambda: self._clicked(NA))
            self.buttons[NA] = na
            self._flow.addWidget(na)
        self.retranslate()

    def _choices(self, item: Item) -> list[tuple[str, str]]:
        match item.answer:
            case Scale() as scale if len(scale_values(scale)) <= MAX_BUTTONS:
                return [(number_text(value),) * 2 for value in scale_values(scale)]
            case Choice(options=options) | Multi(options=options):
                return [(option.id, option.title.to(self._language)) for option in options]
        return []

    def _add_field(self) -> None:
        self.field = QLineEdit()
        self.field.setFixedWidth(tokens.scaled(_NUMBER_WIDTH))
        self.field.editingFinished.connect(self._typed)
        self._flow.addWidget(self.field)

    def _clicked(self, name: str) -> None:
        item = self._item
        if item is None:
            return
        pressed = self.buttons[name].isChecked()
        if name == NA:
            self._take(Answer(na=True) if pressed else None)
        elif isinstance(item.answer, Multi):
            known = self._answer.values if self._answer is not None else None
            values = [one for one in known or () if one != name] + ([name] if pressed else [])
            order = [option.id for option in item.answer.options]
            self._take(Answer(values=tuple(sorted(values, key=order.index))) if values else None)
        elif isinstance(item.answer, Scale):
            self._take(Answer(value=Fraction(name)) if pressed else None)
        else:
            self._take(Answer(value=name) if pressed else None)

    def _typed(self) -> None:
        item, field = self._item, self.field
        if item is None or field is None:
            return
        value = typed_number(field.text())
        answer = None if value is None else Answer(value=value)
        if answer is not None and not answer_fits(item, answer):
            answer = None
        if answer != self._answer and not (answer is None and self._is_na()):
            self._take(answer)

    def _is_na(self) -> bool:
        return self._answer is not None and self._answer.na

    def _take(self, answer: Answer | None) -> None:
        self._answer = answer
        self._show_answer()
        self.chosen.emit(answer)

    def _show_answer(self) -> None:
        answer = self._answer
        names: set[str] = set()
        if answer is not None:
            if answer.na:
                names = {NA}
            elif answer.values is not None:
                names = set(answer.values)
            elif isinstance(answer.value, Fraction):
                names = {number_text(answer.value)}
            elif answer.value is not None:
                names = {answer.value}
        for name, button in self.buttons.items():
            button.setChecked(name in names)
        if self.field is not None and not self.field.hasFocus():
            number = answer is not None and isinstance(answer.value, Fraction)
            self.field.setText(
                number_text(Fraction(str(answer.value))) if answer and number else ""
            )

    def first_focus(self) -> QWidget:
        return self.field or next(iter(self.buttons.values()), self)

    def retranslate(self) -> None:
        na = self.buttons.get(NA)
        if na is not None:
            na.name_it(self.tr("N/A"))
        if self.field is not None:
            self.field.setAccessibleName(self.tr("Agreed answer"))

"""One item of a form, to read."""

from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.numbers import number_text, percent_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.flow_layout import FlowLayout
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.status_label import StatusLabel
from qa_desktop.rubrics.model import (
    Choice,
    CommentRule,
    Effect,
    Item,
    Measure,
    Multi,
    Points,
    Rubric,
    Scale,
    Scope,
    Veto,
)

_NUMBER_WIDTH = 24
_FULL = Fraction(1)
_MOST_STEPS = 11


class ItemView(QWidget):
    def __init__(
        self, theme: Theme, item: Item, number: int, rubric: Rubric, language: str
    ) -> None:
        super().__init__()
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, tokens.TIGHT, 0, tokens.TIGHT)
        column.setSpacing(tokens.TIGHT)
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        column.addLayout(head)
        place = make_label("muted", str(number))
        place.setFixedWidth(tokens.scaled(_NUMBER_WIDTH))
        place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        title = make_label("", item.text.to(language), wrap=True)
        if item.veto is not None:
            # On one line with the pill.
            place.setFixedHeight(tokens.CHIP_HEIGHT)
            place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            title.setMinimumHeight(tokens.CHIP_HEIGHT)
        head.addWidget(place, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        if item.veto is not None:
            veto = StatusLabel(theme)
            head.addWidget(veto, alignment=Qt.AlignmentFlag.AlignTop)
            # Not before: without a parent it would be a window that takes the focus.
            veto.show_status(_tr_veto(item.veto), icon="octagon-x", tone="caution")
            veto.setToolTip(self._veto_trigger(item))
        if item.weight != _FULL:
            weight = QCoreApplication.translate("RubricForm", "weight {0}")
            head.addWidget(make_label("small", weight.format(number_text(item.weight))))
        rest = QVBoxLayout()
        rest.setContentsMargins(tokens.scaled(_NUMBER_WIDTH) + tokens.SPACE, 0, 0, 0)
        rest.setSpacing(tokens.TIGHT)
        if item.help is not None:
            rest.addWidget(make_label("small", item.help.to(language), wrap=True))
        rest.addWidget(self._answers(item))
        if notes := self._notes(item, rubric):
            rest.addWidget(make_label("small", notes, wrap=True))
        column.addLayout(rest)

    def _answers(self, item: Item) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        for text in self._answer_words(item):
            flow.addWidget(Chip(text))
        if item.na_allowed:
            flow.addWidget(Chip(QCoreApplication.translate("RubricForm", "N/A")))
        return holder

    def _answer_words(self, item: Item) -> list[str]:
        answer = item.answer
        if isinstance(answer, Choice | Multi):
            return [
                f"{option.title.to(self._language)}  {percent_text(option.score * 100)}"
                for option in answer.options
            ]
        if isinstance(answer, Scale):
            return self._scale_words(answer)
        if isinstance(answer, Points):
            words = QCoreApplication.translate("RubricForm", "0 to {0} points, in steps of {1}")
            return [words.format(number_text(answer.max), number_text(answer.step))]
        if isinstance(answer, Measure):
            return [
                f"≤ {number_text(band.up_to)} {answer.unit}  {percent_text(band.score * 100)}"
                if band.up_to is not None
                else f"{_more()}  {percent_text(band.score * 100)}"
                for band in answer.bands
            ]
        return [QCoreApplication.translate("RubricForm", "Free text")]

    def _scale_words(self, scale: Scale) -> list[str]:
        anchors = {value: text.to(self._language) for value, text in scale.anchors}
        steps = scale.max - scale.min + 1
        if steps > _MOST_STEPS:
            return [f"{number_text(scale.min)} – {number_text(scale.max)}"]
        values = [scale.max - step for step in range(int(steps))]
        return [
            f"{number_text(value)}  {anchors[value]}" if value in anchors else number_text(value)
            for value in values
        ]

    def _notes(self, item: Item, rubric: Rubric) -> str:
        notes = []
        if item.comment is CommentRule.ALWAYS:
            notes.append(QCoreApplication.translate("RubricForm", "Comment required"))
        elif item.comment is CommentRule.BELOW and item.comment_below is not None:
            words = QCoreApplication.translate("RubricForm", "Comment required below {0}")
            notes.append(words.format(percent_text(item.comment_below * 100)))
        if item.reasons:
            titles = ", ".join(reason.title.to(self._language) for reason in item.reasons)
            notes.append(QCoreApplication.translate("RubricForm", "Reasons: {0}").format(titles))
        if item.show_if is not None:
            asked = {other.id: other for other in rubric.items()}.get(item.show_if.item)
            title = asked.text.to(self._language) if asked else item.show_if.item
            words = QCoreApplication.translate("RubricForm", "Asked only after “{0}”")
            notes.append(words.format(title))
        return " · ".join(notes)

    def _veto_trigger(self, item: Item) -> str:
        if item.veto is None:
            return ""
        titles: dict[str, str] = {}
        if isinstance(item.answer, Choice | Multi):
            titles = {o.id: o.title.to(self._language) for o in item.answer.options}
        answers = [
            titles.get(value, value) if isinstance(value, str) else number_text(value)
            for value in item.veto.when
        ]
        words = QCoreApplication.translate("RubricForm", "When answered: {0}")
        return words.format(", ".join(answers))


def _more() -> str:
    return QCoreApplication.translate("RubricForm", "more")


def _tr_veto(veto: Veto) -> str:
    scopes = {
        Scope.ITEM: QCoreApplication.translate("RubricForm", "Veto: item"),
        Scope.SECTION: QCoreApplication.translate("RubricForm", "Veto: section"),
        Scope.FORM: QCoreApplication.translate("RubricForm", "Veto: whole form"),
    }
    cap = number_text(veto.cap) if veto.cap is not None else ""
    effects = {
        Effect.ZERO: QCoreApplication.translate("RubricForm", "zero"),
        Effect.CAP: QCoreApplication.translate("RubricForm", "at most {0}").format(cap),
        Effect.FAIL_KEEP_SCORE: QCoreApplication.translate("RubricForm", "fails, keeps score"),
    }
    return f"{scopes[veto.scope]}, {effects[veto.effect]}"

"""One item of the scorecard: its question, its answers, its guidance, comment and reason."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.card.answer_button import AnswerButton, OneAnswer
from qa_desktop.desktop.review.card.answers import (
    ButtonAnswers,
    MeasureAnswer,
    NumberAnswer,
    bands_words,
)
from qa_desktop.desktop.review.card.evidence import EvidenceList
from qa_desktop.desktop.review.card.guidance_text import GuidanceText
from qa_desktop.desktop.review.card.reason_button import ReasonButton
from qa_desktop.desktop.review.state import AnswerForm, ItemState
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import IconButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property

_NUMBER_WIDTH = 22
_LEVEL = 2


class ItemCard(Retranslated):
    """Signals: `selected`; `chosen(str)`, `na_requested`, `number_typed(str)`,
    `number_stepped(int)`, `mark_requested(int)`, `unmark_requested`; `comment_typed(str)`,
    `reason_toggled(str)`; `evidence_activated(str)`, `evidence_delete_requested(str)` of a comment;
    `guidance_requested`: more of it or less; `left`: done with typing,
    the keys are the page's again.
    """

    selected = Signal()
    chosen = Signal(str)
    na_requested = Signal()
    number_typed = Signal(str)
    number_stepped = Signal(int)
    mark_requested = Signal(int)
    unmark_requested = Signal()
    comment_typed = Signal(str)
    reason_toggled = Signal(str)
    evidence_activated = Signal(str)
    evidence_delete_requested = Signal(str)
    guidance_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, item: ItemState) -> None:
        super().__init__()
        self._theme = theme
        self._item = item
        self._locked = False
        self._number = make_label("muted")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._number.setFixedWidth(tokens.scaled(_NUMBER_WIDTH))
        self._text = make_label("item", wrap=True)
        # The first line stands level with the chips beside it.
        for label in (self._number, self._text):
            label.setContentsMargins(0, _LEVEL, 0, _LEVEL)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._veto = Chip()
        self._critical = Chip()
        self._guidance = GuidanceText(theme)
        self._guidance_open = False
        self._meaning = ElidedLabel(role="small")
        self._pointed = ""
        self._buttons: ButtonAnswers | None = None
        self._points: NumberAnswer | None = None
        self._measure: MeasureAnswer | None = None
        one_of = item.form is AnswerForm.SINGLE
        self._na = OneAnswer() if one_of else AnswerButton()
        self._reasons = ReasonButton(theme)
        self._comment = TextField()
        self._write = IconButton(theme, "message-square-text", size=tokens.HIT)
        self._write.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._writing = False
        self._evidence = EvidenceList(theme)
        self._evidence.activated.connect(self.evidence_activated)
        self._evidence.delete_requested.connect(self.evidence_delete_requested)
        self._said = make_label("quote", wrap=True)
        self._lack_icon = IconLabel(theme, "circle-alert", "bad", tokens.ICON_SMALL)
        self._lack = make_label("small", wrap=True)
        set_style_property(self._lack, "tone", "bad")
        self._lay_out(self._make_answer())
        self._guidance.clicked.connect(self.guidance_requested)
        self._na.clicked.connect(self.na_requested)
        self._reasons.reason_toggled.connect(self.reason_toggled)
        self._comment.typed.connect(self.comment_typed)
        self._comment.done.connect(self._stop_writing)
        self._write.clicked.connect(self.write_comment)
        self._comment.left.connect(self.left)
        theme.changed.connect(self.update)
        self.retranslate()

    def _make_answer(self) -> QWidget:
        match self._item.form:
            case AnswerForm.SINGLE | AnswerForm.TOGGLES:
                one_of = self._item.form is AnswerForm.SINGLE
                self._buttons = ButtonAnswers(one_of=one_of)
                self._buttons.chosen.connect(self.chosen)
                self._buttons.pointed.connect(self._point)
                return self._buttons
            case AnswerForm.NUMBER:
                self._points = NumberAnswer(self._theme)
                self._points.typed.connect(self.number_typed)
                self._points.stepped.connect(self.number_stepped)
                self._points.left.connect(self.left)
                return self._points
            case AnswerForm.MEASURE:
                self._measure = MeasureAnswer(self._theme)
                self._measure.typed.connect(self.number_typed)
                self._measure.mark_requested.connect(self.mark_requested)
                self._measure.unmark_requested.connect(self.unmark_requested)
                self._measure.left.connect(self.left)
                return self._measure
            case _:
                return QWidget()

    def _lay_out(self, answer: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(tokens.TIGHT)
        head.addWidget(self._text, 1)
        for chip in (self._critical, self._veto):
            head.addWidget(chip, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._write, alignment=Qt.AlignmentFlag.AlignTop)
        answers = QHBoxLayout()
        answers.setSpacing(tokens.SPACE)
        answers.addWidget(answer, 1)
        if self._buttons is not None:
            self._buttons.add_trailing(self._na)
        else:
            answers.addWidget(self._na, alignment=Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self._reasons)
        foot.addWidget(self._meaning, 1)
        foot.addStretch()
        lack = QHBoxLayout()
        lack.setSpacing(tokens.TIGHT)
        lack.addWidget(self._lack_icon, alignment=Qt.AlignmentFlag.AlignTop)
        lack.addWidget(self._lack, 1)
        column = QVBoxLayout()
        column.setSpacing(tokens.TIGHT)
        column.addLayout(head)
        column.addWidget(self._guidance)
        column.addLayout(answers)
        column.addLayout(foot)
        column.addWidget(self._evidence)
        column.addWidget(self._said)
        column.addWidget(self._comment)
        column.addLayout(lack)
        grid = QGridLayout(self)
        grid.setContentsMargins(tokens.TIGHT, tokens.TIGHT, tokens.SPACE, tokens.SPACE)
        grid.setHorizontalSpacing(tokens.SPACE)
        grid.addWidget(self._number, 0, 0, alignment=Qt.AlignmentFlag.AlignTop)
        grid.addLayout(column, 0, 1)
        grid.setColumnStretch(1, 1)

    def item(self) -> ItemState:
        return self._item

    def show_item(self, item: ItemState, *, locked: bool) -> None:
        if item == self._item and locked == self._locked:
            return
        self._item, self._locked = item, locked
        self._draw()

    def open_guidance(self, *, opened: bool) -> None:
        """All of the guidance, or two lines of it."""
        if opened != self._guidance_open:
            self._guidance_open = opened
            self._show_guidance()

    def write_comment(self) -> None:
        """Puts the cursor into the comment."""
        if self._item.comment_allowed and not self._locked:
            self._writing = True
            self._show_comment()
            self._comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_reasons(self) -> None:
        if self._item.reasons and not self._locked:
            self._reasons.show()
            self._reasons.open_menu()

    def type_digit(self, digit: str) -> bool:
        """Whether this item takes digits as the beginning of a number."""
        number = self._points or self._measure
        if number is None or self._locked:
            return False
        number.field.type_first(digit)
        return True

    def flush(self) -> None:
        """Tells at once what was typed and not yet told."""
        self._comment.flush()
        number = self._points or self._measure
        if number is not None:
            number.field.flush()

    def retranslate(self) -> None:
        self._draw()

    def _draw(self) -> None:
        item, locked = self._item, self._locked
        self._number.setText(str(item.number))
        self.setAccessibleName(f"{item.number}. {item.text}")
        self._text.setText(item.text)
        set_style_property(self._text, "role", "heading" if item.current else "item")
        tone = "bad" if item.veto_held else "caution"
        self._veto.show_fact(self.tr("veto") if item.has_veto else "", tone)
        self._critical.show_fact(self._critical_word())
        self._show_guidance()
        self._show_answer()
        self._na.show_option(
            self.tr("N/A"),
            self.tr("{0}: not applicable").format(item.text),
            self.tr("Not applicable  {0}").format("N"),
            chosen=item.na,
            tone="accent",
        )
        self._na.setVisible(item.na_allowed and (not locked or item.na))
        self._na.setEnabled(not locked)
        self._reasons.show_reasons(item.reasons, locked=locked)
        chosen = any(reason.chosen for reason in item.reasons)
        self._reasons.setVisible(item.reasons_wanted and (chosen or not locked))
        self._evidence.show_evidence(item.evidence, locked=locked)
        self._show_comment()
        self._show_lacks()
        self.update()

    def _show_answer(self) -> None:
        item = self._item
        if self._buttons is not None:
            self._buttons.show_item(item, locked=self._locked)
        if self._points is not None and item.amount is not None:
            self._points.show_item(item, item.amount, locked=self._locked)
        if self._measure is not None and item.amount is not None:
            self._measure.show_item(item, item.amount, locked=self._locked)

    def _show_comment(self) -> None:
        item = self._item
        note = item.form is AnswerForm.NOTE
        writable = item.comment_allowed and not self._locked
        placeholder = self.tr("Note") if note else self.tr("Comment")
        if item.comment_required:
            placeholder = self.tr("Comment (needed)")
        self._comment.name_it(self.tr("Comment on {0}").format(item.text), placeholder)
        self._comment.show_text(item.comment)
        wanted = item.comment_required or bool(item.comment)
        opened = note or self._writing or (item.current and wanted)
        self._comment.setVisible(writable and opened)
        self._write.setVisible(writable and item.current and not opened)
        self._write.name_it(self.tr("Comment"), action="item_comment")
        self._said.setText(self.tr("“{0}”").format(item.comment))
        self._said.setVisible(bool(item.comment) and self._comment.isHidden())

    def _stop_writing(self) -> None:
        """A field that was left empty goes again."""
        self._writing = False
        self._show_comment()

    def _show_lacks(self) -> None:
        words = {
            "answer": self.tr("Not answered yet."),
            "comment": self.tr("Needs a comment."),
            "reason": self.tr("Needs a reason."),
            "number": self.tr("This number isn't possible here."),
        }
        said = " ".join(words[what] for what in self._item.lacking)
        self._lack.setText(said)
        self._lack.setVisible(bool(said))
        self._lack_icon.setVisible(bool(said))

    def _show_guidance(self) -> None:
        item = self._item
        anchors = [f"{value}  {text}" for value, text in item.anchors]
        self._guidance.show_guidance(
            item.guidance, anchors, item.precedents, opened=self._guidance_open
        )
        said = bool(item.guidance or anchors or item.precedents)
        self._guidance.setVisible(item.current and said)
        meaning = self._meaning_words()
        self._meaning.setText(meaning)
        opened = self._guidance_open and bool(anchors)
        self._meaning.setVisible(item.current and bool(meaning) and not opened)

    def _meaning_words(self) -> str:
        """What the answer pointed at or chosen stands for; else what all of them do."""
        item = self._item
        if item.amount is not None and item.amount.bands:
            return bands_words(item.amount)
        anchors = dict(item.anchors)
        chosen = [option.key for option in item.options if option.chosen]
        for key in (self._pointed, *chosen):
            if key in anchors:
                return f"{key}  {anchors[key]}"
        return " · ".join(f"{value} {text}" for value, text in item.anchors)

    def _point(self, key: str) -> None:
        self._pointed = key
        self._meaning.setText(self._meaning_words())

    def _critical_word(self) -> str:
        return {
            "customer": self.tr("customer-critical"),
            "business": self.tr("business-critical"),
            "compliance": self.tr("compliance-critical"),
        }.get(self._item.critical or "", "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._item.current:
            self.selected.emit()
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._item.current:
            return
        colours = self._theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), tokens.BORDER))
        painter.setBrush(QColor(colours.raised))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, tokens.RADIUS_LARGE, tokens.RADIUS_LARGE)
        painter.end()

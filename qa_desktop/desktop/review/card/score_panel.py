"""The live score: number, grade, sections, what is left to answer, and vetoes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.review.state import MissingState, PageState, ScoreState, VetoState
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import IconButton, TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.key_hint import KeyHint
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.section_bar import SectionBar, title_width
from qa_desktop.desktop.widgets.status_label import StatusLabel

_SCORE_WIDTH, _SCORE_HEIGHT = 100, 39
_BESIDE = 140


class ScorePanel(Retranslated):
    """Signals: `why_requested`, `next_unanswered_requested`, `fold_requested`,
    `compare_requested`, `veto_activated(str item_id)`.
    """

    why_requested = Signal()
    fold_requested = Signal()
    compare_requested = Signal()
    next_unanswered_requested = Signal()
    veto_activated = Signal(str)

    def __init__(self, theme: Theme, *, in_review: bool = True) -> None:
        """`in_review` False: a form that is tried out has nothing to fold or to compare with."""
        super().__init__()
        self._theme = theme
        self._in_review = in_review
        self._state: PageState | None = None
        self._score = QPushButton()
        self._score.setProperty("role", "score")
        self._score.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._score.setMinimumSize(tokens.scaled(_SCORE_WIDTH), tokens.scaled(_SCORE_HEIGHT))
        self._score.clicked.connect(self.why_requested)
        self._grade = StatusLabel(theme)
        self._so_far = make_label("small")
        self._bars: list[SectionBar] = []
        self._bars_shown = True
        self._bar_column = QVBoxLayout()
        self._bar_column.setSpacing(0)
        number = QVBoxLayout()
        number.setSpacing(2)
        left = Qt.AlignmentFlag.AlignLeft
        number.addStretch()
        number.addWidget(self._score, alignment=left)
        number.addWidget(self._grade, alignment=left)
        number.addWidget(self._so_far, alignment=left)
        number.addStretch()
        top = QHBoxLayout()
        top.setContentsMargins(tokens.WIDE, tokens.TIGHT, tokens.WIDE, tokens.TIGHT)
        top.setSpacing(tokens.WIDE)
        top.addLayout(number)
        top.addLayout(self._bar_column, 1)
        line = QFrame()
        line.setProperty("role", "line")
        self._left = TextButton(theme, "link")
        self._left.setMinimumHeight(tokens.HIT)
        self._left.setProperty("tone", "caution")
        self._left.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._left.clicked.connect(self.next_unanswered_requested)
        self._left_key = KeyHint("Alt+Down", action="next_unanswered")
        self._left_row = QWidget()
        left_row = QHBoxLayout(self._left_row)
        left_row.setContentsMargins(tokens.WIDE - tokens.TIGHT, 0, tokens.WIDE, 0)
        left_row.setSpacing(tokens.TIGHT)
        left_row.addWidget(self._left)
        left_row.addWidget(self._left_key)
        left_row.addStretch()
        self._fold = IconButton(theme, "chevrons-down-up", size=tokens.HIT)
        self._fold.clicked.connect(self.fold_requested)
        self._compare = IconButton(theme, "git-compare-arrows", size=tokens.HIT)
        self._compare.clicked.connect(self.compare_requested)
        for button in (self._fold, self._compare):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            left_row.addWidget(button)
            button.setVisible(in_review)
        self._veto = VetoBanner(theme)
        self._veto.activated.connect(self.veto_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(line)
        column.addWidget(self._left_row)
        column.addWidget(self._veto)
        self.retranslate()

    def show_state(self, state: PageState) -> None:
        self._state = state
        score = state.score
        self._score.setText(score.text or "–")
        self._score.setAccessibleName(
            self.tr("Score {0}, why?").format(score.text or self.tr("none yet"))
        )
        word, icon, tone = self._grade_words(score)
        self._grade.show_status(word, icon=icon, tone=tone)
        so_far = score.provisional and bool(score.text)
        self._so_far.setText(self.tr("so far") if so_far else "")
        self._so_far.setVisible(so_far)
        self._show_bars(score)
        self._show_missing(state.missing, read_only=state.read_only)
        if state.blind is not None:
            self._compare.hide()
        self._veto.show_vetoes(score.vetoes, score.before_veto)

    def _grade_words(self, score: ScoreState) -> tuple[str, str, str]:
        if score.form_veto:
            return score.grade or self.tr("Failed"), "x", "bad"
        if score.provisional and score.grade:
            return score.grade, "circle-dashed", ""
        if score.outcome == "pass":
            return score.grade or self.tr("Passed"), "check", "good"
        if score.outcome == "fail":
            return score.grade or self.tr("Failed"), "x", "bad"
        if score.provisional:
            return self.tr("Not graded yet"), "circle-dashed", ""
        return self.tr("Not scored"), "ban", ""

    def show_sections(self, *, shown: bool) -> None:
        """Whether each section's bar stands beside the score, where there is room."""
        self._bars_shown = shown
        for bar in self._bars:
            bar.setVisible(shown)

    def _show_bars(self, score: ScoreState) -> None:
        while len(self._bars) > len(score.bars):
            gone = self._bars.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._bars) < len(score.bars):
            bar = SectionBar(self._theme)
            self._bars.append(bar)
            self._bar_column.addWidget(bar)
            # Not before: without a parent it would be a window that takes the focus.
            bar.setVisible(self._bars_shown)
        for bar, state in zip(self._bars, score.bars, strict=True):
            bar.show_section(state.title, state.share, state.score or "–")
        self._fit_bars()

    def _fit_bars(self) -> None:
        room = self._bar_column.geometry().width()
        for bar in self._bars:
            bar.set_title_width(title_width(self._bars, room))

    def _show_missing(self, missing: MissingState, *, read_only: bool) -> None:
        self._left.setVisible(not read_only)
        metrics = self._left.fontMetrics()
        room = max(self.width() - tokens.scaled(_BESIDE) - 2 * tokens.HIT, _SCORE_WIDTH)
        text = short = self.tr("All answered")
        if missing.count:
            text = short = self.tr("%n item(s) left", "", missing.count)
        if missing.count and self._in_review:
            following = self.tr("{0} · next: {1}")
            # The item's name is what gives way.
            room -= metrics.horizontalAdvance(following.format(short, ""))
            name = metrics.elidedText(missing.next_text, Qt.TextElideMode.ElideRight, max(room, 0))
            text, short = following.format(text, missing.next_text), following.format(short, name)
        self._left.name_it(short)
        self._left.setAccessibleName(text)
        self._left.setToolTip(text)
        self._left.setEnabled(bool(missing.count))
        self._left_key.setVisible(bool(missing.count) and not read_only and self._in_review)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._state is not None:
            self._show_missing(self._state.missing, read_only=self._state.read_only)
            self._fit_bars()

    def retranslate(self) -> None:
        self._fold.name_it(self.tr("Fold answered sections"), action="fold_answered")
        self._compare.name_it(self.tr("Compare with the last review"), action="compare")
        self._score.setToolTip(self.tr("Why this score?  {0}").format("W"))
        if self._state is not None:
            self.show_state(self._state)


class VetoBanner(QWidget):
    """What holds a veto, and what the score was before. Signal `activated(str item_id)`."""

    activated = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        frame = QFrame()
        frame.setProperty("role", "banner")
        frame.setProperty("tone", "bad")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(tokens.SPACE, tokens.TIGHT, tokens.SPACE, 0)
        whole.addWidget(frame)
        self._item_id = ""
        self._title = make_label("heading", wrap=True)
        self._title.setProperty("tone", "bad")
        self._text = make_label("", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(frame)
        row.setContentsMargins(
            tokens.SPACE + tokens.TIGHT, tokens.SPACE, tokens.SPACE, tokens.SPACE
        )
        row.setSpacing(tokens.SPACE)
        mark = IconLabel(theme, "octagon-x", "bad")
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._go = TextButton(theme, "link")
        self._go.clicked.connect(lambda: self.activated.emit(self._item_id))
        row.addWidget(self._go, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_vetoes(self, vetoes: tuple[VetoState, ...], before: str) -> None:
        self.setVisible(bool(vetoes))
        if not vetoes:
            return
        self._item_id = vetoes[0].item_id
        self._title.setText(self.tr("Veto: {0}").format(", ".join(v.item_text for v in vetoes)))
        parts = []
        if before:
            parts.append(self.tr("Before the veto {0}.").format(before))
        parts.append(self._effect_words(vetoes[0]))
        self._text.setText(" ".join(parts))
        self._go.name_it(self.tr("Go to it"))
        self.setAccessibleName(f"{self._title.text()}. {self._text.text()}")
        self._keep_whole()

    def _keep_whole(self) -> None:
        """Layouts squeeze words that wrap; what must be read is not squeezed."""
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keep_whole()

    def _effect_words(self, veto: VetoState) -> str:
        match veto.scope, veto.effect:
            case "form", "zero":
                return self.tr("The whole review scores 0.")
            case "form", "cap":
                return self.tr("The review scores at most {0}.").format(veto.cap)
            case "form", _:
                return self.tr("The review fails; the score stays.")
            case "section", "zero":
                return self.tr("Its section scores 0.")
            case "section", "cap":
                return self.tr("Its section scores at most {0}.").format(veto.cap)
            case _, "cap":
                return self.tr("The item scores at most {0} %.").format(veto.cap)
            case _:
                return self.tr("The item scores 0.")

"""The page's right third: score, scorecard, comments and the bar that saves and submits."""

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qa_desktop.desktop.review.card.rubric_chooser import RubricChooser
from qa_desktop.desktop.review.card.score_panel import ScorePanel
from qa_desktop.desktop.review.card.scorecard import Scorecard
from qa_desktop.desktop.review.comments.comment_list import CommentList
from qa_desktop.desktop.review.draft_banner import DraftBanner
from qa_desktop.desktop.review.save_bar import SaveBar
from qa_desktop.desktop.review.state import PageState, Phase
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner

NARROWEST = 400
WIDEST = 720
_WIDEST_LEAST = 520
_LEAST_CARD = 88
# Lower than that, the bars of the sections give way to what is graded with.
_ROOM_FOR_BARS = 480
_MEMORY = "review/comments"
_GUIDANCE, _OPEN = "review/guidance", "open"
_GUIDANCE, _OPEN = "review/guidance", "open"
_COMMENTS_PART = 3


class GradingPanel(QWidget):
    """Holds the parts; their signals are the page's to connect."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        theme = services.theme
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # Larger text takes more of the width, but leaves half of a small window to the sound.
        self.setMinimumWidth(min(tokens.scaled(NARROWEST), _WIDEST_LEAST))
        self.setMaximumWidth(max(tokens.scaled(WIDEST), WIDEST))
        self.draft = DraftBanner(theme)
        self.score = ScorePanel(theme)
        self.scorecard = Scorecard(theme)
        self.comments = CommentList(theme, lambda: services.language)
        self.chooser = RubricChooser(theme)
        self.problems = ProblemBanner(theme, lambda: services.language)
        self.save_bar = SaveBar(theme)
        self._lower = remembered_splitter(Qt.Orientation.Vertical, services.memory, _MEMORY)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QFrame()
        line.setProperty("role", "line")
        column.addWidget(line)
        column.addWidget(self.comments)
        self.scorecard.setMinimumHeight(_LEAST_CARD)
        self._lower.addWidget(self.scorecard)
        self._lower.addWidget(lower)
        self._lower.setStretchFactor(0, 1)
        self._lower.setStretchFactor(1, 0)
        self._by_hand = recall(self._lower, services.memory, _MEMORY)
        self._lower.splitterMoved.connect(self._take_hand)
        self.comments.grown.connect(lambda: QTimer.singleShot(0, self, self._fit_comments))
        form = QWidget()
        inside = QVBoxLayout(form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.draft)
        inside.addWidget(self.score)
        inside.addWidget(self._lower, 1)
        warning = QVBoxLayout()
        warning.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, tokens.SPACE)
        warning.addWidget(self.problems)
        inside.addLayout(warning)
        inside.addWidget(self.save_bar)
        self.scorecard.open_guidance(opened=services.memory.value(_GUIDANCE) == _OPEN)
        self.scorecard.guidance_opened.connect(
            lambda opened: services.memory.setValue(_GUIDANCE, _OPEN if opened else "")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(form)
        self._stack.addWidget(self.chooser)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def show_state(self, state: PageState, active_comment: str | None) -> None:
        choosing = state.phase in (Phase.CHOOSE_RUBRIC, Phase.NO_RUBRIC)
        self._stack.setCurrentIndex(1 if choosing else 0)
        if choosing:
            self.chooser.show_state(state)
            return
        self.score.show_state(state)
        self.scorecard.show_state(state)
        self.comments.show_state(state, active_comment)
        self.problems.show_problems(state.save.problems)
        self.save_bar.show_state(state)
        self.draft.show_state(state)
        # The rows are as high as their words are only once they are laid out.
        QTimer.singleShot(0, self, self._fit_comments)

    def _take_hand(self) -> None:
        self._by_hand = True

    def _fit_comments(self) -> None:
        """The comments take what they need, up to a third, until the splitter is moved by hand."""
        whole = sum(self._lower.sizes())
        if self._by_hand or not whole:
            return
        wanted = self.comments.needed_height(whole // _COMMENTS_PART)
        if self._lower.sizes()[1] != wanted:
            self._lower.setSizes([whole - wanted, wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.height() >= tokens.scaled(_ROOM_FOR_BARS)
        self.score.show_sections(shown=roomy)
        # A comment that is being written comes before the card, which scrolls.
        self.scorecard.setMinimumHeight(_LEAST_CARD if roomy else 1)
        self._fit_comments()

    def flush(self) -> None:
        """Tells at once all that was typed and not yet told."""
        self.scorecard.flush()
        self.comments.flush()


def remembered_splitter(orientation: Qt.Orientation, memory: QSettings, key: str) -> QSplitter:
    """A splitter that keeps where it was put."""
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(tokens.SPACE)
    splitter.splitterMoved.connect(lambda *_: memory.setValue(key, splitter.saveState()))
    return splitter


def recall(splitter: QSplitter, memory: QSettings, key: str) -> bool:
    """Puts it where it was; False where nothing is remembered."""
    state = memory.value(key)
    return isinstance(state, QByteArray) and splitter.restoreState(state)

"""The page's right third: score, scorecard, comments and the bar that saves and submits."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qa_desktop.desktop.review.comment_list import CommentList
from qa_desktop.desktop.review.rubric_chooser import RubricChooser
from qa_desktop.desktop.review.save_bar import SaveBar
from qa_desktop.desktop.review.score_panel import ScorePanel
from qa_desktop.desktop.review.scorecard import Scorecard
from qa_desktop.desktop.review.state import PageState, Phase
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner

NARROWEST = 400
WIDEST = 720
_MEMORY = "review/comments"
_CARD_HEIGHT, _COMMENTS_HEIGHT = 480, 160


class GradingPanel(QWidget):
    """Holds the parts; their signals are the page's to connect."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        theme = services.theme
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.score = ScorePanel(theme)
        self.scorecard = Scorecard(theme)
        self.comments = CommentList(theme)
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
        self.scorecard.setMinimumHeight(tokens.ROW_HEIGHT * 4)
        self._lower.addWidget(self.scorecard)
        self._lower.addWidget(lower)
        self._lower.setStretchFactor(0, 3)
        self._lower.setStretchFactor(1, 1)
        if not recall(self._lower, services.memory, _MEMORY):
            self._lower.setSizes([_CARD_HEIGHT, _COMMENTS_HEIGHT])
        form = QWidget()
        inside = QVBoxLayout(form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.score)
        inside.addWidget(self._lower, 1)
        warning = QVBoxLayout()
        warning.setContentsMargins(tokens.SPACE, 0, tokens.SPACE, tokens.SPACE)
        warning.addWidget(self.problems)
        inside.addLayout(warning)
        inside.addWidget(self.save_bar)
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

"""Items that stay unclear over sessions: is it the rubric or the people?"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.model import GradedSession, SessionKind, SessionState
from qa_desktop.calibration.naming import names
from qa_desktop.calibration.statistics.clearness import Cause, Clearness, clearness
from qa_desktop.desktop.calibration.rulings.clearness_words import (
    advice,
    cause_words,
    evidence,
)
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.empty_state import EmptyState
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.status_label import StatusLabel

_MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`titles` by rubric and item; `people` by fingerprint."""

    items: tuple[Clearness, ...]
    sessions: int
    titles: Mapping[tuple[str, str], tuple[str, str]]
    people: Mapping[str, str]


def find(services: Services, progress: Progress) -> Found:
    """From every revealed session of the workspace; off the window's thread."""
    language = services.language
    revealed = [
        summary.session
        for summary in services.calibration.sessions()
        if summary.session.state is SessionState.REVEALED
        and summary.session.kind is SessionKind.CALIBRATION
    ]
    graded: list[GradedSession] = []
    people: dict[str, str] = {}
    titles: dict[tuple[str, str], tuple[str, str]] = {}
    for done, session in enumerate(sorted(revealed, key=lambda one: one.made_at)):
        progress.report(done, len(revealed), session.title)
        one = services.calibration.graded(session.id)
        graded.append(one)
        people |= names(session)
        title = one.rubric.title.to(language)
        for item in one.rubric.items():
            titles[one.rubric.id, item.id] = (item.text.to(language), title)
    return Found(items=clearness(graded), sessions=len(revealed), titles=titles, people=people)


class UnclearList(Retranslated):
    """Names stand here: it is for who leads, not for the projector."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._reading = False
        self._found: Found | None = None
        self.cards: list[Card] = []
        self.banner = ProblemBanner(services.theme, lambda: services.language)
        self._told = make_label("muted", wrap=True)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = EmptyState(services.theme, "scale")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        waiting = QWidget()
        middle = QVBoxLayout(waiting)
        middle.addStretch()
        middle.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch()
        stage = QWidget()
        self._stage = QStackedLayout(stage)
        for part in (waiting, self._scroll, self.empty):
            self._stage.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE)
        column.addWidget(self._told)
        column.addWidget(self.banner)
        column.addWidget(stage, 1)
        self.retranslate()

    def reload(self) -> None:
        """Reads every session anew; what is shown stays until then."""
        if self._reading:
            return
        self._reading = True
        services = self._services
        task = services.runner.start(lambda progress: find(services, progress))
        task.progressed.connect(self._show_progress)
        task.finished.connect(self._take)
        task.failed.connect(self._fail)
        task.over.connect(self._over)

    def _over(self) -> None:
        self._reading = False

    def _show_progress(self, done: int, total: int, _what: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _fail(self, error: ProblemError) -> None:
        self.banner.show_problems(error.problems)

    def _take(self, found: Found) -> None:
        self.banner.show_problems(())
        self._found = found
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setMaximumWidth(tokens.COLUMN_CAP)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, tokens.SPACE, 0)
        column.setSpacing(tokens.SPACE)
        self.cards = []
        for one in found.items[:_MOST]:
            if one.cause is Cause.STEADY:
                continue
            card = self._card(one, found)
            column.addWidget(card)
            self.cards.append(card)
        steady = sum(one.cause is Cause.STEADY for one in found.items)
        if steady:
            column.addWidget(make_label("small", self.tr("%n item(s) are clear", "", steady)))
        column.addStretch()
        self._scroll.setWidget(inside)
        self._stage.setCurrentIndex(1 if found.items else 2)
        self._told.setVisible(bool(found.items))

    def _card(self, one: Clearness, found: Found) -> Card:
        item, rubric = found.titles[one.rubric_id, one.item_id]
        word, icon, tone = cause_words(one.cause)
        card = Card(margin=tokens.SPACE + tokens.TIGHT)
        card.body.setSpacing(tokens.TIGHT)
        mark = StatusLabel(self._services.theme)
        mark.show_status(word, icon=icon, tone=tone)
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        head.addWidget(make_label("heading", item, wrap=True), 1)
        head.addWidget(mark)
        card.body.addLayout(head)
        card.body.addWidget(make_label("", advice(one, found.people), wrap=True))
        facts = self.tr("{0} · {1}").format(rubric, evidence(one))
        card.body.addWidget(make_label("small", facts, wrap=True))
        card.setAccessibleName(f"{item}: {word}")
        return card

    def retranslate(self) -> None:
        self._told.setText(
            self.tr(
                "An item on which most split session after session is unclear itself; one on which"
                " one or two deviate from an agreeing group is not. It takes two sessions with"
                " three people or more."
            )
        )
        self.progress.setAccessibleName(self.tr("Reading the sessions"))
        self._scroll.setAccessibleName(self.tr("Items that stay unclear"))
        self.empty.show_words(
            self.tr("Nothing to compare yet"),
            self.tr("After two revealed sessions with three people or more it can be said here."),
        )
        self._show()

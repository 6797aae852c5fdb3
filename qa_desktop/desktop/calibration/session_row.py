"""One session in the list: what it is, how far it is, and the next thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from qa_desktop.calibration.model import SessionRole, SessionState
from qa_desktop.calibration.sessions.desk_model import SessionSummary
from qa_desktop.desktop.calibration.session.facts_line import rubric_text
from qa_desktop.desktop.calibration.sessions_presenter import Need
from qa_desktop.desktop.calibration.words import due_text, session_facts
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property
from qa_desktop.desktop.widgets.status_label import StatusLabel
from qa_desktop.rubrics.model import Rubric

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BAR_WIDTH = 176
_BUTTON_WIDTH = 112
_ICONS = {
    Need.TO_GRADE: ("pencil", "accent"),
    Need.TO_CLOSE: ("inbox", "accent"),
    Need.WAITING: ("clock", "muted"),
    Need.REVEALED: ("eye", "good"),
}


class SessionRow(Card):
    """Signals: `opened` by Enter, a click or its button; `results_wanted` by its button;
    `step_wanted(-1 or 1)` to the row above or below."""

    accessible_role = QAccessible.Role.ListItem

    opened = Signal()
    results_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(
        self, services: Services, summary: SessionSummary, need: Need, rubric: Rubric | None
    ) -> None:
        super().__init__(margin=tokens.SPACE)
        self._services = services
        self.summary = summary
        self._rubric = rubric
        self.need = need
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme = services.theme
        self._title = ElidedLabel(role="heading")
        self._facts = make_label("small", wrap=True)
        self._due = StatusLabel(theme)
        self._progress = make_label("small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._waiting = StatusLabel(theme)
        primary = need in (Need.TO_GRADE, Need.TO_CLOSE)
        self.act = TextButton(theme, "primary" if primary else "")
        self.act.setMinimumWidth(tokens.scaled(_BUTTON_WIDTH))
        self.act.clicked.connect(self._act)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        far = QWidget()
        far.setFixedWidth(tokens.scaled(_BAR_WIDTH))
        inner = QVBoxLayout(far)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(tokens.TIGHT)
        inner.addWidget(self._progress)
        inner.addWidget(self._bar)
        row = QHBoxLayout()
        row.setContentsMargins(tokens.SPACE, tokens.TIGHT, tokens.SPACE, tokens.TIGHT)
        row.setSpacing(tokens.WIDE)
        row.addWidget(IconLabel(theme, *_ICONS[need]))
        row.addLayout(words, 1)
        row.addWidget(self._waiting)
        row.addWidget(self._due)
        row.addWidget(far)
        row.addWidget(self.act)
        self.body.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        summary, session = self.summary, self.summary.session
        self._title.setText(session.title)
        rubric = rubric_text(self._rubric, session, self._services.language)
        self._facts.setText(f"{rubric} · {session_facts(session)} · {self._role()}")
        done, total, words = self._far()
        self._progress.setText(words)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._bar.setAccessibleName(words)
        self._bar.setVisible(total > 0)
        self._show_due()
        if session.folder is None:
            waiting = self.tr("%n file(s) to hand on", "", summary.waiting)
        else:
            waiting = self.tr("%n file(s) wait for the folder", "", summary.waiting)
        self._waiting.show_status(waiting if summary.waiting else "", icon="upload", tone="caution")
        words_of = {
            Need.TO_GRADE: self.tr("Grade"),
            Need.TO_CLOSE: self.tr("Close"),
            Need.WAITING: self.tr("Look"),
            Need.REVEALED: self.tr("Results"),
        }
        closed = self.need is Need.TO_CLOSE and session.state is SessionState.CLOSED
        self.act.name_it(self.tr("Open and reveal") if closed else words_of[self.need])
        self.act.setAccessibleName(f"{self.act.text()}: {session.title}")
        said = (session.title, self._facts.text(), words, self._due.text())
        self.setAccessibleName(". ".join(part for part in said if part))

    def _role(self) -> str:
        session = self.summary.session
        if session.role is SessionRole.LEAD:
            return self.tr("you lead")
        return self.tr("led by {0}").format(session.lead.name)

    def _far(self) -> tuple[int, int, str]:
        """What is done of what there is, of what counts most now."""
        summary = self.summary
        if self.need is Need.TO_GRADE or summary.expected is None:
            return (
                summary.done,
                summary.total,
                self.tr("{0} of {1} sealed").format(summary.done, summary.total),
            )
        arrived = summary.arrived or 0
        return (
            arrived,
            summary.expected,
            self.tr("{0} of {1} are in").format(arrived, summary.expected),
        )

    def _show_due(self) -> None:
        session = self.summary.session
        if session.deadline is None or session.state is not SessionState.OPEN:
            self._due.show_status("", icon="clock")
            return
        words = due_text(session.deadline, self._services.clock.now())
        tone = "bad" if self.summary.overdue else ""
        self._due.show_status(words, icon="clock", tone=tone)

    def _act(self) -> None:
        if self.need is Need.REVEALED:
            self.results_wanted.emit()
        else:
            self.opened.emit()

    # Qt's own

    def focusInEvent(self, event: QFocusEvent) -> None:
        set_style_property(self, "current", "true")
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        set_style_property(self, "current", "false")
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.opened.emit()
        elif event.key() in _STEPS:
            self.step_wanted.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

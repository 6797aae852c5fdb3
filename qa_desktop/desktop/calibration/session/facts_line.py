"""What a session is, in a line: its rubric, what and who, who leads it, until when."""

from PySide6.QtWidgets import QHBoxLayout

from qa_desktop.calibration.model import CalibrationSession, SessionRole, SessionState
from qa_desktop.desktop.calibration.words import due_text, session_facts
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.status_label import StatusLabel
from qa_desktop.rubrics.model import Rubric


class FactsLine(Retranslated):
    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._session: CalibrationSession | None = None
        # Kept: another language may come when the workspace is closed already.
        self._known: Rubric | None = None
        self._rubric, self._facts, self._lead = Chip(), Chip(), Chip()
        self._due = StatusLabel(services.theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE)
        for part in (self._rubric, self._facts, self._lead, self._due):
            row.addWidget(part)
        row.addStretch()

    def show_session(self, session: CalibrationSession) -> None:
        if session != self._session:
            self._known = rubric_of(self._services, session)
        self._session = session
        self._rubric.show_fact(rubric_text(self._known, session, self._services.language))
        self._facts.show_fact(session_facts(session))
        mine = session.role is SessionRole.LEAD
        lead = self.tr("you lead") if mine else self.tr("led by {0}").format(session.lead.name)
        self._lead.show_fact(lead)
        due = tone = ""
        if session.deadline is not None and session.state is SessionState.OPEN:
            now = self._services.clock.now()
            due = due_text(session.deadline, now)
            tone = "bad" if session.deadline < now else ""
        self._due.show_status(due, icon="clock", tone=tone)

    def retranslate(self) -> None:
        if self._session is not None:
            self.show_session(self._session)


def rubric_of(services: Services, session: CalibrationSession) -> Rubric | None:
    """None where that version is no longer in use here."""
    for rubric in services.rubrics.all():
        if (rubric.id, rubric.version) == (session.rubric_id, session.rubric_version):
            return rubric
    return None


def rubric_text(rubric: Rubric | None, session: CalibrationSession, language: str) -> str:
    """Its title and version; the id where nothing else is known."""
    title = session.rubric_id if rubric is None else rubric.title.to(language)
    return f"{title} v{session.rubric_version}"

"""The line above a session: the way back, what it is, and what else can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from qa_desktop.calibration.model import CalibrationSession, SessionState
from qa_desktop.desktop.calibration.words import due_text, session_facts, state_look
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.menu import RubricMenu
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.status_label import StatusLabel


class SessionHeader(Retranslated):
    """Signals: `back_requested`, `look_requested`, `results_requested`. `menu` is the page's."""

    back_requested = Signal()
    look_requested = Signal()
    results_requested = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._session: CalibrationSession | None = None
        theme = services.theme
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.HEADER_HEIGHT)
        self.back = TextButton(theme, "", "chevron-left")
        self.back.clicked.connect(self.back_requested)
        self._title = ElidedLabel(role="title")
        self._state = StatusLabel(theme)
        self._rubric = Chip()
        self._facts = Chip()
        self._due = StatusLabel(theme)
        self.look = TextButton(theme, "", "refresh-cw")
        self.look.clicked.connect(self.look_requested)
        self.menu = RubricMenu(theme)
        self.results = TextButton(theme, "primary", "chart-column")
        self.results.clicked.connect(self.results_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, 0)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self.back)
        row.addWidget(self._title, 3)
        for part in (self._state, self._rubric, self._facts, self._due):
            row.addWidget(part)
        row.addStretch(1)
        for button in (self.look, self.menu, self.results):
            row.addWidget(button)
        self.retranslate()

    def show_session(self, session: CalibrationSession) -> None:
        self._session = session
        self._title.setText(session.title)
        look = state_look(session.state)
        self._state.show_status(look.word, icon=look.icon, tone=look.tone)
        self._rubric.show_fact(self._rubric_text(session))
        self._facts.show_fact(session_facts(session))
        open_ = session.state is SessionState.OPEN
        due, tone = "", ""
        if session.deadline is not None and open_:
            now = self._services.clock.now()
            due = due_text(session.deadline, now)
            tone = "bad" if session.deadline < now else ""
        self._due.show_status(due, icon="clock", tone=tone)
        over = session.state is SessionState.REVEALED
        self.results.setVisible(over)
        self.look.setVisible(not over)

    def retranslate(self) -> None:
        self.back.name_it(self.tr("Calibration"))
        self.look.name_it(self.tr("Look for files"))
        self.results.name_it(self.tr("Results"))
        self.menu.rename()
        if self._session is not None:
            self.show_session(self._session)

    def _rubric_text(self, session: CalibrationSession) -> str:
        for rubric in self._services.rubrics.all():
            if (rubric.id, rubric.version) == (session.rubric_id, session.rubric_version):
                return f"{rubric.title.to(self._services.language)} v{rubric.version}"
        return f"{session.rubric_id} v{session.rubric_version}"

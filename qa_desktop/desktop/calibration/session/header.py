"""The line above a session: the way back, its title, and what else can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from qa_desktop.calibration.model import CalibrationSession, SessionState
from qa_desktop.desktop.calibration.words import state_look
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.rubrics.menu import RubricMenu
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
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
        self._session: CalibrationSession | None = None
        theme = services.theme
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.HEADER_HEIGHT)
        self.back = TextButton(theme, "", "chevron-left")
        self.back.clicked.connect(self.back_requested)
        self._title = ElidedLabel(role="title")
        # No wider than its words, so that the state stands beside them.
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._state = StatusLabel(theme)
        self.look = TextButton(theme, "", "refresh-cw")
        self.look.clicked.connect(self.look_requested)
        self.menu = RubricMenu(theme)
        self.results = TextButton(theme, "primary", "chart-column")
        self.results.clicked.connect(self.results_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WIDE, 0, tokens.WIDE, 0)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        row.addWidget(self._state)
        row.addStretch(2)
        for button in (self.look, self.menu, self.results):
            row.addWidget(button)
        self.retranslate()

    def show_session(self, session: CalibrationSession) -> None:
        self._session = session
        self._title.setText(session.title)
        look = state_look(session.state)
        self._state.show_status(look.word, icon=look.icon, tone=look.tone)
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

"""One session: what I have to grade, and for the lead who has handed in what."""

from PySide6.QtWidgets import QVBoxLayout

from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.window.page_header import PageHeader


class SessionPage(CalibrationView):
    def __init__(self, services: Services, session_id: str) -> None:
        super().__init__()
        self._services = services
        self.session_id = session_id
        self.header = PageHeader(services.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.header)
        column.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        self.header.show_title(self.tr("Session"))

"""The sessions, grouped by what they need of me."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qa_desktop.desktop.calibration.view import CalibrationView
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.widgets.empty_state import EmptyState


class SessionsView(CalibrationView):
    """Signals besides those of every view: `new_requested`, `team_requested`."""

    new_requested = Signal()
    team_requested = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.empty = EmptyState(services.theme, "scale")
        self.empty.first_requested.connect(self.new_requested)
        self.empty.second_requested.connect(self.team_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.empty

    def retranslate(self) -> None:
        self.empty.show_words(
            self.tr("No session yet"),
            self.tr(
                "In a calibration session several people grade the same interactions without "
                "seeing one another. Then the team sees where it disagrees, and decides."
            ),
            self.tr("New session…"),
            self.tr("Join a team…"),
        )

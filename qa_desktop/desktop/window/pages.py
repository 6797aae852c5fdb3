"""The pages of the window, made when they are first shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from qa_desktop.desktop.interactions.page import InteractionsPage
from qa_desktop.desktop.services import Services

# Pages beyond the first load when they are opened: the window must be there at once.

INTERACTIONS, RUBRICS, SETTINGS, REVIEW = "interactions", "rubrics", "settings", "review"
CALIBRATION = "calibration"


class Pages(QStackedWidget):
    """Shows one page; a review lies over the list and gives way to it again.

    Signals: `shown(str)` the page's key ("review" too); `counted(ListState)`; `made(key, page)`
    when a page was made and may be connected.
    """

    shown = Signal(str)
    counted = Signal(object)
    made = Signal(str, object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._made: dict[str, QWidget] = {}
        self._current = ""

    @property
    def current(self) -> str:
        """The key of the page in front."""
        return self._current

    @property
    def interactions(self) -> InteractionsPage:
        page = self._page(INTERACTIONS)
        if not isinstance(page, InteractionsPage):
            raise TypeError(page)
        return page

    def page(self, key: str) -> QWidget | None:
        """One that was made already."""
        return self._made.get(key)

    def show_page(self, key: str) -> QWidget:
        """Leaves a review that was open; one that is not left stays in front, and is returned."""
        if not self.leave_review():
            self.shown.emit(self._current)
            return self._made[REVIEW]
        page = self._page(key)
        self._bring(key, page)
        return page

    def show_review(self, page: QWidget) -> None:
        """Another review that was open must have been left."""
        self._made[REVIEW] = page
        self.addWidget(page)
        self._bring(REVIEW, page)

    def leave_review(self) -> bool:
        """Whether none is open any more: the reviewer may stay with what could not be saved."""
        page = self._made.get(REVIEW)
        if page is None:
            return True
        if not page.close():
            return False
        del self._made[REVIEW]
        self.removeWidget(page)
        page.deleteLater()
        return True

    def use(self, services: Services) -> None:
        """Another reviewer: what was made with the old stores is made anew when it is shown."""
        self._services = services
        for key in (INTERACTIONS, RUBRICS, CALIBRATION):
            page = self._made.pop(key, None)
            if page is not None:
                self.removeWidget(page)
                page.deleteLater()

    def _page(self, key: str) -> QWidget:
        page = self._made.get(key)
        if page is None:
            page = self._make(key)
            self._made[key] = page
            self.addWidget(page)
            self.made.emit(key, page)
        return page

    def _make(self, key: str) -> QWidget:
        services = self._services
        if key == INTERACTIONS:
            page = InteractionsPage(services)
            page.counted.connect(self.counted)
            return page
        if key == RUBRICS:
            from qa_desktop.desktop.rubrics.page import RubricsPage

            return RubricsPage(services)
        if key == CALIBRATION:
            from qa_desktop.desktop.calibration.page import CalibrationPage

            return CalibrationPage(services)
        from qa_desktop.desktop.settings.page import SettingsPage

        return SettingsPage(services.preferences, services.theme)

    def _bring(self, key: str, page: QWidget) -> None:
        self._current = key
        self.setCurrentWidget(page)
        first = getattr(page, "first_focus", None)
        if first is not None:
            first().setFocus()
        self.shown.emit(key)

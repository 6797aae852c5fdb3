"""A chip that narrows the list down to a span of days."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Signal

from qa_desktop.desktop.local_time import date_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton

_ONE_DAY = timedelta(days=1)


class DatesButton(TextButton):
    """Signal `chosen(since, until)`: aware datetimes, `until` exclusive, or None and None."""

    chosen = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "chip", "chevron-down")
        self._theme = theme
        self._since: datetime | None = None
        self._until: datetime | None = None
        self.point_down()
        self.setCheckable(True)
        self.clicked.connect(self._open)

    def show_span(self, since: datetime | None, until: datetime | None) -> None:
        self._since, self._until = since, until
        if since is None and until is None:
            text = self.tr("Dates")
        else:
            first = date_text(since) if since else "…"
            last = date_text(until - _ONE_DAY) if until else "…"
            text = first if first == last else f"{first} – {last}"
        self.name_it(text)
        self.setChecked(since is not None or until is not None)

    def _open(self) -> None:
        self.setChecked(self._since is not None or self._until is not None)
        # Opened seldom: the window must be there at once.
        from qa_desktop.desktop.interactions.dates_popup import DatesPopup

        popup = DatesPopup(self._theme, self._since, self._until, self)
        popup.chosen.connect(self.chosen)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + tokens.TIGHT)))
        popup.open()

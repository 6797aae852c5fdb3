"""Usual spans of days, or any other by its first and last day."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.spin_box import indent

_ONE_DAY = timedelta(days=1)
_LAST_DAYS = (1, 7, 30, 90)


class DatesPopup(QDialog):
    """Usual spans as buttons, any other by its first and last day."""

    chosen = Signal(object, object)

    def __init__(
        self, theme: Theme, since: datetime | None, until: datetime | None, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("popup", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        today = date.today()  # noqa: DTZ011 - the days of the reviewer's own calendar
        usual = QHBoxLayout()
        usual.setSpacing(tokens.SPACE)
        for days in _LAST_DAYS:
            button = TextButton(theme, "chip")
            button.name_it(self._span_word(days))
            button.clicked.connect(
                lambda _=False, d=days: self._choose(today - (d - 1) * _ONE_DAY, today)
            )
            usual.addWidget(button)
        self._first = _day_field(since.astimezone().date() if since else today - 30 * _ONE_DAY)
        last = (until - _ONE_DAY).astimezone().date() if until else today
        self._last = _day_field(last)
        form = QFormLayout()
        for word, field in ((self.tr("From"), self._first), (self.tr("To"), self._last)):
            field.setAccessibleName(word)
            label = make_label("", word)
            label.setMinimumHeight(tokens.BUTTON_HEIGHT)
            form.addRow(label, field)
        apply = TextButton(theme, "primary")
        apply.name_it(self.tr("Apply"))
        apply.clicked.connect(self._apply)
        clear = TextButton(theme, "link")
        clear.name_it(self.tr("Any"))
        clear.clicked.connect(self._clear)
        foot = QHBoxLayout()
        foot.addWidget(clear)
        foot.addStretch()
        foot.addWidget(apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addLayout(usual)
        column.addLayout(form)
        column.addLayout(foot)

    def _span_word(self, days: int) -> str:
        if days == 1:
            return self.tr("Today")
        return self.tr("Last %n day(s)", "", days)

    def _choose(self, first: date, last: date) -> None:
        self.chosen.emit(_midnight(first), _midnight(last + _ONE_DAY))
        self.accept()

    def _apply(self) -> None:
        days = sorted((_to_date(self._first.date()), _to_date(self._last.date())))
        self._choose(days[0], days[1])

    def _clear(self) -> None:
        self.chosen.emit(None, None)
        self.accept()


def _day_field(day: date) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setCalendarPopup(True)
    indent(field)
    return field


def _to_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day).astimezone()

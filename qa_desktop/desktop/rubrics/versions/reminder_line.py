"""Says until when somebody should look whether a rubric still fits, and takes the answer."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import date_text, day_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.restyle import set_style_property
from qa_desktop.rubrics.reminders import Reminder


class ReminderLine(Retranslated):
    """Hidden while there is nothing to be reminded of. Signal `still_fits_requested`."""

    still_fits_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown: tuple[Reminder | None, date] = (None, date.min)
        self._frame = QFrame()
        self._frame.setProperty("role", "banner")
        self._icon = IconLabel(theme, "clock", "muted")
        self._text = make_label("", wrap=True)
        self.still_fits = TextButton(theme, "", "check")
        self.still_fits.clicked.connect(self.still_fits_requested)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(tokens.WIDE, tokens.TIGHT, tokens.SPACE, tokens.TIGHT)
        row.setSpacing(tokens.SPACE)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.still_fits)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._frame)
        self.retranslate()

    def show_reminder(self, reminder: Reminder | None, today: date) -> None:
        self._shown = (reminder, today)
        self.setVisible(reminder is not None)
        if reminder is None:
            return
        due = reminder.due <= today
        self._icon.show_icon("clock", "caution" if due else "muted")
        set_style_property(self._frame, "tone", "caution" if due else "")
        self._text.setText(self._words(reminder, due=due))

    def _words(self, reminder: Reminder, *, due: bool) -> str:
        day = day_text(reminder.due)
        if due:
            first = self.tr("Due since {0}: does this rubric still fit?").format(day)
        else:
            first = self.tr("To be looked at again by {0}").format(day)
        parts = [first]
        if reminder.rubric.owner:
            parts.append(self.tr("owner: {0}").format(reminder.rubric.owner))
        if reminder.checkup is not None:
            checkup = reminder.checkup
            said = self.tr("last found fitting {0} by {1}")
            parts.append(said.format(date_text(checkup.checked_at), checkup.checked_by or "–"))
        return " · ".join(parts)

    def retranslate(self) -> None:
        self.still_fits.name_it(self.tr("Still fits"))
        self.still_fits.setToolTip(
            self.tr("Notes that somebody looked today and found that it still fits.")
        )
        self.show_reminder(*self._shown)

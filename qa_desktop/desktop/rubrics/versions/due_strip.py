"""Names the rubrics of which somebody should see whether they still fit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import day_text
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.icon_label import IconLabel
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.reminders import Reminder

_MOST = 3


class DueStrip(Retranslated):
    """Hidden while nothing is due. Signals: `open_requested(Rubric)`, `still_fits(Rubric)`."""

    open_requested = Signal(object)
    still_fits = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[Reminder, ...], str] = ((), "en")
        frame = QFrame()
        frame.setProperty("role", "banner")
        frame.setProperty("tone", "caution")
        head = QHBoxLayout()
        head.setSpacing(tokens.SPACE)
        self._title = make_label("heading")
        self._badge = Chip("", "caution")
        head.addWidget(IconLabel(theme, "clock", "caution"))
        head.addWidget(self._title)
        head.addWidget(self._badge)
        head.addStretch()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(tokens.SPACE)
        self._rows.setVerticalSpacing(tokens.TIGHT)
        self._rows.setColumnStretch(0, 1)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(tokens.WIDE, tokens.SPACE, tokens.SPACE, tokens.SPACE)
        inside.setSpacing(tokens.TIGHT)
        inside.addLayout(head)
        inside.addLayout(self._rows)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self.retranslate()

    def show_due(self, due: Sequence[Reminder], language: str) -> None:
        self._shown = (tuple(due), language)
        self.setVisible(bool(due))
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, reminder in enumerate(due[:_MOST]):
            self._row(row, reminder, language)
        more = len(due) - _MOST
        if more > 0:
            self._rows.addWidget(make_label("small", self.tr("and %n more", "", more)), _MOST, 0)
        self._badge.show_fact(str(len(due)), "caution")

    def _row(self, row: int, reminder: Reminder, language: str) -> None:
        rubric = reminder.rubric
        title = rubric.title.to(language)
        parts = [title, self.tr("due since {0}").format(day_text(reminder.due))]
        if rubric.owner:
            parts.append(rubric.owner)
        look = TextButton(self._theme, "", "eye")
        look.name_it(self.tr("Look"))
        look.setAccessibleName(self.tr("Look: {0}").format(title))
        look.clicked.connect(lambda: self.open_requested.emit(rubric))
        fits = TextButton(self._theme, "", "check")
        fits.name_it(self.tr("Still fits"))
        fits.setAccessibleName(self.tr("Still fits: {0}").format(title))
        fits.clicked.connect(lambda: self.still_fits.emit(rubric))
        for column, widget in enumerate((ElidedLabel(" · ".join(parts)), look, fits)):
            self._rows.addWidget(widget, row, column)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Do these rubrics still fit?"))
        self.show_due(*self._shown)

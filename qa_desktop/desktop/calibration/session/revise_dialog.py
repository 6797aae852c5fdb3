"""Changes the deadline of a session, and invites more people to it."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.calibration.model import Acquaintance, CalibrationSession
from qa_desktop.desktop.calibration.words import fingerprint_text
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.spin_box import indent


class ReviseDialog(QDialog):
    """`deadline` and `more` are what was chosen, once it was accepted."""

    def __init__(
        self, services: Services, session: CalibrationSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.setWindowTitle(self.tr("Change the session"))
        self.setMinimumWidth(tokens.DIALOG_WIDTH)
        self.has_deadline = QCheckBox(self.tr("With a deadline"))
        self.has_deadline.setChecked(session.deadline is not None)
        self.when = QDateTimeEdit()
        self.when.setCalendarPopup(True)
        self.when.setMinimumHeight(tokens.BUTTON_HEIGHT)
        self.when.setAccessibleName(self.tr("Deadline"))
        chinese = QLocale().language() == QLocale.Language.Chinese
        self.when.setDisplayFormat("yyyy/M/d HH:mm" if chinese else "d MMM yyyy, HH:mm")
        moment = session.deadline or services.clock.now()
        self.when.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))
        indent(self.when)
        self.has_deadline.clicked.connect(self.when.setEnabled)
        self.when.setEnabled(session.deadline is not None)
        known = {person.fingerprint for person in session.participants}
        self.people: dict[str, QCheckBox] = {}
        others = [
            each
            for each in services.calibration.people()
            if each.trusted_at is not None and each.person.fingerprint not in known
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.LOOSE, tokens.LOOSE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("title", session.title, wrap=True))
        words = self.tr(
            "A new invitation goes out that names the one before it. What was handed in already "
            "still counts. Nobody can be taken out, but left out of the count."
        )
        column.addWidget(make_label("muted", words, wrap=True))
        line = QHBoxLayout()
        line.setSpacing(tokens.SPACE)
        line.addWidget(self.has_deadline)
        line.addWidget(self.when)
        line.addStretch()
        column.addLayout(line)
        column.addWidget(make_label("heading", self.tr("Invite besides")))
        for each in others:
            column.addWidget(self._box(each, others))
        if not others:
            nobody = self.tr("Everybody whose code was compared takes part already.")
            column.addWidget(make_label("muted", nobody, wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addStretch()
        cancel = TextButton(services.theme)
        cancel.name_it(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.take = TextButton(services.theme, "primary")
        self.take.name_it(self.tr("Send the change"))
        self.take.clicked.connect(self.accept)
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        column.addSpacing(tokens.SPACE)
        column.addLayout(foot)

    @property
    def deadline(self) -> datetime | None:
        if not self.has_deadline.isChecked():
            return None
        seconds = self.when.dateTime().toSecsSinceEpoch()
        return datetime.fromtimestamp(seconds, self._services.clock.now().tzinfo)

    @property
    def more(self) -> tuple[str, ...]:
        """Fingerprints."""
        return tuple(key for key, box in self.people.items() if box.isChecked())

    def _box(self, each: Acquaintance, others: list[Acquaintance]) -> QCheckBox:
        person = each.person
        namesakes = [one for one in others if one.person.name == person.name]
        name = person.name
        if len(namesakes) > 1:
            name = f"{name} ({fingerprint_text(person.fingerprint)})"
        box = QCheckBox(name)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.people[person.fingerprint] = box
        return box

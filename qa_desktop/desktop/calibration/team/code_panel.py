"""One person of the team: the code to compare, and what comes of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.calibration.model import Acquaintance
from qa_desktop.desktop.calibration.words import fingerprint_text
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.status_label import StatusLabel


class CodePanel(Retranslated):
    """Signals: `matched`, `distrusted`, `removed`, each about the person who is shown."""

    matched = Signal()
    distrusted = Signal()
    removed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._shown: Acquaintance | None = None
        self._namesake = False
        theme = services.theme
        self._name = make_label("title", wrap=True)
        self._state = StatusLabel(theme)
        self._which = make_label("small", wrap=True)
        self._ask = make_label("", wrap=True)
        self.code = make_label("headline")
        # Signs of one width, so that they are compared place by place.
        font = QFont(self.code.font())
        font.setFamilies(["DejaVu Sans Mono", "Consolas", "Menlo", "monospace"])
        self.code.setFont(font)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._then = make_label("muted", wrap=True)
        self.match = TextButton(theme, "primary", "shield-check")
        self.match.clicked.connect(self.matched)
        self.distrust = TextButton(theme)
        self.distrust.clicked.connect(self.distrusted)
        self.remove = TextButton(theme, "", "trash-2")
        self.remove.clicked.connect(self.removed)
        buttons = QWidget()
        flow = FlowLayout(buttons, tokens.SPACE)
        keeps_height(buttons)
        for button in (self.match, self.distrust, self.remove):
            flow.addWidget(button)
        above = QHBoxLayout()
        above.setSpacing(tokens.SPACE)
        above.addWidget(self._name, 1)
        above.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE)
        column.addLayout(above)
        column.addWidget(self._which)
        column.addWidget(self._ask)
        column.addWidget(self.code)
        column.addWidget(self._then)
        column.addWidget(buttons)
        column.addStretch()
        self.retranslate()

    def show_person(self, shown: Acquaintance | None, *, namesake: bool = False) -> None:
        """`namesake`: somebody else has the same name."""
        self._shown, self._namesake = shown, namesake
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setVisible(shown is not None)
        if shown is None:
            return
        trusted = shown.trusted_at is not None
        self._name.setText(shown.person.name)
        self._which.setText(self._which_text(shown))
        if shown.trusted_at is not None:
            words = self.tr("Compared {0}").format(moment_text(shown.trusted_at))
            self._state.show_status(words, icon="shield-check", tone="good")
            self._ask.setText(self.tr("This is the code that you compared:"))
            self._then.setText(
                self.tr("{0} can be invited, and invitations from there can be opened.").format(
                    shown.person.name
                )
            )
        else:
            self._state.show_status(
                self.tr("Not compared yet"), icon="triangle-alert", tone="caution"
            )
            self._ask.setText(
                self.tr(
                    "Read this code to each other, in person or on the phone. Both of you see "
                    "the same one if both have the right card:"
                )
            )
            self._then.setText(
                self.tr(
                    "Same on both screens? Then nobody stands between you. If it differs, remove "
                    "the card and ask for it again."
                )
            )
        self.code.setText(shown.code)
        self.code.setAccessibleName(self.tr("Code: {0}").format(shown.code))
        self.match.setVisible(not trusted)
        self.distrust.setVisible(trusted)

    def retranslate(self) -> None:
        self.match.name_it(self.tr("The codes match"))
        self.distrust.name_it(self.tr("Don’t trust any more"))
        self.remove.name_it(self.tr("Remove from the list"))
        self.show_person(self._shown, namesake=self._namesake)

    def _which_text(self, shown: Acquaintance) -> str:
        key = fingerprint_text(shown.person.fingerprint)
        if self._namesake:
            words = self.tr("There are several people of this name: this one has the key {0}")
            return words.format(key)
        return self.tr("Key {0}, first seen {1}").format(key, moment_text(shown.first_seen_at))

"""The shared folder: which one, and whether it can be reached."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.calibration.watch import CalibrationWatch, FolderSeen
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.local_time import clock_text, moment_text
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.elided_label import ElidedLabel
from qa_desktop.desktop.widgets.flow_layout import FlowLayout, keeps_height
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.status_label import StatusLabel


class FolderCard(Retranslated):
    """Signals: `chosen(Path)`; `given_up` when files go by hand from now on; `look_wanted`."""

    chosen = Signal(object)
    given_up = Signal()
    look_wanted = Signal()

    def __init__(self, services: Services, watch: CalibrationWatch) -> None:
        super().__init__()
        self._services = services
        self._watch = watch
        theme = services.theme
        self._title = make_label("heading")
        self._state = StatusLabel(theme)
        self._path = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._help = make_label("muted", wrap=True)
        self.choose = TextButton(theme, "", "folder-open")
        self.choose.clicked.connect(self._ask)
        self.again = TextButton(theme, "", "refresh-cw")
        self.again.clicked.connect(self.look_wanted)
        self.give_up = TextButton(theme)
        self.give_up.clicked.connect(self.given_up)
        above = QHBoxLayout()
        above.addWidget(self._title)
        above.addStretch()
        above.addWidget(self._state)
        buttons = QWidget()
        flow = FlowLayout(buttons, tokens.SPACE)
        keeps_height(buttons)
        for button in (self.choose, self.again, self.give_up):
            flow.addWidget(button)
        card = Card()
        card.body.addLayout(above)
        card.body.addWidget(self._path)
        card.body.addWidget(self._help)
        card.body.addStretch()
        card.body.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        watch.changed.connect(self.show_folder)
        self.retranslate()

    def folder(self) -> Path | None:
        name = self._services.settings.calibration_folder
        return Path(name) if name else None

    def show_folder(self) -> None:
        folder = self.folder()
        self._path.setVisible(folder is not None)
        self._path.setText(str(folder or ""))
        for button in (self.again, self.give_up):
            button.setVisible(folder is not None)
        primary = self.tr("Choose the folder…") if folder is None else self.tr("Another folder…")
        self.choose.name_it(primary)
        seen = self._watch.seen.get(folder) if folder is not None else None
        self._show_seen(folder, seen)

    def _show_seen(self, folder: Path | None, seen: FolderSeen | None) -> None:
        if folder is None:
            self._state.show_status(self.tr("None: files go by hand"), icon="hand")
        elif seen is not None and seen.gone_since is not None:
            words = self.tr("Not reachable since {0}").format(moment_text(seen.gone_since))
            self._state.show_status(words, icon="triangle-alert", tone="caution")
        elif seen is not None and seen.looked_at is not None:
            words = self.tr("Reachable, looked at {0}").format(clock_text(seen.looked_at))
            self._state.show_status(words, icon="circle-check", tone="good")
        else:
            self._state.show_status(self.tr("Looking…"), icon="refresh-cw")

    def retranslate(self) -> None:
        self._title.setText(self.tr("Shared folder"))
        self._help.setText(
            self.tr(
                "Everybody of the team chooses the same folder, such as a network share. The "
                "program only ever adds sealed files to it; it never changes or deletes one. "
                "Without a folder you hand files on yourself."
            )
        )
        self.again.name_it(self.tr("Look again"))
        self.give_up.name_it(self.tr("Without a folder"))
        self.show_folder()

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("The team’s shared folder"))
        if name:
            self.chosen.emit(Path(name))

"""Tries a version or a draft of a rubric on past reviews."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from qa_desktop.desktop.rubrics.versions.what_if_panel import WhatIfPanel
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.rubrics.model import Rubric

_SIZE = (940, 640)


class WhatIfDialog(QDialog):
    """`panel` has the signals."""

    def __init__(
        self, services: Services, draft: Rubric, of: str, parent: QWidget | None = None
    ) -> None:
        """`of`: the id of the rubric whose reviews it is tried on."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Try on past reviews"))
        begin_with_size(self, *_SIZE)
        title = self.tr("{0}, version {1}, on past reviews").format(
            draft.title.to(services.language), draft.version
        )
        told = self.tr("Reviews are scored again in memory only; none of them changes.")
        self.panel = WhatIfPanel(services, draft, of)
        close = TextButton(services.theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(make_label("muted", told, wrap=True), 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", title, wrap=True))
        column.addWidget(self.panel, 1)
        column.addLayout(foot)
        self.finished.connect(self.panel.leave)
        self.panel.first_focus().setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.begin()

"""What a ruling said when, from the audit trail."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qa_desktop.calibration.rulings.model import RulingChange
from qa_desktop.desktop.calibration.rulings.ruling_card import change_words
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label

_SIZE = (560, 380)


class HistoryDialog(QDialog):
    """The newest first."""

    def __init__(
        self,
        services: Services,
        title: str,
        changes: tuple[RulingChange, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History of the ruling"))
        begin_with_size(self, *_SIZE)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, tokens.SPACE, 0)
        lines.setSpacing(tokens.TIGHT)
        for change in reversed(changes):
            lines.addWidget(make_label("small", change_words(change)))
            if change.text:
                lines.addWidget(make_label("", change.text, wrap=True))
            lines.addSpacing(tokens.SPACE)
        lines.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("History of the ruling"))
        scroll.setWidget(inside)
        close = TextButton(services.theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(make_label("title", title, wrap=True))
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        close.setFocus()

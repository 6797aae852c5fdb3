"""Which version this is, and whose work it stands on."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from qa_desktop import __version__
from qa_desktop.base.resources import resource
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.window.help_viewer import dress

_SIZE = (640, 480)


class About(QDialog):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About QA Desktop"))
        begin_with_size(self, *_SIZE)
        version = self.tr("Version {0}, with Qt {1}").format(__version__, qVersion())
        licences = QTextBrowser()
        licences.setOpenExternalLinks(True)
        licences.setAccessibleName(self.tr("Licences"))
        licences.setMarkdown(_notices())
        dress(licences.document())
        close = TextButton(theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.LOOSE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(make_label("headline", "QA Desktop"))
        column.addWidget(make_label("muted", version))
        promise = self.tr("Works wholly on this machine: it opens no connection to any network.")
        column.addWidget(make_label("", promise, wrap=True))
        column.addWidget(licences, 1)
        column.addLayout(foot)


def _notices() -> str:
    return resource("help", "licences.md").read_text(encoding="utf-8")

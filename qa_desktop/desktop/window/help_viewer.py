"""The help pages, beside their list."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.base.resources import resource
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.card import Card
from qa_desktop.desktop.widgets.dialog_size import begin_with_size
from qa_desktop.desktop.widgets.icon_button import TextButton

PAGES = (
    "getting-started",
    "importing",
    "grading",
    "keys",
    "accessibility",
    "scoring",
    "rubrics",
    "agreement",
    "calibration-results",
    "calibration-after",
    "calibration-files",
    "data-safety",
    "release-notes",
)
_LIST_WIDTH = 200
_WIDTH, _HEIGHT = 960, 620
_LINE_HEIGHT_PERCENT = 130.0


class HelpViewer(QDialog):
    """Shows resources/help/<language>/<page>.md; links lead from page to page."""

    def __init__(
        self, theme: Theme, language: str, page: str = PAGES[0], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self.setWindowTitle(self.tr("Help"))
        begin_with_size(self, _WIDTH, _HEIGHT)
        self._list = QListWidget()
        self._list.setFixedWidth(tokens.scaled(_LIST_WIDTH))
        self._list.setAccessibleName(self.tr("Pages of the help"))
        self._list.setProperty("role", "menu")
        for name in PAGES:
            item = QListWidgetItem(_title(language, name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, tokens.BUTTON_HEIGHT))
            self._list.addItem(item)
        self._list.currentItemChanged.connect(self._show_item)
        self._text = QTextBrowser()
        self._text.setAccessibleName(self.tr("Help"))
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        self._text.document().setDocumentMargin(tokens.WIDE)
        close = TextButton(theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        card = Card(margin=tokens.TIGHT)
        card.body.addWidget(self._text)
        middle = QHBoxLayout()
        middle.setSpacing(tokens.WIDE)
        middle.addWidget(self._list)
        middle.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.show_page(page)

    def show_page(self, page: str) -> None:
        self._list.setCurrentRow(PAGES.index(page))

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._text.setMarkdown(page_text(self._language, item.data(Qt.ItemDataRole.UserRole)))
            dress(self._text.document())
            self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, url: QUrl) -> None:
        page = url.path().removesuffix(".md")
        if page in PAGES:
            self.show_page(page)


def page_text(language: str, page: str) -> str:
    return resource("help", language, f"{page}.md").read_text(encoding="utf-8")


def _title(language: str, page: str) -> str:
    return page_text(language, page).partition("\n")[0].removeprefix("# ").strip()


def dress(document: QTextDocument) -> None:
    """Markdown has no style of its own: our sizes, weights and distances."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            _LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        spacing.setTopMargin(tokens.WIDE if level > 1 else 0)
        spacing.setBottomMargin(tokens.TIGHT if block.textList() else tokens.SPACE)
        cursor.mergeBlockFormat(spacing)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            # Replaced, not merged: the import's relative size would win over ours.
            cursor.setCharFormat(_heading(level))
        else:
            _soften(cursor, block)
        block = block.next()


def _heading(level: int) -> QTextCharFormat:
    made = QTextCharFormat()
    size = tokens.TEXT_TITLE if level == 1 else tokens.TEXT_LARGE
    made.setProperty(QTextFormat.Property.FontPixelSize, size)
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _soften(cursor: QTextCursor, block: QTextBlock) -> None:
    """Bold words take the weight that the fonts have, instead of a smeared one."""
    softer = QTextCharFormat()
    softer.setFontWeight(QFont.Weight.DemiBold)
    bold = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        if fragment.charFormat().fontWeight() > QFont.Weight.DemiBold:
            bold.append((fragment.position(), fragment.length()))
        fragments += 1
    for start, length in bold:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(softer)

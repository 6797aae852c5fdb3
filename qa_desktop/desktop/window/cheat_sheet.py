"""Every key on one page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.key_hint import KeyHint
from qa_desktop.desktop.widgets.label import make_label

Group = tuple[str, tuple[tuple[tuple[str, ...], str], ...]]

_SHEET_WIDTH = 980
_SHEET_HEIGHT = 600


class CheatSheet(QDialog):
    """The keys of every page, in two columns."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(_SHEET_WIDTH, _SHEET_HEIGHT)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        halves = QHBoxLayout(inside)
        halves.setContentsMargins(0, 0, tokens.SPACE, 0)
        halves.setSpacing(tokens.LOOSE)
        for groups in self._columns():
            column = QVBoxLayout()
            column.setSpacing(tokens.TIGHT)
            for group in groups:
                _add_group(column, group)
            column.addStretch()
            halves.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        close = TextButton(theme, "primary")
        close.name_it(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(
            make_label("small", self.tr("Single letters work while no text is being written."))
        )
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def _columns(self) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
        everywhere: Group = (
            self.tr("Everywhere"),
            (
                (("Ctrl+K",), self.tr("Search everything")),
                (("?", "F1"), self.tr("These keys; the help")),
                (("Alt+1", "Alt+2", "Alt+3"), self.tr("Interactions, rubrics, settings")),
                (("Ctrl+I",), self.tr("Import")),
                (("Ctrl+O",), self.tr("Open another workspace")),
                (("Ctrl+Q",), self.tr("Quit")),
            ),
        )
        in_list: Group = (
            self.tr("List of interactions"),
            (
                (("Enter",), self.tr("Open for review")),
                (("Ctrl+F",), self.tr("Filter by words")),
                (("Ctrl+A",), self.tr("Select all")),
                (("Menu", "Shift+F10"), self.tr("What can be done with it")),
            ),
        )
        sound: Group = (
            self.tr("Listening"),
            (
                (("Space", "Esc", "F4"), self.tr("Play, pause")),
                (("Left", "Right"), self.tr("1 s back, on; with Shift 5 s")),
                (("Ctrl+Left", "Ctrl+Right"), self.tr("Previous, next comment")),
                (("J", "K", "L"), self.tr("Slower or back, pause, faster")),
                (("[", "]", "\\"), self.tr("Speed down, up, normal")),
                (("S", "G"), self.tr("Skip silence; hear one side")),
                (("+", "-", "Ctrl+0"), self.tr("Zoom in, out, whole call")),
                (("Ctrl+F",), self.tr("Search in the transcript")),
            ),
        )
        grading: Group = (
            self.tr("Grading"),
            (
                (("1", "…", "9"), self.tr("Choose the answer")),
                (("0", "N"), self.tr("Not applicable")),
                (("Up", "Down", "Enter"), self.tr("Previous, next item")),
                (("C", "R"), self.tr("Comment, reason of the item")),
                (("M",), self.tr("Comment at the playhead")),
                (("I", "O"), self.tr("Begin and end of a range")),
                (("P", "Shift+P"), self.tr("Play the range, loop it")),
                (("Ctrl+Z", "Ctrl+Shift+Z"), self.tr("Undo, redo")),
                (("Ctrl+Return",), self.tr("Submit")),
            ),
        )
        return (everywhere, in_list), (sound, grading)


def _add_group(column: QVBoxLayout, group: Group) -> None:
    title, rows = group
    column.addWidget(make_label("heading", title))
    grid = QGridLayout()
    grid.setHorizontalSpacing(tokens.WIDE)
    grid.setVerticalSpacing(tokens.TIGHT)
    grid.setColumnStretch(1, 1)
    for number, (keys, does) in enumerate(rows):
        hints = QWidget()
        line = QHBoxLayout(hints)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(tokens.TIGHT)
        for key in keys:
            line.addWidget(make_label("muted", key) if key == "…" else KeyHint(key))
        line.addStretch()
        grid.addWidget(hints, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(make_label("", does, wrap=True), number, 1)
    grid.setColumnMinimumWidth(0, tokens.READING_WIDTH // 4)
    column.addLayout(grid)
    column.addSpacing(tokens.WIDE)

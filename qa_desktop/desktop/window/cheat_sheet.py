"""Every key in force on one page: looked for, printed, and the way to change them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.key_hint import KeyHint
from qa_desktop.desktop.widgets.keyed import native_key
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.search_field import SearchField
from qa_desktop.desktop.window.key_set import FIXED, KeySet
from qa_desktop.desktop.window.key_words import fits, key_groups, key_words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# The second name of a key that is shown already.
_SAME_KEY = ("Enter", "=")
_SIZE = (1180, 900)
_COLUMNS = 3
_KEYS_WIDTH = 128
_FIELD_WIDTH = 280
_ONE_COLUMN_FROM = 1.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One action and its keys, portable."""

    keys: tuple[str, ...]
    does: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    title: str
    lines: tuple[Line, ...]


class CheatSheet(QDialog):
    """Signal `change_requested`: the reviewer wants other keys."""

    change_requested = Signal()

    def __init__(self, theme: Theme, keys: KeySet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        width, height = _SIZE
        if parent is not None:
            width = min(width, parent.width() - tokens.LOOSE)
            height = min(height, parent.height() - tokens.HEADER_HEIGHT)
        self.resize(width, height)
        self.parts = self._parts(keys)
        self._shown: list[tuple[Line, str, tuple[QWidget, QWidget]]] = []
        self._titles: dict[str, QLabel] = {}
        self.field = SearchField(theme)
        self.field.setFixedWidth(tokens.scaled(_FIELD_WIDTH))
        self.field.name_it(self.tr("Search actions and keys"))
        self.field.searched.connect(self._search)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, tokens.SPACE, 0)
        columns.setSpacing(tokens.LOOSE)
        # Large text has no room for two columns.
        side_by_side = tokens.text_scale() < _ONE_COLUMN_FROM
        for parts in _balanced(self.parts) if side_by_side else (self.parts,):
            column = QVBoxLayout()
            column.setSpacing(tokens.TIGHT)
            for part in parts:
                self._add_part(column, part)
            column.addStretch()
            columns.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("Keys"))
        head = QHBoxLayout()
        head.setSpacing(tokens.WIDE)
        head.addWidget(self.field)
        hint = make_label("small", self.tr("Single letters work while no text is being written."))
        head.addWidget(hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.SPACE)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot(theme))

    def _foot(self, theme: Theme) -> QHBoxLayout:
        change = TextButton(theme, "", "keyboard")
        change.name_it(self.tr("Change the keys…"))
        change.clicked.connect(self._change)
        prints = TextButton(theme, "", "printer")
        prints.name_it(self.tr("Print…"))
        prints.clicked.connect(self._print)
        close = TextButton(theme, "primary")
        close.name_it(self.tr("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(change)
        foot.addWidget(prints)
        foot.addStretch()
        foot.addWidget(close)
        return foot

    def _parts(self, keys: KeySet) -> tuple[Part, ...]:
        words = key_words()
        parts = [
            Part(
                title=title,
                lines=tuple(
                    Line(keys=_shown_keys(name, keys), does=words[name])
                    for name in names
                    if keys.keys(name)
                ),
            )
            for title, names in key_groups()
        ]
        in_list = Part(
            title=self.tr("List of interactions"),
            lines=(
                Line(keys=("Return",), does=self.tr("Open for review")),
                Line(keys=("Ctrl+F",), does=self.tr("Filter by words")),
                Line(keys=("Ctrl+A",), does=self.tr("Select all")),
                Line(keys=("Menu", "Shift+F10"), does=self.tr("What can be done with it")),
            ),
        )
        return (parts[0], in_list, *parts[1:])

    def _add_part(self, column: QVBoxLayout, part: Part) -> None:
        title = make_label("heading", part.title)
        self._titles[part.title] = title
        column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.WIDE)
        grid.setVerticalSpacing(tokens.TIGHT)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
        for number, line in enumerate(part.lines):
            hints = QWidget()
            row = QHBoxLayout(hints)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(tokens.TIGHT)
            for key in line.keys:
                row.addWidget(make_label("muted", key) if key == "…" else KeyHint(key))
            row.addStretch()
            does = make_label("", line.does, wrap=True)
            grid.addWidget(hints, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(does, number, 1)
            self._shown.append((line, part.title, (hints, does)))
        column.addLayout(grid)
        column.addSpacing(tokens.WIDE)

    def _search(self, wanted: str) -> None:
        left = set()
        for line, title, widgets in self._shown:
            said = " ".join((line.does, title, *map(native_key, line.keys)))
            fitting = fits(said, wanted)
            for widget in widgets:
                widget.setVisible(fitting)
            if fitting:
                left.add(title)
        for title, label in self._titles.items():
            label.setVisible(title in left)

    def shown(self) -> list[str]:
        """What the actions are called that it shows now."""
        return [line.does for line, _, widgets in self._shown if not widgets[1].isHidden()]

    def _change(self) -> None:
        self.accept()
        self.change_requested.emit()

    def _print(self) -> None:
        # Loaded when somebody prints.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            self.print_on(printer)

    def print_on(self, printer: "QPrinter") -> None:
        """All of it as a table, whatever is looked for."""
        document = QTextDocument()
        document.setHtml(_page(self.windowTitle(), self.parts))
        document.print_(printer)


def _shown_keys(name: str, keys: KeySet) -> tuple[str, ...]:
    held = keys.keys(name)
    if name in FIXED:
        return held[0], "…", held[-1]
    first = [key for key in held if not key.endswith(_SAME_KEY)]
    return tuple(first or held)


def _balanced(parts: Sequence[Part]) -> list[list[Part]]:
    """In their order, over columns of about the same height."""
    heights = [len(part.lines) + 2 for part in parts]
    columns: list[list[Part]] = [[] for _ in range(_COLUMNS)]
    share, done = sum(heights) / _COLUMNS, 0.0
    for part, height in zip(parts, heights, strict=True):
        columns[min(int((done + height / 2) / share), _COLUMNS - 1)].append(part)
        done += height
    return columns


def _page(title: str, parts: Sequence[Part]) -> str:
    rows = [f"<h2>{escape(title)}</h2>"]
    for part in parts:
        rows.append(f"<h4>{escape(part.title)}</h4><table width='100%' cellpadding='2'>")
        for line in part.lines:
            keys = " &nbsp; ".join(escape(native_key(key) or key) for key in line.keys)
            rows.append(f"<tr><td width='30%'><b>{keys}</b></td><td>{escape(line.does)}</td></tr>")
        rows.append("</table>")
    return "".join(rows)

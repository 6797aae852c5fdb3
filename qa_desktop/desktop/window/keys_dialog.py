"""Changes the keys: every action by group, looked for, pressed, taken from one another."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.desktop.widgets.keyed import native_key
from qa_desktop.desktop.widgets.label import make_label
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.widgets.search_field import SearchField
from qa_desktop.desktop.window.actions import command_keys
from qa_desktop.desktop.window.key_row import KeyRow
from qa_desktop.desktop.window.key_set import KeySet
from qa_desktop.desktop.window.key_words import fits, key_groups, key_words

_SIZE = (980, 800)
_GROUPS_WIDTH = 200
_MOST_FOUND = 30


class KeysDialog(QDialog):
    """Every change is in force, and kept, at once."""

    def __init__(self, theme: Theme, preferences: Preferences, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the keys"))
        width, height = map(tokens.scaled, _SIZE)
        if parent is not None:
            width = min(width, parent.width() - tokens.LOOSE)
            height = min(height, parent.height() - tokens.HEADER_HEIGHT)
        self.resize(width, height)
        self._theme = theme
        self._preferences = preferences
        self._words = key_words()
        self._groups = key_groups()
        self._rows: dict[str, KeyRow] = {}
        self._before: list[KeySet] = []
        self.field = SearchField(theme)
        self.field.name_it(self.tr("Search actions and keys"))
        self.field.searched.connect(lambda _: self._show_rows())
        self.groups = QListWidget()
        self.groups.setFixedWidth(tokens.scaled(_GROUPS_WIDTH))
        self.groups.setAccessibleName(self.tr("Groups"))
        self.groups.setWordWrap(True)
        for title, _ in self._groups:
            QListWidgetItem(title, self.groups).setSizeHint(QSize(0, tokens.BUTTON_HEIGHT))
        self.groups.setCurrentRow(0)
        self.groups.currentRowChanged.connect(self._show_group)
        self._heading = make_label("heading")
        self._nothing = make_label("muted", self.tr("Nothing has such a name or key."))
        self.problems = ProblemBanner(theme, preferences.language)
        self._lay_out()
        preferences.kept.connect(self.problems.show_problems)
        self._show_rows()
        self.field.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, tokens.WIDE, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._nothing)
        self._column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        # Its rows take the focus, and scroll into view with it.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QVBoxLayout()
        left.setSpacing(tokens.SPACE)
        left.addWidget(self.groups, 1)
        middle = QHBoxLayout()
        middle.setSpacing(tokens.WIDE)
        middle.addLayout(left)
        middle.addWidget(self._scroll, 1)
        self.undo = TextButton(self._theme, "", "undo-2")
        self.undo.name_it(self.tr("Undo"))
        self.undo.clicked.connect(self._undo)
        self.reset_all = TextButton(self._theme, "", "rotate-ccw")
        self.reset_all.name_it(self.tr("All keys as they came"))
        self.reset_all.clicked.connect(lambda: self._change(self._now().reset_all()))
        close = TextButton(self._theme, "primary")
        close.name_it(self.tr("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.SPACE)
        foot.addWidget(self.reset_all)
        foot.addWidget(self.undo)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.LOOSE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        column.setSpacing(tokens.WIDE)
        column.addWidget(self.field)
        column.addWidget(self.problems)
        column.addLayout(middle, 1)
        words = self.tr(
            "Single letters work while no text is being written. F13 to F24, media keys and Ctrl "
            "or Alt combinations work everywhere: foot pedals send those."
        )
        column.addWidget(make_label("small", words, wrap=True))
        column.addLayout(foot)

    def row(self, name: str) -> KeyRow:
        """Made when it is first shown."""
        row = self._rows.get(name)
        if row is None:
            row = KeyRow(self._theme, name, self._words[name])
            row.added.connect(lambda key: self._change(self._now().with_key(name, key)))
            row.taken.connect(lambda key: self._change(self._now().with_key(name, key)))
            row.removed.connect(lambda key: self._change(self._now().without_key(name, key)))
            row.reset_requested.connect(lambda: self._change(self._now().reset(name)))
            self._rows[name] = row
            self._column.insertWidget(self._column.count() - 1, row)
        return row

    def shown_rows(self) -> list[KeyRow]:
        return [row for row in self._rows.values() if not row.isHidden()]

    def _now(self) -> KeySet:
        return KeySet(command_keys(), self._preferences.settings().keys)

    def _change(self, keys: KeySet) -> None:
        self._before.append(self._now())
        self._keep(keys)

    def _undo(self) -> None:
        self._keep(self._before.pop())

    def _keep(self, keys: KeySet) -> None:
        self._preferences.change(replace(self._preferences.settings(), keys=dict(keys.changes)))
        self._draw()

    def _show_group(self, _row: int) -> None:
        self.field.show_text("")
        self._show_rows()

    def _wanted(self) -> tuple[str, tuple[str, ...]]:
        wanted = self.field.text().strip()
        if not wanted:
            return self._groups[max(self.groups.currentRow(), 0)]
        now = self._now()
        found = [
            name
            for _, names in self._groups
            for name in names
            if fits(f"{self._words[name]} {_said(now.keys(name))}", wanted)
        ]
        return self.tr("Found"), tuple(found[:_MOST_FOUND])

    def _show_rows(self) -> None:
        title, names = self._wanted()
        self._heading.setText(title)
        for place, name in enumerate(names, start=1):
            row = self.row(name)
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
            row.show()
        for name, row in self._rows.items():
            if name not in names:
                row.hide()
        self._nothing.setVisible(not names)
        self._draw()
        self._scroll.verticalScrollBar().setValue(0)

    def _draw(self) -> None:
        now = self._now()
        for row in self._rows.values():
            row.show_set(now, self._words)
        self.undo.setEnabled(bool(self._before))
        self.reset_all.setEnabled(bool(now.changes))


def _said(keys: tuple[str, ...]) -> str:
    return " ".join((*keys, *(native_key(key) for key in keys)))

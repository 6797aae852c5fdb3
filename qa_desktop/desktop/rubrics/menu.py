"""What else can be done with rubrics: one menu in the page's header, to which each part adds."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton


@dataclass(frozen=True, slots=True)
class _Entry:
    action: QAction
    name: Callable[[], str]
    icon: str
    needs_rubric: bool


class RubricMenu(TextButton):
    """The header's "More": `add` in the order in which the entries stand; groups have a line
    between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "ellipsis")
        self._theme_of_icons = theme
        self._menu = QMenu(self)
        self._groups: dict[str, list[_Entry]] = {}
        self.setProperty("menu", True)  # noqa: FBT003 - Qt's own call
        self.setMenu(self._menu)
        theme.changed.connect(self._tint_entries)

    def add(
        self,
        group: str,
        name: Callable[[], str],
        run: Callable[[], object],
        *,
        icon: str = "",
        needs_rubric: bool = False,
    ) -> QAction:
        """`name` gives the words in the language of the moment; `group` is any word, and entries
        of one group stand together. `needs_rubric`: only while a published rubric is chosen."""
        action = QAction(self)
        action.triggered.connect(lambda _=False: run())
        entry = _Entry(action, name, icon, needs_rubric)
        known = self._groups.setdefault(group, [])
        if not known and len(self._groups) > 1:
            self._menu.addSeparator()
        before = self._following(group)
        if before is None:
            self._menu.addAction(action)
        else:
            self._menu.insertAction(before, action)
        known.append(entry)
        self._word(entry)
        return action

    def _following(self, group: str) -> QAction | None:
        """What stands after the group's last entry; None at the end."""
        known = self._groups[group]
        actions = self._menu.actions()
        if not known:
            return None
        place = actions.index(known[-1].action) + 1
        return actions[place] if place < len(actions) else None

    def show_rubric(self, *, chosen: bool) -> None:
        """Whether there is one to act on."""
        for entry in self._entries():
            entry.action.setEnabled(chosen or not entry.needs_rubric)

    def rename(self) -> None:
        """In the language of the moment."""
        self.name_it(QCoreApplication.translate("RubricMenu", "More"))
        for entry in self._entries():
            self._word(entry)

    def _entries(self) -> list[_Entry]:
        return [entry for entries in self._groups.values() for entry in entries]

    def _word(self, entry: _Entry) -> None:
        entry.action.setText(entry.name())
        if entry.icon:
            entry.action.setIcon(self._theme_of_icons.icon(entry.icon, "muted"))

    def _tint_entries(self) -> None:
        for entry in self._entries():
            self._word(entry)

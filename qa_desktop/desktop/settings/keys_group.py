"""The keys, and the way to change them."""

from PySide6.QtCore import Signal

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import SettingsGroup
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton


class KeysGroup(SettingsGroup):
    """Signal `change_requested`."""

    change_requested = Signal()

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__(preferences)
        self._changed = 0
        self.change = TextButton(theme, icon="keyboard")
        self.change.clicked.connect(self.change_requested)
        self.add_row("keys", self.change)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        self._changed = len(settings.keys)
        self.retranslate()

    def retranslate(self) -> None:
        self.name_group(self.tr("Keys"))
        hint = self.tr("Any key or combination for any action, also those that foot pedals send.")
        if self._changed:
            count = self.tr("%n action(s) have keys of your own.", "", self._changed)
            hint = f"{hint} {count}"
        self.name_row("keys", self.tr("Keys of every action"), hint)
        self.change.name_it(self.tr("Change the keys…"))

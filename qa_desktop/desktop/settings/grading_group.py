"""How reviews are written."""

from PySide6.QtWidgets import QSpinBox

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import SettingsGroup

_MOST_REACTION_MS = 3000
_REACTION_STEP_MS = 100


class GradingGroup(SettingsGroup):
    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.reaction = QSpinBox()
        self.reaction.setRange(0, _MOST_REACTION_MS)
        self.reaction.setSingleStep(_REACTION_STEP_MS)
        self.reaction.editingFinished.connect(lambda: self.keep(reaction_ms=self.reaction.value()))
        self.add_row("reaction", self.reaction)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        self.reaction.setValue(settings.reaction_ms)

    def retranslate(self) -> None:
        self.name_group(self.tr("Grading"))
        self.name_row(
            "reaction",
            self.tr("Your reaction time"),
            self.tr("Comments at the playhead are placed this much earlier."),
        )
        self.reaction.setSuffix(self.tr(" ms"))

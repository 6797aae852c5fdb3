"""How reviews are written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import SettingsGroup
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.icon_button import TextButton

_MOST_REACTION_MS = 3000
_REACTION_STEP_MS = 100


class GradingGroup(SettingsGroup):
    """Signals: `times_requested`: the reviewer wants to see how long grading took;
    `phrases_requested`, to look after his phrases."""

    times_requested = Signal()
    phrases_requested = Signal()

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__(preferences)
        self.reaction = QSpinBox()
        self.reaction.setRange(0, _MOST_REACTION_MS)
        self.reaction.setSingleStep(_REACTION_STEP_MS)
        self.reaction.editingFinished.connect(lambda: self.keep(reaction_ms=self.reaction.value()))
        self.add_row("reaction", self.reaction)
        self.phrases = TextButton(theme, icon="quote")
        self.phrases.clicked.connect(self.phrases_requested)
        self.add_row("phrases", self.phrases)
        self.times = QCheckBox()
        self.times.clicked.connect(lambda on: self.keep(times_grading=on))
        self.add_row("times", self.times)
        self.see_times = TextButton(theme, icon="clock")
        self.see_times.clicked.connect(self.times_requested)
        self.add_row("see_times", self.see_times)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        self.reaction.setValue(settings.reaction_ms)
        self.times.setChecked(settings.times_grading)

    def retranslate(self) -> None:
        self.name_group(self.tr("Grading"))
        self.name_row(
            "reaction",
            self.tr("Your reaction time"),
            self.tr("Comments at the playhead are placed this much earlier."),
        )
        self.reaction.setSuffix(self.tr(" ms"))
        self.name_row(
            "phrases",
            self.tr("Your phrases"),
            self.tr("Words for comments, a few letters after ; away."),
        )
        self.phrases.name_it(self.tr("Phrases…"))
        self.name_row(
            "times",
            self.tr("Measure how long grading takes"),
            self.tr(
                "For you alone: kept in this workspace, in no review, sheet, export or report. "
                "Pauses do not count."
            ),
        )
        self.name_row("see_times", self.tr("Measured times"))
        self.see_times.name_it(self.tr("Your grading times…"))

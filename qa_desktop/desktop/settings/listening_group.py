"""How recordings are heard."""

from PySide6.QtWidgets import QDoubleSpinBox

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import (
    SettingsGroup,
    choice_box,
    chosen,
    name_choices,
    show_choice,
)

_MOST_REWIND_S = 5.0
_ENGINES = ("auto", "vlc", "qt")


class ListeningGroup(SettingsGroup):
    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.engine = choice_box(_ENGINES)
        self.engine.activated.connect(lambda _: self.keep(engine=chosen(self.engine)))
        self.rewind = QDoubleSpinBox()
        self.rewind.setRange(0, _MOST_REWIND_S)
        self.rewind.setSingleStep(0.5)
        self.rewind.setDecimals(1)
        self.rewind.editingFinished.connect(
            lambda: self.keep(resume_rewind_ms=round(self.rewind.value() * 1000))
        )
        self.add_row("engine", self.engine)
        self.add_row("rewind", self.rewind)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        show_choice(self.engine, settings.engine)
        self.rewind.setValue(settings.resume_rewind_ms / 1000)

    def retranslate(self) -> None:
        self.name_group(self.tr("Listening"))
        self.name_row(
            "engine",
            self.tr("Sound engine"),
            self.tr("VLC plays most formats; Qt is used where VLC is missing."),
        )
        self.name_row("rewind", self.tr("Go back when playing on"))
        self.rewind.setSuffix(self.tr(" s"))
        name_choices(self.engine, (self.tr("Best that is there"), "VLC", "Qt"))

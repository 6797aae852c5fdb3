"""How feedback sheets are printed."""

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import (
    SettingsGroup,
    choice_box,
    chosen,
    name_choices,
    show_choice,
)

_PAPERS = ("A4", "Letter")


class PaperGroup(SettingsGroup):
    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.paper = choice_box(_PAPERS)
        self.paper.activated.connect(lambda _: self.keep(page_size=chosen(self.paper)))
        self.add_row("paper", self.paper)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        show_choice(self.paper, settings.page_size)

    def retranslate(self) -> None:
        self.name_group(self.tr("Feedback sheets"))
        self.name_row("paper", self.tr("Paper size"))
        name_choices(self.paper, ("A4", "Letter"))

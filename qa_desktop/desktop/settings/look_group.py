"""Language and look."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox

from qa_desktop.base.settings import TEXT_SIZES_PCT, Settings
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.group import (
    SettingsGroup,
    choice_box,
    chosen,
    name_choices,
    show_choice,
)

_LANGUAGES = ("system", "zh-CN", "en")
_THEMES = ("system", "light", "dark", "contrast-light", "contrast-dark")


class LookGroup(SettingsGroup):
    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.language = choice_box(_LANGUAGES)
        self.language.activated.connect(lambda _: self.keep(language=chosen(self.language)))
        self.theme = choice_box(_THEMES)
        self.theme.activated.connect(lambda _: self.keep(theme=chosen(self.theme)))
        self.text_size = QComboBox()
        for size_pct in TEXT_SIZES_PCT:
            self.text_size.addItem("", size_pct)
        self.text_size.activated.connect(
            lambda _: self.keep(text_size_pct=int(self.text_size.currentData()))
        )
        self.add_row("language", self.language)
        self.add_row("theme", self.theme)
        self.add_row("text_size", self.text_size)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        show_choice(self.language, settings.language)
        show_choice(self.theme, settings.theme)
        self.text_size.setCurrentIndex(max(self.text_size.findData(settings.text_size_pct), 0))

    def retranslate(self) -> None:
        self.name_group(self.tr("Language and look"))
        self.name_row("language", self.tr("Language"))
        self.name_row("theme", self.tr("Theme"))
        self.name_row(
            "text_size", self.tr("Text size"), self.tr("Of the size that the system has set.")
        )
        system = self.tr("As the system")
        name_choices(self.language, (system, "简体中文", "English"))
        themes = (
            system,
            self.tr("Light"),
            self.tr("Dark"),
            self.tr("High contrast, light"),
            self.tr("High contrast, dark"),
        )
        name_choices(self.theme, themes)
        percent = QLocale()
        name_choices(
            self.text_size, [f"{percent.toString(size_pct)} %" for size_pct in TEXT_SIZES_PCT]
        )

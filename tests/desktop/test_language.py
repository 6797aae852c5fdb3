"""The language changes at once, everywhere."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.language import Languages, Retranslated
from qa_desktop.desktop.preferences import Preferences, settle_language


class Told(Retranslated):
    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        self.retranslate()

    def retranslate(self) -> None:
        self.times += 1


def test_every_widget_hears_of_it_and_qt_speaks_it_too(qtbot: QtBot, languages: Languages) -> None:
    outer, inner = Told(), Told()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    column.addWidget(QLabel())
    column.addWidget(inner)
    outer.show()
    before = inner.times
    languages.use("zh-CN")
    qtbot.waitUntil(lambda: inner.times > before)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().language() == QLocale.Language.Chinese
    before = inner.times
    languages.use("en")
    qtbot.waitUntil(lambda: inner.times > before)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().language() == QLocale.Language.English


def test_the_system_stands_for_one_of_our_languages() -> None:
    assert settle_language("zh-CN") == "zh-CN"
    assert settle_language("en") == "en"
    assert settle_language("system") in ("en", "zh-CN")
    assert settle_language("fr") in ("en", "zh-CN")


def test_preferences_are_on_disk_before_anybody_hears_of_them(
    qtbot: QtBot, preferences: Preferences
) -> None:
    now = preferences.settings()
    heard: list[str] = []
    preferences.changed.connect(
        lambda _before, _after: heard.append(Preferences(preferences.file).settings().theme)
    )
    preferences.change(replace(now, theme="dark"))
    preferences.change(replace(now, theme="dark"))
    assert heard == ["dark"]

"""Every page, dialog and popup in both languages and one that nobody speaks, in every theme, with
small and large windows and text: named, hit, whole, in its place, reached by keys.

A sample runs each time; QA_EVERY_SCREEN=1 runs all that there is.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.inspection.faults import find_faults
from qa_desktop.desktop.inspection.pseudo import PseudoTranslator, outside_brackets
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.picturing.calibration_cast import make_sessions
from qa_desktop.desktop.picturing.screen_steps import put_away
from qa_desktop.desktop.picturing.screens import SCREENS, Screen
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.spoken import give_roles
from qa_desktop.desktop.window.main_window import MainWindow

LAPTOP, DESK, WALL = (1280, 720), (1920, 1080), (3840, 2160)
THEMES = ("light", "dark", "contrast-light", "contrast-dark")
PSEUDO = "pseudo"
# Names of keys and of things, and what stands for itself in every language.
NOT_WORDS = frozenset(
    {
        *("Ctrl", "Alt", "Shift", "Enter", "Return", "Esc", "Space", "Tab", "Del", "Home", "End"),
        *("PgUp", "PgDown", "Up", "Down", "Left", "Right", "Backspace", "Ins", "Meta"),
        *("VLC", "Qt", "QA", "Desktop", "English", "简体中文", "Letter", "PDF", "CSV"),
    }
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "pipewire", "PulseAudio")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """`tabs`: also walks by Tab, which takes long and hardly depends on the rest. `part` (of so
    many parts, which one): of the screens every second, say."""

    language: str = "en"
    size: tuple[int, int] = LAPTOP
    theme: str = "light"
    text_pct: int = 100
    tabs: bool = False
    part: tuple[int, int] = (0, 1)

    def __str__(self) -> str:
        return f"{self.language}-{self.size[0]}-{self.theme}-{self.text_pct}"


SAMPLE = (
    Dress(tabs=True),
    Dress(language=PSEUDO, theme="dark"),
    # What needs room is looked at in either of two dresses that need it.
    Dress(language="zh-CN", theme="contrast-light", text_pct=125, part=(0, 2)),
    Dress(theme="contrast-dark", size=DESK, text_pct=200, part=(1, 2)),
)
ALL = tuple(
    Dress(language=language, size=size, theme=theme, text_pct=text_pct, tabs=theme == "light")
    for language, size, theme, text_pct in product(
        ("en", "zh-CN", PSEUDO), (LAPTOP, DESK, WALL), THEMES, (100, 125, 150, 200)
    )
    # Words that are 40 % longer and twice as large have room on a large screen only; on the
    # smallest the page scrolls then, and not everything of it is whole at one time.
    if text_pct < (200 if language != PSEUDO else 125) or size != LAPTOP
    if (language, text_pct, size) != (PSEUDO, 200, DESK)
)


@pytest.fixture
def dressed(
    qtbot: QtBot, demo_services: Services, languages: Languages, theme: Theme
) -> Iterator[Callable[[Dress], MainWindow]]:
    """Opens the window over the demo workspace, as a person would have set it."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    translator = PseudoTranslator()
    windows: list[MainWindow] = []
    give_roles()

    def open_window(dress: Dress) -> MainWindow:
        language = "en" if dress.language == PSEUDO else dress.language
        preferences = demo_services.preferences
        preferences.change(replace(preferences.settings(), language=language, theme=dress.theme))
        languages.use(language)
        if dress.language == PSEUDO:
            application.installTranslator(translator)
        theme.choose(dress.theme)
        theme.size_text(dress.text_pct)
        window = MainWindow(demo_services)
        windows.append(window)
        window.resize(*dress.size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_window
    # Before the theme and the language are set back, which takes long with all the dialogs there.
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.removeTranslator(translator)


@pytest.mark.timeout(600 if "QA_EVERY_SCREEN" in os.environ else 120)
@pytest.mark.parametrize("dress", ALL if "QA_EVERY_SCREEN" in os.environ else SAMPLE, ids=str)
def test_every_screen_can_be_used_by_everybody(
    dressed: Callable[[Dress], MainWindow], dress: Dress
) -> None:
    window = dressed(dress)
    found: list[str] = []
    foreign = known_words(window.services) if dress.language == PSEUDO else frozenset()
    first, step = dress.part
    for screen, shown in each_screen(window, SCREENS[first::step]):
        faults = find_faults(shown, tabs=dress.tabs)
        if window.size().toTuple() != dress.size:
            faults.append(f"the window grew to {window.size().toTuple()}")
        if dress.language == PSEUDO:
            faults += sorted(set(untranslated(shown, foreign)))
        found += [f"{screen.name}: {fault}" for fault in faults]
    assert not found, "\n".join(found)


def test_every_page_is_gone_through_by_keys_alone(
    dressed: Callable[[Dress], MainWindow], qtbot: QtBot
) -> None:
    """From the list to a review, its dialogs and back, with Tab, arrows, Enter and Esc."""
    window = dressed(Dress())
    table = window.pages.interactions.table
    press(qtbot, window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    while QApplication.focusWidget() is not table:
        press(qtbot, QApplication.focusWidget(), Qt.Key.Key_Tab)
    press(qtbot, table, Qt.Key.Key_Home)
    press(qtbot, table, Qt.Key.Key_Down)
    press(qtbot, table, Qt.Key.Key_Return)
    settle(window.services.runner)
    page = window.open_review_page()
    assert page is not None
    press(qtbot, QApplication.focusWidget(), Qt.Key.Key_F1)
    settle(window.services.runner)
    helped = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert helped
    press(qtbot, QApplication.focusWidget() or helped[0], Qt.Key.Key_Escape)
    settle(window.services.runner)
    assert not any(dialog.isVisible() for dialog in window.findChildren(QDialog))
    for key in (Qt.Key.Key_2, Qt.Key.Key_3):
        # As window systems do once a dialog or a page's menu is gone; the off-screen one does not.
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        before = window.pages.current
        press(qtbot, window, key, Qt.KeyboardModifier.AltModifier)
        settle(window.services.runner)
        assert window.pages.current != before


def press(
    qtbot: QtBot,
    widget: QWidget | None,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)
    QCoreApplication.sendPostedEvents()


def each_screen(window: MainWindow, screens: Sequence[Screen]) -> Iterator[tuple[Screen, QWidget]]:
    """Each in turn, at rest, and put away afterwards."""
    for screen in screens:
        shown = screen.show(window)
        assert shown is not None, screen.name
        settle(window.services.runner)
        yield screen, shown
        if put_away(shown):
            settle(window.services.runner)


def known_words(services: Services) -> frozenset[str]:
    """Words of data: of the workspace's tables, of rubrics, of the texts that aren't Qt's."""
    # With the sessions that the screens of calibration are about.
    make_sessions(services)
    said = [each.code for each in services.calibration.people()]
    with services.workspace.database.alone() as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in tables.fetchall():
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                said += [value for value in row if isinstance(value, str)]
    for folder in (resource_path("wording"), resource_path("rubrics"), resource_path("demo")):
        said += [
            file.read_text(encoding="utf-8")
            for file in folder.rglob("*")
            if file.suffix in (".toml", ".json", ".csv", ".md", ".yaml", ".txt")
        ]
    months = QLocale(QLocale.Language.English)
    said += [months.standaloneMonthName(n, QLocale.FormatType.ShortFormat) for n in range(1, 13)]
    return frozenset(word for text in said for word in words_of(text)) | NOT_WORDS


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text)


def untranslated(root: QWidget, known: frozenset[str]) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root):
            for where, text in texts_of(widget).items():
                strange = [word for word in words_of(outside_brackets(text)) if word not in known]
                if strange:
                    yield f"not translated: {type(widget).__name__} {where} {text[:80]!r} {strange}"


def texts_of(widget: QWidget) -> Mapping[str, str]:
    texts = {
        "name": widget.accessibleName(),
        "description": widget.accessibleDescription(),
        "tooltip": widget.toolTip(),
    }
    if isinstance(widget, QLabel | QAbstractButton):
        texts["text"] = widget.text()
    if isinstance(widget, QLineEdit):
        texts["placeholder"] = widget.placeholderText()
    if isinstance(widget, QComboBox):
        texts["choices"] = " ".join(widget.itemText(i) for i in range(widget.count()))
    if isinstance(widget, QTableView):
        model = widget.model()
        horizontal = Qt.Orientation.Horizontal
        headings = [model.headerData(i, horizontal) for i in range(model.columnCount())]
        texts["headings"] = " ".join(str(heading) for heading in headings if heading)
    return texts

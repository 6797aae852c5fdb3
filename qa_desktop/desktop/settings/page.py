"""The settings, in force as soon as they are chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qa_desktop.base.settings import Settings
from qa_desktop.desktop.language import Retranslated
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.settings.calibration_group import CalibrationGroup
from qa_desktop.desktop.settings.grading_group import GradingGroup
from qa_desktop.desktop.settings.group import SettingsGroup
from qa_desktop.desktop.settings.import_group import ImportGroup
from qa_desktop.desktop.settings.keys_group import KeysGroup
from qa_desktop.desktop.settings.listening_group import ListeningGroup
from qa_desktop.desktop.settings.look_group import LookGroup
from qa_desktop.desktop.settings.paper_group import PaperGroup
from qa_desktop.desktop.settings.you_group import YouGroup
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.widgets.problem_banner import ProblemBanner
from qa_desktop.desktop.window.page_header import PageHeader


class SettingsPage(Retranslated):
    """A card a group, each in a module of its own. Every change is kept at once."""

    def __init__(self, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.header = PageHeader(theme)
        self.you = YouGroup(preferences)
        self.look = LookGroup(preferences)
        self.listening = ListeningGroup(preferences)
        self.grading = GradingGroup(preferences, theme)
        self.keys = KeysGroup(preferences, theme)
        self.paper = PaperGroup(preferences)
        self.importing = ImportGroup(preferences)
        self.calibration = CalibrationGroup(preferences, theme)
        self._groups: tuple[SettingsGroup, ...] = (
            self.you,
            self.look,
            self.listening,
            self.grading,
            self.keys,
            self.paper,
            self.importing,
            self.calibration,
        )
        self.problems = ProblemBanner(theme, preferences.language)
        self._lay_out()
        preferences.kept.connect(self.problems.show_problems)
        self.problems.show_problems(preferences.problems)
        preferences.changed.connect(lambda _before, after: self.show_settings(after))
        self.retranslate()
        self.show_settings(preferences.settings())

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setMaximumWidth(tokens.COLUMN_CAP)
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(tokens.WIDE, tokens.WIDE, tokens.WIDE, tokens.WIDE)
        cards.setSpacing(tokens.WIDE)
        cards.addWidget(self.problems)
        for group in self._groups:
            cards.addWidget(group)
        cards.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        # Its fields take the focus, and scroll into view with it.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(scroll, 1)

    def show_settings(self, settings: Settings) -> None:
        for group in self._groups:
            group.show_settings(settings)

    def first_focus(self) -> QWidget:
        return self.you.reviewer

    def retranslate(self) -> None:
        self.header.show_title(self.tr("Settings"))

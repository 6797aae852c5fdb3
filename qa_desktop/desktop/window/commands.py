"""What each command does in a window."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_desktop.base.settings import TEXT_SIZES_PCT
from qa_desktop.desktop.window.pages import CALIBRATION, INTERACTIONS, RUBRICS, SETTINGS

if TYPE_CHECKING:
    from qa_desktop.desktop.window.main_window import MainWindow


class Commands:
    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def runs(self) -> Mapping[str, Callable[[], object]]:
        """By the command's name."""
        window = self._window
        pages, files, opening = window.pages, window.files, window.opening
        return {
            "search": opening.show_palette,
            "interactions": lambda: pages.show_page(INTERACTIONS),
            "rubrics": lambda: pages.show_page(RUBRICS),
            "calibration": lambda: pages.show_page(CALIBRATION),
            "settings": lambda: pages.show_page(SETTINGS),
            "calibration_new": lambda: window.calibration.page().ask_new(),
            "calibration_team": lambda: window.calibration.page().show_team(),
            "calibration_open": lambda: window.calibration.page().ask_files(),
            "drafts": opening.show_drafts,
            "beside": window.reviews.open_chosen_beside,
            "tile": window.reviews.tile,
            "import_files": files.ask_files,
            "import_folder": files.ask_folder,
            "undo_last_import": files.undo_last_import,
            "open_workspace": window.ask_workspace,
            "open_demo": window.demo_requested.emit,
            "back_up": files.back_up,
            "verify": files.verify,
            "theme_light": lambda: self._settle(theme="light"),
            "theme_dark": lambda: self._settle(theme="dark"),
            "theme_contrast_light": lambda: self._settle(theme="contrast-light"),
            "theme_contrast_dark": lambda: self._settle(theme="contrast-dark"),
            "text_larger": lambda: self._resize_text(1),
            "text_smaller": lambda: self._resize_text(-1),
            "theme_system": lambda: self._settle(theme="system"),
            "language_en": lambda: self._settle(language="en"),
            "language_zh": lambda: self._settle(language="zh-CN"),
            "keys": opening.show_keys,
            "change_keys": opening.change_keys,
            "grading_times": opening.show_times,
            "phrases": opening.show_phrases,
            "help": opening.show_help,
            "about": opening.show_about,
            "quit": window.close,
        }

    def _resize_text(self, steps: int) -> None:
        now = TEXT_SIZES_PCT.index(self._window.services.preferences.settings().text_size_pct)
        next_ = min(max(now + steps, 0), len(TEXT_SIZES_PCT) - 1)
        self._settle(text_size_pct=TEXT_SIZES_PCT[next_])

    def _settle(self, **changes: str | int) -> None:
        preferences = self._window.services.preferences
        preferences.change(replace(preferences.settings(), **changes))  # type: ignore[arg-type]  # by field
        if preferences.problems and self._window.pages.current != SETTINGS:
            self._window.show_problems(preferences.problems)

"""Opens what lies over the pages: reviews, sheets, the palette, help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.window.actions import command_keys
from qa_desktop.desktop.window.palette_search import PaletteSearch

if TYPE_CHECKING:
    from qa_desktop.calibration.second.second_opinions import Cause
    from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore
    from qa_desktop.desktop.window.main_window import MainWindow
    from qa_desktop.desktop.window.review_window import ReviewWindow

# All of these load when they are first opened: the window must be there at once.


class Opening:
    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    @property
    def _front(self) -> "MainWindow | ReviewWindow":
        """Dialogs stand over the window that the reviewer works in."""
        return self._window.reviews.front()

    def show_palette(self) -> None:
        from qa_desktop.desktop.window.palette import Palette
        from qa_desktop.desktop.window.palette_sources import PaletteSources

        services, front = self._window.services, self._front
        store = services.interactions
        sources = PaletteSources(self._window, self._window.reviews.front_page())
        search = PaletteSearch(
            services.workspace.database,
            sources.all(),
            lambda interaction_id: store.detail(interaction_id).interaction.title,
        )
        palette = Palette(services.theme, search.find, front)
        palette.chosen.connect(sources.go)
        front.show_over(palette)

    def show_keys(self) -> None:
        from qa_desktop.desktop.window.cheat_sheet import CheatSheet
        from qa_desktop.desktop.window.key_set import KeySet

        services, front = self._window.services, self._front
        keys = KeySet(command_keys(), services.settings.keys)
        sheet = CheatSheet(services.theme, keys, front)
        sheet.change_requested.connect(self.change_keys)
        front.show_over(sheet)

    def change_keys(self) -> None:
        from qa_desktop.desktop.window.keys_dialog import KeysDialog

        services, front = self._window.services, self._front
        front.show_over(KeysDialog(services.theme, services.preferences, front))

    def show_drafts(self) -> None:
        from qa_desktop.desktop.window.drafts_dialog import DraftsDialog

        window, front = self._window, self._front
        dialog = DraftsDialog(window.services, window.reviews.open_ids(), front)
        dialog.open_requested.connect(window.reviews.open)
        dialog.beside_requested.connect(window.reviews.open_beside)
        dialog.changed.connect(window.reviews.reload_list)
        front.show_over(dialog)

    def show_times(self) -> None:
        from qa_desktop.desktop.window.times_dialog import TimesDialog

        front = self._front
        front.show_over(TimesDialog(self._window.services, front))

    def show_phrases(self) -> None:
        from qa_desktop.desktop.phrases.dialog import PhrasesDialog

        services, front = self._window.services, self._front
        front.show_over(PhrasesDialog(services.theme, services.preferences, front))

    def show_help(self) -> None:
        from qa_desktop.desktop.window.help_viewer import HelpViewer

        services = self._window.services
        front = self._front
        front.show_over(HelpViewer(services.theme, services.language, parent=front))

    def show_about(self) -> None:
        from qa_desktop.desktop.window.about import About

        self._window.show_over(About(self._window.services.theme, self._window))

    def show_sheet(self, review_id: str) -> None:
        from qa_desktop.desktop.sheet.dialog import SheetDialog

        window = self._front
        try:
            dialog = SheetDialog(self._window.services, review_id, window)
        except ProblemError as error:
            window.show_problems(error.problems)
        else:
            window.show_over(dialog)

    def ask_second(self, review_id: str) -> None:
        """A second opinion on a submitted review, with why."""
        from qa_desktop.desktop.calibration.second.ask_dialog import AskDialog

        window = self._front
        dialog = AskDialog(window)
        dialog.accepted.connect(lambda: self._ask(review_id, dialog.cause(), dialog.note()))
        window.show_over(dialog)

    def _ask(self, review_id: str, cause: "Cause", note: str) -> None:
        window = self._front
        try:
            self._seconds().ask(review_id, cause, note)
        except ProblemError as error:
            window.show_problems(error.problems)
            return
        translate = QCoreApplication.translate
        window.say(
            translate("Opening", "Waits for a second opinion"),
            translate("Opening", "Show"),
            self._show_seconds,
        )

    def _show_seconds(self) -> None:
        from qa_desktop.desktop.calibration.views import SECOND

        self._window.calibration.page().show_view(SECOND)

    def draw_second(self, review_id: str) -> None:
        """Whether a review that was submitted just now goes to a second reviewer."""
        share_pct = self._window.services.settings.second_share_pct
        if share_pct:
            try:
                self._seconds().draw(review_id, share_pct)
            except ProblemError as error:
                self._front.show_problems(error.problems)

    def _seconds(self) -> "SecondOpinionStore":
        from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore

        services = self._window.services
        return SecondOpinionStore(
            services.workspace.database, services.clock, services.reviews.actor
        )

"""Opens what lies over the pages: reviews, sheets, the palette, help."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.window.pages import INTERACTIONS, RUBRICS
from qa_desktop.desktop.window.palette_search import Entry, EntryKind, PaletteSearch

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage
    from qa_desktop.desktop.window.main_window import MainWindow

# All of these load when they are first opened: the window must be there at once.


class Opening:
    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def show_palette(self) -> None:
        from qa_desktop.desktop.window.palette import Palette

        services = self._window.services
        store = services.interactions
        search = PaletteSearch(
            services.workspace.database,
            (self._commands, self._agents, self._rubrics),
            lambda interaction_id: store.detail(interaction_id).interaction.title,
        )
        palette = Palette(services.theme, search.find, self._window)
        palette.chosen.connect(self._go)
        self._window.show_over(palette)

    def show_keys(self) -> None:
        from qa_desktop.desktop.window.cheat_sheet import CheatSheet

        self._window.show_over(CheatSheet(self._window.services.theme, self._window))

    def show_help(self) -> None:
        from qa_desktop.desktop.window.help_viewer import HelpViewer

        services = self._window.services
        self._window.show_over(HelpViewer(services.theme, services.language, parent=self._window))

    def show_about(self) -> None:
        from qa_desktop.desktop.window.about import About

        self._window.show_over(About(self._window.services.theme, self._window))

    def show_sheet(self, review_id: str) -> None:
        from qa_desktop.desktop.sheet.dialog import SheetDialog

        window = self._window
        try:
            dialog = SheetDialog(window.services, review_id, window)
        except ProblemError as error:
            window.show_problems(error.problems)
        else:
            window.show_over(dialog)

    def open_review(self, interaction_id: str, place: str = "") -> None:
        """`place`: a turn's position or a comment's id to go to."""
        from qa_desktop.desktop.review.page import ReviewPage

        window = self._window
        # First: what is typed in it must be on disk before the same interaction is read again.
        if not window.pages.leave_review():
            return
        try:
            page = ReviewPage(window.services, interaction_id)
        except ProblemError as error:
            window.back_to_list()
            window.show_problems(error.problems)
            return
        page.back_requested.connect(window.back_to_list)
        page.help_requested.connect(self.show_keys)
        page.library_requested.connect(lambda: window.pages.show_page(RUBRICS))
        page.transcript_requested.connect(window.files.ask_files)
        page.sheet_requested.connect(self.show_sheet)
        page.submitted.connect(lambda review_id: self._go_on(page, interaction_id, review_id))
        page.saved.connect(window.show_saved)
        page.not_saved.connect(lambda: window.show_status(window.status.not_saved()))
        page.undo_named.connect(lambda name: window.show_status(window.status.undo_is(name)))
        window.pages.show_review(page)
        if place:
            page.go_to(place)

    def _go_on(self, page: "ReviewPage", interaction_id: str, review_id: str) -> None:
        """To what comes next in the list; a correction is looked at once more."""
        window = self._window
        score = page.state.score
        said = QCoreApplication.translate("Opening", "Submitted: {0}").format(
            " · ".join(part for part in (score.text, score.grade) if part) or "–"
        )
        if page.state.revision == 1:
            following = window.pages.interactions.next_to_grade(interaction_id)
            if following is not None:
                self.open_review(following)
            else:
                window.back_to_list()
                done = QCoreApplication.translate("Opening", "{0}. Nothing is left to grade here.")
                said = done.format(said)
        window.say(
            said,
            QCoreApplication.translate("Opening", "Feedback sheet"),
            lambda: self.show_sheet(review_id),
        )

    def _commands(self) -> list[Entry]:
        return [
            Entry(
                kind=EntryKind.COMMAND,
                title=action.text(),
                detail=action.shortcut().toString(action.shortcut().SequenceFormat.NativeText),
                key=name,
            )
            for name, action in self._window.actions_by_name.items()
            if name != "search"
        ]

    def _agents(self) -> list[Entry]:
        facets = self._window.services.listing.facets().agents
        return [
            Entry(kind=EntryKind.AGENT, title=f.label, detail=f.value, key=f.value) for f in facets
        ]

    def _rubrics(self) -> list[Entry]:
        services = self._window.services
        return [
            Entry(
                kind=EntryKind.RUBRIC,
                title=rubric.title.to(services.language),
                detail=f"v{rubric.version}",
                key=f"{rubric.id}@{rubric.version}",
            )
            for rubric in services.rubrics.all()
        ]

    def _go(self, entry: Entry) -> None:
        pages = self._window.pages
        if entry.kind is EntryKind.COMMAND:
            self._window.actions_by_name[entry.key].trigger()
        elif entry.kind is EntryKind.AGENT:
            pages.show_page(INTERACTIONS)
            pages.interactions.show_agent(entry.key)
        elif entry.kind is EntryKind.RUBRIC:
            self._show_rubric(pages.show_page(RUBRICS), entry.key)
        else:
            self.open_review(entry.key, entry.place)

    def _show_rubric(self, page: QWidget, key: str) -> None:
        from qa_desktop.desktop.rubrics.page import RubricsPage

        rubric_id, _, version = key.rpartition("@")
        if isinstance(page, RubricsPage):
            page.show_rubric(rubric_id, int(version))

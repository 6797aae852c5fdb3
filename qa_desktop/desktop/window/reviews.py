"""The reviews that are open: one in the main window, another beside it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from qa_desktop.base.problems import ProblemError
from qa_desktop.desktop.services import Services, make_services
from qa_desktop.desktop.window.blind_reviews import BlindReviews
from qa_desktop.desktop.window.pages import INTERACTIONS, RUBRICS
from qa_desktop.desktop.window.placing import halves, restore_place

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage
    from qa_desktop.desktop.window.main_window import MainWindow
    from qa_desktop.desktop.window.review_window import ReviewWindow

# The review page and the second window load when they are first opened.

_GEOMETRY = "beside/geometry"
_SETTLE_MS = 300


class Reviews(QObject):
    """Never the same interaction twice; each saves for itself; one plays at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.beside: ReviewWindow | None = None
        self.blind = BlindReviews(window)
        self.focus_mode = False
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_SETTLE_MS)
        self._stale.timeout.connect(self.reload_list)

    def pages(self) -> tuple["ReviewPage", ...]:
        """Those that are open, the main window's first."""
        second = self.beside.page if self.beside is not None else None
        return tuple(p for p in (self._window.open_review_page(), second) if p is not None)

    def front(self) -> "MainWindow | ReviewWindow":
        """Which of the two windows the reviewer works in."""
        active = QApplication.activeWindow()
        if self.beside is not None and active is not None:
            over: QWidget | None = active
            while over is not None:
                if over is self.beside:
                    return self.beside
                over = over.parentWidget()
        return self._window

    def front_page(self) -> "ReviewPage | None":
        """The review in the window that the reviewer works in."""
        front = self.front()
        return self._window.open_review_page() if front is self._window else front.page  # type: ignore[union-attr]  # the other one

    def use(self, services: Services) -> None:
        """Another reviewer's name, for what is opened from now on."""
        if self.beside is not None:
            self.beside.services = _apart(services)

    # Opening

    def open(self, interaction_id: str, place: str = "") -> None:
        """In the main window; one that is open already is brought to the front."""
        window = self._window
        if self._raised(interaction_id, place):
            return
        # First: what is typed in it must be on disk before the same interaction is read again.
        if not window.pages.leave_review():
            return
        page = self._make(window.services, interaction_id)
        if page is None:
            window.back_to_list()
            return
        page.undo_named.connect(lambda name: window.show_status(window.status.undo_is(name)))
        if page.blind is not None:
            self.blind.connect_page(page, page.blind)
        else:
            page.back_requested.connect(window.back_to_list)
            page.submitted.connect(lambda review_id: self._go_on(page, review_id))
        window.pages.show_review(page)
        self._show_focus(page)
        if place:
            page.go_to(place)

    def open_beside(self, interaction_id: str) -> None:
        """In the second window, which takes half of the screen when it is first opened."""
        if self._raised(interaction_id, ""):
            return
        first = self.beside is None
        second = self._second()
        if not second.leave_review():
            return
        page = self._make(second.services, interaction_id)
        if page is None:
            second.close()
            return
        if page.blind is not None:
            self.blind.connect_beside(page, page.blind, second)
        else:
            page.back_requested.connect(second.close)
            page.submitted.connect(lambda review_id: self._go_on(page, review_id))
        second.show_review(page)
        if first and not restore_place(second, second.services.memory, _GEOMETRY):
            self.tile()
        second.raise_it()
        self._show_focus(page)

    def open_chosen_beside(self) -> None:
        """The list's current one; from a review, the next one to grade."""
        window = self._window
        page = self.front_page()
        if page is not None:
            self._open_next_beside(page)
            return
        row = window.pages.interactions.table.current_row()
        if window.pages.current == INTERACTIONS and row is not None:
            self.open_beside(row.interaction.id)

    def _open_next_beside(self, page: "ReviewPage") -> None:
        if page.blind is not None:
            following = page.blind.after
        else:
            following = self._window.pages.interactions.next_to_grade(
                page.interaction_id, self.open_ids(), moves=False
            )
        if following is None:
            self._say_nothing_left("")
        else:
            self.open_beside(following)

    def _raised(self, interaction_id: str, place: str) -> bool:
        """Whether it is open already; then its window is in front."""
        found = next((p for p in self.pages() if p.interaction_id == interaction_id), None)
        if found is None:
            return False
        window = found.window()
        if window is self._window:
            if not found.isVisible():
                return False
            self._window.raise_it()
        elif self.beside is not None:
            self.beside.raise_it()
        # Going elsewhere on the page ends what was being written there.
        found.save_typed()
        found.take_keys()
        if place:
            found.go_to(place)
        return True

    def _make(self, services: Services, interaction_id: str) -> "ReviewPage | None":
        """None where it can't be read; the main window says why."""
        from qa_desktop.desktop.review.page import ReviewPage
        from qa_desktop.desktop.window.palette_sources import remember

        window = self._window
        try:
            page = ReviewPage(services, interaction_id)
        except ProblemError as error:
            window.show_problems(error.problems)
            return None
        opening = window.opening
        page.help_requested.connect(opening.show_keys)
        page.library_requested.connect(lambda: self._lead_to(RUBRICS))
        page.transcript_requested.connect(lambda: self._ask_transcript(page))
        page.sheet_requested.connect(opening.show_sheet)
        page.second_requested.connect(opening.ask_second)
        page.beside_requested.connect(lambda: self._open_next_beside(page))
        page.neighbour_requested.connect(lambda by: self.step(page, by))
        page.focus_requested.connect(lambda: self.set_focus_mode(on=not self.focus_mode))
        page.began_playing.connect(lambda: self._hush_others(page))
        page.saved.connect(lambda at: self._saved(page, at))
        page.not_saved.connect(
            lambda: window.show_status(window.status.not_saved(page.interaction_id))
        )
        remember(window, interaction_id)
        return page

    def _ask_transcript(self, page: "ReviewPage") -> None:
        """For the call of the page, which is opened anew with its words."""
        from qa_desktop.interactions.model import KnownInteraction

        title = page.left.detail.interaction.title
        home = KnownInteraction(id=page.interaction_id, title=title)
        self._window.files.ask_transcript(home, lambda: self.open_anew(page))

    def open_anew(self, page: "ReviewPage") -> None:
        """Its interaction is no longer what it was when it was opened."""
        interaction_id, first = page.interaction_id, page.window() is self._window
        holder = self._window.pages if first else self.beside
        if holder is None or not holder.leave_review():
            return
        if first:
            self.open(interaction_id)
        else:
            self.open_beside(interaction_id)

    def _second(self) -> "ReviewWindow":
        if self.beside is None:
            from qa_desktop.desktop.window.review_window import ReviewWindow

            services = _apart(self._window.services)
            opening = self._window.opening
            runs: dict[str, Callable[[], object]] = {
                "search": opening.show_palette,
                "drafts": opening.show_drafts,
                "beside": self.open_chosen_beside,
                "tile": self.tile,
                "keys": opening.show_keys,
                "change_keys": opening.change_keys,
                "help": opening.show_help,
                "quit": self._window.close,
            }
            self.beside = ReviewWindow(services, runs)
            self.beside.closed.connect(self._beside_closed)
        return self.beside

    def _beside_closed(self) -> None:
        second, self.beside = self.beside, None
        if second is not None:
            second.deleteLater()
            self.reload_list()

    # What the open ones ask for

    def open_ids(self) -> tuple[str, ...]:
        return tuple(page.interaction_id for page in self.pages())

    def _go_on(self, page: "ReviewPage", review_id: str) -> None:
        """To what comes next in the list; a correction is looked at once more."""
        window = self._window
        window.opening.draw_second(review_id)
        first = page.window() is window
        score = page.state.score
        said = QCoreApplication.translate("Opening", "Submitted: {0}").format(
            " · ".join(part for part in (score.text, score.grade) if part) or "–"
        )
        holder: MainWindow | ReviewWindow = window if first or not self.beside else self.beside
        if page.state.revision == 1:
            following = window.pages.interactions.next_to_grade(
                page.interaction_id, self.open_ids(), moves=first
            )
            if following is None:
                self._close_holder(holder)
                self._say_nothing_left(said, review_id)
                return
            if first:
                self.open(following)
            else:
                self.open_beside(following)
        self._say_submitted(holder, said, review_id)

    def _close_holder(self, holder: "MainWindow | ReviewWindow") -> None:
        if holder is self._window:
            self._window.back_to_list()
        else:
            holder.close()

    def _say_submitted(
        self, holder: "MainWindow | ReviewWindow", said: str, review_id: str
    ) -> None:
        sheet = QCoreApplication.translate("Opening", "Feedback sheet")
        holder.say(said, sheet, lambda: self._window.opening.show_sheet(review_id))

    def _say_nothing_left(self, said: str, review_id: str = "") -> None:
        if said:
            words = QCoreApplication.translate("Opening", "{0}. Nothing is left to grade here.")
            self._say_submitted(self._window, words.format(said), review_id)
        else:
            nothing = QCoreApplication.translate("Opening", "Nothing else is left to grade here.")
            self.front().say(nothing)

    def step(self, page: "ReviewPage", by: int) -> None:
        """To the interaction before or after it in the list, without submitting."""
        interactions = self._window.pages.interactions
        first = page.window() is self._window
        found = interactions.neighbour(page.interaction_id, by, self.open_ids(), moves=first)
        if found is None:
            last = QCoreApplication.translate("Opening", "This is the last one of the list.")
            first_one = QCoreApplication.translate("Opening", "This is the first one of the list.")
            self.front().say(last if by > 0 else first_one)
        elif first:
            self.open(found)
        else:
            self.open_beside(found)

    def _lead_to(self, key: str) -> None:
        self._window.raise_it()
        self._window.pages.show_page(key)

    def _hush_others(self, playing: "ReviewPage") -> None:
        for page in self.pages():
            if page is not playing:
                page.pause()

    def _saved(self, page: "ReviewPage", at: datetime) -> None:
        window = self._window
        window.show_saved(at, page.interaction_id)
        # The main window's own page lies over the list, which is read anew when it is left.
        if page.window() is not window:
            self._stale.start()

    def reload_list(self) -> None:
        window = self._window
        if window.pages.current == INTERACTIONS:
            window.pages.interactions.reload()

    # Both windows

    def tile(self) -> None:
        """Side by side on the main window's screen, or each on a screen of its own."""
        second = self.beside
        if second is None:
            self._window.say(
                QCoreApplication.translate("Opening", "Only one window is open: open one beside.")
            )
            return
        first = self._window
        screens = QApplication.screens()
        here = first.screen()
        others = [screen for screen in screens if screen is not here]
        for window in (first, second):
            window.setWindowState(Qt.WindowState.WindowNoState)
        if others:
            first.setGeometry(here.availableGeometry())
            second.setGeometry(others[0].availableGeometry())
            return
        left, right = halves(here.availableGeometry(), first.minimumWidth(), second.minimumWidth())
        first.setGeometry(left)
        second.setGeometry(right)

    def set_focus_mode(self, *, on: bool) -> None:
        """For as long as the program runs: only what is graded, and what with."""
        self.focus_mode = on
        for page in self.pages():
            self._show_focus(page)
        if on:
            words = QCoreApplication.translate("Opening", "Focus mode. {0} leaves it.")
            key = self.front_page()
            self.front().say(words.format(key.key_text("focus_mode") if key else ""))
        else:
            self.front().toast.close_it()

    def _show_focus(self, page: "ReviewPage") -> None:
        page.show_focus_mode(on=self.focus_mode)
        if page.window() is self._window:
            self._window.show_frame(shown=not self.focus_mode)

    def save_typed(self) -> bool:
        """Whether all of every open review is on disk now."""
        # Each is tried, whatever became of the one before.
        saved = [page.save_typed() for page in self.pages()]
        return all(saved)

    def may_leave(self) -> bool:
        """Whether nothing would be lost in any of them, or the reviewer wants to lose it."""
        for page in self.pages():
            if not page.may_leave():
                page.window().raise_()
                return False
        return True

    def give_up(self) -> None:
        """What can't be saved may be lost."""
        for page in self.pages():
            if not page.save_typed():
                page.give_up()

    def leave_all(self) -> bool:
        """Whether none is open any more. First all are asked: a no closes none of them."""
        if not self.may_leave():
            return False
        if self.beside is not None and not self.beside.close():
            return False
        return self._window.pages.leave_review()


def _apart(services: Services) -> Services:
    """The same workspace and reviewer, with a memory of its own for splitters and places."""
    file = Path(services.memory.fileName()).with_name("beside.ini")
    made = make_services(
        services.workspace,
        preferences=services.preferences,
        theme=services.theme,
        clock=services.clock,
        runner=services.runner,
        memory=QSettings(str(file), QSettings.Format.IniFormat),
    )
    made.shared = services.shared
    made.news = services.news
    return made

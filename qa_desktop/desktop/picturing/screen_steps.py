"""Brings one screen, dialog or popup after another up in a window; None where it can't be."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from qa_desktop.base.problems import Problem, Where
from qa_desktop.desktop.interactions.dates_button import DatesButton
from qa_desktop.desktop.interactions.facet_button import FacetButton
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.review.comments.comment_import import CommentImport
from qa_desktop.desktop.review.comments.comment_import_dialog import CommentImportDialog
from qa_desktop.desktop.review.history_popup import HistoryPopup
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.shortcuts import Action
from qa_desktop.desktop.review.state import Phase, StepState
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.pages import INTERACTIONS, RUBRICS
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.listing_store import ListingFilter, ListingRow, Sort
from qa_desktop.reviews.markers.model import Marker, markers_of

_MOST_ROWS = 50
_HEARD_MS = 21_400
_IMPORTED = 11
_MOST_TO_SEE = ("draft", "submitted", "ungraded")
A_PROBLEM = Problem(
    code="desktop.settings_not_kept",
    where=Where(file="settings.json"),
    values={"reason": "disk full"},
)

Show = Callable[[MainWindow], QWidget | None]


def interactions_list(window: MainWindow) -> QWidget:
    window.pages.show_page(INTERACTIONS)
    window.reviews.set_focus_mode(on=False)
    if window.reviews.beside is not None:
        window.reviews.beside.close()
    window.show_problems([])
    window.toast.close_it()
    page = window.pages.interactions
    page.show_state(page.presenter.clear())
    return window


def no_result(window: MainWindow) -> QWidget:
    interactions_list(window)
    page = window.pages.interactions
    page.show_state(page.presenter.search("zzzz"))
    return window


def review(kind: Kind) -> Show:
    def show(window: MainWindow) -> QWidget | None:
        interactions_list(window)
        found = _rows(window, kind)
        if not found:
            return None
        window.open_review(found[0].interaction.id)
        return window

    return show


def _rows(window: MainWindow, kind: Kind) -> list[ListingRow]:
    """Those with the most to see first: drafts, then submitted, then ungraded."""
    wanted = ListingFilter(kinds=(kind.value,), sort=Sort.SCORE)
    rows = window.services.listing.page(wanted, _MOST_ROWS)
    return sorted(rows, key=lambda row: _MOST_TO_SEE.index(row.review_state))


def _submitted(window: MainWindow) -> ListingRow | None:
    rows = window.services.listing.page(ListingFilter(review_states=("submitted",)), 1)
    return rows[0] if rows else None


def listening(window: MainWindow) -> QWidget | None:
    """A call in the middle of its sound, beside the turn that is said there."""
    interactions_list(window)
    found = [row for row in _rows(window, Kind.RECORDING) if row.review_state == "submitted"]
    if not found:
        return None
    window.open_review(found[0].interaction.id)
    settle(window.services.runner)
    page = window.pages.currentWidget()
    if isinstance(page, ReviewPage) and page.left.sound is not None:
        page.left.sound.listening.seek(_HEARD_MS)
    return window


def submitted_review(window: MainWindow) -> QWidget | None:
    interactions_list(window)
    row = _submitted(window)
    if row is None:
        return None
    window.open_review(row.interaction.id)
    return window


def sheet(window: MainWindow) -> QWidget | None:
    interactions_list(window)
    row = _submitted(window)
    if row is None or row.review_id is None:
        return None
    window.opening.show_sheet(row.review_id)
    return opened(window)


def page(key: str) -> Show:
    def show(window: MainWindow) -> QWidget:
        window.pages.show_page(key)
        return window

    return show


def shipped_rubrics(window: MainWindow) -> QWidget | None:
    from qa_desktop.desktop.rubrics.page import RubricsPage

    window.pages.show_page(RUBRICS)
    rubrics = window.pages.page(RUBRICS)
    if isinstance(rubrics, RubricsPage):
        rubrics.show_shipped()
    return opened(window)


def over_list(open_it: Callable[[MainWindow], object]) -> Show:
    def show(window: MainWindow) -> QWidget | None:
        interactions_list(window)
        open_it(window)
        return opened(window)

    return show


def palette(window: MainWindow) -> QWidget | None:
    from qa_desktop.desktop.window.palette import Palette

    interactions_list(window)
    window.opening.show_palette()
    palette = opened(window)
    if isinstance(palette, Palette):
        palette.field.setText("account")
    return palette


def review_page(window: MainWindow, kind: Kind = Kind.RECORDING) -> ReviewPage | None:
    """The one of that kind that has the most to see."""
    if review(kind)(window) is None:
        return None
    settle(window.services.runner)
    return window.open_review_page()


def keys_in_review(*actions: Action, kind: Kind = Kind.RECORDING) -> Show:
    """What those actions bring up: a popup or a dialog, else the page as they leave it."""

    def show(window: MainWindow) -> QWidget | None:
        page = review_page(window, kind)
        if page is None:
            return None
        for action in actions:
            page.keys.perform(action, "")
            settle(window.services.runner)
        return opened(window) or window

    return show


def focus(window: MainWindow) -> QWidget | None:
    """A call in focus mode."""
    if review_page(window) is None:
        return None
    window.reviews.set_focus_mode(on=True)
    return window


def beside(window: MainWindow) -> QWidget | None:
    """A chat in the second window."""
    interactions_list(window)
    found = _rows(window, Kind.CHAT)
    if not found:
        return None
    place = window.geometry()
    window.reviews.open_beside(found[0].interaction.id)
    window.setGeometry(place)
    second = window.reviews.beside
    if second is not None:
        second.resize(window.size())
    return second


def history(window: MainWindow, page: ReviewPage) -> QDialog:
    """Of a review that is changed; the one that is shown may be another reviewer's."""
    steps = [
        (StepState(code="answer", item_text=item.text, answer=str(item.number)), item.number > 3)
        for item in page.state.items()[:5]
    ]
    return HistoryPopup(window.services.theme, steps, page)


def comment_import(window: MainWindow, page: ReviewPage) -> QDialog:
    """A file with the page's comments, one of them changed, and two that are new."""
    markers = [
        *markers_of(page.presenter.draft.comments),
        Marker(start_ms=1_000, text="Label 1"),
        Marker(start_ms=99_000_000, end_ms=99_001_000, text="Label 2"),
    ]
    markers[0] = replace(markers[0], text=f"{markers[0].text} …")
    importing = CommentImport(markers, page.presenter.compare_markers)
    return CommentImportDialog(window.services.theme, "call.TextGrid", importing, page)


def over_review(make: Callable[[MainWindow, ReviewPage], QDialog]) -> Show:
    def show(window: MainWindow) -> QWidget | None:
        page = review_page(window)
        if page is None:
            return None
        return _open(make(window, page))

    return show


def alone(make: Callable[[MainWindow], QDialog]) -> Show:
    """A dialog that stands before the list, or where no window is yet."""

    def show(window: MainWindow) -> QWidget:
        interactions_list(window)
        return _open(make(window))

    return show


def facet(window: MainWindow) -> QWidget | None:
    interactions_list(window)
    buttons = window.pages.interactions.findChildren(FacetButton)
    next(button for button in buttons if button.isVisible()).click()
    return opened(window)


def dates(window: MainWindow) -> QWidget | None:
    interactions_list(window)
    window.pages.interactions.findChildren(DatesButton)[0].click()
    return opened(window)


def problem(window: MainWindow) -> QWidget:
    interactions_list(window)
    window.show_problems([A_PROBLEM])
    return window


def message(window: MainWindow) -> QWidget:
    interactions_list(window)
    window.say(window.tr("Imported %n interaction(s)", "", _IMPORTED), window.tr("Undo"))
    return window


def chooser(window: MainWindow) -> QWidget | None:
    """The first interaction for which a rubric must be chosen."""
    interactions_list(window)
    for row in window.services.listing.page(ListingFilter(review_states=("ungraded",)), _MOST_ROWS):
        window.open_review(row.interaction.id)
        page = window.open_review_page()
        if page is not None and page.state.phase is Phase.CHOOSE_RUBRIC:
            return window
    return None


def opened(window: MainWindow) -> QWidget | None:
    """The popup or the dialog that is in front."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    return shown[-1] if shown else None


def put_away(shown: QWidget) -> bool:
    """Whether there was a dialog or a popup to close."""
    if isinstance(shown, QDialog):
        shown.reject()
        if shown.parentWidget() is None:
            shown.deleteLater()
    elif shown.isWindow() and not isinstance(shown, MainWindow):
        shown.close()
    return not isinstance(shown, MainWindow)


def _open(dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog

"""Brings the screens of writing rubrics up in a window, one after another."""

from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.picturing.screen_steps import Show, opened
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.editor import side
from qa_desktop.desktop.rubrics.editor.page import EditorPage
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.pages import RUBRICS
from qa_desktop.rubrics.tree import Path

_RUBRIC = "service-five-dimensions"


def rubrics_page(window: MainWindow) -> RubricsPage:
    """The library, with nothing over it."""
    page = window.pages.show_page(RUBRICS)
    if not isinstance(page, RubricsPage):
        raise TypeError(page)
    if page.editing.editor is not None:
        page.editing.close()
    return page


def begin(window: MainWindow) -> QWidget | None:
    rubrics_page(window).editing.ask_new()
    return opened(window)


def open_editor(window: MainWindow) -> EditorPage | None:
    """On the next version of a rubric that has everything that rubrics can have."""
    page = rubrics_page(window)
    newest = max(
        (r for r in page.presenter.state.rubrics if r.id == _RUBRIC),
        key=lambda rubric: rubric.version,
        default=None,
    )
    if newest is None:
        return None
    page.show_rubric(newest.id, newest.version)
    page.editing.edit_version()
    settle(window.services.runner)
    return page.editing.editor


def editor(node: Path, view: str = side.PREVIEW, *, ids: bool = False) -> Show:
    def show(window: MainWindow) -> QWidget | None:
        made = open_editor(window)
        if made is None:
            return None
        made.show_side(view)
        made.select(node)
        made.show_ids(ids)
        made.show_properties()
        return window

    return show


def graded(window: MainWindow) -> QWidget | None:
    """With a few answers in the preview."""
    made = open_editor(window)
    if made is None:
        return None
    made.show_side(side.PREVIEW)
    state = made.preview.presenter.state()
    for item in state.items()[:6] if state is not None else ():
        if item.options:
            made.preview.scorecard.chosen.emit(item.id, item.options[0].key)
    return window


def broken(window: MainWindow) -> QWidget | None:
    """A text that says what it must not, marked where it stands."""
    made = open_editor(window)
    if made is None:
        return None
    made.show_side(side.TEXT)
    made.after(made.presenter.put(("sections", 0, "weight"), "heavy"))
    made.after(made.presenter.set_text(("sections", 0, "title"), "en", "", optional=False))
    made.select(("sections", 0))
    settle(window.services.runner)
    return window


def publish(window: MainWindow) -> QWidget | None:
    made = open_editor(window)
    if made is None:
        return None
    made.publish_requested.emit(made.draft_id)
    return opened(window)

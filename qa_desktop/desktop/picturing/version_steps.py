"""Brings the screens of rubrics' versions up in a window, one after another."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.picturing.rubric_steps import open_editor, rubrics_page
from qa_desktop.desktop.picturing.screen_steps import opened
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.versions.on_page import FORM, VERSIONS
from qa_desktop.desktop.rubrics.versions.panel import VersionsPanel
from qa_desktop.desktop.rubrics.versions.publish_dialog import PublishDialog
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.reminders import Reminder

# Of which there is a second version, with reviews.
_RUBRIC = "service-five-dimensions"


def _newest(window: MainWindow) -> Rubric | None:
    found = [r for r in window.services.rubrics.all() if r.id == _RUBRIC]
    return found[0] if found else None


def _panel(window: MainWindow) -> VersionsPanel | None:
    rubric = _newest(window)
    if rubric is None:
        return None
    page = rubrics_page(window)
    page.show_rubric(rubric.id, rubric.version)
    page.versions.bring(VERSIONS)
    settle(window.services.runner)
    panel = page.versions.panel
    # Drafts, which come first, may have errors.
    panel.table.selectRow(len(panel.state.drafts))
    return panel


def versions(window: MainWindow) -> QWidget | None:
    return None if _panel(window) is None else window


def compare(window: MainWindow) -> QWidget | None:
    panel = _panel(window)
    if panel is None:
        return None
    panel.compare.click()
    return opened(window)


def form(window: MainWindow) -> QWidget | None:
    """An earlier version, to read."""
    panel = _panel(window)
    if panel is None:
        return None
    panel.table.selectRow(panel.table.rowCount() - 1)
    panel.open.click()
    return opened(window)


def what_if(window: MainWindow) -> QWidget | None:
    """Another weight, an item that is new and one that is gone."""
    panel, rubric = _panel(window), _newest(window)
    if panel is None or rubric is None:
        return None
    first, second, *rest = rubric.sections
    new = replace(first.items[0], id="new")
    sections = (
        replace(first, weight=first.weight * 2, items=(*first.items, new)),
        replace(second, items=second.items[1:]),
        *rest,
    )
    panel.try_rubric(replace(rubric, version=rubric.version + 1, sections=sections))
    settle(window.services.runner)
    return opened(window)


def publish_on_past(window: MainWindow) -> QWidget | None:
    """What the past says, before a draft is published."""
    made = open_editor(window)
    if made is None:
        return None
    if made.state.errors:
        # Of the picture of errors, on the same draft.
        made.after(made.presenter.undo())
        settle(window.services.runner)
        made.after(made.presenter.undo())
        settle(window.services.runner)
    made.publish_requested.emit(made.draft_id)
    dialog = opened(window)
    if isinstance(dialog, PublishDialog) and dialog.panel is not None:
        dialog.switch.buttons[1].click()
        settle(window.services.runner)
    return dialog


def retired(window: MainWindow) -> QWidget | None:
    rubrics_page(window).versions.show_retired()
    settle(window.services.runner)
    return opened(window)


def due(window: MainWindow) -> QWidget | None:
    """As if somebody should have looked at two rubrics."""
    page = rubrics_page(window)
    page.versions.bring(FORM)
    today = page.versions.presenter.today()
    page.versions.strip.show_due(
        [
            Reminder(rubric=rubric, last=today, due=today - timedelta(days=days))
            for days, rubric in enumerate(page.presenter.state.rubrics[:2])
        ],
        window.services.language,
    )
    return window

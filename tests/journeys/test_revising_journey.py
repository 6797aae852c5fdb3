"""A team lead revises a rubric: looks what it changes and does to the past, publishes, retires."""

from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.versions.diff_dialog import DiffDialog
from qa_desktop.desktop.rubrics.versions.publish_dialog import PublishDialog
from qa_desktop.desktop.rubrics.versions.what_if_dialog import WhatIfDialog
from qa_desktop.desktop.window.pages import RUBRICS
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import Draft, Entry, StepLabel
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Answer

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier

RUBRIC = """\
# What we agreed on in October.
schema: qa-rubric/1
id: thanks
version: 1
title: Thanks
channels: [voice, chat, ticket]
languages: [en]
scoring: {aggregation: weighted, pass_mark: 70}
grades: [{id: fine, min: 70, title: Fine}, {id: poor, min: 0, title: Poor}]
sections:
  - id: all
    title: All
    weight: 1
    items:
      - id: polite
        text: Is polite
        answer: {type: scale, min: 1, max: 5}
      - id: thanks
        text: Says thank you
        weight: 1
        answer: {type: scale, min: 1, max: 5}
"""


@pytest.fixture
def page(person: Any) -> RubricsPage:
    """Three chats graded with the first version, and a review that is under way."""
    services = person.window.services
    person.take_in(resource_path("demo") / "chats")
    rubric = services.rubrics.publish(RUBRIC.encode())
    rows = services.listing.page(ListingFilter(), 4)
    for number, row in enumerate(rows[:3]):
        review = services.reviews.start(row.interaction.id, rubric)
        entries = {
            "polite": Entry(answer=Answer(value=Fraction(5))),
            "thanks": Entry(answer=Answer(value=Fraction(1 + 2 * number))),
        }
        if number == 2:
            break
        services.reviews.save(review.id, Draft(entries=entries), StepLabel(code="answer"))
        services.reviews.submit(review.id, rubric)
    person.front()
    person.press(Key.Key_2, ALT)
    page = person.window.pages.page(RUBRICS)
    assert isinstance(page, RubricsPage)
    page.reload()
    page.show_rubric("thanks", 1)
    settle(services.runner)
    return page


def chosen_dialog(person: Any, kind: type[Any]) -> Any:
    person.until(lambda: any(d.isVisible() for d in person.window.findChildren(kind)))
    return [dialog for dialog in person.window.findChildren(kind) if dialog.isVisible()][-1]


def focus(person: Any, widget: QWidget) -> None:
    """Tab would lead there too, after more presses; a window manager fronts the dialog."""
    widget.window().activateWindow()
    person.until(widget.window().isActiveWindow)
    widget.setFocus()
    person.until(lambda: QApplication.focusWidget() is widget)


def press(person: Any, button: QWidget) -> None:
    focus(person, button)
    person.press(Key.Key_Space)


def test_revise_compare_try_publish_retire(person: Any, page: RubricsPage) -> None:
    services = person.window.services
    panel = page.versions.panel

    # By keys to the versions, and from there to a draft of the next.
    press(person, page.versions.switch.buttons[1])
    person.until(lambda: panel.table.rowCount() == 1)
    settle(services.runner)
    press(person, panel.edit)
    person.until(lambda: page.editing.editor is not None)
    person.front()
    editor = page.editing.editor
    assert editor is not None
    editor.after(editor.presenter.put(("sections", 0, "items", 1, "weight"), 3))
    person.until(lambda: not editor.state.saved.saving)

    # What it changes, and what it would have done to the past.
    person.press(Key.Key_P, CTRL | SHIFT)
    dialog = chosen_dialog(person, PublishDialog)
    assert dialog.switch.buttons[0].text() == "What changes: 1"
    with person.qtbot.waitSignal(dialog.panel.tried) as tried:
        press(person, dialog.switch.buttons[1])
    summary = tried.args[0]
    assert (summary.count, summary.before, summary.after) == (2, 62.5, Fraction("43.75"))
    assert summary.outcomes_changed == 1
    focus(person, dialog.note)
    person.type("Thanks count three times")
    press(person, dialog.go)
    person.until(lambda: page.editing.editor is None)
    settle(services.runner)
    assert "Published Thanks, version 2" in person.window.toast.text()

    # The list knows both; the review under way keeps its own; the comment of the file is there.
    newest, oldest = panel.state.versions
    assert (newest.version.note, newest.graded.submitted) == ("Thanks count three times", 0)
    assert (oldest.graded.submitted, oldest.graded.drafts) == (2, 1)
    assert services.rubrics.source("thanks", 2).startswith("# What we agreed on in October.\n")
    assert services.rubrics.source("thanks", 1) == RUBRIC
    assert services.rubrics.get("thanks", 1) == load_rubric(RUBRIC, "thanks:1")

    # Compared once more, and tried from the list.
    person.front()
    panel.table.selectRow(0)
    press(person, panel.compare)
    compared = chosen_dialog(person, DiffDialog)
    assert (compared.old.currentText(), compared.new.currentText()) == ("Version 1", "Version 2")
    focus(person, compared.old)
    person.press(Key.Key_Escape)
    person.until(lambda: not any(d.isVisible() for d in person.window.findChildren(DiffDialog)))
    person.front()
    press(person, panel.try_it)
    trial = chosen_dialog(person, WhatIfDialog)
    settle(services.runner)
    movers = trial.panel.results.movers
    assert movers is not None
    wanted = trial.panel._done[1].movers[0].case.interaction_id

    # The largest change leads to its review.
    focus(person, movers)
    person.press(Key.Key_Return)
    person.until(lambda: person.window.pages.current == "review")
    open_page = person.window.open_review_page()
    assert open_page is not None
    assert services.listing.of([wanted])[0].review_id is not None
    settle(services.runner)

    # Retired, and taken back at once.
    person.front()
    person.press(Key.Key_2, ALT)
    settle(services.runner)
    panel.table.selectRow(0)
    press(person, panel.retire)
    settle(services.runner)
    assert {r.version for r in services.rubrics.all() if r.id == "thanks"} == {1}
    person.window.toast.action_requested.emit()
    settle(services.runner)
    assert {r.version for r in services.rubrics.all() if r.id == "thanks"} == {1, 2}

"""Whatever was done is undone and done again in a program that was started anew."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.comments.comment_states import Anchor
from qa_desktop.desktop.review.history_popup import HistoryPopup
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.words import step_words
from qa_desktop.reviews.model import CommentKind, Draft

Open = Callable[..., ReviewPresenter]
OpenPage = Callable[..., ReviewPage]
Act = Callable[[ReviewPresenter], object]


def comment(presenter: ReviewPresenter) -> str:
    return presenter.draft.comments[0].id


def write(presenter: ReviewPresenter) -> None:
    """A comment at a moment, finished."""
    begun = presenter.begin_comment(Anchor(start_ms=1200))
    presenter.type_comment(begun.comments[-1].id, "Very warm")
    presenter.finish_comment()


def nothing(_presenter: ReviewPresenter) -> None:
    """Some kinds need nothing before them."""


# What was there before, what is done.
KINDS: dict[str, tuple[Act, Act]] = {
    "answer": (nothing, lambda p: p.choose("greeting", "4")),
    "another answer": (lambda p: p.choose("greeting", "5"), lambda p: p.choose("greeting", "2")),
    "cleared": (lambda p: p.choose("greeting", "5"), lambda p: p.clear("greeting")),
    "not applicable": (nothing, lambda p: p.set_na("greeting")),
    "several": (lambda p: p.choose("empathy", "named"), lambda p: p.choose("empathy", "sorry")),
    "number": (nothing, lambda p: p.set_number("wait", "20")),
    "marks": (lambda p: p.mark("wait", 0, 1000), lambda p: p.mark("wait", 1, 9000)),
    "reason": (
        lambda p: p.choose("recorded", "no"),
        lambda p: p.toggle_reason("recorded", "forgot"),
    ),
    "item comment": (nothing, lambda p: p.set_item_comment("greeting", "很好")),
    "note": (nothing, lambda p: p.set_item_comment("remark", "A remark")),
    "scenario": (nothing, lambda p: p.choose_scenario("complaint")),
    "adjustment": (nothing, lambda p: p.adjust("extra", 1)),
    "summary": (nothing, lambda p: p.set_summary("In short")),
    "graded agent": (nothing, lambda p: p.choose_agent("Wang")),
    "comment": (nothing, write),
    "comment moved": (write, lambda p: p.move_comment(comment(p), Anchor(start_ms=5, end_ms=90))),
    "comment's kind": (write, lambda p: p.set_comment_kind(comment(p), CommentKind.PRAISE)),
    "comment's item": (write, lambda p: p.link_comment(comment(p), "greeting")),
    "comment deleted": (write, lambda p: p.delete_comment(comment(p))),
}


@pytest.mark.parametrize("kind", list(KINDS))
def test_it_is_undone_and_done_again_after_restarts(opened: Open, kind: str) -> None:
    before_it, act = KINDS[kind]
    presenter = opened()
    # Nothing of it is the review's first step.
    presenter.choose("transferred", "no")
    before_it(presenter)
    before = presenter.draft
    act(presenter)
    after = presenter.draft
    assert after != before
    assert opened().draft == after
    again = opened()
    step = again.state().undo
    assert step is not None
    assert step_words(step) != "Last change"
    assert again.undo().redo is not None
    assert again.draft == before
    assert opened().draft == before
    once_more = opened()
    once_more.redo()
    assert once_more.draft == after
    assert opened().draft == after


def test_the_history_goes_to_any_step_and_forward_again(opened: Open) -> None:
    presenter = opened()
    drafts: list[Draft] = []
    for act in (
        lambda p: p.choose("greeting", "4"),
        lambda p: p.set_summary("In short"),
        write,
        lambda p: p.adjust("extra", 1),
    ):
        act(presenter)
        drafts.append(presenter.draft)
    steps = presenter.history()
    presenter.jump(-2)
    assert presenter.draft == drafts[len(drafts) - 3]
    presenter = opened()
    assert [undone for _, undone in presenter.history()][-2:] == [True, True]
    assert [step.code for step, _ in presenter.history()] == [step.code for step, _ in steps]
    presenter.jump(2)
    assert presenter.draft == drafts[-1]
    presenter.jump(-99)
    assert presenter.draft == Draft(scenario=presenter.draft.scenario)


def test_the_popup_jumps_with_enter(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()
    items = [item for item in page.state.items() if item.options][:3]
    for item in items:
        page.show_state(page.presenter.choose(item.id, item.options[0].key))
    qtbot.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, HistoryPopup)
    # The three answers, and how it began; things are as the newest left them.
    assert (popup.list.count(), popup.list.currentRow()) == (4, 0)
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    assert list(page.presenter.draft.entries) == [items[0].id]
    assert page.state.redo is not None

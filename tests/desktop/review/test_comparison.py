"""The review under way beside the agent's last one: found, joined by item, shown in a window."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import Clock
from qa_desktop.database.connection import Database
from qa_desktop.desktop.review.card.comparison import AnswerWords, Comparison, Trend
from qa_desktop.desktop.review.card.comparison_dialog import ComparisonDialog
from qa_desktop.desktop.review.card.looking_back import last_compared
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.state import PageState
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import InteractionDetail
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.model import Draft
from qa_desktop.reviews.past_store import PastStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

Compared = Callable[[ReviewPresenter], Comparison | None]


@pytest.fixture
def second_call(interactions: InteractionStore) -> InteractionDetail:
    """Another call of the same agent."""
    first = interactions.detail("call")
    recording = replace(first.recordings[0], id="r2", media_hash="1" * 64)
    interaction = replace(
        first.interaction, id="second", title="0091b8", content_hash="2nd", batch_id="later"
    )
    detail = replace(first, interaction=interaction, recordings=(recording,))
    interactions.add_batch("later", "test", [detail])
    return detail


@pytest.fixture
def compared(
    database: Database, reviews: ReviewStore, rubrics: RubricStore, second_call: InteractionDetail
) -> Compared:
    def look(presenter: ReviewPresenter) -> Comparison | None:
        assert presenter.rubric is not None
        return last_compared(
            second_call,
            presenter.rubric,
            presenter.draft,
            past=PastStore(database),
            reviews=reviews,
            rubrics=rubrics,
            language="en",
        )

    return look


@pytest.fixture
def graded(
    interactions: InteractionStore,
    answer_all: Callable[[], PageState],
    presenter: ReviewPresenter,
) -> ReviewPresenter:
    """The first call, submitted."""
    presenter.choose("greeting", "3")
    answer_all()
    presenter.choose("greeting", "3")
    presenter.set_item_comment("greeting", "a little cold")
    presenter.submit()
    return presenter


@pytest.mark.usefixtures("graded")
def test_each_item_stands_beside_what_it_was(
    second_call: InteractionDetail, opened: Callable[..., ReviewPresenter], compared: Compared
) -> None:
    now = opened("second")
    now.choose("greeting", "5")
    now.set_na("empathy")
    now.set_number("wait", "95")
    found = compared(now)
    assert found is not None
    assert (found.agent, found.interaction_id, found.reviewer) == ("Jennifer", "call", "Lin")
    assert (found.then_score, found.then_grade, found.trend) == ("90.00", "Good", Trend.DOWN)
    rows = {item.text: item for section in found.sections for item in section.items}
    greeting = rows["Greeting"]
    assert greeting.then == AnswerWords(text="3", comment="a little cold")
    assert (greeting.now, greeting.trend) == (AnswerWords(text="5"), Trend.UP)
    assert rows["Empathy"].then.text == "Named it, Apologised"
    assert (rows["Empathy"].now.na, rows["Empathy"].trend) == (True, Trend.NONE)
    assert (rows["First soothing reply"].then.text, rows["First soothing reply"].trend) == (
        "20 s",
        Trend.DOWN,
    )
    assert rows["Request recorded"].now == AnswerWords()


def test_without_an_earlier_review_there_is_nothing(
    opened: Callable[..., ReviewPresenter], compared: Compared
) -> None:
    assert compared(opened("second")) is None


@pytest.mark.usefixtures("graded")
def test_a_review_is_not_compared_with_itself(
    interactions: InteractionStore,
    graded: ReviewPresenter,
    database: Database,
    reviews: ReviewStore,
    rubrics: RubricStore,
) -> None:
    assert graded.rubric is not None
    found = last_compared(
        interactions.detail("call"),
        graded.rubric,
        graded.draft,
        past=PastStore(database),
        reviews=reviews,
        rubrics=rubrics,
        language="en",
    )
    assert found is None


@pytest.mark.usefixtures("graded")
def test_other_agents_reviews_do_not_count(
    database: Database, opened: Callable[..., ReviewPresenter], compared: Compared
) -> None:
    now = opened("second")
    assert compared(now) is not None
    past = PastStore(database)
    assert past.last_of("4", rubric_id="service", but_not="second") is None
    assert past.last_of("3", rubric_id="another", but_not="second") is None


@pytest.mark.usefixtures("graded")
def test_a_review_that_is_of_somebody_else_is_that_agents(
    second_call: InteractionDetail,
    database: Database,
    clock: Clock,
    reviews: ReviewStore,
    rubrics: RubricStore,
    opened: Callable[..., ReviewPresenter],
) -> None:
    rubric = opened("second").rubric
    assert rubric is not None
    found = last_compared(
        second_call,
        rubric,
        Draft(agent="Somebody"),
        past=PastStore(database),
        reviews=reviews,
        rubrics=rubrics,
        language="en",
    )
    assert found is None


def test_v_opens_it_in_the_window_and_says_where_there_is_none(
    qtbot: QtBot, open_page: Callable[..., ReviewPage]
) -> None:
    page = open_page()
    QTest.keyClick(page, Qt.Key.Key_V)
    dialog = page.findChild(ComparisonDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    assert "Nothing to compare with yet" in texts
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_only_what_changed_can_be_shown(
    qtbot: QtBot,
    demo_services: Services,
    second_call: InteractionDetail,
    graded: ReviewPresenter,
    opened: Callable[..., ReviewPresenter],
    compared: Compared,
) -> None:
    now = opened("second")
    now.choose("greeting", "5")
    now.choose("recorded", "yes")
    dialog = ComparisonDialog(demo_services.theme, compared(now))
    qtbot.addWidget(dialog)
    dialog.show()
    asked: list[str] = []
    dialog.open_requested.connect(asked.append)

    def shown() -> set[str]:
        return {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}

    assert {"1  Greeting", "2  Request recorded", "a little cold"} <= shown()
    dialog.only_changes.click()
    assert "1  Greeting" in shown()
    assert "2  Request recorded" not in shown()
    dialog.only_changes.click()
    assert "2  Request recorded" in shown()
    assert dialog.opener is not None
    dialog.opener.click()
    assert asked == ["call"]


class TestFolding:
    def test_answered_sections_fold_but_not_the_one_at_work(
        self, presenter: ReviewPresenter, answer_all: Callable[[], PageState]
    ) -> None:
        answer_all()
        presenter.set_item_comment("remark", "x")
        presenter.select_item("greeting")
        state = presenter.fold_answered()
        assert {s.id: s.folded for s in state.sections} == {"opening": False, "help": True}
        state = presenter.fold_answered()
        assert not any(section.folded for section in state.sections)

    def test_what_lacks_something_stays_open(self, presenter: ReviewPresenter) -> None:
        presenter.choose("greeting", "5")
        presenter.select_item("empathy")
        assert not any(section.folded for section in presenter.fold_answered().sections)

    def test_f_folds_on_the_page(self, open_page: Callable[..., ReviewPage]) -> None:
        page = open_page()
        first = page.state.sections[0]
        for item in first.items:
            page.show_state(page.presenter.choose(item.id, item.options[0].key))
        page.show_state(page.presenter.select_item(page.state.sections[1].items[0].id))
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_F)
        assert page.state.sections[0].folded
        assert not page.state.sections[1].folded

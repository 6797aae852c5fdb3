"""The book of rulings: found in both languages, edited, withdrawn, shown while grading."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.calibration.statistics.clearness import Case, Cause, judge
from qa_desktop.desktop.calibration.rulings.clearness_words import advice, evidence
from qa_desktop.desktop.calibration.rulings.precedents_dialog import PrecedentsDialog
from qa_desktop.desktop.calibration.rulings.view import UNCLEAR, RulingsView
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import Services
from qa_desktop.rubrics.model import Answer

SILENCE = "Silence over 5 s without an announcement is at most 3."
CHINESE = "仅有礼貌用语的，最高 3 分。"


@pytest.fixture
def services(demo_services: Services) -> Services:
    """With two rulings on the five dimensions."""
    for item, text, tag in (("efficiency", SILENCE, "waiting"), ("listening", CHINESE, "同理心")):
        demo_services.rulings.add(
            rubric_id="service-five-dimensions",
            rubric_version=2,
            item_id=item,
            text=text,
            tags=(tag,),
        )
    return demo_services


@pytest.fixture
def view(services: Services, qtbot: QtBot) -> RulingsView:
    view = RulingsView(services)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    view.reload()
    return view


def texts(view: RulingsView) -> list[str]:
    return [card.line.ruling.text for card in view.cards]


def search(view: RulingsView, words: str) -> None:
    view.field.setText(words)
    view.field.returnPressed.emit()


def test_an_empty_book_says_what_it_is_for(demo_services: Services, qtbot: QtBot) -> None:
    view = RulingsView(demo_services)
    qtbot.addWidget(view)
    view.show()
    assert view.empty.isVisible()
    assert view.field.isHidden()


def test_rulings_are_found_in_both_languages(view: RulingsView) -> None:
    assert texts(view) == [CHINESE, SILENCE]
    search(view, "silence")
    assert texts(view) == [SILENCE]
    search(view, "倾听")
    assert texts(view) == [CHINESE]
    search(view, "banana")
    assert view.nothing.isVisible()
    view.nothing.first_requested.emit()
    assert texts(view) == [CHINESE, SILENCE]
    view.tag.setCurrentIndex(view.tag.findData("waiting"))
    view.tag.activated.emit(view.tag.currentIndex())
    assert texts(view) == [SILENCE]


def test_a_ruling_is_worded_anew_and_its_history_told(view: RulingsView, qtbot: QtBot) -> None:
    ruling = view.cards[1].line.ruling
    dialog = view.open_edit(ruling.id)
    dialog.field.setPlainText("  ")
    dialog.save.click()
    assert "needs words" in dialog.banner.text()
    dialog.field.setPlainText("At most 2.")
    with qtbot.waitSignal(dialog.accepted):
        dialog.save.click()
    assert texts(view)[1] == "At most 2."
    told = view.open_history(ruling.id)
    words = [label.text() for label in told.findChildren(QLabel)]
    assert words.index("At most 2.") < words.index(SILENCE)
    told.reject()


def test_a_withdrawn_ruling_is_brought_back(view: RulingsView) -> None:
    said: list[object] = []
    view.said.connect(lambda *told: said.append(told[2]))
    ruling = view.cards[0].line.ruling
    view.cards[0].withdraw_requested.emit(ruling.id)
    assert texts(view) == [SILENCE]
    view.withdrawn.click()
    assert texts(view) == [CHINESE, SILENCE]
    (undo,) = said
    assert callable(undo)
    undo()
    view.withdrawn.click()
    assert texts(view) == [CHINESE, SILENCE]


def test_precedents_of_one_item_are_read(services: Services, qtbot: QtBot) -> None:
    rubric = services.rubrics.get("service-five-dimensions", 2)
    dialog = PrecedentsDialog(services, rubric, "efficiency")
    qtbot.addWidget(dialog)
    assert [card.line.ruling.text for card in dialog.cards] == [SILENCE]


def test_without_two_sessions_the_unclear_items_say_so(view: RulingsView) -> None:
    view.bring(UNCLEAR)
    settle(view._services.runner)
    assert view.unclear.empty.isVisible()


def test_what_was_ruled_stands_beside_the_item_while_grading(
    services: Services, qtbot: QtBot
) -> None:
    from qa_desktop.demo.workspace import interactions_by_source

    interaction = interactions_by_source(services.workspace)["0002f70f7386445b"]
    page = ReviewPage(services, interaction)
    qtbot.addWidget(page)
    item = next(one for one in page.state.items() if one.id == "efficiency")
    assert item.precedents == (SILENCE,)
    page.show_state(page.presenter.select_item("efficiency"))
    card = page.panel.scorecard.card("efficiency")
    assert card is not None
    guidance = card._guidance
    guidance.resize(400, 60)
    assert guidance.shown_text().endswith("Precedents (1)")
    card.open_guidance(opened=True)
    assert SILENCE in guidance.shown_text()
    page.close()


def test_rubric_or_people_in_words() -> None:
    def case(session: str, *given: int) -> Case:
        answers = {f"P{n}": Answer(value=str(value)) for n, value in enumerate(given)}
        return Case(session_id=session, pseudonym="call-1", answers=answers)

    people = judge("r", "i", [case("s1", 3, 3, 3, 1), case("s2", 4, 4, 4, 2)])
    assert people.cause is Cause.PEOPLE
    assert "come from Eva." in advice(people, {"P3": "Eva"})
    assert "100 % of all deviations" in evidence(people)
    rubric = judge("r", "i", [case("s1", 3, 1, 5, 4), case("s2", 1, 2, 3, 4)])
    assert rubric.cause is Cause.RUBRIC
    assert "its words leave room" in advice(rubric, {})

"""Every rubric that ships is graded in a real window as its typical example, down to the sheet."""

from collections.abc import Callable
from io import BytesIO

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import AnswerForm, Phase, Tone
from qa_desktop.desktop.rubrics.numbers import number_text
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import ReviewState
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Answer, Example, Rubric
from qa_desktop.rubrics.numbers import round_half_up
from qa_desktop.sheets.collect import collect_feedback
from qa_desktop.sheets.feedback import render_feedback

RUBRICS = {rubric.id: rubric for rubric in (load_rubric(s, n) for n, s in shipped_rubrics())}
KINDS = {"voice": Kind.RECORDING, "chat": Kind.CHAT, "ticket": Kind.TICKET}
GradeIt = Callable[[Rubric, str], ReviewPage]


def typical(rubric: Rubric) -> Example:
    return next(example for example in rubric.examples if example.id == "typical")


def give(page: ReviewPage, item_id: str, answer: Answer) -> None:
    """As a person does: the item is chosen first, then what is answered."""
    grading = page.presenter
    page.show_state(grading.select_item(item_id))
    item = page.state.item(item_id)
    assert item is not None, f"{item_id} is not asked"
    if answer.na:
        assert item.na_allowed
        page.show_state(grading.set_na(item_id))
    if answer.values == ():
        none_of_these = item.options[-1]
        assert not none_of_these.label
        page.show_state(grading.choose(item_id, none_of_these.key))
    for option in answer.values or ():
        page.show_state(grading.choose(item_id, option))
    if answer.value is None:
        return
    given = answer.value if isinstance(answer.value, str) else number_text(answer.value)
    if item.form is AnswerForm.NUMBER:
        page.show_state(grading.set_number(item_id, given))
    else:
        page.show_state(grading.choose(item_id, given))


def explain(page: ReviewPage) -> None:
    """Writes what the rubric wants to be written where points were lost."""
    grading = page.presenter
    items = [item for section in page.state.sections for item in section.items]
    for item in items:
        if item.comment_required:
            page.show_state(grading.set_item_comment(item.id, "00:12 客户追问后才说明。"))
        if item.reasons_wanted:
            page.show_state(grading.toggle_reason(item.id, item.reasons[0].key))


@pytest.fixture
def grade_it(qtbot: QtBot, demo_services: Services) -> GradeIt:
    def grade(rubric: Rubric, channel: str) -> ReviewPage:
        rows = demo_services.listing.page(ListingFilter(kinds=(KINDS[channel],)), 20)
        free = next(row for row in rows if row.review_state == "ungraded")
        page = ReviewPage(demo_services, free.interaction.id)
        qtbot.addWidget(page)
        page.resize(1204, 640)
        page.show()
        qtbot.waitExposed(page)
        if page.state.phase is Phase.CHOOSE_RUBRIC:
            offered = {choice.id for choice in page.state.rubrics}
            assert offered == {r.id for r in RUBRICS.values() if channel in r.channels}
            page.choose_rubric(rubric.id, rubric.version)
        example = typical(rubric)
        # The interaction's tags may have chosen one.
        page.show_state(page.presenter.choose_scenario(example.given.scenario))
        for item in rubric.items():
            if item.id in example.given.answers:
                give(page, item.id, example.given.answers[item.id])
        for adjustment, times in example.given.adjustments.items():
            for _ in range(times):
                page.show_state(page.presenter.adjust(adjustment, 1))
        return page

    return grade


@pytest.mark.parametrize("name", RUBRICS)
def test_it_is_graded_submitted_and_printed(
    demo_services: Services, grade_it: GradeIt, name: str
) -> None:
    rubric = RUBRICS[name]
    example = typical(rubric)
    page = grade_it(rubric, rubric.channels[0])
    explain(page)
    assert page.state.missing.count == 0
    review_id = page.state.review_id or ""
    page.flush()
    page.submit()
    review = demo_services.reviews.get(review_id)
    assert review.state is ReviewState.SUBMITTED
    result = page.presenter.result()
    assert result is not None
    assert result.score is not None
    assert round_half_up(result.score, result.rounding) == example.expect.score
    assert result.grade == example.expect.grade
    for language in ("en", "zh-CN"):
        content = collect_feedback(demo_services.workspace, review_id, language=language)
        printed = BytesIO()
        render_feedback(content, printed, language=language)
        pages = pypdf.PdfReader(printed).pages
        text = "".join(sheet.extract_text() for sheet in pages).replace("\n", "")
        assert len(pages) <= 3
        assert rubric.title.to(language).replace(" ", "") in text.replace(" ", "")
        lost = [line.title for line in content.deductions]
        assert lost
        # What only steers what else is asked is nothing to work on.
        steering = {i.text.to(language) for i in rubric.items() if not i.weight}
        assert steering.isdisjoint(lost)
        assert all(title.replace(" ", "") in text.replace(" ", "") for title in lost)


def test_no_answer_to_what_only_steers_looks_like_a_good_one(grade_it: GradeIt) -> None:
    page = grade_it(RUBRICS["after-sales"], "voice")
    steering, weighing = (page.state.item(name) for name in ("request-kind", "order-check"))
    assert steering is not None
    assert weighing is not None
    assert {option.tone for option in steering.options} == {Tone.ACCENT}
    assert weighing.options[0].tone is Tone.GOOD

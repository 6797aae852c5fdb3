"""What the reviewer's actions do: answers, the live score, saving, undo, submitting, correcting."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.state import AnswerForm, ItemState, PageState, Phase, Tone
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.store import RubricStore

Open = Callable[..., ReviewPresenter]
AnswerAll = Callable[[], PageState]


def item(state: PageState, item_id: str) -> ItemState:
    found = state.item(item_id)
    assert found is not None, f"{item_id} is not visible"
    return found


class TestTheForm:
    def test_looking_at_an_interaction_leaves_nothing_behind(
        self, presenter: ReviewPresenter, reviews: ReviewStore
    ) -> None:
        state = presenter.state()
        assert state.phase is Phase.GRADING
        assert state.save.saved_at is None
        assert reviews.latest_for("call") is None

    def test_header_says_who_and_with_what(self, presenter: ReviewPresenter) -> None:
        header = presenter.state().header
        assert (header.agent, header.queue, header.rubric) == (
            "Jennifer",
            "Accounts",
            "Service v1",
        )
        assert header.scenarios == (("complaint", "Complaint"),)

    def test_items_say_how_they_are_answered(self, presenter: ReviewPresenter) -> None:
        forms = {each.id: each.form for each in presenter.state().items()}
        assert forms == {
            "greeting": AnswerForm.SINGLE,
            "recorded": AnswerForm.SINGLE,
            "empathy": AnswerForm.TOGGLES,
            "transferred": AnswerForm.SINGLE,
            "wait": AnswerForm.MEASURE,
            "remark": AnswerForm.NOTE,
        }

    def test_a_scale_stands_best_first_with_its_anchors(self, presenter: ReviewPresenter) -> None:
        greeting = item(presenter.state(), "greeting")
        assert [option.label for option in greeting.options] == ["5", "4", "3", "2", "1"]
        assert greeting.options[0].hint == "warm"
        assert greeting.anchors == (("5", "warm"), ("1", "none"))
        assert greeting.guidance == "Says company and name."

    def test_an_answer_that_vetoes_looks_bad_and_a_full_one_good(
        self, presenter: ReviewPresenter
    ) -> None:
        yes, no = item(presenter.state(), "recorded").options
        assert (yes.tone, no.tone) == (Tone.GOOD, Tone.BAD)

    def test_an_item_appears_with_its_condition_and_numbers_do_not_shift(
        self, presenter: ReviewPresenter
    ) -> None:
        assert presenter.state().item("warm") is None
        state = presenter.choose("transferred", "yes")
        assert item(state, "warm").number == 5
        assert item(state, "wait").number == 6
        assert presenter.choose("transferred", "no").item("warm") is None

    def test_a_hidden_items_answer_is_kept_aside(self, presenter: ReviewPresenter) -> None:
        presenter.choose("transferred", "yes")
        presenter.set_number("warm", "7.5")
        presenter.choose("transferred", "no")
        state = presenter.choose("transferred", "yes")
        warm = item(state, "warm").amount
        assert warm is not None
        assert warm.value == "7.5"

    def test_the_language_changes_at_once(self, presenter: ReviewPresenter) -> None:
        state = presenter.set_language("zh-CN")
        assert item(state, "greeting").text == "问候"
        assert state.header.rubric == "服务 v1"

    def test_a_long_scale_is_typed_and_a_short_one_has_its_zero(
        self, opened: Open, rubrics: RubricStore, other_rubric: bytes
    ) -> None:
        rubrics.publish(other_rubric)
        presenter = opened()
        assert presenter.state().phase is Phase.CHOOSE_RUBRIC
        state = presenter.choose_rubric("short", 2)
        assert item(state, "percent").form is AnswerForm.NUMBER
        state = presenter.digit("0")
        assert [o.key for o in item(state, "fine").options if o.chosen] == ["0"]
        assert not item(state, "fine").na


class TestMoving:
    def test_next_and_previous_stop_at_the_ends(self, presenter: ReviewPresenter) -> None:
        assert presenter.state().current_item == "greeting"
        assert presenter.previous_item().current_item == "greeting"
        assert presenter.next_item().current_item == "recorded"
        for _ in range(10):
            state = presenter.next_item()
        assert state.current_item == "remark"

    def test_next_unanswered_goes_round(self, presenter: ReviewPresenter) -> None:
        presenter.choose("greeting", "3")
        presenter.select_item("wait")
        assert presenter.state().missing.count == 4
        assert presenter.next_unanswered().current_item == "recorded"

    def test_selecting_an_item_opens_its_section(self, presenter: ReviewPresenter) -> None:
        assert presenter.fold("help").sections[1].folded
        assert not presenter.select_item("wait").sections[1].folded

    def test_a_reopened_draft_begins_at_the_first_item_that_waits(self, opened: Open) -> None:
        first = opened()
        first.choose("greeting", "5")
        first.choose("recorded", "yes")
        assert opened().state().current_item == "empathy"


class TestAnswers:
    def test_digits_answer_the_current_item(self, presenter: ReviewPresenter) -> None:
        state = presenter.digit("4")
        assert [o.key for o in item(state, "greeting").options if o.chosen] == ["4"]
        presenter.next_item()
        state = presenter.digit("2")
        assert [o.key for o in item(state, "recorded").options if o.chosen] == ["no"]

    def test_a_digit_without_an_answer_changes_nothing(self, presenter: ReviewPresenter) -> None:
        before = presenter.state()
        assert presenter.digit("9") == before

    def test_zero_is_not_applicable_and_takes_it_back(self, presenter: ReviewPresenter) -> None:
        assert item(presenter.digit("0"), "greeting").na
        assert not item(presenter.digit("0"), "greeting").na

    def test_not_applicable_is_refused_where_the_rubric_does(
        self, presenter: ReviewPresenter
    ) -> None:
        state = presenter.set_na("recorded")
        assert not item(state, "recorded").na
        assert not item(state, "recorded").na_allowed

    def test_several_answers_switch_and_none_is_an_answer(self, presenter: ReviewPresenter) -> None:
        presenter.choose("empathy", "named")
        state = presenter.choose("empathy", "sorry")
        assert [o.key for o in item(state, "empathy").options if o.chosen] == ["named", "sorry"]
        presenter.choose("empathy", "named")
        state = presenter.choose("empathy", "sorry")
        assert [o.key for o in item(state, "empathy").options if o.chosen] == [""]
        assert presenter.draft.entries["empathy"].answer == Answer(values=())
        assert not item(presenter.clear("empathy"), "empathy").answered
        assert item(presenter.choose("empathy", ""), "empathy").answered

    @pytest.mark.parametrize("typed", ["15.5", "0.3", "many", "-1", "1e3", "１２"])
    def test_a_number_outside_the_rubric_is_pointed_at_and_not_saved(
        self, presenter: ReviewPresenter, typed: str
    ) -> None:
        presenter.choose("transferred", "yes")
        presenter.set_number("warm", "3")
        state = presenter.set_number("warm", typed)
        assert item(state, "warm").lacking == ("number",)
        assert presenter.draft.entries["warm"].answer == Answer(value=Fraction(3))
        assert item(presenter.set_number("warm", "4"), "warm").lacking == ()

    def test_the_stepper_keeps_to_step_and_bounds(self, presenter: ReviewPresenter) -> None:
        presenter.choose("transferred", "yes")
        presenter.step_number("warm", 1)
        assert presenter.draft.entries["warm"].answer == Answer(value=Fraction(1, 2))
        for _ in range(3):
            presenter.step_number("warm", -1)
        assert presenter.draft.entries["warm"].answer == Answer(value=Fraction(0))
        presenter.step_number("warm", 100)
        assert presenter.draft.entries["warm"].answer == Answer(value=Fraction(15))

    def test_a_decimal_comma_is_understood(self, presenter: ReviewPresenter) -> None:
        presenter.set_number("wait", "12,5")
        assert presenter.draft.entries["wait"].answer == Answer(value=Fraction(25, 2))

    def test_an_emptied_number_is_unanswered(self, presenter: ReviewPresenter) -> None:
        presenter.set_number("wait", "12")
        assert not item(presenter.set_number("wait", " "), "wait").answered

    def test_two_marks_make_a_measure_in_either_order(self, presenter: ReviewPresenter) -> None:
        state = presenter.mark("wait", 1, 52_000)
        amount = item(state, "wait").amount
        assert amount is not None
        assert (amount.marks_ms, amount.value) == ((None, 52_000), "")
        state = presenter.mark("wait", 0, 5_000)
        amount = item(state, "wait").amount
        assert amount is not None
        assert (amount.marks_ms, amount.value, amount.score_pct) == ((5_000, 52_000), "47", 50)
        assert presenter.draft.entries["wait"].marks_ms == (5_000, 52_000)

    def test_a_moved_mark_measures_again_and_a_typed_value_drops_the_marks(
        self, presenter: ReviewPresenter
    ) -> None:
        presenter.mark("wait", 0, 0)
        presenter.mark("wait", 1, 10_000)
        presenter.mark("wait", 1, 12_345)
        assert presenter.draft.entries["wait"].answer == Answer(value=Fraction(12345, 1000))
        presenter.set_number("wait", "13")
        assert presenter.draft.entries["wait"].marks_ms is None

    def test_marking_anew_begins_without_marks(self, presenter: ReviewPresenter) -> None:
        presenter.mark("wait", 0, 0)
        presenter.mark("wait", 1, 10_000)
        presenter.unmark("wait")
        amount = item(presenter.mark("wait", 0, 2_000), "wait").amount
        assert amount is not None
        assert amount.marks_ms == (2_000, None)

    def test_a_note_is_answered_by_its_text(self, presenter: ReviewPresenter) -> None:
        assert item(presenter.set_item_comment("remark", "fine"), "remark").answered


class TestTheLiveScore:
    def test_counts_what_is_answered_so_far(self, presenter: ReviewPresenter) -> None:
        score = presenter.choose("greeting", "3").score
        assert (score.text, score.provisional) == ("50.00", True)
        assert [bar.share for bar in score.bars] == [0.5, None]

    def test_is_what_the_arithmetic_room_says_so_far(self, presenter: ReviewPresenter) -> None:
        for act in (
            lambda: presenter.choose("greeting", "4"),
            lambda: presenter.choose("empathy", "named"),
            lambda: presenter.set_na("transferred"),
            lambda: presenter.adjust("extra", 1),
            lambda: presenter.choose_scenario("complaint"),
        ):
            state = act()
            result = presenter.result()
            assert result is not None
            assert result.score_so_far is not None
            assert Fraction(state.score.text) == round(result.score_so_far, 2)

    def test_whole_and_passed(self, answer_all: AnswerAll, presenter: ReviewPresenter) -> None:
        state = answer_all()
        assert state.missing.count == 0
        assert (state.score.text, state.score.grade, state.score.outcome) == (
            "100.00",
            "Good",
            "pass",
        )
        assert not state.score.provisional

    def test_a_veto_says_what_it_was_before(
        self, answer_all: AnswerAll, presenter: ReviewPresenter
    ) -> None:
        answer_all()
        score = presenter.choose("recorded", "no").score
        assert (score.text, score.grade, score.outcome) == ("0.00", "Poor", "fail")
        assert score.before_veto == "80.00"
        (veto,) = score.vetoes
        assert (veto.item_id, veto.scope, veto.effect, veto.answer) == (
            "recorded",
            "form",
            "zero",
            "No",
        )

    def test_a_scenario_weighs_differently(self, presenter: ReviewPresenter) -> None:
        assert [s.weight for s in presenter.state().sections] == ["40", "60"]
        presenter.choose("greeting", "5")
        presenter.choose("empathy", "")
        state = presenter.choose_scenario("complaint")
        assert [s.weight for s in state.sections] == ["20", "80"]
        assert presenter.choose_scenario(None).score.text == "40.00"

    def test_a_scenario_is_found_by_its_tag(self, opened: Open) -> None:
        assert opened("chat").state().header.scenario == "complaint"

    def test_adjustments_stay_within_their_times(self, presenter: ReviewPresenter) -> None:
        presenter.choose("greeting", "3")
        for _ in range(5):
            state = presenter.adjust("extra", 1)
        assert (state.adjustments[0].times, state.score.text) == (2, "54.00")
        for _ in range(5):
            state = presenter.adjust("extra", -1)
        assert (state.adjustments[0].times, state.score.text) == (0, "50.00")


def test_a_key_builds_the_page_once(
    presenter: ReviewPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[PageState] = []
    build = ReviewPresenter._build

    def counted(self: ReviewPresenter) -> PageState:
        built.append(build(self))
        return built[-1]

    presenter.select_item("greeting")
    monkeypatch.setattr(ReviewPresenter, "_build", counted)
    for act in (
        lambda: presenter.digit("3"),
        lambda: presenter.digit("0"),
        presenter.next_item,
        presenter.next_unanswered,
    ):
        built.clear()
        assert act() is built[-1]
        assert len(built) == 1

"""What the results show, in letters and in names, of one interaction and of all."""

from fractions import Fraction

from qa_desktop.calibration.naming import letters, names
from qa_desktop.desktop.calibration.results.presenter import ResultsPresenter
from qa_desktop.desktop.calibration.results.ruling_desk import RulingDesk
from qa_desktop.desktop.calibration.results.state import PartKind, ResultsState, Tone
from qa_desktop.rubrics.model import Answer


def row(state: ResultsState, item_id: str):  # type: ignore[no-untyped-def]  # an ItemRow
    return next(one for one in state.items if one.id == item_id)


def test_reviewers_stand_in_the_order_of_their_letters(results: ResultsPresenter) -> None:
    state = results.state()
    assert [one.label for one in state.reviewers] == ["A", "B", "C", "D", "E"]
    session = state.session
    assert [one.fingerprint for one in state.reviewers] == list(letters(session))
    named = results.show_names(anonymous=False)
    # The columns stay where they are: only what stands above them changes.
    assert [one.fingerprint for one in named.reviewers] == list(letters(session))
    assert {one.label for one in named.reviewers} == set(names(session).values())


def test_no_name_is_in_the_anonymous_state(results: ResultsPresenter) -> None:
    shown = repr((results.state().cards, results.state().items, results.state().people))
    for name in names(results.loaded.graded.session).values():
        assert name not in shown


def test_the_most_divided_items_come_first(results: ResultsPresenter) -> None:
    state = results.state()
    assert [one.id for one in state.items[:2]] == ["listening", "efficiency"]
    shares = [one.share_pct for one in state.items]
    assert shares == sorted(shares, reverse=True)
    assert state.detail is not None
    assert state.detail.id == "listening"
    assert row(state, "listening").agreement.tone is Tone.BAD
    assert row(state, "record").agreement.note == "no variation: all said Complete and correct"
    # 118 s and 120 s are in one band: that is not what anybody is divided about.
    assert row(state, "soothing-time").agreement.note == "no variation: all within one band"


def test_answers_of_all_interactions_or_of_one(results: ResultsPresenter) -> None:
    every = row(results.state(), "efficiency")
    assert [len(cell.pieces) for cell in every.answers] == [4] * 5
    one = row(results.choose_interaction("call-2"), "efficiency")
    answers = {
        who.fingerprint: cell.pieces[0].text
        for who, cell in zip(results.reviewers(), one.answers, strict=True)
    }
    given = {
        grading.fingerprint: grading.draft.entries["efficiency"].answer
        for grading in results.loaded.graded.gradings
        if grading.pseudonym == "call-2"
    }
    assert {who: Answer(value=Fraction(text)) for who, text in answers.items()} == given
    assert one.reference is not None
    assert one.reference.pieces[0].text == "2"
    odd = [cell.pieces[0].text for cell in one.answers if cell.odd_count]
    assert sorted(odd) == ["1", "3", "4", "5"]


def test_answers_that_are_long_are_counted(results: ResultsPresenter) -> None:
    facts = row(results.state(), "completeness")
    assert all(cell.summary for cell in facts.answers)
    assert sorted({cell.pieces[0].text for cell in facts.answers}) == ["2 of 4", "="]
    alone = row(results.choose_interaction("call-1"), "completeness")
    assert not any(cell.summary for cell in alone.answers)


def test_parts_hold_the_form_outcome_veto_and_sections(results: ResultsPresenter) -> None:
    parts = results.state().parts
    kinds = [part.kind for part in parts]
    assert kinds[:3] == [PartKind.FORM, PartKind.OUTCOME, PartKind.VETO]
    sections = results.loaded.graded.rubric.sections
    assert [part.title for part in parts[3:]] == [one.title.to("en") for one in sections]
    form = results.choose_interaction("call-1").parts[0]
    scores = {cell.pieces[0].text for cell in form.answers}
    assert "71.3" in scores


def test_who_stands_out_is_who_is_farthest_off_for_sure(results: ResultsPresenter) -> None:
    odd = results.show_names(anonymous=False).cards.odd
    assert odd is not None
    assert odd.label == "Eva Novak"
    assert odd.bias.value is not None
    assert odd.bias.value < 0
    assert odd.bias_from_reference


def test_comments_of_the_item_at_their_moments(results: ResultsPresenter) -> None:
    results.choose_item("efficiency")
    state = results.choose_interaction("call-2")
    assert state.detail is not None
    first = state.detail.moments[0]
    assert (first.pseudonym, first.people) == ("call-2", 5)
    assert first.start_ms is not None
    assert 30_000 < first.start_ms < 50_000
    assert {one.pseudonym for one in state.detail.moments} == {"call-2"}
    assert state.detail.anchors[0][0] == "5"


def test_the_agreed_answers_become_the_reference_and_back(
    results: ResultsPresenter, desk: RulingDesk
) -> None:
    assert not results.state().agreed
    desk.decide("efficiency", "call-2", "", Answer(value=Fraction(4)))
    left = desk.agree()
    # Where nobody agreed and the reference has no answer, nothing is made up.
    assert left == ()
    desk.disagree()

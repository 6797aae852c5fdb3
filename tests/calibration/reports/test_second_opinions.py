"""The queue of second opinions: drawing, asking, dropping, sending."""

import hashlib

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.second.second_opinions import Cause, OpinionState, is_drawn
from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore
from qa_desktop.database import audit
from qa_desktop.database.connection import Database
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric


def code_of(problem: pytest.ExceptionInfo[ProblemError]) -> str:
    return problem.value.problems[0].code


def hashes(count: int) -> list[str]:
    return [hashlib.sha256(str(number).encode()).hexdigest() for number in range(count)]


def test_the_draw_takes_about_its_share() -> None:
    drawn = sum(is_drawn(f"review-{n}", said, 20) for n, said in enumerate(hashes(10_000)))
    # Three standard deviations of a binomial with p = 0.2.
    assert abs(drawn - 2000) < 120


def test_a_greater_share_draws_all_that_a_smaller_one_drew() -> None:
    for said in hashes(500):
        drawn = [is_drawn("review", said, share) for share in (0, 5, 20, 60, 100)]
        assert drawn == sorted(drawn)
        assert not drawn[0]
        assert drawn[-1]


def test_the_hash_of_the_submission_decides_and_not_the_id_alone() -> None:
    assert len({is_drawn("review", said, 50) for said in hashes(30)}) == 2


def test_a_submitted_review_is_drawn_once(
    seconds: SecondOpinionStore, submitted: dict[str, str]
) -> None:
    opinion = seconds.draw(submitted["call"], 100)
    assert opinion is not None
    assert (opinion.cause, opinion.state, opinion.asked_by) == (
        Cause.DRAWN,
        OpinionState.WAITING,
        "Lin",
    )
    assert (opinion.title, opinion.agent, opinion.reviewer) == ("Call", "Jennifer", "Lin")
    assert opinion.score == "90.00"
    assert seconds.draw(submitted["call"], 100) is None
    assert len(seconds.all()) == 1


def test_no_share_draws_nothing(seconds: SecondOpinionStore, submitted: dict[str, str]) -> None:
    assert seconds.draw(submitted["call"], 0) is None
    assert seconds.all() == ()


def test_a_draft_and_a_blind_grading_are_never_drawn(
    seconds: SecondOpinionStore, reviews: ReviewStore, rubric: Rubric, submitted: dict[str, str]
) -> None:
    assert seconds.draw(submitted["copy"], 100) is None
    again = ReviewStore(reviews._database, reviews._clock, "Wei").start("chat", rubric)
    assert seconds.draw(again.id, 100) is None


def test_a_correction_does_not_draw_anew(
    seconds: SecondOpinionStore, reviews: ReviewStore, rubric: Rubric, submitted: dict[str, str]
) -> None:
    review = submitted["call"]
    reviews.correct(review, "A slip")
    reviews.submit(review, rubric)
    assert seconds.draw(review, 100) is None


def test_a_review_goes_out_under_the_key_of_who_made_it(
    seconds: SecondOpinionStore, submitted: dict[str, str]
) -> None:
    other = SecondOpinionStore(seconds._database, seconds._clock, "Wei")
    assert other.draw(submitted["call"], 100) is None
    with pytest.raises(ProblemError) as problem:
        other.ask(submitted["call"], Cause.ASKED)
    assert code_of(problem) == "second.not_yours"
    seconds.ask(submitted["call"], Cause.ASKED)
    assert other.all() == ()
    assert len(seconds.all()) == 1


def test_asking_keeps_the_cause_and_the_note(
    seconds: SecondOpinionStore, submitted: dict[str, str], database: Database
) -> None:
    opinion = seconds.ask(submitted["chat"], Cause.DISPUTED, "  Jennifer says she did verify  ")
    assert opinion.cause is Cause.DISPUTED
    assert opinion.note == "Jennifer says she did verify"
    with pytest.raises(ProblemError) as problem:
        seconds.ask(submitted["chat"], Cause.ASKED)
    assert code_of(problem) == "second.asked_already"
    assert audit.verify(database) == ()


@pytest.mark.parametrize("name", ["copy", "nothing"])
def test_only_submitted_work_can_be_asked_about(
    seconds: SecondOpinionStore, submitted: dict[str, str], name: str
) -> None:
    with pytest.raises(ProblemError) as problem:
        seconds.ask(submitted.get(name, "?"), Cause.ASKED)
    assert code_of(problem) == "second.not_submitted"


def test_dropping_asks_for_a_reason_and_can_be_undone(
    seconds: SecondOpinionStore, submitted: dict[str, str]
) -> None:
    review = submitted["call"]
    seconds.ask(review, Cause.ASKED)
    with pytest.raises(ProblemError) as problem:
        seconds.drop(review, "  ")
    assert code_of(problem) == "second.reason_needed"
    dropped = seconds.drop(review, "The customer withdrew")
    assert dropped.state is OpinionState.DROPPED
    assert dropped.drop_reason == "The customer withdrew"
    assert seconds.take_back(review).state is OpinionState.WAITING


def test_what_was_dropped_can_be_asked_for_again(
    seconds: SecondOpinionStore, submitted: dict[str, str]
) -> None:
    review = submitted["call"]
    seconds.draw(review, 100)
    seconds.drop(review, "Too long")
    again = seconds.ask(review, Cause.DISPUTED, "The agent objects")
    assert (again.cause, again.state, again.drop_reason) == (
        Cause.DISPUTED,
        OpinionState.WAITING,
        None,
    )


def test_dropping_what_nobody_asked_for_is_told(
    seconds: SecondOpinionStore, submitted: dict[str, str]
) -> None:
    with pytest.raises(ProblemError) as problem:
        seconds.drop(submitted["call"], "Why not")
    assert code_of(problem) == "second.unknown"


def test_the_score_is_that_of_the_newest_submitted_revision(
    seconds: SecondOpinionStore, reviews: ReviewStore, submitted: dict[str, str]
) -> None:
    review = submitted["call"]
    seconds.ask(review, Cause.ASKED)
    reviews.correct(review, "A slip")
    found = seconds.get(review)
    assert found is not None
    assert found.score == "90.00"
    assert seconds.get("nothing") is None

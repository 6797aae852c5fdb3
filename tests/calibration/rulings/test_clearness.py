"""Is it the rubric or the people: the rule, case by case."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from qa_desktop.calibration.model import GradedSession
from qa_desktop.calibration.statistics.clearness import Case, Cause, clearness, judge
from qa_desktop.rubrics.model import Answer

MakeGraded = Callable[..., GradedSession]


def cases(*answers: str) -> list[Case]:
    """Each text is a case: a digit an answer, "-" none, "n" N/A, "|" begins a session."""
    made, session = [], 1
    for text in answers:
        if text == "|":
            session += 1
            continue
        given = {
            f"P{place}": Answer(na=True) if sign == "n" else Answer(value=Fraction(sign))
            for place, sign in enumerate(text)
            if sign != "-"
        }
        made.append(Case(session_id=f"s{session}", pseudonym=f"call-{len(made)}", answers=given))
    return made


@pytest.mark.parametrize(
    ("answers", "cause", "odd"),
    [
        (("33333", "33333", "|", "33333", "33333"), Cause.STEADY, ()),
        # One interaction in six is divided: no more than chance.
        (("33333", "33335", "33333", "|", "33333", "33333", "33333"), Cause.STEADY, ()),
        # All over the place, in both sessions.
        (("53135", "42315", "|", "12345", "55311"), Cause.RUBRIC, ()),
        # Two camps.
        (("55511", "51515", "11555", "|", "15151", "55111"), Cause.RUBRIC, ()),
        # One person, whom nobody joins.
        (("33331", "44442", "|", "33331", "55553"), Cause.PEOPLE, ("P4",)),
        # Two people of six.
        (("333311", "444422", "|", "333312", "555533"), Cause.PEOPLE, ("P4", "P5")),
        # N/A against an answer is a deviation too.
        (("333n", "444n", "|", "333n", "333n"), Cause.PEOPLE, ("P3",)),
        # One session says nothing.
        (("53135", "42315"), Cause.UNSURE, ()),
        (("33331", "44442"), Cause.UNSURE, ()),
        # Divided now and then, by whoever it was.
        (("3333", "3334", "3333", "|", "3343", "3333", "3333"), Cause.UNSURE, ()),
        # With three, one is a third; with two others nobody could tell who is odd.
        (("331", "442", "|", "331", "553"), Cause.PEOPLE, ("P2",)),
    ],
)
def test_the_rule(answers: tuple[str, ...], cause: Cause, odd: tuple[str, ...]) -> None:
    found = judge("service", "greeting", cases(*answers))
    assert (found.cause, found.odd) == (cause, odd)


def test_it_says_what_it_rests_on() -> None:
    found = judge("service", "greeting", cases("33331", "44444", "|", "33331", "53531"))
    assert (found.cases, found.divided, found.people) == (4, 3, 5)
    assert [(e.cases, e.divided, e.split) for e in found.sessions] == [(2, 1, 0), (2, 2, 1)]
    assert found.deviations["P4"] == 2
    person = judge("service", "greeting", cases("33331", "44442", "|", "33331"))
    assert (person.carried, person.rest_agrees) == (1.0, 1.0)


def test_items_of_sessions_the_least_clear_first(graded_of: MakeGraded) -> None:
    def n(*values: int) -> list[Answer]:
        return [Answer(value=Fraction(value)) for value in values]

    sessions = [
        graded_of(
            {
                "call-1": {"greeting": n(1, 3, 5, 2), "tone": n(3, 3, 3, 3)},
                "call-2": {"greeting": n(5, 3, 1, 2), "tone": n(4, 4, 4, 4)},
            },
            session_id=session_id,
        )
        for session_id in ("s1", "s2")
    ]
    found = clearness(sessions)
    assert [(one.item_id, one.cause) for one in found] == [
        ("greeting", Cause.RUBRIC),
        ("tone", Cause.STEADY),
    ]
    # Two people are no group: nothing can be said of a session of two.
    assert clearness([graded_of({"call-1": {"greeting": n(1, 5)}})]) == ()

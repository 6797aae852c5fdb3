"""Reads the worked examples of a rubric: what is given, and what its author expects.

Whether they fit the rubric is seen when they are run: one that does not is a failing example, and
no reason to read nothing of a rubric that is being rewritten.
"""

from fractions import Fraction

from qa_desktop.rubrics.cursor import Cursor, report_duplicates
from qa_desktop.rubrics.model import Answer, Example, Expectation, Given
from qa_desktop.rubrics.tree import Scalar

OUTCOMES = ("pass", "fail", "not_scored", "incomplete")
_EXPECTED = ("score", "grade", "outcome", "sections")
_ANSWER = ("value", "values", "na")


def read_examples(at: Cursor) -> tuple[Example, ...]:
    examples = [
        Example(
            id=element.child("id").ident(),
            title=element.child("title").local_text(),
            given=_given(element.child("given")),
            expect=_expectation(element.child("expect")),
        )
        for element in (at.elements(at_least=0) if at.given else ())
        if element.table(required=("id", "title", "given", "expect"))
    ]
    report_duplicates([at])
    return tuple(examples)


def _given(at: Cursor) -> Given:
    """The shape of an ANSWERS.json."""
    if not at.table(required=("answers",), optional=("scenario", "adjustments")):
        return Given()
    scenario, answers, adjustments = (
        at.child(key) for key in ("scenario", "answers", "adjustments")
    )
    if answers.given:
        answers.table(optional=answers.key_names())
    if adjustments.given:
        adjustments.table(optional=adjustments.key_names())
    return Given(
        scenario=scenario.ident() if scenario.given else None,
        answers={key: _answer(answers.child(key)) for key in answers.key_names()},
        adjustments={key: adjustments.child(key).whole(0) for key in adjustments.key_names()},
    )


def _answer(at: Cursor) -> Answer:
    if not at.table(optional=_ANSWER):
        return Answer()
    written = [key for key in _ANSWER if at.child(key).given]
    if len(written) > 1:
        at.report("answer_form")
    if at.child("values").given:
        elements = at.child("values").elements(at_least=0)
        return Answer(values=tuple(element.ident() for element in elements))
    if at.child("na").given:
        return Answer(na=at.child("na").truth())
    value = at.child("value")
    return Answer(value=value.answer_value() if value.given else None)


def _expectation(at: Cursor) -> Expectation:
    if not at.table(optional=_EXPECTED):
        return Expectation()
    if not any(at.child(key).given for key in _EXPECTED):
        at.report("expects_nothing")
    score, grade, outcome, sections = (at.child(key) for key in _EXPECTED)
    if sections.given:
        sections.table(optional=sections.key_names())
    return Expectation(
        score=_score(score) if score.given else None,
        grade=grade.ident() if grade.given else None,
        outcome=outcome.one_of(OUTCOMES) if outcome.given else None,
        sections={key: _score(sections.child(key)) for key in sections.key_names()},
    )


def _score(at: Cursor) -> Fraction:
    """A number, or its decimal text as results are printed."""
    if isinstance(at.node, Scalar) and isinstance(at.node.value, str):
        return at.decimal_text()
    return at.number()

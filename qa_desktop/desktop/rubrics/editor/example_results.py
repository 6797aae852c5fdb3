"""What a result can be held to by a worked example."""

from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scoring import format_score


def expectation(result: Result) -> dict[str, Plain]:
    """All that a result can be held to; a score as it is printed."""
    expected: dict[str, Plain] = {}
    if result.score is not None:
        expected["score"] = format_score(result.score, result.rounding)
    if result.grade is not None:
        expected["grade"] = result.grade
    return {**expected, "outcome": result.outcome.value}

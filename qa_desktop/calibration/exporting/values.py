"""Answers as the values that coefficients are computed from, and as text."""

from fractions import Fraction

from qa_desktop.calibration.agreement import Level
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.numbers import number_text

# A category of its own at nominal level and for sets; missing on the others.
NA = "N/A"
NONE_OF_THEM = "(none)"
JOINT = "|"
_NAMES = (Level.NOMINAL, Level.SETS)


def answer_text(answer: Answer | None) -> str:
    """ "yes", "4.5", "named|apologised", "N/A"; "" where nothing was answered."""
    if answer is None:
        return ""
    if answer.na:
        return NA
    if answer.values is not None:
        return JOINT.join(sorted(answer.values)) or NONE_OF_THEM
    if isinstance(answer.value, Fraction):
        return number_text(answer.value)
    return answer.value or ""


def rated_value(answer: Answer | None, level: Level) -> str:
    """As it went into the coefficient; "" is missing."""
    if answer is not None and answer.na and level not in _NAMES:
        return ""
    return answer_text(answer)


def figure(value: float | None) -> str:
    """Shortest text that reads back as the very same number; "" for None."""
    return "" if value is None else repr(float(value))

"""Answers as the values that coefficients are computed from, and as text."""

from fractions import Fraction

from qa_desktop.calibration.agreement import Level
from qa_desktop.calibration.statistics.item_scales import category_of, level_of, score_of
from qa_desktop.rubrics.model import Answer, Choice, Item, Measure, Points, Scale
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


def category_text(item: Item, answer: Answer | None) -> str:
    """What two answers must share to count as the same: of a measure the band it falls into."""
    if answer is None or answer.na or not isinstance(item.answer, Measure):
        return answer_text(answer)
    return f"band {int(str(category_of(item, answer))) + 1}"


def rated_value(item: Item, answer: Answer | None) -> str:
    """As it went into the coefficients by chance; "" is missing.

    Options and bands that have an order stand for their score: at ordinal level only their order
    counts.
    """
    if answer is None:
        return ""
    level = level_of(item)
    if answer.na:
        return NA if level in _NAMES else ""
    if level is Level.ORDINAL and isinstance(item.answer, Choice | Measure):
        return figure(score_of(item, answer))
    return category_text(item, answer)


def place_on_scale(item: Item, answer: Answer) -> float | None:
    """Where it lies, the whole scale being 1; None for names, sets and N/A. Squared differences
    of it are the distances by which items are compared with one another.
    """
    if answer.na or level_of(item) in _NAMES:
        return None
    if isinstance(item.answer, Scale | Points) and isinstance(answer.value, Fraction):
        low = item.answer.min if isinstance(item.answer, Scale) else Fraction(0)
        return float((answer.value - low) / (item.answer.max - low))
    return score_of(item, answer)


def figure(value: float | None) -> str:
    """Shortest text that reads back as the very same number; "" for None."""
    return "" if value is None else repr(float(value))

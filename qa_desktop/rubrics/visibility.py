"""Which items are asked, given the answers so far."""

from collections.abc import Mapping
from fractions import Fraction

from qa_desktop.rubrics.model import Answer, Rubric


def is_given(answer: Answer) -> bool:
    """Whether anything was answered at all; N/A is an answer."""
    return answer.na or answer.value is not None or answer.values is not None


def matches(wanted: tuple[str | Fraction, ...], answer: Answer) -> bool:
    """Whether the answer, or one of several chosen options, is among `wanted`; N/A never is."""
    if answer.na:
        return False
    if answer.values is not None:
        return any(value in wanted for value in answer.values)
    return answer.value is not None and answer.value in wanted


def visible_items(rubric: Rubric, answers: Mapping[str, Answer]) -> frozenset[str]:
    """The ids of the items that are asked; an item behind an absent or N/A item is absent."""
    conditions = {item.id: item.show_if for item in rubric.items()}
    known: dict[str, bool] = {}
    for start in conditions:
        chain = []
        current: str | None = start
        while current is not None and current not in known:
            chain.append(current)
            condition = conditions[current]
            current = None if condition is None else condition.item
        for name in reversed(chain):
            condition = conditions[name]
            known[name] = condition is None or (
                known[condition.item]
                and condition.item in answers
                and matches(condition.values, answers[condition.item])
            )
    return frozenset(name for name, shown in known.items() if shown)

"""What each section and item weighs in the whole form when all of it is asked and answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from qa_desktop.rubrics.model import Aggregation, Item, Note, Points, Rubric
from qa_desktop.rubrics.scenarios import section_weights

_ALL = Fraction(100)
_NONE = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Percent of the form by id; what is never scored has none."""

    sections: Mapping[str, Fraction] = field(default_factory=dict)
    items: Mapping[str, Fraction] = field(default_factory=dict)


def effective_shares(rubric: Rubric, scenario: str | None = None) -> Shares:
    """As scoring weighs an evaluation with every item visible and none N/A."""
    mode = rubric.scoring.aggregation
    pooled = mode in (Aggregation.POOLED_POINTS, Aggregation.POINTS)
    by_section = mode in (Aggregation.SECTIONED, Aggregation.POOLED_POINTS)
    weights = section_weights(rubric, scenario)
    worth: dict[str, Fraction] = {}
    home: dict[str, str] = {}
    for section in rubric.sections:
        own = {
            i.id: _own(i, pooled=pooled) for i in section.items if not isinstance(i.answer, Note)
        }
        total = sum(own.values(), _NONE)
        factor = weights[section.id] if by_section else Fraction(1)
        if mode is Aggregation.SECTIONED:
            factor = factor / total if total else _NONE
        worth |= {name: factor * weight for name, weight in own.items()}
        home |= dict.fromkeys(own, section.id)
    whole = sum(worth.values(), _NONE)
    if not whole:
        return Shares()
    items = {name: _ALL * value / whole for name, value in worth.items()}
    sections: dict[str, Fraction] = {}
    for name, share in items.items():
        sections[home[name]] = sections.get(home[name], _NONE) + share
    return Shares(sections=sections, items=items)


def _own(item: Item, *, pooled: bool) -> Fraction:
    return item.answer.max if pooled and isinstance(item.answer, Points) else item.weight

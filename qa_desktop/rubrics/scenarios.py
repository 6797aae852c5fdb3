"""Weight profiles for kinds of contacts: which one fits, and what the sections then weigh."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from qa_desktop.rubrics.model import Rubric, Scenario


def section_weights(rubric: Rubric, scenario: str | None) -> dict[str, Fraction]:
    """Each section's weight; the sections that the scenario does not list share what is left."""
    weights = {section.id: section.weight for section in rubric.sections}
    if scenario is None:
        return weights
    listed = next(s.weights for s in rubric.scenarios if s.id == scenario)
    total = sum(weights.values(), Fraction(0))
    left = total - sum(listed.values(), Fraction(0))
    old = total - sum((weights[name] for name in listed), Fraction(0))
    factor = left / old if old else Fraction(0)
    return {
        name: listed[name] if name in listed else weight * factor
        for name, weight in weights.items()
    }


def matching_scenario(rubric: Rubric, tags: Iterable[str], day: date) -> Scenario | None:
    """The first scenario of the rubric that is active on `day` and names one of the tags."""
    have = set(tags)
    for scenario in rubric.scenarios:
        if is_active(scenario, day) and have.intersection(scenario.match_tags):
            return scenario
    return None


def is_active(scenario: Scenario, day: date) -> bool:
    """Both ends of its time belong to it."""
    begun = scenario.active_from is None or scenario.active_from <= day
    return begun and (scenario.active_until is None or day <= scenario.active_until)

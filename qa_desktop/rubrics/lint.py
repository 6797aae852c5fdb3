"""Looks at a rubric as an experienced quality lead would, before anybody is graded by it."""

from collections.abc import Iterator

from qa_desktop.rubrics.advice import Advice, advice, is_scored, placed_items, warning
from qa_desktop.rubrics.lint_answers import advise_on_answers
from qa_desktop.rubrics.lint_reach import advise_on_reach
from qa_desktop.rubrics.lint_scoring import advise_on_scoring
from qa_desktop.rubrics.lint_texts import advise_on_texts
from qa_desktop.rubrics.lint_weights import advise_on_weights
from qa_desktop.rubrics.model import Rubric

__all__ = ["Advice", "lint"]


def lint(rubric: Rubric) -> tuple[Advice, ...]:
    """Warnings first; of each kind in the order of the checks. () when there is nothing to say."""
    found = [
        *_upkeep(rubric),
        *advise_on_scoring(rubric),
        *advise_on_weights(rubric),
        *advise_on_reach(rubric),
        *advise_on_answers(rubric),
        *advise_on_texts(rubric),
        *_abilities(rubric),
    ]
    return tuple(sorted(found, key=lambda said: said.severity != "warning"))


def _upkeep(rubric: Rubric) -> Iterator[Advice]:
    if rubric.review_every is None:
        yield advice("review_every_missing", ())
    if rubric.owner is not None and rubric.review_every is None:
        yield warning("owner_never_reminded", ("owner",))
    if not rubric.examples:
        yield advice("examples_missing", ())


def _abilities(rubric: Rubric) -> Iterator[Advice]:
    if not rubric.abilities:
        yield advice("abilities_missing", ())
        return
    named = {name for item in rubric.items() for name in item.abilities}
    for index, ability in enumerate(rubric.abilities):
        if ability.id not in named:
            yield warning("ability_unused", ("abilities", index), id=ability.id)
    for path, _, item in placed_items(rubric):
        if is_scored(item) and item.weight and not item.abilities:
            yield advice("item_without_ability", path)

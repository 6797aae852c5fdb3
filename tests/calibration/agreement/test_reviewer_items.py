"""Each reviewer's answers to an item, counted pair by pair."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.calibration.model import GradedSession
from qa_desktop.calibration.statistics.item_scales import category_of, score_of
from qa_desktop.calibration.statistics.reviewer_items import reviewer_items
from qa_desktop.calibration.statistics.session import ItemStatistics, session_statistics
from qa_desktop.rubrics.model import Item, Rubric

MakeGraded = Callable[..., GradedSession]
PEOPLE = ("ann", "ben", "cat", "dee")


def pair_by_pair(
    item: Item, statistics: ItemStatistics, reviewer: str
) -> tuple[int, int, float | None]:
    compared = differing = 0
    apart: list[float] = []
    for name, row in statistics.answers.items():
        own = row[reviewer]
        reference = statistics.reference.get(name)
        others = [a for other, a in row.items() if other != reviewer]
        for other in others if reference is None else [reference]:
            if own is None or other is None:
                continue
            compared += 1
            differing += category_of(item, own) != category_of(item, other)
            scores = score_of(item, own), score_of(item, other)
            if scores[0] is not None and scores[1] is not None:
                apart.append(scores[0] - scores[1])
    return compared, differing, sum(apart) / len(apart) if apart else None


@pytest.mark.parametrize("seed", range(12))
def test_counted_as_pair_by_pair(seed: int, form: Rubric, graded: MakeGraded) -> None:
    dice = random.Random(seed)

    def answers() -> dict[str, Any]:
        given = {
            "informed": dice.choice([1, 2, 5, "n/a"]),
            "identity": dice.choice(["yes", "no", "n/a"]),
            "tone": dice.choice(["good", "fair", "bad"]),
            "reasons": dice.choice([[], ["good"], ["good", "fair"]]),
            "closing": dice.randint(0, 10),
            "hold": dice.choice([5, 20, 60, 300, "n/a"]),
        }
        return {item: value for item, value in given.items() if dice.random() < 0.8}

    calls = [f"call-{n}" for n in range(5)]
    sheet = {call: {who: answers() for who in PEOPLE if dice.random() < 0.8} for call in calls}
    sheet["call-0"] = {who: answers() for who in PEOPLE}
    reference = {call: answers() for call in calls if seed % 3 and dice.random() < 0.7}
    found = session_statistics(graded(sheet, reference), resamples=0)
    items = {item.id: item for item in form.items()}
    for statistics in found.items:
        item = items[statistics.item_id]
        told = reviewer_items(item, statistics, PEOPLE)
        for who, one in zip(PEOPLE, told, strict=True):
            compared, differing, bias = pair_by_pair(item, statistics, who)
            assert (one.compared, one.differing) == (compared, differing)
            assert one.bias == pytest.approx(bias)

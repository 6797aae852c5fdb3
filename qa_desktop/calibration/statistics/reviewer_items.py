"""How each reviewer answers each item, beside the reference or the others."""

from collections.abc import Hashable, Mapping

import numpy as np
from numpy.typing import NDArray

from qa_desktop.calibration.agreement.ratings import MISSING, Floats, Ints
from qa_desktop.calibration.statistics.item_scales import category_of, score_of
from qa_desktop.calibration.statistics.model import ItemStatistics, ReviewerItem
from qa_desktop.rubrics.model import Answer, Item


def reviewer_items(
    item: Item, statistics: ItemStatistics, reviewers: tuple[str, ...]
) -> tuple[ReviewerItem, ...]:
    """One for each of `reviewers`. Where an interaction has a reference the answer stands beside
    that, else beside each other reviewer's.
    """
    categories = _Categories(item)
    codes = categories.table(statistics.answers, reviewers)
    right = np.array(
        [categories.code(statistics.reference.get(name)) for name in statistics.answers],
        dtype=np.int64,
    )
    scores = np.array([*categories.scores, np.nan])
    compared, differing = _compared(codes, right, len(categories.scores))
    # A missing answer's code, -1, is the place of the NaN.
    biases = _biases(scores[codes], scores[right], right >= 0)
    return tuple(
        ReviewerItem(
            item_id=item.id,
            compared=int(compared[at]),
            differing=int(differing[at]),
            bias=None if np.isnan(biases[at]) else float(biases[at]),
        )
        for at in range(len(reviewers))
    )


class _Categories:
    """Numbers the categories as they come, with the item's score (0..1) of each."""

    def __init__(self, item: Item) -> None:
        self.scores: list[float] = []
        self._item = item
        self._known: dict[Hashable, int] = {}

    def code(self, answer: Answer | None) -> int:
        if answer is None:
            return MISSING
        category = category_of(self._item, answer)
        found = self._known.get(category)
        if found is None:
            found = self._known[category] = len(self.scores)
            score = score_of(self._item, answer)
            self.scores.append(np.nan if score is None else score)
        return found

    def table(
        self, answers: Mapping[str, Mapping[str, Answer | None]], reviewers: tuple[str, ...]
    ) -> Ints:
        """Interactions x reviewers."""
        rows = [[self.code(row.get(name)) for name in reviewers] for row in answers.values()]
        return np.array(rows, dtype=np.int64).reshape(len(rows), len(reviewers))


def _compared(codes: Ints, right: Ints, size: int) -> tuple[Ints, Ints]:
    """By reviewer, with how many answers theirs are compared, and how many of these differ."""
    there = codes >= 0
    referred = right >= 0
    with_reference = there & referred[:, None]
    wrong = with_reference & (codes != right[:, None])
    beside = there & ~referred[:, None]
    # How many gave the same answer to the same interaction, oneself included.
    flat = np.where(there, codes, size) + np.arange(len(codes))[:, None] * (size + 1)
    same = np.bincount(flat.ravel(), minlength=len(codes) * (size + 1))[flat]
    present = there.sum(axis=1, keepdims=True)
    compared = with_reference + np.where(beside, present - 1, 0)
    differing = wrong + np.where(beside, present - same, 0)
    return compared.sum(axis=0), differing.sum(axis=0)


def _biases(scores: Floats, right: Floats, referred: NDArray[np.bool_]) -> Floats:
    """By reviewer, the mean difference of scores; NaN where no two can be compared."""
    known = ~np.isnan(scores)
    plain = np.where(known, scores, 0.0)
    usable = known & (referred & ~np.isnan(right))[:, None]
    total = np.where(usable, plain - np.nan_to_num(right)[:, None], 0.0).sum(axis=0)
    count = usable.sum(axis=0)
    beside = known & ~referred[:, None]
    others = known.sum(axis=1, keepdims=True) - 1
    # The sum over all others of own minus theirs.
    apart = plain * (others + 1) - plain.sum(axis=1, keepdims=True)
    total = total + np.where(beside, apart, 0.0).sum(axis=0)
    count = count + np.where(beside, others, 0).sum(axis=0)
    mean: Floats = np.divide(total, count, out=np.full(len(total), np.nan), where=count > 0)
    return mean

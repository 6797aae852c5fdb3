"""How far the reviewers agree on each item, and which items to settle."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from qa_desktop.calibration.agreement.alpha import (
    alpha_by_distance,
    krippendorff_alpha,
    pooled_alpha,
)
from qa_desktop.calibration.agreement.disagreement import MatrixDisagreement
from qa_desktop.calibration.agreement.gwet import by_weights, gwet_ac, used_counts
from qa_desktop.calibration.agreement.model import Coefficient, Level
from qa_desktop.calibration.agreement.nominal_agreement import (
    exact_agreement,
    mean_share,
    percent_agreement,
)
from qa_desktop.calibration.agreement.ratings import MISSING, Floats, Ints, Ratings
from qa_desktop.calibration.statistics.item_readings import item_readings
from qa_desktop.calibration.statistics.item_scales import ItemScale, category_of, scale_of
from qa_desktop.calibration.statistics.model import ItemStatistics, Targets
from qa_desktop.calibration.statistics.session_sheet import SessionSheet
from qa_desktop.rubrics.model import Answer, Item, Note, Rubric

_Answers = Mapping[str, Mapping[str, Answer | None]]


@dataclass(frozen=True, slots=True, eq=False)
class AllItems:
    """Every item, the most divided first, and what holds for all of them together."""

    items: tuple[ItemStatistics, ...]
    overall: Coefficient
    percent: Coefficient


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    """One item's answers as numbers; `codes` are places in the scale's categories."""

    item: Item
    scale: ItemScale
    codes: Ints
    counts: Floats
    observed: float


def all_items(sheet: SessionSheet, rubric: Rubric, targets: Targets, resamples: int) -> AllItems:
    found = [
        _one(sheet, section.id, item, resamples)
        for section in rubric.sections
        for item in section.items
        if not isinstance(item.answer, Note)
    ]
    total = sum(counted.observed for counted, _ in found)
    told = [
        _finished(statistics, counted.observed / total if total else 0.0, targets)
        for counted, statistics in found
    ]
    # Sorting is stable: what is equally divided stays in the form's order.
    told.sort(key=lambda statistics: -(statistics.share or 0.0))
    all_counted = [counted for counted, _ in found]
    overall = _pooled(sheet, all_counted, resamples)
    return AllItems(tuple(told), overall, _percent_of_all([c.codes for c in all_counted]))


def _pooled(sheet: SessionSheet, items: list[_Counted], resamples: int) -> Coefficient:
    """Of the interactions that several graded, in the order of their names: what is drawn of them
    must not depend on the order in which the lead picked them.
    """
    names = sheet.interactions
    rows = [
        at
        for at in sorted(range(len(names)), key=lambda at: names[at])
        if any(counted.counts[at].sum() >= 2 for counted in items)
    ]
    parts = [MatrixDisagreement(counted.counts[rows], counted.scale.apart) for counted in items]
    return pooled_alpha(parts, len(rows), resamples=resamples)


def _one(
    sheet: SessionSheet, section_id: str, item: Item, resamples: int
) -> tuple[_Counted, ItemStatistics]:
    answers = sheet.answers(item)
    reference = sheet.reference_answers(item)
    categories = _categories(item, answers)
    scale = scale_of(item, [c for row in categories for c in row if c is not None])
    codes = _codes(categories, scale)
    exact = Ratings(
        sheet.interactions, sheet.reviewers, tuple(map(float, range(len(scale.categories)))), codes
    )
    counts = exact.counts()
    sums = MatrixDisagreement(counts, scale.apart).sums(np.ones((1, exact.n_units)))
    observed = float(sums[0][0])
    pairable = float(counts[counts.sum(axis=1) >= 2].sum())
    alpha, gwet = _by_chance(exact, scale, resamples)
    statistics = ItemStatistics(
        item_id=item.id,
        section_id=section_id,
        level=scale.level,
        alpha=alpha,
        percent=percent_agreement(exact),
        exact=exact_agreement(exact),
        gwet=gwet,
        answers=answers,
        reference=reference,
        disagreement=observed / pairable if pairable else None,
        share=0.0,
        to_settle=False,
        divided=_divided(sheet, codes),
        deviating=_deviating(item, answers, reference),
        unanimous=_unanimous(answers, scale),
        with_reference=_with_reference(item, answers, reference),
        readings=(),
    )
    return _Counted(item, scale, codes, counts, observed), statistics


def _finished(statistics: ItemStatistics, share: float, targets: Targets) -> ItemStatistics:
    percent, alpha = statistics.percent.value, statistics.alpha.value
    # Alpha alone falls where nearly all answers are alike, agreement alone rises there.
    missed = percent is not None and percent < targets.exact
    to_settle = missed and (alpha is None or alpha < targets.alpha)
    statistics = replace(statistics, share=share, to_settle=to_settle)
    return replace(statistics, readings=item_readings(statistics, targets))


def _categories(item: Item, answers: _Answers) -> list[list[Hashable | None]]:
    return [
        [None if answer is None else category_of(item, answer) for answer in row.values()]
        for row in answers.values()
    ]


def _codes(categories: list[list[Hashable | None]], scale: ItemScale) -> Ints:
    known: dict[Hashable, int] = {category: at for at, category in enumerate(scale.categories)}
    rows = [[MISSING if c is None else known[c] for c in row] for row in categories]
    width = len(rows[0]) if rows else 0
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)


def _by_chance(exact: Ratings, scale: ItemScale, resamples: int) -> tuple[Coefficient, Coefficient]:
    """Alpha and AC on the item's level."""
    if scale.level is Level.SETS:
        counts = exact.counts()
        # In an order that depends on the answers alone.
        counts = counts[np.lexsort(counts.T[::-1])] if counts.size else counts
        alpha = alpha_by_distance(counts, scale.apart, resamples=resamples)
        return alpha, by_weights(used_counts(exact), 1.0 - scale.apart)
    if scale.level is Level.NOMINAL:
        alpha = krippendorff_alpha(exact, Level.NOMINAL, resamples=resamples)
        return alpha, gwet_ac(exact)
    codes = exact.codes
    if scale.has_na:
        codes = np.where(codes == len(scale.numbers), MISSING, codes)
    ranked = Ratings(exact.units, exact.raters, tuple(map(float, scale.numbers)), codes)
    alpha = krippendorff_alpha(ranked, scale.level, resamples=resamples)
    return alpha, gwet_ac(ranked, scale.level)


def _divided(sheet: SessionSheet, codes: Ints) -> tuple[str, ...]:
    return tuple(
        pseudonym
        for pseudonym, row in zip(sheet.interactions, codes, strict=True)
        if len(np.unique(row[row >= 0])) > 1
    )


def _deviating(
    item: Item, answers: _Answers, reference: Mapping[str, Answer | None]
) -> dict[str, frozenset[str]]:
    found = {}
    for pseudonym, row in answers.items():
        given = {f: category_of(item, a) for f, a in row.items() if a is not None}
        right = reference.get(pseudonym)
        wanted = _most_given(given) if right is None else category_of(item, right)
        strange = frozenset(f for f, category in given.items() if category != wanted)
        if strange:
            found[pseudonym] = strange
    return found


def _most_given(given: Mapping[str, Hashable]) -> Hashable | None:
    """None where no category has more answers than every other: then all deviate."""
    often = Counter(given.values()).most_common(2)
    if not often or (len(often) > 1 and often[0][1] == often[1][1]):
        return None
    return often[0][0]


def _unanimous(answers: _Answers, scale: ItemScale) -> Answer | None:
    given = [a for row in answers.values() for a in row.values() if a is not None]
    return given[0] if len(given) > 1 and len(scale.categories) == 1 else None


def _with_reference(
    item: Item, answers: _Answers, reference: Mapping[str, Answer | None]
) -> float | None:
    same = compared = 0
    for pseudonym, row in answers.items():
        right = reference.get(pseudonym)
        if right is None:
            continue
        given = [a for a in row.values() if a is not None]
        compared += len(given)
        same += sum(category_of(item, a) == category_of(item, right) for a in given)
    return same / compared if compared else None


def _percent_of_all(items: list[Ints]) -> Coefficient:
    """The share of pairs of answers that are the same, over all items of an interaction; the mean
    over interactions, with an interval over them.
    """
    if not items:
        return mean_share(np.empty(0))
    alike: Floats = np.zeros(len(items[0]))
    pairs: Floats = np.zeros(len(items[0]))
    for codes in items:
        units, raters = (tuple(map(str, range(size))) for size in codes.shape)
        ratings = Ratings(units, raters, (), codes)
        n_ratings = ratings.ratings_by_unit
        alike += ratings.same_pairs()
        pairs += n_ratings * (n_ratings - 1)
    there = pairs > 0
    return mean_share(alike[there] / pairs[there])

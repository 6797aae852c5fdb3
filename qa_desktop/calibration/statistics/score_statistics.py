"""How far scores, outcomes and vetoes agree."""

from collections.abc import Callable, Mapping

import numpy as np

from qa_desktop.calibration.agreement.alpha import krippendorff_alpha
from qa_desktop.calibration.agreement.gwet import gwet_ac
from qa_desktop.calibration.agreement.icc import Iccs, icc_of_table, none
from qa_desktop.calibration.agreement.model import Coefficient, Level, Why
from qa_desktop.calibration.agreement.nominal_agreement import (
    exact_agreement,
    mean_share,
    percent_agreement,
)
from qa_desktop.calibration.agreement.ratings import Floats, Ratings
from qa_desktop.calibration.model import Grading
from qa_desktop.calibration.statistics.item_readings import alpha_readings
from qa_desktop.calibration.statistics.model import (
    Reading,
    ScoreStatistics,
    Targets,
    VerdictStatistics,
)
from qa_desktop.calibration.statistics.session_sheet import SessionSheet

# Scores are decimals: 85.1 - 80.1 must not be more than 5.
_ROUNDING = 1e-9


def score_statistics(
    sheet: SessionSheet, section_id: str | None, targets: Targets, resamples: int
) -> ScoreStatistics:
    scores = sheet.scores(section_id)
    reference = sheet.reference_scores(section_id)
    alpha = krippendorff_alpha(_ratings(sheet, scores), Level.INTERVAL, resamples=resamples)
    return ScoreStatistics(
        section_id=section_id,
        alpha=alpha,
        icc=_icc(scores),
        within=mean_share(_near_one_another(scores, targets.points)),
        within_reference=mean_share(_near_reference(scores, reference, targets.points)),
        mean_range=_mean_range(scores),
        scores={
            pseudonym: {f: _shown(v) for f, v in zip(sheet.reviewers, row, strict=True)}
            for pseudonym, row in zip(sheet.interactions, scores, strict=True)
        },
        reference={
            pseudonym: _shown(value)
            for pseudonym, value in zip(sheet.interactions, reference, strict=True)
            if sheet.reference
        },
        readings=alpha_readings(alpha, targets.alpha),
    )


def _shown(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _ratings(sheet: SessionSheet, scores: Floats) -> Ratings:
    rows = [[_shown(value) for value in row] for row in scores]
    found = Ratings.of_table(rows)
    return Ratings(sheet.interactions, sheet.reviewers, found.categories, found.codes)


def _icc(scores: Floats) -> Iccs:
    """Of the reviewers who scored anything and the interactions that all of them scored."""
    there = ~np.isnan(scores)
    scores = scores[:, there.any(axis=0)]
    whole = scores[~np.isnan(scores).any(axis=1)] if scores.size else scores
    if scores.size and len(whole) < 2 <= len(scores):
        return none(Why.MISSING_RATINGS, len(whole))
    return icc_of_table(whole)


def _near_one_another(scores: Floats, points: float) -> Floats:
    """By interaction with two scores at least, the share of pairs within `points`."""
    found = []
    for row in scores:
        known = row[~np.isnan(row)]
        if len(known) >= 2:
            first, second = np.triu_indices(len(known), 1)
            near = np.abs(known[first] - known[second]) <= points + _ROUNDING
            found.append(float(near.mean()))
    return np.array(found)


def _near_reference(scores: Floats, reference: Floats, points: float) -> Floats:
    found = []
    for row, right in zip(scores, reference, strict=True):
        known = row[~np.isnan(row)]
        if len(known) and not np.isnan(right):
            found.append(float((np.abs(known - right) <= points + _ROUNDING).mean()))
    return np.array(found)


def _mean_range(scores: Floats) -> float | None:
    rows = [row[~np.isnan(row)] for row in scores]
    ranges = [float(row.max() - row.min()) for row in rows if len(row) >= 2]
    return sum(ranges) / len(ranges) if ranges else None


def verdict_statistics(
    sheet: SessionSheet,
    verdict_in: Callable[[Grading | None], str | None],
    what: str,
    targets: Targets,
    resamples: int,
) -> VerdictStatistics:
    """`what` is "outcome" or "veto", for the readings."""
    verdicts = {
        pseudonym: {f: verdict_in(sheet.gradings.get((pseudonym, f))) for f in sheet.reviewers}
        for pseudonym in sheet.interactions
    }
    ratings = Ratings.of_table([list(row.values()) for row in verdicts.values()])
    n_ratings = ratings.ratings_by_unit
    alike = [int(n) // 2 for n in ratings.same_pairs()]
    pairs = [int(n * (n - 1)) // 2 for n in n_ratings]
    alpha = krippendorff_alpha(ratings, Level.NOMINAL, resamples=resamples)
    return VerdictStatistics(
        alpha=alpha,
        percent=percent_agreement(ratings),
        exact=exact_agreement(ratings),
        gwet=gwet_ac(ratings),
        pairs_alike=sum(alike),
        pairs=sum(pairs),
        pairs_by_interaction=dict(
            zip(sheet.interactions, zip(alike, pairs, strict=True), strict=True)
        ),
        verdicts=verdicts,
        reference={p: verdict_in(g) for p, g in sheet.reference.items()},
        divided=tuple(
            pseudonym
            for pseudonym, same, all_pairs in zip(sheet.interactions, alike, pairs, strict=True)
            if same < all_pairs
        ),
        readings=_verdict_readings(what, sum(alike), sum(pairs), alpha, verdicts, targets),
    )


def _verdict_readings(
    what: str,
    alike: int,
    pairs: int,
    alpha: Coefficient,
    verdicts: Mapping[str, Mapping[str, str | None]],
    targets: Targets,
) -> tuple[Reading, ...]:
    if not pairs:
        return (Reading(code="too_few_pairs"),)
    given = {verdict for row in verdicts.values() for verdict in row.values() if verdict}
    if len(given) == 1:
        return (Reading(code=f"{what}_all_{given.pop()}"),)
    told = Reading(code=f"{what}_pairs", values={"alike": alike, "pairs": pairs})
    return (told, *alpha_readings(alpha, targets.alpha))

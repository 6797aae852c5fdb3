"""Each rater's own way: bias, spread, deviation from a reference, and severity.

Severity: score = unit + rater + chance, by least squares with missing ratings (an unbalanced
two-way layout without interaction: Scheffe, H. (1959). The Analysis of Variance, section 4.4;
Searle, S. R. (1971). Linear Models, chapter 7). Taking out the units leaves one equation a rater,
A r = b, with A = diag(n) - N' diag(1 / m) N for n ratings by rater and m by unit; A's
pseudo-inverse gives the effects that add up to zero and, times the residual variance, their
squared standard errors.
"""

import numpy as np

from qa_desktop.calibration.agreement.model import Coefficient, Method, Why
from qa_desktop.calibration.agreement.ratings import Floats
from qa_desktop.calibration.agreement.resampling import t_quantile

_NOTHING = 1e-9


def mean_of(values: Floats) -> Coefficient:
    """The mean of independent values with a t interval."""
    n = len(values)
    if not n:
        return Coefficient.none(Why.TOO_FEW_PAIRS)
    value = float(values.mean())
    if n < 2:
        return Coefficient(value=value, n=n, ci_why=Why.TOO_FEW_UNITS)
    se = float(values.std(ddof=1)) / n**0.5
    if se < _NOTHING:
        return Coefficient(value=value, n=n, se=0.0, ci_why=Why.LITTLE_VARIATION)
    reach = t_quantile(n - 1) * se
    return Coefficient(
        value=value,
        ci_low=value - reach,
        ci_high=value + reach,
        se=se,
        n=n,
        method=Method.STUDENT,
    )


def spread_of(values: Floats) -> float | None:
    """The standard deviation; None for fewer than two values."""
    return float(values.std(ddof=1)) if len(values) >= 2 else None


def from_reference(scores: Floats, reference: Floats) -> Floats:
    """Units x raters: score minus the unit's reference, NaN where either is."""
    return scores - reference[:, None]


def from_others(scores: Floats) -> Floats:
    """Units x raters: score minus the mean of the others' of the same unit, NaN where the score
    is or nobody else scored it.
    """
    there = ~np.isnan(scores)
    total = np.where(there, scores, 0.0).sum(axis=1, keepdims=True)
    others = there.sum(axis=1, keepdims=True) - 1
    known = there & (others >= 1)
    mean = (total - np.where(there, scores, 0.0)) / np.maximum(others, 1)
    apart: Floats = np.where(known, scores - mean, np.nan)
    return apart


def severities(scores: Floats) -> tuple[Coefficient, ...]:
    """For each rater of `scores` (units x raters, NaN where missing), by how much they rate lower
    than the mean of all raters would: above zero is stricter.

    Units rated once tell nothing of raters and are left out.
    """
    n_raters = int(scores.shape[1])
    scores = scores[np.count_nonzero(~np.isnan(scores), axis=1) >= 2]
    there = ~np.isnan(scores)
    rated = there.any(axis=0)
    if not len(scores):
        return (Coefficient.none(Why.TOO_FEW_PAIRS),) * n_raters
    told: list[Coefficient] = [Coefficient.none(Why.TOO_FEW_PAIRS)] * n_raters
    solved = _effects(scores[:, rated])
    for at, coefficient in zip(np.flatnonzero(rated), solved, strict=True):
        told[at] = coefficient
    return tuple(told)


def _effects(scores: Floats) -> list[Coefficient]:
    """Every unit has two ratings at least, every rater one."""
    known = ~np.isnan(scores)
    there = known.astype(np.float64)
    by_unit = there.sum(axis=1)
    means = np.where(known, scores, 0.0).sum(axis=1) / by_unit
    centred = np.where(known, scores - means[:, None], 0.0)
    n_raters = scores.shape[1]
    counts = known.sum(axis=0)
    matrix = np.diag(there.sum(axis=0)) - there.T @ (there / by_unit[:, None])
    if np.linalg.matrix_rank(matrix) < n_raters - 1:
        return [Coefficient.none(Why.NOT_CONNECTED, int(n)) for n in counts]
    inverse = np.linalg.pinv(matrix, hermitian=True)
    effects = inverse @ centred.sum(axis=0)
    fitted = effects[None, :] - (there @ effects / by_unit)[:, None]
    residue = np.where(known, centred - fitted, 0.0)
    degrees = int(counts.sum()) - len(scores) - n_raters + 1
    if degrees < 1:
        return [
            Coefficient(value=float(-effect), n=int(n), ci_why=Why.TOO_FEW_UNITS)
            for effect, n in zip(effects, counts, strict=True)
        ]
    variance = float(np.sum(residue**2)) / degrees
    errors = np.sqrt(np.maximum(np.diag(inverse), 0.0) * variance)
    return [
        _severity(-float(effect), float(se), int(n), degrees)
        for effect, se, n in zip(effects, errors, counts, strict=True)
    ]


def _severity(value: float, se: float, n: int, degrees: int) -> Coefficient:
    if se < _NOTHING:
        return Coefficient(value=value, n=n, se=0.0, ci_why=Why.LITTLE_VARIATION)
    reach = t_quantile(degrees) * se
    return Coefficient(
        value=value,
        ci_low=value - reach,
        ci_high=value + reach,
        se=se,
        n=n,
        method=Method.LEAST_SQUARES,
    )

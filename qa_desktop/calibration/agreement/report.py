"""Every coefficient of one table of ratings."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qa_desktop.base.progress import Progress
from qa_desktop.calibration.agreement.alpha import krippendorff_alpha
from qa_desktop.calibration.agreement.cohen import Weights, cohen_kappa
from qa_desktop.calibration.agreement.gwet import fleiss_kappa, gwet_ac
from qa_desktop.calibration.agreement.icc import icc, none
from qa_desktop.calibration.agreement.model import Coefficient, Level, Why
from qa_desktop.calibration.agreement.nominal_agreement import exact_agreement, percent_agreement
from qa_desktop.calibration.agreement.ratings import Ratings
from qa_desktop.calibration.agreement.resampling import RESAMPLES
from qa_desktop.calibration.agreement.reviewers import (
    from_others,
    mean_of,
    severities,
    spread_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RaterReport:
    """`bias` is the mean of rating minus mean of the others' of the same unit, `spread` the
    standard deviation of that; see reviewers.severities for `severity`.
    """

    name: str
    n: int
    mean: float | None
    bias: Coefficient
    spread: float | None
    severity: Coefficient


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReport:
    """`coefficients` and `icc` by their names in `qa-desktop agreement`; raters only where values
    are numbers with distances.
    """

    level: Level
    n_units: int
    n_raters: int
    n_pairable: int
    coefficients: Mapping[str, Coefficient]
    icc: Mapping[str, Coefficient]
    raters: tuple[RaterReport, ...]


def report(
    ratings: Ratings,
    level: Level,
    *,
    resamples: int = RESAMPLES,
    progress: Progress | None = None,
) -> AgreementReport:
    """Raises ValueError for texts at interval or ratio level."""
    found = {
        "percent_agreement": percent_agreement(ratings),
        "exact_agreement": exact_agreement(ratings),
        "krippendorff_alpha": krippendorff_alpha(
            ratings, level, resamples=resamples, progress=progress
        ),
        "fleiss_kappa": fleiss_kappa(ratings),
        "cohen_kappa": cohen_kappa(ratings),
    }
    if level is not Level.NOMINAL:
        found["cohen_kappa_linear"] = cohen_kappa(ratings, Weights.LINEAR, level)
        found["cohen_kappa_quadratic"] = cohen_kappa(ratings, Weights.QUADRATIC, level)
    found["gwet_ac"] = gwet_ac(ratings, level)
    scaled = level in (Level.INTERVAL, Level.RATIO)
    return AgreementReport(
        level=level,
        n_units=ratings.n_units,
        n_raters=ratings.n_raters,
        n_pairable=ratings.n_pairable,
        coefficients=found,
        icc=(icc(ratings) if scaled else none(Why.NOT_A_SCALE)).named(),
        raters=_raters(ratings) if scaled else (),
    )


def _raters(ratings: Ratings) -> tuple[RaterReport, ...]:
    values = np.append(ratings.numbers, np.nan)
    # A missing rating's code, -1, is the place of the NaN.
    scores = values[ratings.codes]
    apart = from_others(scores)
    found = []
    for at, (name, severity) in enumerate(zip(ratings.raters, severities(scores), strict=True)):
        own = scores[:, at][~np.isnan(scores[:, at])]
        differences = apart[:, at][~np.isnan(apart[:, at])]
        found.append(
            RaterReport(
                name=name,
                n=len(own),
                mean=float(own.mean()) if len(own) else None,
                bias=mean_of(differences),
                spread=spread_of(differences),
                severity=severity,
            )
        )
    return tuple(found)

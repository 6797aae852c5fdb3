"""Each reviewer beside the reference and the others."""

import numpy as np

from qa_desktop.calibration.agreement.model import Coefficient, Why
from qa_desktop.calibration.agreement.reviewers import (
    from_others,
    from_reference,
    mean_of,
    severities,
    spread_of,
)
from qa_desktop.calibration.statistics.model import (
    ItemStatistics,
    Reading,
    ReviewerItem,
    ReviewerStatistics,
)
from qa_desktop.calibration.statistics.reviewer_items import reviewer_items
from qa_desktop.calibration.statistics.session_sheet import SessionSheet
from qa_desktop.rubrics.model import Rubric

_NOTHING = 1e-9


def all_reviewers(
    sheet: SessionSheet, rubric: Rubric, items: tuple[ItemStatistics, ...]
) -> tuple[ReviewerStatistics, ...]:
    scores = sheet.scores(None)
    reference = sheet.reference_scores(None)
    to_reference = not np.isnan(reference).all()
    apart = from_reference(scores, reference) if to_reference else from_others(scores)
    known_items = {item.id: item for item in rubric.items()}
    severity = severities(scores)
    by_item = [
        reviewer_items(known_items[statistics.item_id], statistics, sheet.reviewers)
        for statistics in items
    ]
    no_reference = Coefficient.none(Why.NO_REFERENCE)
    found = []
    for at, fingerprint in enumerate(sheet.reviewers):
        differences = apart[:, at][~np.isnan(apart[:, at])]
        bias = mean_of(differences)
        own = [each[at] for each in by_item]
        compared = sum(item.compared for item in own)
        differing = sum(item.differing for item in own)
        bias_from = "reference" if to_reference else "others"
        found.append(
            ReviewerStatistics(
                fingerprint=fingerprint,
                n_scores=int(np.count_nonzero(~np.isnan(scores[:, at]))),
                bias_from=bias_from,
                bias=bias,
                spread=spread_of(differences),
                mad=mean_of(np.abs(differences)) if to_reference else no_reference,
                severity=severity[at],
                same_answers=1 - differing / compared if compared else None,
                items=tuple(sorted(own, key=_how_differing)),
                readings=_readings(fingerprint, bias_from, bias),
            )
        )
    return tuple(found)


def _how_differing(item: ReviewerItem) -> float:
    return -item.differing / item.compared if item.compared else 1.0


def _readings(fingerprint: str, bias_from: str, bias: Coefficient) -> tuple[Reading, ...]:
    if bias.value is None:
        return (Reading(code="reviewer_too_few", values={"reviewer": fingerprint}),)
    points = f"{abs(bias.value):.1f}"
    values: dict[str, str | int | float] = {"reviewer": fingerprint, "points": points, "n": bias.n}
    lean = "lower" if bias.value < 0 else "higher"
    if bias.ci_why is Why.TOO_FEW_UNITS:
        code = "few"
    elif bias.interval is None:
        # The very same difference everywhere, or none.
        code = "same" if abs(bias.value) < _NOTHING else f"always_{lean}"
    elif bias.interval[0] <= 0 <= bias.interval[1]:
        code = "unclear"
    else:
        code = lean
    return (Reading(code=f"reviewer_{code}_{bias_from}", values=values),)

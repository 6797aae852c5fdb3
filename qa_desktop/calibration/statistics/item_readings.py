"""Which words an item's and a session's figures deserve.

The bands of alpha are Krippendorff's (2004, Content Analysis, chapter 11.4.1): rely on data from
0.800 on, draw tentative conclusions from 0.667 on, and none below.
"""

from qa_desktop.calibration.agreement.model import Coefficient, Why
from qa_desktop.calibration.agreement.sample_size import more_units, tells_enough
from qa_desktop.calibration.statistics.model import ItemStatistics, Reading, Targets

RELIABLE = 0.8
TENTATIVE = 0.667


def item_readings(statistics: ItemStatistics, targets: Targets) -> tuple[Reading, ...]:
    alpha, percent = statistics.alpha, statistics.percent.value
    if percent is None:
        return (Reading(code="too_few_pairs"),)
    if alpha.why is Why.NO_VARIATION:
        return _all_alike(statistics.exact.n, alike=percent == 1.0)
    told = alpha_readings(alpha, targets.alpha)
    if alpha.value is None or alpha.value >= TENTATIVE or percent < targets.exact:
        return told
    return (*told, Reading(code="prevalence", values={"same_pct": round(100 * percent)}))


def alpha_readings(alpha: Coefficient, target: float) -> tuple[Reading, ...]:
    """What a value of Krippendorff's alpha allows, and what its interval does not tell."""
    if alpha.value is None:
        why = "no_variation" if alpha.why is Why.NO_VARIATION else "too_few_pairs"
        return (Reading(code=why),)
    return (Reading(code=f"alpha_{band_of(alpha.value)}"), *_sample(alpha, target))


def band_of(alpha: float) -> str:
    """ "reliable", "tentative", "low" or "chance"."""
    if alpha >= RELIABLE:
        return "reliable"
    if alpha >= TENTATIVE:
        return "tentative"
    return "low" if alpha > 0 else "chance"


def _sample(alpha: Coefficient, target: float) -> tuple[Reading, ...]:
    n = alpha.n
    if alpha.ci_why is Why.NOT_ASKED:
        return ()
    if alpha.ci_why is Why.NO_DISAGREEMENT:
        return _without_disagreement(n)
    if alpha.interval is None:
        return (Reading(code="cannot_tell_at_all", values={"n": n}),)
    if tells_enough(alpha, target):
        return ()
    more = more_units(alpha, target)
    if more is None:
        return (Reading(code="cannot_tell_ever", values={"n": n}),)
    code = "cannot_tell_one" if more == 1 else "cannot_tell"
    return (Reading(code=code, values={"n": n, "more": more}),)


def _all_alike(n: int, *, alike: bool) -> tuple[Reading, ...]:
    """`alike` False: only N/A divides them, the answers themselves are one."""
    if not alike:
        return (Reading(code="no_variation_but_na"),)
    return (Reading(code="no_variation"), *_without_disagreement(n))


def _without_disagreement(n: int) -> tuple[Reading, ...]:
    """Hanley, J. A. and Lippman-Hand, A. (1983). If nothing goes wrong, is everything alright?
    JAMA 249:1743-1745: none in n still allows for 1 - 0.05^(1 / n), at 95 %.
    """
    if not n:
        return ()
    up_to_pct = round(100 * (1 - 0.05 ** (1 / n)))
    return (Reading(code="all_agreed", values={"n": n, "up_to_pct": up_to_pct}),)

"""How many more units would tell.

The interval of alpha is value +- t(n - 1) s(n), and its standard error falls with the root of the
number of units: s(n) = s(now) sqrt(now / n). So the half-width at n units is known, as far as the
units to come are like those that are there; of ten units or fewer the error is up to a third larger
than that, so that the advice errs on the safe side. Enough is the smallest n at which the interval
leaves out the target, or is at most `USEFUL_HALF_WIDTH` to either side, which is enough to say
where agreement lies when it is near the target.
"""

from qa_desktop.calibration.agreement.model import Coefficient
from qa_desktop.calibration.agreement.resampling import t_quantile

USEFUL_HALF_WIDTH = 0.15
# Nobody grades more together; then the advice is another.
MOST_UNITS = 200


def tells_enough(coefficient: Coefficient, target: float) -> bool:
    """Whether the interval leaves out the target, or is narrow enough to be of use beside it."""
    ends = coefficient.interval
    if ends is None or coefficient.value is None or coefficient.se is None:
        return False
    reach = t_quantile(coefficient.n - 1) * coefficient.se
    return reach <= _useful(coefficient.value, target)


def more_units(coefficient: Coefficient, target: float) -> int | None:
    """How many units more, at least 1 where `tells_enough` says no; None: no interval to go by, or
    more than `MOST_UNITS` in all.
    """
    value, se, n = coefficient.value, coefficient.se, coefficient.n
    if value is None or not se or n < 2 or coefficient.interval is None:
        return None
    useful = _useful(value, target)
    for size in range(n, MOST_UNITS + 1):
        if t_quantile(size - 1) * se * (n / size) ** 0.5 <= useful:
            return size - n
    return None


def _useful(value: float, target: float) -> float:
    return max(USEFUL_HALF_WIDTH, abs(value - target))

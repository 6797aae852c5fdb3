"""What a coefficient of agreement is: a value with its interval, or why there is none."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Level(StrEnum):
    """What the values mean (Stevens 1946): names, ranks, distances, distances from a true zero.

    `SETS`: each value is a set of names; two sets differ by their Jaccard distance.
    """

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"
    SETS = "sets"


class Why(StrEnum):
    """Why there is no value, or (as `ci_why`) no interval. Wording: agreement.why.<name>."""

    # All values are alike, so nothing could be told apart by them.
    NO_VARIATION = "no variation"
    # No unit was rated twice.
    TOO_FEW_PAIRS = "too few pairs"
    # An interval needs two units, sometimes three.
    TOO_FEW_UNITS = "too few units"
    # Everybody agreed everywhere: what the spread would be cannot be told from that.
    NO_DISAGREEMENT = "no disagreement"
    # Most resamples of the units had no variation.
    LITTLE_VARIATION = "too little variation"
    # More categories than chance can be worked out for in reasonable time and memory.
    TOO_MANY_VALUES = "too many different values"
    UNEQUAL_RATINGS = "units have different numbers of ratings"
    MISSING_RATINGS = "ratings are missing"
    NOT_TWO_RATERS = "there are not exactly two raters"
    NOT_A_SCALE = "needs an interval or ratio scale"
    # Some raters share no unit, not even over others.
    NOT_CONNECTED = "raters are not connected by units"
    NOT_ASKED = "not asked for"
    NO_REFERENCE = "there is no reference review"


class Method(StrEnum):
    """Where an interval comes from. Wording: agreement.method.<name>."""

    BOOTSTRAP = "standard error from resampling units, t (Hesterberg 2015)"
    LINEARISED = "linearised variance over units (Gwet 2014), t"
    DELTA = "large-sample variance (Fleiss, Cohen, Everitt 1969), normal"
    F_RATIO = "F distribution (McGraw and Wong 1996)"
    STUDENT = "mean over units, t"
    WILSON = "score interval (Wilson 1927)"
    LEAST_SQUARES = "two-way additive effects by least squares, t"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """One figure with its 95 % interval.

    `value` None: `why` says so, and nothing else is there. `ci_low` and `ci_high` are both numbers
    or both None, then `ci_why` says why. `se` is the standard error. `n` counts the units that it
    rests on.
    """

    value: float | None
    ci_low: float | None = None
    ci_high: float | None = None
    se: float | None = None
    n: int = 0
    method: Method | None = None
    why: Why | None = None
    ci_why: Why | None = None

    @classmethod
    def none(cls, why: Why, n: int = 0) -> Self:
        return cls(value=None, why=why, n=n)

    @property
    def interval(self) -> tuple[float, float] | None:
        """(low, high), or None."""
        if self.ci_low is None or self.ci_high is None:
            return None
        return self.ci_low, self.ci_high

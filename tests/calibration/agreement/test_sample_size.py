"""How many more units would tell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.calibration.agreement import Level, Ratings, krippendorff_alpha
from qa_desktop.calibration.agreement.model import Coefficient, Method, Why
from qa_desktop.calibration.agreement.resampling import t_quantile
from qa_desktop.calibration.agreement.sample_size import (
    MOST_UNITS,
    more_units,
    tells_enough,
)


def alpha(value: float, se: float, n: int) -> Coefficient:
    reach = t_quantile(n - 1) * se
    return Coefficient(
        value=value,
        se=se,
        n=n,
        ci_low=value - reach,
        ci_high=min(1.0, value + reach),
        method=Method.BOOTSTRAP,
    )


def test_four_calls_and_eleven_more() -> None:
    """t(3) is 3.182, so 0.15 reaches 0.48; at 15 units it is 2.145 * 0.15 * sqrt(4 / 15) = 0.166,
    which is just below the 0.17 from 0.5 to the target."""
    few = alpha(0.5, 0.15, 4)
    assert not tells_enough(few, 0.67)
    assert more_units(few, 0.67) == 11


def test_enough_leaves_out_the_target_or_is_narrow() -> None:
    assert tells_enough(alpha(0.2, 0.1, 4), 0.67)
    assert tells_enough(alpha(0.66, 0.05, 10), 0.67)
    assert not tells_enough(alpha(0.66, 0.1, 10), 0.67)


def test_no_advice_without_an_interval_or_within_reason() -> None:
    assert more_units(alpha(0.66, 2.0, 4), 0.67) is None
    assert more_units(Coefficient.none(Why.NO_VARIATION), 0.67) is None
    perfect = Coefficient(value=1.0, se=0.0, n=4, ci_why=Why.NO_DISAGREEMENT)
    assert more_units(perfect, 0.67) is None
    assert not tells_enough(perfect, 0.67)


@given(
    value=st.floats(-0.5, 1), se=st.floats(0.01, 1), n=st.integers(3, 60), target=st.floats(0, 1)
)
def test_that_many_more_are_the_fewest_that_tell(
    value: float, se: float, n: int, target: float
) -> None:
    now = alpha(value, se, n)
    more = more_units(now, target)
    if more is None:
        assert not tells_enough(alpha(value, se * (n / MOST_UNITS) ** 0.5, MOST_UNITS), target)
        return
    assert (more == 0) == tells_enough(now, target)
    then = n + more
    assert tells_enough(alpha(value, se * (n / then) ** 0.5, then), target)
    if more > 1:
        fewer = then - 1
        assert not tells_enough(alpha(value, se * (n / fewer) ** 0.5, fewer), target)


def test_the_standard_error_falls_with_the_root_of_the_number_of_units() -> None:
    """What the advice rests on, seen in simulated raters; of few it is larger, never smaller, so
    the advice errs on the safe side."""
    random = np.random.default_rng(7)

    def mean_error(units: int) -> float:
        errors = []
        for _ in range(40):
            true = random.normal(size=(units, 1))
            seen = np.digitize(true + random.normal(0, 0.5, (units, 5)), [-1, -0.3, 0.3, 1])
            ratings = Ratings.of_table(seen.astype(float).tolist())
            errors.append(krippendorff_alpha(ratings, Level.ORDINAL, resamples=300).se or 0.0)
        return float(np.mean(errors))

    few, some, many = (mean_error(units) * units**0.5 for units in (10, 20, 40))
    assert some == pytest.approx(many, rel=0.25)
    assert many * 0.9 < few < many * 1.5

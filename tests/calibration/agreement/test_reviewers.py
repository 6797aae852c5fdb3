"""Bias, spread and severity of raters."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import stdtrit

from qa_desktop.calibration.agreement.model import Why
from qa_desktop.calibration.agreement.reviewers import (
    from_others,
    from_reference,
    mean_of,
    severities,
    spread_of,
)

NAN = np.nan


def by_dummies(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
    """Severities, their standard errors and degrees of freedom by ordinary least squares over a
    column for each unit and each rater but the last, whose effect is minus the others' sum."""
    units, raters = scores.shape
    at_unit, at_rater = np.nonzero(~np.isnan(scores))
    design = np.zeros((len(at_unit), units + raters - 1))
    design[np.arange(len(at_unit)), at_unit] = 1
    for row, rater in enumerate(at_rater):
        if rater < raters - 1:
            design[row, units + rater] = 1
        else:
            design[row, units:] = -1
    values = scores[at_unit, at_rater]
    found, *_ = np.linalg.lstsq(design, values, rcond=None)
    degrees = len(values) - design.shape[1]
    variance = np.sum((values - design @ found) ** 2) / degrees
    covariance = np.linalg.inv(design.T @ design)[units:, units:] * variance
    contrast = np.vstack([np.eye(raters - 1), -np.ones(raters - 1)])
    effects = contrast @ found[units:]
    return -effects, np.sqrt(np.diag(contrast @ covariance @ contrast.T)), degrees


@given(seed=st.integers(0, 10_000), gaps=st.sampled_from([0.0, 0.2, 0.5]))
@settings(max_examples=100, deadline=None)
def test_severities_are_those_of_least_squares(seed: int, gaps: float) -> None:
    random = np.random.default_rng(seed)
    units, raters = int(random.integers(5, 15)), int(random.integers(2, 6))
    scores = random.normal(80, 8, (units, 1)) + random.normal(0, 4, raters)
    scores = scores + random.normal(0, 3, (units, raters))
    scores[random.random(scores.shape) < gaps] = NAN
    told = severities(scores)
    if any(found.why for found in told):
        assert gaps
        return
    kept = scores[np.count_nonzero(~np.isnan(scores), axis=1) >= 2]
    if told[0].ci_why is Why.TOO_FEW_UNITS:
        return
    wanted, errors, degrees = by_dummies(kept)
    reach = stdtrit(degrees, 0.975) * errors
    assert [found.value for found in told] == pytest.approx(list(wanted), abs=1e-8)
    assert [found.ci_low for found in told] == pytest.approx(list(wanted - reach), abs=1e-6)
    assert [found.ci_high for found in told] == pytest.approx(list(wanted + reach), abs=1e-6)


def test_who_graded_the_hard_ones_is_not_called_strict() -> None:
    """Both take off the same; B alone graded the three poor calls with C, who is like both."""
    scores = np.array(
        [[90, NAN, 90], [92, NAN, 92], [88, NAN, 88], [NAN, 40, 40], [NAN, 42, 42], [NAN, 38, 38]],
        dtype=float,
    )
    assert [found.value for found in severities(scores)] == pytest.approx([0, 0, 0])
    assert np.nanmean(scores, axis=0).tolist() == [90, 40, 65]


def test_severity_is_above_zero_for_the_strict() -> None:
    scores = np.array([[80, 70.5], [60, 50], [90, 79.5], [70, 60]], dtype=float)
    lenient, strict = severities(scores)
    assert strict.value == pytest.approx(5)
    assert lenient.value == pytest.approx(-5)
    assert strict.interval is not None
    assert 0 < strict.interval[0] < 5 < strict.interval[1]


def test_severity_needs_raters_who_share_units() -> None:
    apart = np.array([[80, 70, NAN, NAN], [NAN, NAN, 60, 61], [NAN, NAN, 50, 52]])
    assert {found.why for found in severities(apart)} == {Why.NOT_CONNECTED}
    alone = np.array([[80.0, NAN], [NAN, 60.0]])
    assert {found.why for found in severities(alone)} == {Why.TOO_FEW_PAIRS}
    some = severities(np.array([[80.0, 70.0, NAN], [70.0, 65.0, NAN], [NAN, NAN, 50.0]]))
    assert [found.why for found in some] == [None, None, Why.TOO_FEW_PAIRS]


def test_severity_of_one_shared_unit_has_no_interval() -> None:
    told = severities(np.array([[80.0, 70.0]]))
    assert [found.value for found in told] == pytest.approx([-5, 5])
    assert {found.ci_why for found in told} == {Why.TOO_FEW_UNITS}


def test_differences() -> None:
    scores = np.array([[80, 70, NAN], [60, NAN, NAN], [90, 80, 70]])
    beside = from_reference(scores, np.array([75, NAN, 80.0]))
    np.testing.assert_array_equal(beside, [[5, -5, NAN], [NAN, NAN, NAN], [10, 0, -10]])
    np.testing.assert_array_equal(
        from_others(scores), [[10, -10, NAN], [NAN, NAN, NAN], [15, 0, -15]]
    )


def test_means_say_how_sure_they_are() -> None:
    """Student (1908), the sleep of ten patients: 1.58 with 0.70 to 2.46."""
    gained = np.array([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4])
    found = mean_of(gained)
    assert found.value == pytest.approx(1.58)
    assert found.interval == (pytest.approx(0.70, abs=0.005), pytest.approx(2.46, abs=0.005))
    assert spread_of(gained) == pytest.approx(1.23, abs=0.005)
    assert mean_of(gained[:1]).ci_why is Why.TOO_FEW_UNITS
    assert mean_of(gained[:0]).why is Why.TOO_FEW_PAIRS
    assert mean_of(np.ones(4)).ci_why is Why.LITTLE_VARIATION
    assert spread_of(gained[:1]) is None

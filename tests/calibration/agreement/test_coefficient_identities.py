"""What must hold of coefficients whatever the ratings are."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qa_desktop.calibration.agreement import (
    Coefficient,
    Level,
    Ratings,
    Weights,
    Why,
    cohen_kappa,
    exact_agreement,
    fleiss_kappa,
    gwet_ac,
    icc,
    krippendorff_alpha,
    percent_agreement,
)
from qa_desktop.calibration.agreement import disagreement as counting
from qa_desktop.calibration.agreement.distances import jaccard, nominal, ratio
from qa_desktop.calibration.agreement.nominal_agreement import wilson

Rows = list[list[float | None]]
LEVELS = (Level.NOMINAL, Level.ORDINAL, Level.INTERVAL, Level.RATIO)
NUMBERS = st.sampled_from([0.0, 1.0, 2.0, 3.0, 5.0, 8.5])


@st.composite
def tables(draw: st.DrawFn, *, gaps: bool = True, raters: int | None = None) -> Rows:
    width = raters or draw(st.integers(2, 5))
    value = st.none() | NUMBERS if gaps else NUMBERS
    row = st.lists(value, min_size=width, max_size=width)
    return draw(st.lists(row, min_size=1, max_size=10))


def every(rows: Rows, resamples: int = 60) -> dict[str, Coefficient]:
    ratings = Ratings.of_table(rows)
    found = {
        "percent": percent_agreement(ratings),
        "exact": exact_agreement(ratings),
        "fleiss": fleiss_kappa(ratings),
    }
    for level in LEVELS:
        found[f"alpha {level}"] = krippendorff_alpha(ratings, level, resamples=resamples)
        found[f"ac {level}"] = gwet_ac(ratings, level)
    for weights in Weights:
        found[f"cohen {weights}"] = cohen_kappa(ratings, weights)
    return found | icc(ratings).named()


def same(first: Coefficient, second: Coefficient, *, intervals: bool = True) -> bool:
    pairs = [(first.value, second.value)]
    if intervals:
        pairs += [(first.ci_low, second.ci_low), (first.ci_high, second.ci_high)]
    return (first.why, first.ci_why) == (second.why, second.ci_why) and all(
        a == b or (a is not None and b is not None and abs(a - b) < 1e-9 * max(1, abs(a)))
        for a, b in pairs
    )


@given(rows=tables(), data=st.data())
@settings(max_examples=150, deadline=None)
def test_the_order_of_units_and_of_raters_changes_nothing(rows: Rows, data: st.DataObject) -> None:
    columns = data.draw(st.permutations(range(len(rows[0]))))
    turned = [[row[c] for c in columns] for row in data.draw(st.permutations(rows))]
    before, after = every(rows), every(turned)
    assert [name for name in before if not same(before[name], after[name])] == []


@given(rows=tables())
@settings(max_examples=150, deadline=None)
def test_every_figure_is_a_number_within_its_interval_or_says_why(rows: Rows) -> None:
    for name, found in every(rows).items():
        if found.value is None:
            assert found.why is not None, name
            assert (found.ci_low, found.ci_high, found.se) == (None, None, None), name
            continue
        assert np.isfinite(found.value), name
        assert found.why is None, name
        if found.interval is None:
            assert found.ci_why is not None, name
        else:
            low, high = found.interval
            assert low - 1e-9 <= found.value <= high + 1e-9, name
            assert found.method is not None, name
            assert high <= 1 + 1e-9, name


@given(rows=tables(), times=st.integers(2, 6))
@settings(max_examples=80, deadline=None)
def test_perfect_agreement_is_one_however_many_agree(rows: Rows, times: int) -> None:
    firsts = [[next((v for v in row if v is not None), 1.0)] * times for row in rows]
    for name, found in every(firsts).items():
        if name.startswith("cohen") and times != 2:
            assert found.why is Why.NOT_TWO_RATERS
        elif name in ("percent", "exact"):
            assert found.value == 1.0
        elif len(firsts) == 1 and name.startswith("icc"):
            assert found.why is Why.TOO_FEW_UNITS
        elif len({row[0] for row in firsts}) == 1:
            assert found.why is Why.NO_VARIATION, name
        else:
            assert found.value == pytest.approx(1.0), name


@given(rows=tables(gaps=False, raters=2))
@settings(max_examples=80, deadline=None)
def test_fleiss_of_two_is_scotts_pi(rows: Rows) -> None:
    """Scott, W. A. (1955). Reliability of content analysis: the case of nominal scale coding."""
    values = [value for row in rows for value in row]
    seen = sum(row[0] == row[1] for row in rows) / len(rows)
    chance = sum((values.count(v) / len(values)) ** 2 for v in set(values))
    found = fleiss_kappa(Ratings.of_table(rows))
    if chance == 1:
        assert found.why is Why.NO_VARIATION
    else:
        assert found.value == pytest.approx((seen - chance) / (1 - chance))


@given(rows=tables(gaps=False))
@settings(max_examples=80, deadline=None)
def test_nominal_alpha_is_fleiss_with_a_small_sample_correction(rows: Rows) -> None:
    """Krippendorff (2004): 1 - (1 - kappa) (N - 1) / N for N ratings in all."""
    ratings = Ratings.of_table(rows)
    alpha, kappa = krippendorff_alpha(ratings, Level.NOMINAL), fleiss_kappa(ratings)
    if kappa.value is None:
        assert alpha.value is None
        return
    total = ratings.n_units * ratings.n_raters
    assert alpha.value == pytest.approx(1 - (1 - kappa.value) * (total - 1) / total)


@given(rows=tables())
@settings(max_examples=80, deadline=None)
def test_two_categories_are_the_same_on_every_level(rows: Rows) -> None:
    binary: Rows = [[None if v is None else float(v >= 2) for v in row] for row in rows]
    ratings = Ratings.of_table(binary)
    alphas = [krippendorff_alpha(ratings, level, resamples=60) for level in LEVELS]
    assert all(same(alphas[0], other) for other in alphas[1:])
    if len(ratings.categories) == 2:
        acs = [gwet_ac(ratings, level) for level in LEVELS]
        assert all(same(acs[0], other) for other in acs[1:])


@given(
    rows=tables(), factor=st.sampled_from([1e-6, 0.5, 3.0, 1e6]), plus=st.sampled_from([0.0, 1e3])
)
@settings(max_examples=80, deadline=None)
def test_units_of_measurement_do_not_matter(rows: Rows, factor: float, plus: float) -> None:
    def moved(by: float) -> Ratings:
        return Ratings.of_table(
            [[None if v is None else v * factor + by for v in row] for row in rows]
        )

    ratings = Ratings.of_table(rows)
    for level, by in ((Level.ORDINAL, plus), (Level.INTERVAL, plus), (Level.RATIO, 0.0)):
        before = krippendorff_alpha(ratings, level, resamples=0).value
        after = krippendorff_alpha(moved(by), level, resamples=0).value
        assert (before is None) == (after is None)
        if before is not None:
            assert after == pytest.approx(before, abs=1e-6)


@given(rows=tables(gaps=False, raters=2))
@settings(max_examples=60, deadline=None)
def test_quadratic_kappa_of_equal_margins_is_a_correlation(rows: Rows) -> None:
    """Fleiss and Cohen (1973): with the same margins it is Pearson's r of the categories' places;
    margins are made equal by adding each pair turned round."""
    both = [*rows, *([b, a] for a, b in rows)]
    ratings = Ratings.of_table(both)
    assume(len(ratings.categories) > 1)
    first, second = ratings.codes.T.astype(float)
    wanted = float(np.corrcoef(first, second)[0, 1])
    assert cohen_kappa(ratings, Weights.QUADRATIC).value == pytest.approx(wanted)


@given(rows=tables())
@settings(max_examples=60, deadline=None)
def test_units_rated_once_do_not_touch_alpha(rows: Rows) -> None:
    more = [*rows, [8.5, *[None] * (len(rows[0]) - 1)]]
    for level in LEVELS:
        before = krippendorff_alpha(Ratings.of_table(rows), level, resamples=60)
        assert same(before, krippendorff_alpha(Ratings.of_table(more), level, resamples=60))


@given(rows=tables())
@settings(max_examples=60, deadline=None)
def test_wide_tables_are_counted_the_same_way(rows: Rows) -> None:
    ratings = Ratings.of_table(rows).pairable()
    assume(ratings.n_units)
    weights = np.random.default_rng(1).integers(0, 4, (5, ratings.n_units)).astype(float)
    narrow = counting.RankDisagreement(ratings).sums(weights)
    wide = counting.WideRankDisagreement(ratings).sums(weights)
    np.testing.assert_allclose(narrow, wide, atol=1e-9)
    for level in (Level.NOMINAL, Level.RATIO):
        narrow = counting.disagreement(ratings, level).sums(weights)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(counting, "_MOST_CELLS", 0)
            wide = counting.disagreement(ratings, level).sums(weights)
        np.testing.assert_allclose(narrow, wide, atol=1e-9)
        by_matrix = counting.MatrixDisagreement(
            ratings.counts(),
            nominal(len(ratings.categories)) if level is Level.NOMINAL else ratio(ratings.numbers),
        ).sums(weights)
        np.testing.assert_allclose(narrow, by_matrix, atol=1e-9)


def test_units_divided_alike_are_not_called_agreement() -> None:
    found = krippendorff_alpha(Ratings.of_table([[1.0, 2.0]] * 4), Level.NOMINAL)
    assert found.value is not None
    assert found.value < 0
    assert found.ci_why is Why.LITTLE_VARIATION


def test_large_numbers_close_together_keep_their_differences() -> None:
    base = 1e9
    near = [[base, base + 1], [base + 2, base + 2], [base + 5, base + 4]]
    small = [[0.0, 1.0], [2.0, 2.0], [5.0, 4.0]]
    for level in (Level.INTERVAL, Level.ORDINAL):
        far = krippendorff_alpha(Ratings.of_table(near), level, resamples=0).value
        assert far == pytest.approx(
            krippendorff_alpha(Ratings.of_table(small), level, resamples=0).value
        )


def test_sets_are_apart_by_what_they_do_not_share() -> None:
    apart = jaccard([frozenset(), frozenset("a"), frozenset("ab"), frozenset("bc")])
    assert apart[0].tolist() == [0, 1, 1, 1]
    assert apart[1].tolist() == [1, 0, 0.5, 1]
    assert apart[2, 3] == pytest.approx(2 / 3)


def test_wilson_against_its_tables() -> None:
    """Newcombe, R. G. (1998), Statistics in Medicine 17:857-872, table I, method 3."""
    for hits, n, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605)):
        assert wilson(hits, n).interval == (
            pytest.approx(low, abs=5e-5),
            pytest.approx(high, abs=5e-5),
        )
    assert wilson(0, 20).interval == (0.0, pytest.approx(0.1611, abs=5e-5))
    assert wilson(1, 29).interval == (
        pytest.approx(0.0061, abs=5e-5),
        pytest.approx(0.1718, abs=5e-5),
    )
    assert wilson(0, 0).why is Why.TOO_FEW_PAIRS


def test_too_many_values_are_said_and_no_memory_is_asked_for() -> None:
    values = np.arange(8000.0).reshape(4000, 2)
    ratings = Ratings.of_table(values.tolist())
    assert gwet_ac(ratings, Level.INTERVAL).why is Why.TOO_MANY_VALUES
    assert krippendorff_alpha(ratings, Level.RATIO).why is Why.TOO_MANY_VALUES
    assert fleiss_kappa(ratings).why is Why.TOO_MANY_VALUES
    assert cohen_kappa(ratings).why is Why.TOO_MANY_VALUES
    assert krippendorff_alpha(ratings, Level.INTERVAL, resamples=0).value == pytest.approx(
        1, abs=1e-6
    )


@pytest.mark.parametrize(("units", "least"), [(5, 0.8), (20, 0.88)])
def test_the_interval_of_alpha_holds_the_truth(units: int, least: float) -> None:
    """Five raters and five ordered categories; the truth is that of 20,000 units."""
    random = np.random.default_rng(11)
    lean = np.linspace(-0.3, 0.3, 5)

    def drawn(size: int) -> Ratings:
        seen = random.normal(size=(size, 1)) + lean + 0.6 * random.normal(size=(size, 5))
        codes = np.digitize(seen, [-1.5, -0.5, 0.5, 1.5]).astype(np.int64)
        names = tuple(map(str, range(size)))
        return Ratings(names, tuple("abcde"), tuple(map(float, range(5))), codes)

    true = krippendorff_alpha(drawn(20_000), Level.ORDINAL, resamples=0).value
    assert true is not None
    held = 0
    for _ in range(200):
        ends = krippendorff_alpha(drawn(units), Level.ORDINAL, resamples=300).interval
        held += ends is not None and ends[0] <= true <= ends[1]
    assert held / 200 >= least

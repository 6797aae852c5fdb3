"""The same figures as other packages on many random tables, to six decimals."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.calibration.agreement import (
    Coefficient,
    Level,
    Ratings,
    Weights,
    Why,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac,
    icc,
    krippendorff_alpha,
    percent_agreement,
)

HERE = Path(__file__).parent
LEVELS = (Level.NOMINAL, Level.ORDINAL, Level.INTERVAL, Level.RATIO)

Table = Mapping[str, Any]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """The committed answers; with QA_PEERS=1 the packages are asked on the spot, which needs a
    network or uv's cache, and must give the committed ones."""
    committed = json.loads((HERE / "peers.json").read_text(encoding="utf-8"))
    if os.environ.get("QA_PEERS") != "1":
        return committed
    file = tmp_path_factory.mktemp("peers") / "peers.json"
    uv = Path(sys.executable).with_name("uv")
    command = [str(uv), "run", "--script", str(HERE / "peers.py"), str(file)]
    subprocess.run(command, check=True, env={**os.environ, "VIRTUAL_ENV": ""})
    live = json.loads(file.read_text(encoding="utf-8"))
    assert live["versions"] == committed["versions"]
    assert [t["values"] for t in live["tables"]] == [t["values"] for t in committed["tables"]]
    return live


@pytest.fixture(scope="module")
def tables(told: Mapping[str, Any]) -> list[tuple[Ratings, Table]]:
    return [(Ratings.of_table(table["values"]), table) for table in told["tables"]]


def near(value: float) -> Any:
    return pytest.approx(value, abs=5e-7)


def check(ours: Coefficient, theirs: Mapping[str, Any], where: str) -> None:
    assert ours.value == near(theirs["value"]), where
    if ours.interval is None:
        # Nothing varies: theirs have an interval without width, or the root of -1e-17.
        assert (theirs["se"] or 0.0) == near(0), where
        return
    assert ours.se == near(theirs["se"]), where
    # Ours end where the coefficient does.
    high = min(theirs["high"], 1.0)
    assert ours.interval == (near(theirs["low"]), near(high)), where


def numbered(tables: list[tuple[Ratings, Table]], key: str) -> Iterator[tuple[str, Ratings, Any]]:
    for number, (ratings, table) in enumerate(tables):
        if table.get(key) is not None:
            yield f"table {number}", ratings, table[key]


def test_alpha_is_that_of_krippendorff(tables: list[tuple[Ratings, Table]]) -> None:
    compared = 0
    for where, ratings, theirs in numbered(tables, "alpha"):
        for level in LEVELS:
            ours = krippendorff_alpha(ratings, level, resamples=0)
            if theirs[level.value] is None:
                assert ours.why in (Why.NO_VARIATION, Why.TOO_FEW_PAIRS), where
                continue
            assert ours.value == near(theirs[level.value]), (where, level)
            compared += 1
    assert compared > 700


def test_ac_and_its_interval_are_those_of_irrcac(tables: list[tuple[Ratings, Table]]) -> None:
    compared = 0
    for where, ratings, theirs in numbered(tables, "gwet"):
        for level in LEVELS:
            if theirs[level.value] is None or theirs[level.value]["value"] is None:
                continue
            check(gwet_ac(ratings, level), theirs[level.value], f"{where} {level}")
            compared += 1
    assert compared > 550


def test_agreement_of_pairs_is_that_of_irrcac(tables: list[tuple[Ratings, Table]]) -> None:
    for where, ratings, theirs in numbered(tables, "gwet"):
        assert percent_agreement(ratings).value == near(theirs["nominal"]["pa"]), where


def test_fleiss_kappa_is_that_of_statsmodels_and_irrcac(
    tables: list[tuple[Ratings, Table]],
) -> None:
    found = list(numbered(tables, "fleiss_irrcac"))
    assert len(found) > 80
    for where, ratings, theirs in found:
        check(fleiss_kappa(ratings), theirs, where)
    for where, ratings, value in numbered(tables, "fleiss_statsmodels"):
        assert fleiss_kappa(ratings).value == near(value), where


def test_cohen_kappa_and_its_interval_are_those_of_statsmodels(
    tables: list[tuple[Ratings, Table]],
) -> None:
    found = list(numbered(tables, "cohen"))
    assert len(found) > 50
    for where, ratings, theirs in found:
        for weights in Weights:
            check(cohen_kappa(ratings, weights), theirs[weights.value], f"{where} {weights}")


def test_icc_and_its_intervals_are_those_of_pingouin(tables: list[tuple[Ratings, Table]]) -> None:
    found = list(numbered(tables, "icc"))
    assert len(found) > 80
    for where, ratings, theirs in found:
        for name, ours in icc(ratings).named().items():
            value, low, high = theirs[name]
            assert ours.value == near(value), (where, name)
            if ours.interval is not None:
                assert ours.interval == (near(low), near(high)), (where, name)
            else:
                assert value == near(1) or low is None or not low <= value <= high, (where, name)

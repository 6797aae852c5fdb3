"""Every published figure is counted again from the exported files alone."""

import csv
import io
import json
import math
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import numpy as np
import pytest

from qa_desktop.calibration.agreement import (
    Coefficient,
    Level,
    Ratings,
    exact_agreement,
    gwet_ac,
    icc,
    krippendorff_alpha,
    percent_agreement,
    severities,
)
from qa_desktop.calibration.exporting import Results, results_json, zipped_csv
from qa_desktop.calibration.model import GradedSession
from qa_desktop.cli.app import Launchers, run

Rows = list[dict[str, str]]
ICCS = ("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k")


class Files:
    """What lies in the ZIP."""

    def __init__(self, content: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(content))
        self.published = {
            (row["table"], row["coefficient"]): row for row in self.rows("coefficients.csv")
        }
        self.levels = {row["item"]: row["level"] for row in self.rows("items.csv")}
        self.answers = [row for row in self.rows("answers.csv") if row["rater"] != "reference"]

    def rows(self, name: str) -> Rows:
        text = self.zip.read(name).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def ratings(self, table: str, level: str) -> Ratings:
        cells = [
            (row["unit"], row["rater"], value_of(row["value"], level))
            for row in self.rows(f"ratings/{table.replace(':', '-')}.csv")
            if row["value"]
        ]
        return Ratings.of_cells(cells)

    def categories(self, item: str) -> Ratings:
        """What shares of equal answers go by: N/A is an answer."""
        rows = (row for row in self.answers if row["item"] == item)
        return Ratings.of_cells((row["unit"], row["rater"], row["category"]) for row in rows)


def value_of(text: str, level: str) -> str | float:
    return text if level in ("nominal", "sets") else float(text)


@pytest.fixture(scope="module")
def files(results: Callable[..., Results]) -> Files:
    return Files(zipped_csv(results()))


def same(published: dict[str, str], counted: Coefficient) -> bool:
    """The figure and, where it has one, its interval."""
    pairs = [
        (published["value"], counted.value),
        (published["ci_low"], counted.ci_low),
        (published["ci_high"], counted.ci_high),
    ]
    return all(
        text == "" if number is None else math.isclose(float(text), number, abs_tol=1e-9)
        for text, number in pairs
    )


def tables(files: Files) -> Iterator[tuple[str, str]]:
    yield from (("form", "interval"), ("section:care", "interval"), ("section:work", "interval"))
    yield from (("outcome", "nominal"), ("veto", "nominal"))
    yield from ((f"item:{item}", level) for item, level in files.levels.items())


def test_every_alpha(files: Files) -> None:
    seen = 0
    for table, level in tables(files):
        if level != "sets":
            counted = krippendorff_alpha(files.ratings(table, level), Level(level))
            assert same(files.published[table, "krippendorff_alpha"], counted), table
            seen += 1
    assert seen == 10


def jaccard(one: str, other: str) -> float:
    first, second = (
        frozenset(said.replace("(none)", "").split("|")) - {""} for said in (one, other)
    )
    if "N/A" in (one, other):
        return float(one != other)
    return 1 - len(first & second) / len(first | second) if first | second else 0.0


def sums(by_unit: dict[str, list[Any]], apart: Callable[[Any, Any], float]) -> tuple[float, float]:
    """Observed and expected disagreement, as Krippendorff (2011) sums them."""
    pairable = [values for values in by_unit.values() if len(values) > 1]
    observed = sum(
        sum(apart(a, b) for a, b in permutations(values, 2)) / (len(values) - 1)
        for values in pairable
    )
    everything = [value for values in pairable for value in values]
    expected = sum(apart(a, b) for a, b in permutations(everything, 2)) / (len(everything) - 1)
    return observed, expected


def test_alpha_of_sets_by_hand(files: Files) -> None:
    by_unit: dict[str, list[Any]] = defaultdict(list)
    for row in files.rows("ratings/item-reasons.csv"):
        if row["value"]:
            by_unit[row["unit"]].append(row["value"])
    observed, expected = sums(by_unit, jaccard)
    published = files.published["item:reasons", "krippendorff_alpha"]
    assert float(published["value"]) == pytest.approx(1 - observed / expected, abs=1e-9)


def distance(level: str) -> Callable[[dict[str, str], dict[str, str]], float]:
    def apart(one: dict[str, str], other: dict[str, str]) -> float:
        if level == "sets":
            return jaccard(one["category"], other["category"])
        if level == "nominal" or "yes" in (one["na"], other["na"]):
            return float(one["category"] != other["category"])
        return (float(one["place"]) - float(other["place"])) ** 2

    return apart


def test_alpha_over_all_items_and_each_item_s_share(files: Files) -> None:
    both = {}
    for item, level in files.levels.items():
        by_unit: dict[str, list[Any]] = defaultdict(list)
        for row in files.answers:
            if row["item"] == item:
                by_unit[row["unit"]].append(row)
        both[item] = sums(by_unit, distance(level))
    observed = sum(said for said, _ in both.values())
    expected = sum(said for _, said in both.values())
    published = files.published["all items", "krippendorff_alpha"]
    assert float(published["value"]) == pytest.approx(1 - observed / expected, abs=1e-9)
    for row in files.rows("items.csv"):
        share = both[row["item"]][0] / observed
        assert float(row["share_of_disagreement"]) == pytest.approx(share, abs=1e-9)


def test_every_share_of_equal_answers(files: Files) -> None:
    for item in files.levels:
        counted = files.categories(item)
        for name, count in (
            ("percent_agreement", percent_agreement),
            ("exact_agreement", exact_agreement),
        ):
            assert same(files.published[f"item:{item}", name], count(counted)), item
    for table in ("outcome", "veto"):
        counted = files.ratings(table, "nominal")
        assert same(files.published[table, "percent_agreement"], percent_agreement(counted))
        assert same(files.published[table, "exact_agreement"], exact_agreement(counted))


def test_every_gwet(files: Files) -> None:
    for table, level in tables(files):
        published = files.published.get((table, "gwet_ac"))
        if published is not None and level != "sets":
            ratings = files.ratings(table, level)
            counted = gwet_ac(ratings) if level == "nominal" else gwet_ac(ratings, Level(level))
            assert same(published, counted), table


def scores_by_unit(files: Files, table: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in files.rows(f"ratings/{table.replace(':', '-')}.csv"):
        if row["value"]:
            found[row["unit"]][row["rater"]] = float(row["value"])
    return found


def test_every_icc_on_what_all_graded(files: Files) -> None:
    for table in ("form", "section:care", "section:work"):
        found = scores_by_unit(files, table)
        raters = {rater for row in found.values() for rater in row}
        whole = [row for row in found.values() if row.keys() == raters]
        counted = icc(Ratings.of_table([[row[r] for r in sorted(raters)] for row in whole]))
        assert len(whole) == 2
        for name in ICCS:
            assert same(files.published[table, name], getattr(counted, name)), (table, name)


def test_every_share_within_so_many_points(files: Files) -> None:
    target = 5.0
    scores = files.rows("scores.csv")
    for table, column in (("form", "score"), ("section:care", "section:care")):
        right = {row["unit"]: row[column] for row in scores if row["rater"] == "reference"}
        found = scores_by_unit(files, table)
        near = fmean(
            fmean(abs(a - b) <= target for a, b in permutations(row.values(), 2))
            for row in found.values()
        )
        gold = fmean(
            fmean(abs(score - float(right[unit])) <= target for score in row.values())
            for unit, row in found.items()
        )
        published = files.published[table, "within_points"]
        assert float(published["value"]) == pytest.approx(near, abs=1e-9)
        published = files.published[table, "within_points_of_reference"]
        assert float(published["value"]) == pytest.approx(gold, abs=1e-9)


def test_every_reviewer(files: Files) -> None:
    scores = files.rows("scores.csv")
    right = {row["unit"]: float(row["score"]) for row in scores if row["rater"] == "reference"}
    form = files.ratings("form", "interval")
    worth = np.array([*form.categories, np.nan], dtype=np.float64)
    severity = severities(worth[form.codes])
    for row in files.rows("reviewers.csv"):
        off = [
            float(one["score"]) - right[one["unit"]]
            for one in scores
            if one["rater"] == row["rater"]
        ]
        assert row["bias_from"] == "reference"
        assert float(row["bias"]) == pytest.approx(fmean(off), abs=1e-9)
        assert float(row["spread"]) == pytest.approx(stdev(off), abs=1e-9)
        assert float(row["mad"]) == pytest.approx(fmean(map(abs, off)), abs=1e-9)
        counted = severity[form.raters.index(row["rater"])]
        assert same(files.published[f"reviewer:{row['rater']}", "severity"], counted)


def test_every_published_figure_is_among_those_above(files: Files) -> None:
    """Whoever adds a coefficient adds its check."""
    assert {name for _, name in files.published} == {
        *("krippendorff_alpha", "percent_agreement", "exact_agreement", "gwet_ac", *ICCS),
        *("within_points", "within_points_of_reference"),
        *("bias", "mean_absolute_deviation", "severity"),
    }


def test_json_says_the_same_figures(results: Callable[..., Results], files: Files) -> None:
    said = json.loads(results_json(results()))["coefficients"]
    for (table, name), row in files.published.items():
        value = said[table][name]["value"]
        assert row["value"] == ("" if value is None else repr(float(value)))


@pytest.mark.parametrize("table", ["item:informed", "item:tone", "outcome", "form"])
def test_the_program_s_own_command_counts_a_table_again(
    results: Callable[..., Results],
    files: Files,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    table: str,
) -> None:
    level = dict(tables(files))[table]
    name = f"ratings/{table.replace(':', '-')}.csv"
    files.zip.extract(name, tmp_path)
    code = run(
        ["agreement", str(tmp_path / name), "--level", level, "--json"],
        Launchers(open_app=_none, take_screens=_none, has_display=lambda: False, engines=list),
    )
    counted = json.loads(capsys.readouterr().out)
    published = float(files.published[table, "krippendorff_alpha"]["value"])
    assert code == 0
    assert counted["krippendorff_alpha"]["value"] == pytest.approx(published, abs=1e-9)


def _none(*_: object, **__: object) -> Any:
    raise AssertionError("this command needs no window")


def test_nothing_names_anybody_in_anonymous_files(
    results: Callable[..., Results], graded: GradedSession, files: Files
) -> None:
    everything = results_json(results()) + "".join(
        files.zip.read(name).decode() for name in files.zip.namelist()
    )
    for person in graded.session.participants:
        assert person.fingerprint not in everything
        assert f'"{person.name}"' not in everything
        assert f",{person.name}," not in everything

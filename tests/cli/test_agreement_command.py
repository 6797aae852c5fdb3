"""`qa-desktop agreement` as a person or a script runs it."""

import argparse
import csv
import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.cli import agreement_command
from qa_desktop.cli.app import Launchers
from qa_desktop.cli.app import run as run_command
from qa_desktop.cli.context import AT_FAULT, DONE, Context

SMALL = "unit,rater,value\n1,a,1\n1,b,1\n2,a,2\n2,b,3\n3,a,3\n3,b,3\n4,a,1\n4,b,\n"


def run(*arguments: str, language: str = "en") -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    agreement_command.add_to(parser.add_subparsers())
    args = parser.parse_args(["agreement", *arguments])
    out = io.StringIO()
    context = Context(workspace_folder=Path(), language=language, reviewer="", out=out)
    return args.run(args, context), out.getvalue()


def answer(file: Path, level: str, *more: str) -> dict[str, Any]:
    code, said = run(str(file), "--level", level, "--json", *more)
    assert code == DONE
    found: dict[str, Any] = json.loads(said)
    return found


def six(value: float) -> Any:
    return pytest.approx(value, abs=6e-7)


def hold(case: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    for key, wanted in case.items():
        if key in ("file", "level"):
            continue
        if key == "icc":
            for name, (value, low, high) in wanted.items():
                told = found["icc"][name]
                assert told["value"] == six(value), name
                ends = round(told["ci_low"], 2), round(told["ci_high"], 2)
                assert ends == (low, high), name
        elif isinstance(wanted, int):
            assert found[key] == wanted, key
        else:
            # The table gives five decimals where the fifth ends in zero.
            assert found[key]["value"] == six(wanted) or round(
                found[key]["value"], 5
            ) == pytest.approx(wanted, abs=1e-9), key


def test_every_case_of_the_conformance_tables(shared: Path) -> None:
    folder = shared / "conformance" / "agreement"
    cases = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["cases"]
    assert len(cases) == 10
    for case in cases:
        hold(case, answer(folder / case["file"], case["level"]))


def test_the_table_of_published_values(shared: Path) -> None:
    """data/raters/expected.tsv, as its authors printed them."""
    folder = shared / "conformance" / "agreement"
    nominal = answer(folder / "krippendorff2011.csv", "nominal")["krippendorff_alpha"]["value"]
    assert round(nominal, 3) == 0.743
    iccs = answer(folder / "shrout-fleiss1979.csv", "interval")["icc"]
    printed = {
        "icc1": 0.17,
        "icc2": 0.29,
        "icc3": 0.71,
        "icc1k": 0.44,
        "icc2k": 0.62,
        "icc3k": 0.91,
    }
    assert {name: round(told["value"], 2) for name, told in iccs.items()} == printed


def test_the_worst_of_three_ratings_on_every_level(shared: Path, tmp_path: Path) -> None:
    """The column that the conformance tables leave out, with krippendorff 0.9.0 in expected.tsv."""
    source = shared / "data" / "raters" / "mqm2023_ende_3ratings_long.csv"
    file = tmp_path / "worst.csv"
    with source.open(encoding="utf-8", newline="") as stream:
        rows = [(row["item"], row["rater"], row["worst"]) for row in csv.DictReader(stream)]
    lines = [",".join(row) for row in [("unit", "rater", "value"), *rows]]
    file.write_text("\n".join(lines), encoding="utf-8")
    wanted = {"nominal": 0.383616, "ordinal": 0.514512, "interval": 0.518827}
    for level, alpha in wanted.items():
        assert answer(file, level)["krippendorff_alpha"]["value"] == six(alpha), level


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "ratings.csv"
    file.write_text(SMALL, encoding="utf-8")
    return file


def test_shape(small: Path) -> None:
    found = answer(small, "ordinal")
    assert (found["n_units"], found["n_raters"], found["n_pairable"]) == (4, 2, 3)
    assert found["level"] == "ordinal"
    alpha = found["krippendorff_alpha"]
    assert set(alpha) == {"value", "ci_low", "ci_high", "method", "n"}
    assert alpha["ci_low"] <= alpha["value"] <= alpha["ci_high"]
    assert {"cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic"} <= set(found)
    assert found["fleiss_kappa"] == {
        "value": None,
        "why": "units have different numbers of ratings",
    }
    assert found["icc"]["icc2"] == {"value": None, "why": "needs an interval or ratio scale"}


def test_the_same_file_gives_the_same_figures_in_any_order_of_rows(
    small: Path, tmp_path: Path
) -> None:
    head, *rows = SMALL.splitlines()
    turned = tmp_path / "turned.csv"
    turned.write_text("\n".join([head, *reversed(rows)]), encoding="utf-8")
    first, second = answer(small, "interval"), answer(turned, "interval")
    assert first["krippendorff_alpha"] == second["krippendorff_alpha"]
    assert first["gwet_ac"]["value"] == six(second["gwet_ac"]["value"])


def test_no_variation_is_said_and_no_number_made_up(tmp_path: Path) -> None:
    file = tmp_path / "same.csv"
    file.write_text("unit,rater,value\n1,a,5\n1,b,5\n2,a,5\n2,b,5\n", encoding="utf-8")
    found = answer(file, "interval")
    nothing = {"value": None, "why": "no variation"}
    for name in ("krippendorff_alpha", "fleiss_kappa", "cohen_kappa", "gwet_ac"):
        assert found[name] == nothing, name
    assert all(told == nothing for told in found["icc"].values())
    assert found["percent_agreement"]["value"] == 1.0
    assert found["percent_agreement"]["ci_why"] == "no disagreement"


def test_resamples(small: Path) -> None:
    alpha = answer(small, "nominal", "--resamples", "0")["krippendorff_alpha"]
    assert (alpha["ci_low"], alpha["ci_why"]) == (None, "not asked for")
    with pytest.raises(SystemExit) as usage:
        run(str(small), "--level", "nominal", "--resamples", "many")
    assert usage.value.code == 2


def test_ranks_in_words(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("unit,rater,value\n1,a,good\n1,b,fair\n2,a,poor\n2,b,poor\n", encoding="utf-8")
    numbers = tmp_path / "numbers.csv"
    numbers.write_text("unit,rater,value\n1,a,3\n1,b,2\n2,a,1\n2,b,1\n", encoding="utf-8")
    worded = answer(file, "ordinal", "--order", "poor, fair, good")
    assert worded["krippendorff_alpha"] == answer(numbers, "ordinal")["krippendorff_alpha"]
    assert worded["gwet_ac"] == answer(numbers, "ordinal")["gwet_ac"]
    with pytest.raises(ProblemError) as refused:
        run(str(file), "--level", "ordinal")
    assert [p.code for p in refused.value.problems] == ["agreement.not_a_rank"] * 4


@pytest.mark.parametrize(
    ("language", "wanted"), [("en", "Krippendorff's alpha"), ("zh-CN", "两两一致率")]
)
def test_as_a_table(small: Path, language: str, wanted: str) -> None:
    code, said = run(str(small), "--level", "interval", language=language)
    assert code == DONE
    assert wanted in said
    assert "0.8000" in said
    assert "{" not in said


def test_a_family_without_values_takes_one_row(small: Path) -> None:
    _, said = run(str(small), "--level", "nominal")
    assert said.count("needs level interval or ratio") == 1


def test_every_fault_of_a_file_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("unit,rater,value\n1,a,x\n,b,2\n1,a,3\n", encoding="utf-8")
    launchers = Launchers(
        open_app=lambda _: 0,
        take_screens=lambda *_: [],
        has_display=lambda: False,
        engines=list,
    )
    arguments = ["--language", "en", "agreement", str(file), "--level", "ratio", "--json"]
    assert run_command(arguments, launchers) == AT_FAULT
    told = json.loads(capsys.readouterr().out)["problems"]
    assert [(p["code"], p["line"]) for p in told] == [
        ("agreement.not_a_number", 2),
        ("agreement.no_unit", 3),
        ("agreement.twice", 4),
    ]
    assert all(p["what"] and p["remedy"] for p in told)


def test_statistics_load_no_scipy_stats(small: Path) -> None:
    """It takes a second, for quantiles that scipy.special has."""
    before = set(sys.modules)
    run(str(small), "--level", "interval")
    assert not any(name.startswith("scipy.stats") for name in set(sys.modules) - before)

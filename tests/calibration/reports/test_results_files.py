"""A session's results as CSV, workbook and JSON: nothing is taken for code, everything is told."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.wording import wording
from qa_desktop.calibration.exporting import (
    Results,
    long_csv,
    results_json,
    results_workbook,
    zipped_csv,
)
from qa_desktop.calibration.exporting.tables import all_tables
from qa_desktop.calibration.model import GradedSession
from qa_desktop.calibration.naming import called, letters, names
from qa_desktop.sheets.calibration_files import ResultsWish, write_results

Make = Callable[..., Results]


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_long_table_has_every_rating(results: Make) -> None:
    head, *rows = rows_of(long_csv(results()))
    assert head == ["table", "level", "unit", "rater", "value"]
    informed = [row[2:] for row in rows if row[0] == "item:informed"]
    assert len(informed) == 12
    assert sum(row[2] == "" for row in informed) == 1
    assert {row[1] for row in rows if row[0] == "item:tone"} == {"ordinal"}


def test_text_that_looks_like_a_formula_gets_an_apostrophe(results: Make) -> None:
    content = zipfile.ZipFile(io.BytesIO(zipped_csv(results(anonymous=False))))
    for name in content.namelist():
        if name.endswith(".csv"):
            for row in rows_of(content.read(name).decode()):
                for cell in row:
                    risky = cell.startswith(("=", "+", "@", "\t", "\r"))
                    assert not risky, (name, cell)
                    # A minus stands before numbers alone.
                    assert not cell.startswith("-") or float(cell) < 0, (name, cell)
    assert "'=HYPERLINK(1)" in content.read("rulings.csv").decode()
    assert "'=eve" in content.read("reviewers.csv").decode()


def test_a_workbook_holds_text_as_text_and_numbers_as_numbers(results: Make) -> None:
    made = results(anonymous=False)
    book = openpyxl.load_workbook(io.BytesIO(results_workbook(made, "en")))
    assert book.sheetnames == [
        *("Ratings", "Coefficients", "Items", "Reviewers", "Answers", "Scores", "Rulings"),
        "Method",
    ]
    for sheet, table in zip(book.worksheets, all_tables(made), strict=True):
        head, *rows = sheet.iter_rows(values_only=True)
        assert head == table.columns
        assert len(rows) == len(table.rows)
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
        for read, written in zip(rows, table.rows, strict=True):
            for cell, wanted in zip(read, written, strict=True):
                if isinstance(wanted, int | float):
                    assert cell == pytest.approx(wanted)
                else:
                    assert (cell or "") == str(wanted or "")
    assert book["Rulings"]["C2"].value == "=HYPERLINK(1)"


def test_a_chinese_workbook_has_chinese_sheets(results: Make) -> None:
    book = openpyxl.load_workbook(io.BytesIO(results_workbook(results(), "zh-CN")))
    assert book.sheetnames[0] == "评分明细"


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_column_of_every_table_is_described(results: Make, language: str) -> None:
    texts = wording(language).texts
    for table in all_tables(results()):
        for column in table.columns if table.name != "ratings" else ():
            assert f"calibration_data.column.{table.name}.{column.partition(':')[0]}" in texts
    content = zipfile.ZipFile(io.BytesIO(zipped_csv(results())))
    names = {"en": "README.txt", "zh-CN": "README.zh-CN.txt"}
    readme = content.read(names[language]).decode()
    for name in content.namelist():
        if name.endswith(".csv"):
            assert name in readme
    # The command knows no such level.
    assert "--level sets" not in readme


def test_the_same_results_give_the_same_bytes(results: Make) -> None:
    assert zipped_csv(results()) == zipped_csv(results())


def test_json_has_what_the_help_says(results: Make) -> None:
    said = json.loads(results_json(results()))
    assert said["format"] == "qa-calibration-results/1"
    assert set(said) == {
        *("format", "anonymous", "method", "coefficients", "tables", "items", "reviewers"),
        *("answers", "scores", "rulings"),
    }
    assert said["anonymous"] is True
    assert {row["rater"] for row in said["answers"]} == {"A", "B", "C", "D", "reference"}
    assert said["rulings"][0]["ruling"] == "=HYPERLINK(1)"
    assert said["method"]["reveal"] == "ef" * 32


def test_letters_do_not_follow_the_roster(graded: GradedSession) -> None:
    session = graded.session
    by_letter = letters(session)
    assert sorted(by_letter.values()) == ["A", "B", "C", "D", "E"]
    # Who does not grade has the last one.
    assert by_letter[session.lead.fingerprint] == "E"
    assert by_letter == letters(session)


def test_people_of_the_same_name_are_told_apart(graded: GradedSession) -> None:
    ann, bob, *others = graded.session.participants
    session = replace(graded.session, participants=(ann, replace(bob, name="ann"), *others))
    said = names(session)
    assert said[ann.fingerprint] == f"ann ({ann.fingerprint[:8]})"
    assert said[bob.fingerprint] == f"ann ({bob.fingerprint[:8]})"
    assert called(session, anonymous=True) == letters(session)


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "csv", "zip", "json"])
def test_every_kind_is_written_whole(results: Make, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"results.{suffix}"
    file.write_text("older", encoding="utf-8")
    write_results(results(), file, ResultsWish(language="both"))
    assert file.stat().st_size > 1000
    assert list(tmp_path.iterdir()) == [file]


def test_an_extension_that_says_nothing_is_told(results: Make, tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as problem:
        write_results(results(), tmp_path / "results.doc", ResultsWish(language="en"))
    assert problem.value.problems[0].code == "second.unknown_form"


def test_a_folder_that_is_not_there_is_told(results: Make, tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as problem:
        write_results(results(), tmp_path / "none" / "results.csv", ResultsWish(language="en"))
    assert problem.value.problems[0].code == "exchange.not_written"

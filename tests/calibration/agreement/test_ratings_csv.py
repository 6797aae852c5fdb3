"""Ratings from CSV: what is read, and what is told of files that are wrong."""

import csv
from pathlib import Path

import numpy as np
import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.agreement.model import Level
from qa_desktop.calibration.agreement.ratings import Ratings
from qa_desktop.calibration.agreement.ratings_csv import ratings_of_text, read_ratings
from qa_desktop.rubrics.exchange.csv_reading import read_csv

HEAD = "unit,rater,value\n"


def read(text: str, level: Level = Level.INTERVAL, order: list[str] | None = None) -> Ratings:
    return ratings_of_text(text, "r.csv", level, order)


def faults(
    text: str, level: Level = Level.INTERVAL, order: list[str] | None = None
) -> list[tuple[str, int | None]]:
    with pytest.raises(ProblemError) as refused:
        read(text, level, order)
    problems = refused.value.problems
    return [(p.code.removeprefix("agreement."), p.where.line) for p in problems]


def test_missing_values_leave_unit_and_rater_there() -> None:
    ratings = read(HEAD + "1,a,2\n1,b,\n2,c,\n")
    assert (ratings.units, ratings.raters) == (("1", "2"), ("a", "b", "c"))
    assert ratings.codes.tolist() == [[0, -1, -1], [-1, -1, -1]]
    assert ratings.n_pairable == 0


def test_a_short_table_leaves_room_for_the_next_file() -> None:
    """The limit of a cell is the whole process's."""
    before = csv.field_size_limit()
    read(HEAD + "1,a,2\n1,b,3\n")
    read_csv(b"a,b\n1,2\n", "form.csv", lambda: None)
    assert csv.field_size_limit() >= before > 100


def test_columns_may_stand_anywhere() -> None:
    text = "\ufeffwhen, Value ,RATER,note,Unit\nnow, 3 ,b,x,7\n\nnow,1,a,,7\n"
    ratings = read(text)
    assert (ratings.units, ratings.raters, ratings.categories) == (("7",), ("b", "a"), (1.0, 3.0))


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_and_decimal_commas(delimiter: str) -> None:
    rows = ["unit,rater,value".replace(",", delimiter), delimiter.join(["1", "a", "3,5"])]
    assert read("\n".join(rows)).categories == (3.5,)


def test_excel_names_its_delimiter_and_lines_stay_right() -> None:
    assert read("sep=;\nunit;rater;value\n1;a;2\n").categories == (2.0,)
    assert faults("sep=;\nunit;rater;value\n1;a;x\n") == [("not_a_number", 3)]


def test_names_are_texts_as_they_stand() -> None:
    ratings = read(HEAD + "1,a,01\n1,b,1\n2,a,Yes\n2,b,N/A\n", Level.NOMINAL)
    assert set(ratings.categories) == {"01", "1", "Yes", "N/A"}


def test_minus_zero_is_zero_and_numbers_meet_however_written() -> None:
    ratings = read(HEAD + "1,a,-0\n1,b,0.0\n2,a,1e1\n2,b,10\n")
    assert ratings.categories == (0.0, 10.0)
    assert not np.signbit(ratings.numbers[0])


def test_quoted_cells_over_several_lines_count_them() -> None:
    assert faults(HEAD + '"a\nb",r,1\n2,r,x\n') == [("not_a_number", 4)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", [("empty", None)]),
        (HEAD, [("empty", None)]),
        ("unit,rater\n1,a\n", [("columns_missing", 1)]),
        ("unit,unit,rater,value,value\n", [("columns_twice", 1), ("columns_twice", 1)]),
        (HEAD + "1,a\n", [("cells_missing", 2)]),
        (HEAD + ",,1\n", [("no_unit", 2), ("no_rater", 2)]),
        (HEAD + "1,a,1\n1,b,1\n1,a,1\n", [("twice", 4)]),
        (HEAD + "1,a,\n1,a,1\n", [("twice", 3)]),
        (HEAD + "1,a,x\n1,b,1_0\n1,c,0x1\n1,d,１\n", [("not_a_number", n) for n in (2, 3, 4, 5)]),
        (
            HEAD + "1,a,nan\n1,b,-Inf\n1,c,1e999\n1,d,1e200\n",
            [("not_finite", n) for n in range(2, 6)],
        ),
        (HEAD + '1,a,1\n2,"b,1\n', [("not_csv", 3)]),
        (HEAD + '1,a,"1"x\n', [("not_csv", 2)]),
        (HEAD + '1,a,"3,5"\n', [("not_a_number", 2)]),
    ],
)
def test_faults(text: str, wanted: list[tuple[str, int | None]]) -> None:
    if not text:
        with pytest.raises(ProblemError, match="columns_missing"):
            read(text)
        return
    assert faults(text) == wanted


def test_negatives_have_no_ratio() -> None:
    text = HEAD + "1,a,-1\n1,b,0\n"
    assert faults(text, Level.RATIO) == [("negative", 2)]
    assert read(text, Level.INTERVAL).categories == (-1.0, 0.0)


def test_orders() -> None:
    text = HEAD + "1,a,low\n1,b,high\n"
    assert read(text, Level.ORDINAL, ["low", "middle", "high"]).codes.tolist() == [[0, 2]]
    assert faults(text, Level.ORDINAL) == [("not_a_rank", 2), ("not_a_rank", 3)]
    assert faults(text, Level.ORDINAL, ["low"]) == [("not_in_order", 3)]


def test_so_many_faults_are_counted(tmp_path: Path) -> None:
    text = HEAD + "".join(f"{n},a,x\n" for n in range(1500))
    with pytest.raises(ProblemError) as refused:
        read(text)
    *told, last = refused.value.problems
    assert len(told) == 1000
    assert (last.code, last.values["count"]) == ("agreement.more_problems", 500)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "agreement.empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "parsers.binary_known"),
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)) * 4, "parsers.binary_known"),
    ],
)
def test_files_that_are_no_tables(data: bytes, code: str, tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_bytes(data)
    with pytest.raises(ProblemError) as refused:
        read_ratings(file, Level.NOMINAL)
    assert [p.code for p in refused.value.problems] == [code]


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match=r"agreement\.unreadable"):
        read_ratings(tmp_path / "none.csv", Level.NOMINAL)
    with pytest.raises(ProblemError, match=r"agreement\.unreadable"):
        read_ratings(tmp_path, Level.NOMINAL)


def test_orders_that_make_no_sense(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as refused:
        read_ratings(tmp_path / "none.csv", Level.NOMINAL, ["a", "b", "a"])
    codes = [p.code for p in refused.value.problems]
    assert codes == ["agreement.order_not_ordinal", "agreement.order_twice"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    rows = "".join(f"{n},评分人,需要改进的服务态度\n" for n in range(20))
    file.write_bytes((HEAD + rows).encode(encoding))
    assert read_ratings(file, Level.NOMINAL).categories == ("需要改进的服务态度",)


def test_twice_is_a_bug_for_those_who_make_ratings_themselves() -> None:
    with pytest.raises(ValueError, match="twice"):
        Ratings.of_cells([("u", "r", 1.0), ("u", "r", 2.0)])
    with pytest.raises(ValueError, match="mixed"):
        Ratings.of_cells([("u", "r", 1.0), ("u", "s", "x")])
    with pytest.raises(ValueError, match="order"):
        Ratings.of_cells([("u", "r", "x")], order=["y"])

"""Spreadsheets of unknown origin: bombs, locks, errors, damage; every fault with its place."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled
from qa_desktop.rubrics.exchange import grid as grids
from qa_desktop.rubrics.exchange.grid import Cell, Grid, Span
from qa_desktop.rubrics.exchange.guessing import guess
from qa_desktop.rubrics.exchange.mapping import Mapping, UsualAnswer
from qa_desktop.rubrics.exchange.roles import Role
from qa_desktop.rubrics.exchange.sheet_draft import draft_of_sheet
from qa_desktop.rubrics.exchange.spreadsheets import read_spreadsheet
from qa_desktop.rubrics.loader import load_rubric


@pytest.fixture
def refused(tmp_path: Path) -> Callable[..., list[str]]:
    def codes(data: bytes, name: str = "form.xlsx") -> list[str]:
        file = tmp_path / name
        file.write_bytes(data)
        with pytest.raises(ProblemError) as caught:
            read_spreadsheet(file)
        assert all(problem.where.file for problem in caught.value.problems)
        return [problem.code for problem in caught.value.problems]

    return codes


def workbook(fill: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """The workbook with parts of it replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in (parts | changes).items():
            new.writestr(name, part)
    return out.getvalue()


def plain() -> bytes:
    return workbook(lambda sheet: sheet.append(["Item", "Points"]))


def test_a_bomb_is_refused_before_it_is_unpacked(refused: Callable[..., list[str]]) -> None:
    bomb = repacked(plain(), {"xl/worksheets/sheet1.xml": b"<a>" + b" " * 80_000_000})
    assert len(bomb) < 200_000
    assert refused(bomb) == ["exchange.too_large"]
    strings = repacked(plain(), {"xl/sharedStrings.xml": b" " * 40_000_000})
    assert refused(strings) == ["exchange.too_large"]


def test_entities_are_refused(refused: Callable[..., list[str]]) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    assert refused(repacked(plain(), {"xl/worksheets/sheet1.xml": laughs})) == ["exchange.doctype"]
    wide = laughs.decode().encode("utf-16-le")
    assert refused(repacked(plain(), {"xl/workbook.xml": wide})) == ["exchange.doctype"]


def test_locked_old_damaged_and_empty_files(refused: Callable[..., list[str]]) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(ole, "old.xls") == ["exchange.old_workbook"]
    locked = ole + "EncryptedPackage".encode("utf-16-le")
    assert refused(locked) == ["exchange.locked_workbook"]
    assert refused(plain()[:1500]) == ["exchange.not_a_workbook"]
    assert refused(repacked(plain(), {"xl/workbook.xml": b"<x/>"})) == ["exchange.no_cells"]
    assert refused(repacked(plain(), {"xl/workbook.xml": b"<x"})) == ["exchange.not_a_workbook"]
    assert refused(workbook(lambda _: None)) == ["exchange.no_cells"]
    assert refused(b"Item,Points\n", "form.xlsx") == ["exchange.not_a_workbook"]
    assert refused(b"\n<html><table>", "form.xls") == ["exchange.not_a_workbook"]
    assert refused(b"", "empty.csv") == ["parsers.empty"]
    assert refused(b"%PDF-1.7 ...", "form.csv") == ["parsers.binary_known"]
    with pytest.raises(ProblemError, match="file_unreadable"):
        read_spreadsheet(Path("no-such-file.xlsx"))


def test_macros_links_and_pictures_are_left_alone(tmp_path: Path) -> None:
    extra = {"xl/vbaProject.bin": b"\x00macro", "xl/media/image1.png": b"\x89PNG"}
    file = tmp_path / "form.xlsm"
    file.write_bytes(repacked(plain(), extra))
    (grid,) = read_spreadsheet(file)
    assert grid.cell(0, 1) == Cell("Points")


def test_errors_and_formulas_without_a_result_are_told_by_cell(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.title = "质检"
        sheet.append(["Item", "Points"])
        sheet.append(["One", "=1+1"])
        sheet.append(["Two", "#REF!"])

    file = tmp_path / "form.xlsx"
    file.write_bytes(workbook(fill))
    (grid,) = read_spreadsheet(file)
    told = [(problem.code, problem.where.path) for problem in grid.problems]
    assert told == [
        ("exchange.formula_without_result", "质检!B2"),
        ("exchange.error_value", "质检!B3"),
    ]


def test_a_sheet_without_end_is_read_up_to_a_limit(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        for number in range(grids.MAX_ROWS + 5):
            sheet.append([f"Item {number}", 1])
        sheet.cell(1, 900, "far right")

    file = tmp_path / "form.xlsx"
    file.write_bytes(workbook(fill))
    (grid,) = read_spreadsheet(file)
    assert (grid.height, grid.width) == (grids.MAX_ROWS, 2)
    assert [problem.code for problem in grid.problems] == ["exchange.rows_beyond"]


def test_empty_rows_to_the_end_of_the_sheet_are_no_fault(tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["Item", "Points"])
        sheet.row_dimensions[1_048_576].height = 20
        sheet.cell(1_048_576, 1).number_format = "0.00"

    file = tmp_path / "form.xlsx"
    file.write_bytes(workbook(fill))
    (grid,) = read_spreadsheet(file)
    assert (grid.height, grid.problems) == (1, ())


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    class Impatient:
        asked = 0

        def report(self, done: int, total: int, what: str = "") -> None:
            self.asked += 1
            if self.asked > 3:
                raise Cancelled

    file = tmp_path / "form.xlsx"
    file.write_bytes(plain())
    with pytest.raises(Cancelled):
        read_spreadsheet(file, Impatient())


WORDS = st.sampled_from(
    [
        *(
            "",
            "",
            "维度",
            "评分项",
            "评分标准",
            "分值",
            "合计",
            "一、服务（30分）",
            "5分",
            "10",
            "-2",
            "20%",
            "0-5",
        ),
        *(
            "5/3/0",
            "是/否",
            "优(5)/差(0)",
            "一票否决",
            "备注：略",
            "Item",
            "Section",
            "Points",
            "Yes",
            "No",
        ),
        *(
            "N/A",
            "abc def",
            "1e9",
            "9" * 30,
            "\u2028",
            "a\nb",
            "#",
            "'",
            '"',
            ": ",
            "- x",
            "{}",
            "&a",
            "*",
        ),
    ]
)
CELLS = st.one_of(WORDS, st.text(max_size=12))
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=12)
SPANS = st.tuples(*[st.integers(0, 6)] * 4).map(
    lambda t: Span(min(t[0], t[1]), min(t[2], t[3]), max(t[0], t[1]), max(t[2], t[3]))
)


@st.composite
def any_grids(draw: st.DrawFn) -> Grid:
    rows = draw(TABLES)
    width = max(len(row) for row in rows)
    cells = tuple(
        tuple(Cell(text.strip()) for text in (*row, *[""] * (width - len(row)))) for row in rows
    )
    spans: list[Span] = []
    for span in draw(st.lists(SPANS, max_size=3)):
        apart = all(
            span.bottom < s.top or s.bottom < span.top or span.right < s.left or s.right < span.left
            for s in spans
        )
        if apart:
            spans.append(span)
    return Grid(file="f.csv", name="", rows=cells, spans=tuple(spans))


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(grid=any_grids(), data=st.data())
def test_any_table_gives_a_good_rubric_or_says_why_not(grid: Grid, data: st.DataObject) -> None:
    """Whatever the cells say, and whatever a person takes the columns for."""
    mapping = guess(grid)
    if data.draw(st.booleans()):
        roles = data.draw(st.lists(st.sampled_from(Role), min_size=grid.width, max_size=grid.width))
        mapping = Mapping(
            roles=tuple(roles),
            first_row=data.draw(st.integers(0, grid.height)),
            language=data.draw(st.sampled_from(["zh-CN", "en"])),
            usual=data.draw(st.sampled_from(UsualAnswer)),
        )
    try:
        draft = draft_of_sheet(grid, mapping, "en")
    except ProblemError as error:
        said = error.problems[0].code
    else:
        said = ""
    event(said or "a rubric")
    assert said in ("", "exchange.no_items")
    if said:
        return
    assert load_rubric(draft.text, "x") == draft.rubric
    assert all(problem.where.path for problem in draft.problems)

"""Teams' spreadsheets become drafts: LibreOffice's, Excel's and CSV files of real shapes."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.exchange.grid import Cell, Grid, Span
from qa_desktop.rubrics.exchange.guessing import guess
from qa_desktop.rubrics.exchange.mapping import UsualAnswer
from qa_desktop.rubrics.exchange.roles import Role
from qa_desktop.rubrics.exchange.sheet_draft import SheetDraft, draft_of_sheet
from qa_desktop.rubrics.exchange.spreadsheets import read_spreadsheet
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Choice, Points, Rubric, Scale
from qa_desktop.rubrics.scoring import score

FORMS = Path(__file__).parent / "forms"


def draft_of(file: Path, sheet: int = 0) -> SheetDraft:
    grid = read_spreadsheet(file)[sheet]
    return draft_of_sheet(grid, guess(grid), "en")


def grid_of(rows: Sequence[Sequence[str]], spans: Sequence[Span] = ()) -> Grid:
    width = max(len(row) for row in rows)
    cells = tuple(tuple(Cell(c) for c in (*row, *[""] * (width - len(row)))) for row in rows)
    return Grid(file="form.csv", name="", rows=cells, spans=tuple(spans))


def drafted(rows: Sequence[Sequence[str]], spans: Sequence[Span] = ()) -> SheetDraft:
    grid = grid_of(rows, spans)
    return draft_of_sheet(grid, guess(grid), "en")


def codes(draft: SheetDraft) -> list[str]:
    return [problem.code.removeprefix("exchange.") for problem in draft.problems]


def shape(rubric: Rubric) -> list[tuple[str, list[str]]]:
    return [(s.title.to("zh-CN"), [i.text.to("zh-CN") for i in s.items]) for s in rubric.sections]


@pytest.mark.parametrize("name", ["zh-points.xlsx", "zh-points.ods"])
def test_a_form_made_by_libreoffice(name: str) -> None:
    draft = draft_of(FORMS / name)
    rubric = draft.rubric
    assert rubric.title.to("zh-CN") == "客服通话质检评分表（2026版）"
    assert shape(rubric) == [
        ("服务规范", ["开场白", "礼貌用语", "结束语", "语速语调"]),
        ("业务能力", ["问题理解", "方案准确"]),
        ("工单记录", ["工单完整"]),
        ("一票否决项", ["辱骂客户", "泄露信息"]),
    ]
    items = {item.text.to("zh-CN"): item for item in rubric.items()}
    assert items["开场白"].answer == Points(max=5, step=1)  # type: ignore[arg-type] # equal to it
    assert items["礼貌用语"].answer == Points(max=10, step=Decimal("0.5"))  # type: ignore[arg-type]
    assert items["方案准确"].help is not None
    assert "完全错误扣30分" in items["方案准确"].help.to("zh-CN")
    assert [i.id for i in rubric.items() if i.veto] == ["item-8", "item-9"]
    assert codes(draft) == []
    assert "通话质检表!A14" in draft.text
    assert "90分以上为优秀" in draft.text
    assert draft.rows[items["开场白"].id] == 3


def test_the_draft_scores_as_the_sheet_adds_up() -> None:
    rubric = draft_of(FORMS / "zh-points.xlsx").rubric
    lost = {"item-1": 3, "item-6": 10}
    answers: dict[str, Any] = {}
    for item in rubric.items():
        if isinstance(item.answer, Points):
            answers[item.id] = {"value": int(item.answer.max) - lost.get(item.id, 0)}
        else:
            answers[item.id] = {"value": "in-order"}
    assert score_of(rubric, answers) == 87
    answers["item-9"] = {"value": "not-in-order"}
    assert score_of(rubric, answers) == 0


def score_of(rubric: Rubric, answers: dict[str, Any], **given: Any) -> Any:
    return score(rubric, given_from_json({"answers": answers, **given}, rubric)).score


def test_two_rows_of_headings_weights_in_percent_and_answers_in_columns() -> None:
    draft = draft_of(FORMS / "en-weights.xlsx")
    rubric = draft.rubric
    assert [(s.title.to("en"), s.weight) for s in rubric.sections] == [
        ("Opening", 20),
        ("Resolution", 50),
        ("Closing", 30),
    ]
    second = rubric.sections[0].items[1]
    assert second.veto is not None
    assert second.veto.when == ("no",)
    assert all(isinstance(item.answer, Choice) for item in rubric.items())
    assert codes(draft) == []
    answers = {item.id: {"value": "yes"} for item in rubric.items()}
    answers["finds-the-root-cause"] = {"value": "no"}
    assert score_of(rubric, answers) == 75


def test_points_taken_off_a_hundred() -> None:
    rubric = draft_of(FORMS / "zh-deductions.xlsx").rubric
    found = [(a.kind.value, a.points, a.times) for a in rubric.adjustments]
    assert found == [
        ("deduction", 1, 10),
        ("deduction", 2, 10),
        ("deduction", 3, 1),
        ("deduction", 5, 1),
        ("deduction", 10, 1),
        ("bonus", 2, 1),
    ]
    fine = {"item-6": {"value": "in-order"}}
    assert score_of(rubric, fine) == 100
    assert score_of(rubric, fine, adjustments={"adjustment-2": 3, "adjustment-5": 1}) == 84
    assert score_of(rubric, {"item-6": {"value": "not-in-order"}}) == 0


def test_both_languages_beside_each_other() -> None:
    rubric = draft_of(FORMS / "bilingual.xlsx").rubric
    assert rubric.languages == ("zh-CN", "en")
    first = rubric.sections[0].items[0]
    assert (first.text.to("zh-CN"), first.text.to("en")) == ("同理心", "Empathy")
    assert isinstance(first.answer, Choice)
    found = [(o.id, o.title.to("en"), float(o.score)) for o in first.answer.options]
    assert found == [("great", "Great", 1.0), ("fair", "Fair", 0.6), ("poor", "Poor", 0.0)]
    assert rubric.sections[1].items[0].help is not None
    for section in rubric.sections:
        assert len(section.title.by_language) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_every_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [
        ["评分维度", "评分项", "评分标准", "分值"],
        ["服务", "问候", "主动问候并报工号", "40"],
        ["", "态度", "全程礼貌，不打断客户", "60分"],
        ["", "合计", "", "100"],
    ]
    file = tmp_path / "表.csv"
    file.write_text("\n".join(delimiter.join(row) for row in rows), encoding=encoding)
    draft = draft_of(file)
    assert shape(draft.rubric) == [("服务", ["问候", "态度"])]
    assert codes(draft) == []
    assert draft.rubric.title.to("zh-CN") == "表"


def test_what_excel_writes(tmp_path: Path) -> None:
    """Percent cells, a hint of the separator is not there, a date that was a range."""
    book = openpyxl.Workbook()
    book.active.title = "Empty"
    sheet = book.create_sheet("QA")
    for row in (
        ["Section", "Item", "Weight"],
        ["A", "One", 0.25],
        [None, "Two", 0.75],
    ):
        sheet.append(row)
    for row in (2, 3):
        sheet.cell(row, 3).number_format = "0%"
    file = tmp_path / "excel.xlsx"
    book.save(file)
    (grid,) = read_spreadsheet(file)
    assert grid.cell(1, 2) == Cell("25%", Decimal("0.25"), percent=True)
    rubric = draft_of_sheet(grid, guess(grid), "en").rubric
    assert [item.weight for item in rubric.items()] == [25, 75]
    assert all(isinstance(item.answer, Scale) for item in rubric.items())


def test_sections_as_rows_of_their_own() -> None:
    draft = drafted(
        [
            ["检查内容", "分值"],
            ["一、服务规范（30分）", ""],
            ["1. 问候", "10"],
            ["2. 礼貌", "20"],
            ["二、业务能力（70分）", ""],
            ["3. 准确", "70"],
            ["总分", "100"],
        ]
    )
    assert shape(draft.rubric) == [("服务规范", ["问候", "礼貌"]), ("业务能力", ["准确"])]
    assert codes(draft) == []


def test_a_total_that_does_not_add_up_is_told_with_its_cell() -> None:
    draft = drafted(
        [
            ["项目", "标准", "分值"],
            ["甲乙", "丙丁戊", "40"],
            ["己庚", "辛壬癸", "50"],
            ["合计", "", "100"],
        ]
    )
    assert codes(draft) == ["total_differs", "points_not_100"]
    assert draft.problems[0].where.path == "C4"
    assert dict(draft.problems[0].values) == {"total": "100", "sum": "90"}


def test_an_item_without_points_is_told_not_lost() -> None:
    draft = drafted([["Item", "Points"], ["One", "40"], ["Two", ""], ["Three", "60"]])
    assert [item.text.to("en") for item in draft.rubric.items()] == ["One", "Two", "Three"]
    assert codes(draft) == ["points_missing"]
    assert draft.problems[0].where.path == "B3"


def test_a_title_without_items_is_told() -> None:
    draft = drafted(
        [["Item", "Points"], ["I. Opening", ""], ["Greets", "100"], ["II. Closing", ""]]
    )
    assert codes(draft) == ["section_empty"]
    assert draft.problems[0].where.path == "A4"


def test_levels_in_rows_below_an_item() -> None:
    draft = drafted(
        [
            ["Item", "Standard", "Points"],
            ["Empathy", "Soothes before solving", "10"],
            ["", "Soothes late", "6"],
            ["", "Never", "0"],
            ["Accuracy", "All is right", "90"],
        ]
    )
    first, second = draft.rubric.items()
    assert isinstance(first.answer, Choice)
    assert [float(option.score) for option in first.answer.options] == [1.0, 0.6, 0.0]
    assert (first.weight, first.help) == (10, None)
    assert second.answer == Points(max=90, step=1)  # type: ignore[arg-type] # equal to it


def test_criteria_with_points_of_their_own_below_one_title() -> None:
    spans = [Span(1, 0, 2, 0)]
    draft = drafted(
        [
            ["Item", "Standard", "Points"],
            ["Opening", "Greets", "40"],
            ["", "Names the company", "60"],
        ],
        spans,
    )
    titles = [item.text.to("en") for item in draft.rubric.items()]
    assert titles == ["Opening: Greets", "Opening: Names the company"]


def test_a_scale_with_its_anchors_in_columns() -> None:
    draft = drafted(
        [
            ["维度", "指标", "5", "3", "1"],
            ["沟通", "倾听", "完全不打断", "偶尔打断", "经常打断"],
            ["沟通", "表达", "清楚", "", "不清楚"],
        ]
    )
    first, second = draft.rubric.items()
    assert isinstance(first.answer, Scale)
    assert (first.answer.min, first.answer.max) == (1, 5)
    assert [(int(v), t.to("zh-CN")) for v, t in first.answer.anchors] == [
        (5, "完全不打断"),
        (3, "偶尔打断"),
        (1, "经常打断"),
    ]
    assert isinstance(second.answer, Scale)
    assert len(second.answer.anchors) == 2


def test_a_list_of_questions_without_anything_else() -> None:
    draft = drafted([["Question"], ["Greets?"], ["Listens?"], ["Solves?"]])
    assert [item.text.to("en") for item in draft.rubric.items()] == [
        "Greets?",
        "Listens?",
        "Solves?",
    ]
    assert all(isinstance(item.answer, Choice) for item in draft.rubric.items())


def test_no_headings_at_all() -> None:
    draft = drafted(
        [
            ["服务", "问候", "主动问候客户", "10"],
            ["服务", "礼貌", "全程使用敬语", "20"],
            ["业务", "准确", "答复正确", "70"],
        ]
    )
    assert shape(draft.rubric) == [("服务", ["问候", "礼貌"]), ("业务", ["准确"])]
    assert [item.answer for item in draft.rubric.items()][2] == Points(max=70, step=1)  # type: ignore[arg-type]


def test_a_person_changes_what_a_column_is() -> None:
    grid = grid_of(
        [["Topic", "Text", "Extra"], ["A", "Greets the customer", "10"], ["A", "Says bye", "90"]]
    )
    mapping = guess(grid)
    mapping = mapping.with_role(1, Role.ITEM).with_role(2, Role.POINTS).with_role(0, Role.SECTION)
    rubric = draft_of_sheet(grid, mapping, "en").rubric
    assert [item.text.to("en") for item in rubric.items()] == ["Greets the customer", "Says bye"]
    assert mapping.usual is UsualAnswer.YES_NO
    assert [item.weight for item in rubric.items()] == [10, 90]


def test_a_sheet_without_items_says_so_with_its_place() -> None:
    grid = grid_of([["Section", "Item", "Points"]])
    with pytest.raises(ProblemError) as caught:
        draft_of_sheet(grid, guess(grid), "en")
    assert caught.value.problems[0].code == "exchange.no_items"


def test_the_draft_is_a_file_without_problems_in_the_usual_order() -> None:
    draft = draft_of(FORMS / "bilingual.xlsx")
    assert load_rubric(draft.text, "x").content_hash == draft.rubric.content_hash
    assert draft.text.startswith("# Taken from bilingual.xlsx, sheet Form.\nschema: qa-rubric/1\n")

"""Makes the forms of this folder: written by openpyxl, then opened and saved by LibreOffice.

Run with LibreOffice at hand: python tests/rubrics/forms/make_forms.py
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill

from qa_desktop.rubrics.exchange.template_writing import template_workbook
from qa_desktop.rubrics.loader import load_rubric

HERE = Path(__file__).parent


def sheet(title: str) -> Any:
    book = openpyxl.Workbook()
    made = book.active
    made.title = title
    return made


def zh_points() -> Any:
    """Merged sections, "5分", deductions told in the standard, a veto section, totals, notes."""
    made = sheet("通话质检表")
    made["A1"] = "客服通话质检评分表（2026版）"
    made.merge_cells("A1:G1")
    made["A1"].font = Font(bold=True, size=16)
    made["A2"] = "客服姓名：　　　　工号：　　　　日期："
    made.merge_cells("A2:G2")
    rows = [
        ["序号", "一级指标", "二级指标", "评分标准", "分值", "得分", "扣分原因"],
        [
            1,
            "服务规范（30分）",
            "开场白",
            "使用标准开场白，报工号；未报工号扣2分，未使用开场白扣5分",
            "5分",
            None,
            None,
        ],
        [2, None, "礼貌用语", "全程使用礼貌用语，每缺一次扣0.5分", "10分", None, None],
        [3, None, "结束语", "使用标准结束语并确认无其他问题", "5分", None, None],
        [4, None, "语速语调", "语速适中，语调亲切", 10, None, None],
        [5, "业务能力（50分）", "问题理解", "准确理解客户诉求，无需客户重复", "20分", None, None],
        [
            6,
            None,
            "方案准确",
            "解决方案正确完整；\n部分错误扣10分；\n完全错误扣30分",
            "30分",
            None,
            None,
        ],
        [7, "工单记录（20分）", "工单完整", "要素齐全，描述清晰", "20分", None, None],
        [8, "一票否决项", "辱骂客户", "出现辱骂、威胁客户的言行", "一票否决", None, None],
        [9, None, "泄露信息", "泄露客户个人信息", "一票否决", None, None],
        ["合计", None, None, None, "=4*20+20", None, None],
        ["备注：90分以上为优秀，80分以下需辅导。"],
    ]
    for row in rows:
        made.append(row)
    for merged in ("B4:B7", "B8:B9", "B11:B12", "A13:D13", "A14:G14"):
        made.merge_cells(merged)
    for cell in made[3]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDDDDD")
    for row in made.iter_rows(min_row=3, max_row=14):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    made.column_dimensions["D"].width = 50
    return made


def en_weights() -> Any:
    """Weights in percent in two columns, answers by cell, N/A, auto-fail, two rows of headings."""
    made = sheet("Scorecard")
    made.append(["Call Quality Scorecard"])
    made.merge_cells("A1:I1")
    made.append(["Category", None, "Question", None, "Rating", None, None, "Auto-fail", "Comments"])
    made.append(["Name", "Weight", "Text", "What good looks like", "Yes", "No", "N/A", None, None])
    rows = [
        ["Opening", 0.2, "Greets the customer", "Uses the brand greeting within 5 s"],
        [None, None, "Verifies identity", "Two of three identifiers", None, None, None, "Yes"],
        ["Resolution", 0.5, "Finds the root cause", "Asks open questions first"],
        [None, None, "Gives a correct answer", "Matches the knowledge base"],
        ["Closing", 0.3, "Offers further help", None],
        [None, None, "Records the case", "Disposition code and notes"],
    ]
    for row in rows:
        made.append([*row, *[None] * (9 - len(row))])
    made.append(["Total", 1])
    for merged in ("A2:B2", "C2:D2", "E2:G2", "H2:H3", "I2:I3"):
        made.merge_cells(merged)
    for merged in ("A4:A5", "A6:A7", "A8:A9", "B4:B5", "B6:B7", "B8:B9"):
        made.merge_cells(merged)
    for row in (4, 6, 8, 10):
        made.cell(row, 2).number_format = "0%"
    return made


def zh_deductions() -> Any:
    """A form that takes points off 100."""
    made = sheet("扣分表")
    rows = [
        ["类别", "扣分项", "扣分标准", "扣分"],
        ["服务态度", "未使用敬语", "每次扣1分", -1],
        [None, "打断客户", "每次扣2分", -2],
        [None, "抢话、冷场超过15秒", "", -3],
        ["业务差错", "信息录入错误", "影响后续处理", -5],
        [None, "答复错误", "导致客户二次来电", -10],
        ["红线", "辱骂客户", "", -100],
        ["奖励", "客户书面表扬", "加分项", "+2"],
    ]
    for row in rows:
        made.append(row)
    for merged in ("A2:A4", "A5:A6"):
        made.merge_cells(merged)
    return made


def bilingual() -> Any:
    """Both languages beside each other, levels as rows below an item, options in a cell."""
    made = sheet("Form")
    rows = [
        ["维度", "Dimension", "评分项", "Item", "评分标准", "Standard", "选项", "Options", "分值"],
        [
            "沟通",
            "Communication",
            "同理心",
            "Empathy",
            "先安抚再处理",
            "Soothes first",
            "优(10)/良(6)/差(0)",
            "Great(10)/Fair(6)/Poor(0)",
            10,
        ],
        [
            None,
            None,
            "倾听",
            "Listening",
            "不打断客户",
            "Does not interrupt",
            "是/否/不适用",
            "Yes/No/NA",
            5,
        ],
        [
            "流程",
            "Process",
            "核身",
            "Verification",
            "三要素核对",
            "Three identifiers",
            "是/否",
            "Yes/No",
            10,
        ],
        [None, None, "记录", "Notes", "记录完整", "Complete notes", None, None, 5],
    ]
    for row in rows:
        made.append(row)
    return made


def template() -> Any:
    """The program's own template, blank, with two items filled in."""
    example = load_rubric((HERE.parents[2] / "rubrics/process-inspection.yaml").read_bytes(), "x")
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(None, example, "zh-CN")))
    items = book["评分项"]
    book["评分表"]["B4"] = "libreoffice-form"
    book["评分表"]["B6"] = "表格"
    keys = {cell.value: cell.column for cell in items[2]}
    first = {
        "section.zh-CN": "服务", "section_weight": 40, "text.zh-CN": "问候", "text.en": "Greeting",
        "type": "choice", "answers.zh-CN": "[yes] 是 = 1\n[no] 否 = 0", "answers.en": "Yes\nNo",
        "veto_when": "no", "id": "greeting",
    }  # fmt: skip
    second = {
        "text.zh-CN": "倾听", "text.en": "Listening", "type": "scale", "range": "1..5",
        "answers.zh-CN": "5: 好\n1: 差", "answers.en": "5: Good\n1: Bad",
        "show_if": "greeting: yes",
    }  # fmt: skip
    for number, row in enumerate((first, second), start=4):
        for key, value in row.items():
            items.cell(number, keys[key], value)
    return items


FORMS = {
    "zh-points": zh_points,
    "en-weights": en_weights,
    "zh-deductions": zh_deductions,
    "bilingual": bilingual,
    "template": template,
}


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, make in FORMS.items():
            make().parent.save(folder / f"{stem}.xlsx")
        for kind in ("ods", "xlsx"):
            source = "*.xlsx" if kind == "ods" else "*.ods"
            out = folder if kind == "ods" else HERE
            files = [str(file) for file in folder.glob(source)]
            command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(out), *files]
            subprocess.run(command, check=True, capture_output=True)
        for stem in ("zh-points", "template"):
            (folder / f"{stem}.ods").rename(HERE / f"{stem}.ods")
    return 0


if __name__ == "__main__":
    sys.exit(main())

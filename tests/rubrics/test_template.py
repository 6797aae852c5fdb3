"""The template workbook: exported, filled in, imported; what it carries comes back exactly."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.exchange.spreadsheets import read_spreadsheet
from qa_desktop.rubrics.exchange.template_reading import ReadTemplate, is_template, read_template
from qa_desktop.rubrics.exchange.template_writing import template_workbook
from qa_desktop.rubrics.exchange.xlsx_reading import read_xlsx
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import load_rubric, rubric_from_mapping
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.printing import print_data

FORMS = Path(__file__).parent / "forms"
SHIPPED = {name: load_rubric(source, name) for name, source in shipped_rubrics()}
EXAMPLE = SHIPPED["service-five-dimensions.yaml"]


def read(data: bytes) -> ReadTemplate:
    return read_template(read_xlsx(data, "t.xlsx", lambda: None))


def carried(rubric: Rubric) -> Rubric:
    """What the template promises to carry."""
    return replace(rubric, content_hash="", examples=())


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(SHIPPED))
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_shipped_rubric_comes_back(name: str, language: str) -> None:
    found = read(template_workbook(SHIPPED[name], EXAMPLE, language))
    assert found.problems == ()
    assert found.rubric is not None
    assert carried(found.rubric) == carried(SHIPPED[name])
    again = load_rubric(print_data(found.data), "x")
    assert carried(again) == carried(SHIPPED[name])


@pytest.mark.parametrize("name", ["template.ods", "template.xlsx"])
def test_one_that_libreoffice_saved_comes_back(name: str) -> None:
    grids = read_spreadsheet(FORMS / name)
    assert is_template(grids)
    found = read_template(grids)
    assert found.rubric is not None
    assert found.rubric.id == "libreoffice-form"
    assert [grade.min for grade in found.rubric.grades] == [90, 80, 0]
    first, second = found.rubric.items()
    assert (first.text.to("zh-CN"), first.text.to("en")) == ("问候", "Greeting")
    assert first.veto is not None
    assert second.show_if is not None
    assert second.show_if.item == first.id


TEXT = st.text(
    st.sampled_from("ab 你好=＝[]:：;；\n\t<>&\"'#-–1½🙂\u3000"), min_size=1, max_size=14
).filter(lambda text: text.strip() == text)


@st.composite
def titles(draw: st.DrawFn) -> Any:
    said = draw(TEXT)
    return said if draw(st.booleans()) else {"en": said, "zh-CN": draw(TEXT)}


def with_words(draw: st.DrawFn, data: dict[str, Any]) -> dict[str, Any]:
    """The rubric with any words at all, in one language or two."""
    data = {**data, "languages": ["en", "zh-CN"], "title": draw(titles())}
    data["abilities"] = [{"id": "calm", "title": draw(titles())}]
    for section in data["sections"]:
        section["title"] = draw(titles())
        for item in section["items"]:
            item["text"] = draw(titles())
            if draw(st.booleans()):
                item |= {"help": draw(titles()), "abilities": ["calm"]}
                item["reasons"] = [{"id": f"r{n}", "title": draw(titles())} for n in range(3)]
                item["comment"] = draw(
                    st.sampled_from(["always", "never", {"required_below": 0.5}])
                )
            answer = item["answer"]
            for option in answer.get("options", ()):
                option["title"] = draw(titles())
            if answer["type"] == "scale" and draw(st.booleans()):
                answer["anchors"] = {str(answer["max"]): draw(titles()), "1.5": draw(titles())}
    for adjustment in data["adjustments"]:
        adjustment["title"] = draw(titles())
    return data


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_rubric_comes_back(data: st.DataObject, cases: st.SearchStrategy[Any]) -> None:
    case, _ = data.draw(cases)
    wanted = rubric_from_mapping(data.draw(st.composite(with_words)(case)), "x")
    found = read(template_workbook(wanted, wanted, "en"))
    assert found.problems == ()
    assert found.rubric is not None
    assert carried(found.rubric) == carried(wanted)


def test_a_blank_one_filled_in_by_hand() -> None:
    blank = template_workbook(None, EXAMPLE, "en")

    def fill(book: Any) -> None:
        facts, items = book["Rubric"], book["Items"]
        facts["B6"] = "My form"
        keys = {cell.value: cell.column for cell in items[2]}
        rows = [
            {"section.zh-CN": "服务", "section_weight": 0.4, "text.zh-CN": "问候", "type": "choice",
             "answers.zh-CN": "是 = 1\n否 = 0", "veto_when": "option-2"},
            {"text.zh-CN": "倾听", "text.en": "Listening", "type": "scale", "range": "1-5",
             "answers.zh-CN": "5: 好\n1: 差", "na": "not-allowed"},
            {"section.zh-CN": "业务", "section_weight": "60%", "text.zh-CN": "准确",
             "type": "points", "range": "15", "weight": 2},
        ]  # fmt: skip
        for number, row in enumerate(rows, start=4):
            for key, value in row.items():
                items.cell(number, keys[key], value)

    found = read(changed(blank, fill))
    assert found.problems == ()
    rubric = found.rubric
    assert rubric is not None
    assert (rubric.id, rubric.version, rubric.languages) == ("my-form", 1, ("en", "zh-CN"))
    assert [float(section.weight) for section in rubric.sections] == [0.4, 0.6]
    first, second, third = rubric.items()
    assert first.veto is not None
    assert (first.veto.when, first.veto.scope.value) == (("option-2",), "form")
    assert not second.na_allowed
    assert second.text.to("en") == "Listening"
    assert third.weight == 2


def test_mistakes_are_told_by_their_row() -> None:
    def spoil(book: Any) -> None:
        items = book["Items"]
        keys = {cell.value: cell.column for cell in items[2]}
        items.cell(4, keys["type"], "choise")
        items.cell(5, keys["weight"], "heavy")
        items.cell(6, keys["veto_scope"], "house")
        book["Rubric"]["B16"] = "lots"

    found = read(changed(template_workbook(EXAMPLE, EXAMPLE, "en"), spoil))
    assert found.rubric is None
    places = [problem.where.path or "" for problem in found.problems]
    assert any(place.startswith("Items!A4 · sections[0].items[0].answer.type") for place in places)
    assert any(place.startswith("Items!A5 · sections[0].items[1].weight") for place in places)
    assert any(place.startswith("Items!A6 · sections[0].items[2].veto.scope") for place in places)
    assert any(place.startswith("Rubric!A16 · scoring.") for place in places)


def test_a_sheet_that_was_deleted_is_missed() -> None:
    def delete(book: Any) -> None:
        book.remove(book["Items"])

    with pytest.raises(ProblemError, match="template_incomplete"):
        read(changed(template_workbook(EXAMPLE, EXAMPLE, "en"), delete))


def test_the_example_is_only_looked_at() -> None:
    other = SHIPPED["compliance-critical.yaml"]
    found = read(template_workbook(other, EXAMPLE, "zh-CN"))
    assert found.rubric is not None
    assert found.rubric.id == "compliance-critical"


def test_choices_are_offered_where_only_some_are_good() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(None, EXAMPLE, "en")))
    rules = book["Items"].data_validations.dataValidation
    assert any("choice,multi,scale" in rule.formula1 for rule in rules)
    assert book["Items"].row_dimensions[1].hidden
    assert book["Items"].freeze_panes is not None

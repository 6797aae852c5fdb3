"""A rubric gets a second language: what it says in one is told apart, and marked in the other."""

from decimal import Decimal
from pathlib import Path

import pytest

from qa_desktop.desktop.rubrics.editor import texts
from qa_desktop.desktop.rubrics.editor.edits import value_at
from qa_desktop.desktop.rubrics.sharing.mapping_presenter import in_both_languages
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.exchange.guessing import guess
from qa_desktop.rubrics.exchange.importing import TeamForm, read_import
from qa_desktop.rubrics.exchange.roles import Role
from qa_desktop.rubrics.exchange.sheet_draft import draft_of_sheet
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.plain import Plain

FORMS = Path(__file__).parents[3] / "rubrics" / "forms"

ONE_LANGUAGE = """\
# Agreed in May.
schema: qa-rubric/1
id: small
version: 1
title: 'Calls'  # as the team says
channels: [voice]
languages: [en]
scoring: {aggregation: weighted, pass_mark: 80}
grades: [{id: excellent, min: 80, title: Excellent}, {id: low, min: 0, title: {en: Low}}]
sections:
  - id: all
    title: SLA
    items:
      - id: hello
        text: Greets
        answer: {type: scale, min: 1, max: 5, anchors: {5: By name, 1: Not at all}}
        reasons: [{id: forgot, title: Forgot}]
"""


def with_chinese(text: str) -> Document:
    document = Document.of(text)
    edit = texts.languages_edit(document.data, ["zh-CN", "en"])
    made = edit.on_document(document)
    # Shown at once, and written: the same.
    assert edit.on_data(document.data) == made.data
    return made


def test_what_was_said_once_is_said_in_its_language_and_missing_in_the_other() -> None:
    made = with_chinese(ONE_LANGUAGE)
    missing = texts.missing_texts(made.data, ["zh-CN", "en"])
    assert {language for _, language in missing} == {"zh-CN"}
    assert [path for path, _ in missing] == [
        ("title",),
        ("sections", 0, "items", 0, "text"),
        ("sections", 0, "items", 0, "answer", "anchors", "5"),
        ("sections", 0, "items", 0, "answer", "anchors", "1"),
        ("sections", 0, "items", 0, "reasons", 0, "title"),
        ("grades", 1, "title"),
    ]
    assert value_at(made.data, ("title",)) == {"en": "Calls"}
    # A name in capitals is the same everywhere, and the program knows its own words.
    assert value_at(made.data, ("sections", 0, "title")) == "SLA"
    assert value_at(made.data, ("grades", 0, "title")) == {"en": "Excellent", "zh-CN": "优秀"}


def test_the_rest_of_the_file_stays_as_it_is() -> None:
    made = with_chinese(ONE_LANGUAGE)
    assert made.text.startswith("# Agreed in May.\n")
    assert "# as the team says" in made.text
    kept = [line for line in ONE_LANGUAGE.splitlines() if "text:" not in line and ":" in line]
    assert sum(line in made.text for line in kept) >= len(kept) - 5


def test_a_language_that_comes_and_goes_leaves_what_was_said() -> None:
    there = with_chinese(ONE_LANGUAGE)
    back = texts.languages_edit(there.data, ["en"]).on_document(there)
    assert load_rubric(back.text, "x").languages == ("en",)
    for path, _ in texts.all_texts(back.data):
        said = texts.any_text(value_at(back.data, path), "en")
        assert said == texts.any_text(value_at(Document.of(ONE_LANGUAGE).data, path), "en")


def test_words_for_all_languages_stay_when_a_third_comes() -> None:
    data: dict[str, Plain] = {"languages": ["en", "zh-CN"], "title": "Calls", "n": Decimal(1)}
    edit = texts.languages_edit(data, ["en", "zh-CN", "de"])
    assert value_at(edit.on_data(data), ("title",)) == "Calls"


@pytest.mark.parametrize("name", ["zh-points.xlsx", "en-weights.xlsx", "zh-deductions.xlsx"])
def test_of_a_form_in_one_language_only_its_own_words_are_missing(name: str) -> None:
    found = read_import(FORMS / name)
    assert isinstance(found, TeamForm)
    grid = found.grids[0]
    mapping = guess(grid)
    text = in_both_languages(draft_of_sheet(grid, mapping, "en"), mapping)
    document = Document.of(text)
    cells = {cell.text for row in grid.rows for cell in row} | {grid.name}
    missing = texts.missing_texts(document.data, [mapping.language, mapping.other])
    assert missing
    for path, language in missing:
        assert language == mapping.other
        said = value_at(document.data, (*path, mapping.language))
        assert isinstance(said, str)
        # All of it stands in the sheet: nothing that the program wrote has to be translated.
        assert any(said.split(" (")[0][:12] in cell for cell in cells), said


def test_a_title_in_one_language_is_marked_in_a_form_in_both(tmp_path: Path) -> None:
    file = tmp_path / "form.csv"
    file.write_text(
        "质检表,,,\n项目,Item,分值,\n问候,Greeting,60\n结束,Closing,40\n", encoding="utf-8"
    )
    found = read_import(file)
    assert isinstance(found, TeamForm)
    grid = found.grids[0]
    mapping = guess(grid)
    assert (mapping.language, mapping.roles[1]) == ("zh-CN", Role.ITEM_OTHER)
    text = in_both_languages(draft_of_sheet(grid, mapping, "en"), mapping)
    missing = texts.missing_texts(Document.of(text).data, [mapping.language, mapping.other])
    assert missing == [(("title",), "en")]

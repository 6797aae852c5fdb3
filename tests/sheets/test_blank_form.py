"""The form to fill in by hand: everything on it, in both languages, on few pages, adding up."""

import io
import re
from fractions import Fraction

import pytest
from pypdf import PdfReader

from qa_desktop.rubrics.exchange.formats import form_languages
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import load_rubric, rubric_from_mapping
from qa_desktop.rubrics.model import Choice, Rubric, Scale
from qa_desktop.rubrics.scoring import score
from qa_desktop.rubrics.shares import effective_shares
from qa_desktop.sheets.blank_form import render_blank_form
from qa_desktop.sheets.blank_form_answers import FormWords, item_ticks
from qa_desktop.sheets.blank_form_score import by_section

SHIPPED = {name: load_rubric(source, name) for name, source in shipped_rubrics()}
FIVE = SHIPPED["service-five-dimensions.yaml"]


def printed(rubric: Rubric, language: str, page_size: str = "A4") -> PdfReader:
    out = io.BytesIO()
    render_blank_form(rubric, out, language=language, page_size=page_size)
    return PdfReader(out)


def said(reader: PdfReader) -> str:
    """Without blanks: lines are broken anywhere."""
    return re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", sorted(SHIPPED))
@pytest.mark.parametrize("language", ["zh-CN", "en", "both"])
def test_every_item_answer_and_anchor_is_on_it(name: str, language: str) -> None:
    rubric = SHIPPED[name]
    reader = printed(rubric, language)
    text = said(reader)
    assert len(reader.pages) <= 3
    for spoken in ("zh-CN", "en") if language == "both" else (language,):
        for section in rubric.sections:
            assert bare(section.title.to(spoken)) in text
        for item in rubric.items():
            assert bare(item.text.to(spoken)) in text
            if isinstance(item.answer, Choice):
                for option in item.answer.options:
                    assert bare(option.title.to(spoken)) in text
            if isinstance(item.answer, Scale):
                for _, anchor in item.answer.anchors:
                    assert bare(anchor.to(spoken)) in text
        for adjustment in rubric.adjustments:
            assert bare(adjustment.title.to(spoken)) in text
        for grade in rubric.grades:
            assert bare(grade.title.to(spoken)) in text


def test_id_version_and_hash_are_on_every_page() -> None:
    for page in printed(FIVE, "en").pages:
        text = re.sub(r"\s", "", page.extract_text())
        assert f"{FIVE.id}v{FIVE.version}·{FIVE.content_hash}" in text


@pytest.mark.parametrize(("size", "width"), [("A4", 595.28), ("Letter", 612)])
def test_paper(size: str, width: float) -> None:
    reader = printed(FIVE, "both", size)
    assert float(reader.pages[0].mediabox.width) == pytest.approx(width, abs=0.1)


def test_only_fonts_that_travel_with_it() -> None:
    for page in printed(FIVE, "both").pages:
        for font in page["/Resources"]["/Font"].values():
            assert "+" in font.get_object()["/BaseFont"]


YES_NO = [{"id": "yes", "title": "Yes", "score": 1}, {"id": "no", "title": "No", "score": 0}]


def small(**scoring: object) -> Rubric:
    """Worth 30, 15 and 15 in the first section, 40 in the second."""
    choice = {"type": "choice", "options": YES_NO}
    scale = {"type": "scale", "min": 1, "max": 5}
    items = [("a", 2, choice), ("b", 1, scale), ("c", 1, choice), ("d", 1, scale)]
    made = [{"id": i, "text": i, "weight": weight, "answer": how} for i, weight, how in items]
    return rubric_from_mapping(
        {
            "schema": "qa-rubric/1",
            "id": "small",
            "version": 1,
            "title": "Small",
            "channels": ["voice"],
            "languages": ["en"],
            "scoring": {"aggregation": "sectioned", "pass_mark": 80, **scoring},
            "sections": [
                {"id": "one", "title": "One", "weight": 60, "items": made[:3]},
                {"id": "two", "title": "Two", "weight": 40, "items": made[3:]},
            ],
        },
        "small",
    )


def ticked(rubric: Rubric) -> dict[str, list[tuple[str, str]]]:
    """The boxes of each item, with the points behind them."""
    shares, words = effective_shares(rubric), FormWords(languages=("en",))
    return {
        item.id: [
            (t.label, t.points) for t in item_ticks(item, shares.items[item.id], rubric, words)
        ]
        for item in rubric.items()
    }


def test_each_box_has_its_points_behind_it() -> None:
    boxes = ticked(small())
    assert boxes["a"] == [("Yes", "30"), ("No", "0"), ("N/A", "")]
    found = [("5", "15"), ("4", "11.25"), ("3", "7.5"), ("2", "3.75"), ("1", "0"), ("N/A", "")]
    assert boxes["b"] == found
    assert ticked(small(na="as_full"))["a"][-1] == ("N/A", "30")
    assert ticked(small(na={"as_score": 0.5}))["a"][-1] == ("N/A", "15")


@pytest.mark.parametrize("scope", ["section", "form"])
def test_the_rule_on_paper_gives_the_score_that_the_program_computes(scope: str) -> None:
    """a yes, b 4, c N/A, d 2: added up by hand as the form tells."""
    rubric = small(na_scope=scope)
    answers = {"a": {"value": "yes"}, "b": {"value": 4}, "c": {"na": True}, "d": {"value": 2}}
    points = {"a": Fraction(30), "b": Fraction("11.25"), "d": Fraction(10)}
    if scope == "section":
        assert by_section(rubric)
        by_hand = (points["a"] + points["b"]) / (60 - 15) * 60 + points["d"]
    else:
        assert not by_section(rubric)
        by_hand = sum(points.values(), Fraction(0)) / (100 - 15) * 100
    assert score(rubric, given_from_json({"answers": answers}, rubric)).raw == by_hand


def test_a_text_longer_than_the_page_and_markup_do_no_harm() -> None:
    long = "很长的文字 very long words " * 60
    rubric = rubric_from_mapping(
        {
            "schema": "qa-rubric/1",
            "id": "x",
            "version": 1,
            "title": "<b>Bold</b> & co",
            "channels": ["voice"],
            "languages": ["en"],
            "scoring": {"aggregation": "points", "pass_mark": 80},
            "sections": [
                {
                    "id": "s",
                    "title": long,
                    "items": [
                        {
                            "id": "a",
                            "text": long,
                            "answer": {
                                "type": "choice",
                                "options": [
                                    {"id": "yes", "title": long, "score": 1},
                                    {"id": "no", "title": "<img src='x'>", "score": 0},
                                ],
                            },
                        },
                        {"id": "p", "text": "P", "answer": {"type": "points", "max": 15}},
                    ],
                }
            ],
        },
        "x",
    )
    reader = printed(rubric, "en")
    text = said(reader)
    assert "<b>Bold</b>&co" in text
    assert "<imgsrc='x'>" in text
    assert form_languages(rubric) == ("en",)


def test_it_reads_well_in_black_and_white() -> None:
    """No colour but greys is ever set."""
    for page in printed(FIVE, "both").pages:
        content = page.get_contents()
        assert content is not None
        for match in re.finditer(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\n", content.get_data()):
            red, green, blue = (float(value) for value in match.groups())
            assert max(red, green, blue) - min(red, green, blue) < 0.1

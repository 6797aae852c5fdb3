"""Feedback sheets as PDF, read back."""

import io
from dataclasses import replace

import numpy as np
import pytest
from pypdf import PdfReader

from qa_desktop.reviews.model import CommentKind
from qa_desktop.sheets.content import Clip, Deduction, FeedbackContent, Lane, Remark, SectionLine
from qa_desktop.sheets.feedback import render_feedback


def lane(role: str) -> Lane:
    loud = np.linspace(0, 1, 300, dtype=np.float32)
    return Lane(role=role, name=role, low=-loud, high=loud)


CLIP = Clip(start_ms=20_000, end_ms=34_000, lanes=(lane("agent"), lane("customer")))
PRAISE = Remark(number=1, kind=CommentKind.PRAISE, moment="00:04.5", text="Warm greeting.")
FAULT = Remark(
    number=2,
    kind=CommentKind.DEDUCTION,
    moment="00:23.9–00:30.2",
    text="Six seconds of silence.",
    quote="my checking account",
    start_ms=23_900,
    end_ms=30_200,
)
CONTENT = FeedbackContent(
    organisation="Harbor Bank",
    heading="Jennifer, call of 30 May 2020, 17:53",
    score="83.75",
    grade="Qualified",
    outcome="pass",
    pass_mark="80",
    facts=(("Agent", "3 · Jennifer"), ("Contact", "Call 0091a7 · 51 s")),
    vetoes=(),
    praises=(PRAISE,),
    full_marks=("Greeting",),
    sections=(SectionLine(title="Process", weight="20 %", score="100.00", score_share=1.0),),
    adjustments=(("Extra help", "+2 points"),),
    deductions=(
        Deduction(
            title="Keeps the customer informed",
            answer="3 of 5",
            lost="−3.75 points",
            guidance="Announces the wait.",
            remarks=(FAULT,),
            suggestions=(
                replace(FAULT, number=3, kind=CommentKind.COACHING, text="One moment please."),
            ),
            clip=CLIP,
        ),
    ),
    other_remarks=(),
    summary="Polite and quick.",
    whole=CLIP,
    pins=(PRAISE, FAULT),
    small_print="Review 7f3a12bc, revision 1 · audit head 5d08",
)


def printed(content: FeedbackContent, language: str = "en", page_size: str = "A4") -> PdfReader:
    stream = io.BytesIO()
    render_feedback(content, stream, language=language, page_size=page_size)
    return PdfReader(stream)


def words_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_everything_stands_on_the_sheet_in_order() -> None:
    said = words_of(printed(CONTENT))
    expected = [
        "Jennifer, call of 30 May 2020, 17:53",
        "83.75",
        "What went well",
        "Warm greeting.",
        "Process",
        "What to work on",
        "Keeps the customer informed",
        "Six seconds of silence.",
        "my checking account",
        "One moment please.",
        "Announces the wait.",
        "Agreed action",
    ]
    places = [said.find(phrase) for phrase in expected]
    assert -1 not in places
    assert places == sorted(places)


def test_every_page_has_its_foot() -> None:
    many = replace(CONTENT, deductions=CONTENT.deductions * 9)
    pdf = printed(many)
    assert len(pdf.pages) > 1
    for number, page in enumerate(pdf.pages, start=1):
        said = page.extract_text()
        assert "audit head 5d08" in said
        assert f"{number} of {len(pdf.pages)}" in said


def test_chinese_words_come_back_as_text() -> None:
    said = words_of(printed(replace(CONTENT, summary="坐席态度亲切，流程完整。"), "zh-CN"))
    assert "坐席态度亲切，流程完整。" in said
    assert "需要改进" in said


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_font_is_embedded(language: str) -> None:
    pdf = printed(replace(CONTENT, summary="总评 summary"), language)
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor


@pytest.mark.parametrize(("page_size", "width", "height"), [("A4", 595, 842), ("Letter", 612, 792)])
def test_paper_sizes(page_size: str, width: int, height: int) -> None:
    box = printed(CONTENT, page_size=page_size).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (width, height)


@pytest.mark.parametrize(
    "hostile",
    ['<img src="/etc/passwd"/>', "</para>", "<b>", "a & b < c", "\x00\x07bell", "&#0;", "<font"],
)
def test_markup_in_what_people_typed_is_only_text(hostile: str) -> None:
    remark = replace(FAULT, text=hostile, quote=hostile)
    deduction = replace(CONTENT.deductions[0], title=hostile, remarks=(remark,), note=hostile)
    content = replace(CONTENT, heading=hostile, summary=hostile, deductions=(deduction,))
    said = words_of(printed(content))
    assert " ".join("".join(c if c.isprintable() else " " for c in hostile).split()) in said
    assert "/XObject" not in printed(content).pages[0]["/Resources"]


def test_a_very_long_note_breaks_over_pages_without_loss() -> None:
    note = " ".join(f"word{n}" for n in range(3000))
    deduction = replace(CONTENT.deductions[0], note=note, clip=None)
    said = words_of(printed(replace(CONTENT, deductions=(deduction,))))
    assert "word0" in said
    assert "word2999" in said


def test_a_long_chinese_word_run_stays_on_the_page() -> None:
    pdf = printed(replace(CONTENT, summary="质" * 400), "zh-CN")
    assert words_of(pdf).replace(" ", "").count("质" * 30) > 0


def test_a_review_without_sound_or_deductions() -> None:
    bare = replace(CONTENT, whole=None, pins=(), deductions=(), praises=(), full_marks=())
    said = words_of(printed(bare))
    assert "No points were lost" in said


def test_not_scored_and_vetoed() -> None:
    said = words_of(
        printed(replace(CONTENT, score="—", grade="", outcome="not_scored", vetoes=("Veto: x",)))
    )
    assert "Not scored" in said
    assert "Veto: x" in said

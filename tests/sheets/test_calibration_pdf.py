"""Calibration reports as PDF, read back."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from qa_desktop.sheets.calibration_content import (
    AnswerCell,
    AnswerGrid,
    FigureLine,
    Interval,
    ItemLine,
    ReportContent,
    ReviewerLine,
    RulingLine,
    Tile,
)
from qa_desktop.sheets.calibration_report import render_report
from qa_desktop.sheets.calibration_words import report_words

HASH = "3f" * 32


def item(title: str, value: float | None, *, to_settle: bool = False) -> ItemLine:
    drawn = Interval(value=value, met=value is not None and value >= 0.67)
    if value is not None:
        drawn = replace(drawn, low=value - 0.3, high=min(1.0, value + 0.25))
    return ItemLine(
        title=title,
        section="Care",
        interval=drawn,
        said="no variation" if value is None else f"{value:.2f} [−0.12, 0.43]",
        exact="25 %",
        share="31 %",
        to_settle=to_settle,
    )


CONTENT = ReportContent(
    over="Harbor Bank · Calibration report",
    heading="November, week 3",
    figure="α 0.58",
    figure_interval="[0.41, 0.72]",
    figure_name="Krippendorff's α, all items",
    facts=(
        ("Rubric", "Service call review, version 3"),
        ("Graded", "4 calls"),
        ("Reviewers", "5"),
        ("Way", "sealed"),
        ("Reference", "committed at the start"),
        ("Revealed", "17 November 2026"),
        ("Led by", "L. Chen"),
    ),
    tiles=(
        Tile(figure="92 %", unit="pass/fail alike", told="Reviewers agree in 37 of 40 pairs."),
        Tile(figure="63 %", unit="within ±5 points", told="Highest and lowest lie 9.3 apart."),
        Tile(figure="3", unit="items to settle", told="They carry 71 % of all disagreement."),
    ),
    findings=("Moderate: enough to discuss, not to rank agents by.", "6 more calls would do."),
    took_part=(("A", "", "4 of 4"), ("B", "", "3 of 4")),
    took_part_note="Reviewers stay anonymous in this report.",
    verified=("20 submissions were opened and checked anew.", "Sealed: only the lead could open."),
    not_counted=("B, Call 3: did not arrive before the closing",),
    target=0.67,
    target_points="5",
    items=(
        item("Keeps the customer informed", 0.18, to_settle=True),
        item("Empathy after displeasure", 0.34, to_settle=True),
        item("Greeting", 0.81),
        item("Identity verified", None),
    ),
    grids=(
        AnswerGrid(
            title="Keeps the customer informed",
            said="0.18 [−0.08, 0.44]",
            heads=("A", "B", "C", "Ref."),
            rows=(
                (
                    "Call 1",
                    (
                        AnswerCell(text="5", deviates=True),
                        AnswerCell(text="3"),
                        AnswerCell(text="–"),
                        AnswerCell(text="3"),
                    ),
                ),
            ),
            legend="",
            has_reference=True,
            readings=("Silence is judged differently.",),
        ),
    ),
    grids_left_out="",
    scores=(
        FigureLine(
            cells=("The whole form", "0.61 [0.2, 0.8]", "0.55", "63 %", "70 %", "9.3"), strong=True
        ),
    ),
    score_readings=(),
    verdicts=(FigureLine(cells=("Pass or fail", "92 % (37 of 40)", "0.7", "0.8", "Call 2")),),
    verdict_readings=(),
    bias_reach=12.0,
    reviewers=(
        ReviewerLine(
            who="C",
            bias=Interval(value=-4.2, low=-14.0, high=-2.3),
            cells=("−4.2 [−14, −2.3]", "2.1", "4.4", "+3.9 [1.2, 6.6]", "71 %"),
        ),
    ),
    reviewer_readings=("C grades lower than the reference.",),
    bias_note="Points from the reference.",
    rulings=(
        RulingLine(
            item="Keeps the customer informed",
            about="all interactions",
            text="Silence over 5 s without an announcement is at most 3.",
            answer="",
        ),
    ),
    method=("Krippendorff's α compares.",),
    hashes=(("Rubric", f"sha256:{HASH}"), ("Reveal", HASH)),
    small_print="Session 12ab34cd · audit head 5d08",
)


def printed(content: ReportContent, language: str = "en", page_size: str = "A4") -> PdfReader:
    stream = io.BytesIO()
    render_report(content, report_words(language), stream, page_size=page_size)
    return PdfReader(stream)


def words_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_everything_stands_in_the_report_in_order() -> None:
    said = words_of(printed(CONTENT))
    places = [
        said.index(words)
        for words in (
            "November, week 3",
            "α 0.58",
            "92 %",
            "What this says",
            "Items, most divided first",
            "Keeps the customer informed",
            "no variation",
            "Answers to the most divided items",
            "Sections and the form",
            "Outcome and veto",
            "Points from the reference.",
            "Rulings",
            "Silence over 5 s",
            "Who took part",
            "What was verified",
            "Not counted",
            "How this was counted",
            "Hashes of what was signed",
            HASH,
        )
    ]
    assert places[2:] == sorted(places[2:])


@pytest.mark.parametrize(("page_size", "height"), [("A4", 842), ("Letter", 792)])
def test_it_has_the_paper_that_was_chosen(page_size: str, height: int) -> None:
    for page in printed(CONTENT, page_size=page_size).pages:
        assert round(float(page.mediabox.height)) == height


def test_every_page_has_its_number_and_the_small_print() -> None:
    pdf = printed(CONTENT)
    for number, page in enumerate(pdf.pages, start=1):
        said = page.extract_text()
        assert f"{number} of {len(pdf.pages)}" in said
        assert "audit head 5d08" in said


def test_both_languages_stand_beside_each_other() -> None:
    said = words_of(printed(CONTENT, "both"))
    assert "评分项，分歧最大的在前 / Items, most divided first" in said


def test_markup_is_text_and_embeds_nothing(tmp_path: object) -> None:
    evil = '<img src="/etc/passwd"/></para><b>'
    content = replace(
        CONTENT,
        heading=evil,
        findings=(evil,),
        not_counted=(evil,),
        items=(item(evil, 0.5),),
        grids=(replace(CONTENT.grids[0], title=evil, legend=evil),),
        reviewers=(replace(CONTENT.reviewers[0], who=evil),),
        rulings=(RulingLine(item=evil, about=evil, text=evil, answer=evil),),
    )
    pdf = printed(content)
    assert words_of(pdf).count("/etc/passwd") >= 9
    assert not any(page.images for page in pdf.pages)


def test_thirty_reviewers_find_room() -> None:
    heads = tuple(f"R{number}" for number in range(30))
    cells = tuple(AnswerCell(text="100", deviates=number % 3 == 0) for number in range(30))
    rows = tuple((f"Call {number}", cells) for number in range(20))
    grid = replace(CONTENT.grids[0], heads=heads, rows=rows, has_reference=False)
    pdf = printed(replace(CONTENT, grids=(grid, grid, grid)))
    assert words_of(pdf).count("R29") >= 3


def test_a_session_without_rulings_says_so() -> None:
    assert "No ruling was written down." in words_of(printed(replace(CONTENT, rulings=())))

"""The last part of a printed form: the score added up by hand, vetoes, grades, signatures."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from reportlab.platypus import Flowable, HRFlowable, KeepTogether, Spacer, Table, TableStyle

from qa_desktop.rubrics.model import Adjustment, AdjustmentKind, Aggregation, NaKind, Rubric
from qa_desktop.rubrics.shares import Shares, effective_shares
from qa_desktop.sheets import paper
from qa_desktop.sheets.blank_form_answers import FormWords, veto_line
from qa_desktop.sheets.blank_form_boxes import Blank, Tick, Ticks
from qa_desktop.sheets.cards import BARE
from qa_desktop.sheets.paper import style, text
from qa_desktop.sheets.wordings import plain_number

_FIGURE = 74.0
_MOST_SCENARIOS = 6


def score_flowables(
    rubric: Rubric, shares: Shares, words: FormWords, width: float
) -> list[Flowable]:
    story: list[Flowable] = [
        Spacer(0, 8),
        text(words.words("score.title"), style(11.5, strong=True, after=3)),
        _table(rubric, shares, words, width),
        Spacer(0, 4),
        text(_rule(rubric, words), style(7.5, colour=paper.MUTED, after=4)),
    ]
    blocks: list[Flowable] = [KeepTogether(story)]
    more = (
        _adjustments(rubric, words, width),
        _vetoes(rubric, words),
        _scenarios(rubric, words, width),
        _end(rubric, words, width),
    )
    return [*blocks, *(KeepTogether(made) for made in more if made)]


def by_section(rubric: Rubric) -> bool:
    """Whether N/A leaves a section's weight with its other items."""
    scoring = rubric.scoring
    excluded = scoring.na.kind is NaKind.EXCLUDE
    sectioned = scoring.aggregation in (Aggregation.SECTIONED, Aggregation.POOLED_POINTS)
    return excluded and sectioned and not scoring.na_by_form


def _rule(rubric: Rubric, words: FormWords) -> str:
    return words.words("score.by_section" if by_section(rubric) else "score.by_form")


def _table(rubric: Rubric, shares: Shares, words: FormWords, width: float) -> Flowable:
    faint = style(7.5, colour=paper.MUTED, right=True)
    heads = ("worth", "not_applicable", "points", "result")
    rows: list[list[Any]] = [
        [
            text(words.words("score.section"), style(7.5, colour=paper.MUTED)),
            *(text(words.words(f"score.{head}"), faint) for head in heads),
        ]
    ]
    number = style(9, right=True)
    for section in rubric.sections:
        share = shares.sections.get(section.id)
        if share:
            title = text(words.text(section.title), style(9))
            rows.append([title, text(plain_number(share), number), "", "", ""])
    strong = style(9, strong=True)
    rows.append([text(words.words("score.total"), strong), text("100", number), "", "", ""])
    table = Table(rows, colWidths=[width - 4 * _FIGURE, *[_FIGURE] * 4])
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), paper.LATIN),
                ("GRID", (1, 1), (-1, -1), 0.5, paper.MUTED),
                ("LINEABOVE", (0, 1), (0, -1), 0.5, paper.LINE),
                ("LINEABOVE", (0, -1), (-1, -1), 1.0, paper.INK),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    return table


def _adjustments(rubric: Rubric, words: FormWords, width: float) -> list[Flowable]:
    if not rubric.adjustments:
        return []
    rows = [_adjustment(adjustment, words) for adjustment in rubric.adjustments]
    worth_width = (120.0, 92.0)[len(words.languages) > 1] * len(words.languages)
    cells = [
        [
            text(title, style(8.5)),
            text(worth, style(7.5, colour=paper.MUTED, right=True)),
            Blank(" ×" if counted else "", 52),
            Blank("=", 62) if counted else "",
        ]
        for title, worth, counted in rows
    ]
    widths = [width - 130 - worth_width, worth_width, 64, 66]
    table = Table(cells, colWidths=widths)
    table.setStyle(
        TableStyle(
            [
                *BARE,
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
                ("RIGHTPADDING", (1, 0), (1, -1), 8),
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ]
        )
    )
    story: list[Flowable] = [
        Spacer(0, 3),
        text(words.words("adjustments"), style(9.5, strong=True, after=2)),
        table,
    ]
    if rubric.bonus_cap is not None:
        said = words.words("bonus_cap", cap=plain_number(rubric.bonus_cap))
        story.append(text(said, style(7.5, colour=paper.MUTED)))
    return story


def _adjustment(adjustment: Adjustment, words: FormWords) -> tuple[str, str, bool]:
    """Its title, what it is worth, and whether that is multiplied."""
    if adjustment.kind is AdjustmentKind.GRADE_LIFT:
        worth = words.words("grade_lift", steps=adjustment.steps)
    else:
        sign = "−" if adjustment.kind is AdjustmentKind.DEDUCTION else "+"
        worth = words.words(
            "each", points=f"{sign}{plain_number(adjustment.points)}", times=adjustment.times
        )
    counted = adjustment.kind is not AdjustmentKind.GRADE_LIFT
    return words.text(adjustment.title), worth, counted


def _vetoes(rubric: Rubric, words: FormWords) -> list[Flowable]:
    lines = [
        f"{number}. {' / '.join(veto_line(item, one) for one in words.each())}"
        for number, item in enumerate(rubric.items(), start=1)
        if item.veto is not None
    ]
    if not lines:
        return []
    title = text(f"▲ {words.words('vetoes')}", style(9.5, strong=True, after=2))
    return [Spacer(0, 5), title, *(text(line, style(8.5, after=1)) for line in lines)]


def _scenarios(rubric: Rubric, words: FormWords, width: float) -> list[Flowable]:
    """What each section is worth in each scenario, where weights play a part."""
    scenarios = [s for s in rubric.scenarios if s.weights][:_MOST_SCENARIOS]
    if not scenarios or rubric.scoring.aggregation in (Aggregation.WEIGHTED, Aggregation.POINTS):
        return []
    column = min(90.0, width * 0.6 / len(scenarios))
    faint = style(7.5, colour=paper.MUTED, right=True)
    head: list[Flowable | str] = ["", *(text(words.text(s.title), faint) for s in scenarios)]
    found = [effective_shares(rubric, scenario.id).sections for scenario in scenarios]
    rows = [head]
    for section in rubric.sections:
        figures = [plain_number(one.get(section.id, Fraction(0))) for one in found]
        cells = [text(figure, style(8.5, right=True)) for figure in figures]
        rows.append([text(words.text(section.title), style(8.5)), *cells])
    table = Table(rows, colWidths=[width - column * len(scenarios), *[column] * len(scenarios)])
    table.setStyle(TableStyle([*BARE, ("LINEBELOW", (0, 0), (-1, -1), 0.4, paper.LINE)]))
    title = text(words.words("scenario_weights"), style(9.5, strong=True, after=2))
    return [Spacer(0, 5), title, table]


def _end(rubric: Rubric, words: FormWords, width: float) -> list[Flowable]:
    ticks = [
        Tick(f"{words.text(grade.title)}  ≥ {plain_number(grade.min)}") for grade in rubric.grades
    ]
    mark = plain_number(rubric.scoring.pass_mark)
    passed = [
        Tick(words.words("passed", mark=mark)),
        Tick(words.words("failed")),
        Tick(words.words("not_scored")),
    ]
    story: list[Flowable] = [
        Spacer(0, 6),
        HRFlowable(width="100%", thickness=1.1, color=paper.INK, spaceAfter=4),
    ]
    if ticks:
        story.append(_labelled(words.words("grade"), Ticks(ticks, width - 80), width))
    story.append(_labelled(words.words("outcome"), Ticks(passed, width - 80), width))
    story += [Blank(words.words("summary"), width, 20), Blank("", width, 19)]
    return [*story, Spacer(0, 6), _signatures(words, width)]


def _labelled(label: str, flowable: Flowable, width: float) -> Flowable:
    table = Table([[text(label, style(9, strong=True)), flowable]], colWidths=[80, width - 80])
    table.setStyle(TableStyle([*BARE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]))
    return table


def _signatures(words: FormWords, width: float) -> Flowable:
    labels: Sequence[str] = [words.words(f"sign.{who}") for who in ("reviewer", "agent", "date")]
    each = width / len(labels)
    row = Table([[Blank(label, each - 12, 22) for label in labels]], colWidths=[each] * len(labels))
    row.setStyle(TableStyle(BARE))
    return row

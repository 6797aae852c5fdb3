"""The blocks a feedback sheet is built of: boxes, labelled lines, remarks, deduction cards."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color, white
from reportlab.platypus import Flowable, Table, TableStyle

from qa_desktop.base.wording import Wording
from qa_desktop.sheets import paper
from qa_desktop.sheets.content import Deduction, Remark
from qa_desktop.sheets.drawings import PIN, Pin, Strip
from qa_desktop.sheets.paper import paragraph, safe, style, text, text_width

STRIP_WIDTH = 190.0
MOMENT_WIDTH = 42.0
WIDE_MOMENT_WIDTH = 86.0
PADDING = 10.0
MOST_PINS = 4
BESIDE_HEIGHT = 260.0
BARE = [
    ("FONTNAME", (0, 0), (-1, -1), paper.LATIN),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


def box(rows: Sequence[Sequence[Any]], width: float, fill: Color) -> Flowable:
    """Rows of one cell each, framed, with round corners."""
    # A long note may be taller than a page: rows split between pages, and within.
    table = Table([list(row) for row in rows], colWidths=[width], splitInRow=1)
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), paper.LATIN),
                ("BACKGROUND", (0, 0), (-1, -1), fill),
                ("BOX", (0, 0), (-1, -1), 0.7, paper.LINE),
                ("ROUNDEDCORNERS", [5, 5, 5, 5]),
                ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
                ("TOPPADDING", (0, 0), (-1, 0), 7),
                ("BOTTOMPADDING", (0, -1), (-1, -1), 7),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    )
    return table


def labelled(label: str, said: str, *, muted: bool = False) -> Flowable:
    """A strong label and what it stands for, on one paragraph."""
    colour = paper.MUTED if muted else paper.INK
    size = 8.5 if muted else 9
    return paragraph(
        f"<b>{safe(label)}</b>&nbsp; {safe(said)}", style(size, colour=colour, after=2)
    )


def remark_line(remark: Remark, width: float) -> Flowable:
    """Pin, moment, what was noted, and beneath it the words that were said."""
    moment_width = WIDE_MOMENT_WIDTH if remark.end_ms is not None else MOMENT_WIDTH
    table = Table(
        [[Pin(remark), text(remark.moment, style(9, colour=paper.MUTED)), _said(remark) or ""]],
        colWidths=[PIN + 6, moment_width, width - PIN - 6 - moment_width],
    )
    table.setStyle(TableStyle([*BARE, ("BOTTOMPADDING", (0, 0), (-1, -1), 4)]))
    return table


def deduction_card(deduction: Deduction, words: Wording, width: float) -> Flowable:
    """An item that lost points: its moments in the recording, its evidence, what to try."""
    inner = width - 2 * PADDING
    rows: list[list[Any]] = [[_card_head(deduction, words, inner)]]
    evidence = _evidence(deduction, words)
    after: list[Flowable] = []
    if deduction.guidance:
        after.append(labelled(words("sheets.guidance"), deduction.guidance, muted=True))
    if deduction.clip is not None:
        pins = sorted((*deduction.remarks, *deduction.suggestions), key=lambda pin: pin.number)
        strip = Strip(deduction.clip, pins, STRIP_WIDTH, lane_height=17)
        beside_width = inner - STRIP_WIDTH - 12
        beside, evidence = _fitting(evidence, beside_width)
        body = Table([[strip, beside]], colWidths=[STRIP_WIDTH + 12, beside_width])
        body.setStyle(TableStyle(BARE))
        rows.append([body])
    rows += [[line] for line in (*evidence, *after)]
    return box(rows, width, white)


def brief_card(deductions: Sequence[Deduction], words: Wording, width: float) -> Flowable:
    """The items on which nothing was noted, two lines each."""
    inner = width - 2 * PADDING
    rows: list[list[Any]] = []
    for deduction in deductions:
        standard = first_sentence(deduction.guidance)
        rows.append([_card_head(deduction, words, inner)])
        rows.append([text(standard, style(9, colour=paper.MUTED, after=4))] if standard else [""])
    return box(rows, width, white)


def _fitting(lines: list[Flowable], width: float) -> tuple[list[Flowable], list[Flowable]]:
    """Those that find room beside the strip, and the rest, which goes below it."""
    used = 0.0
    for index, line in enumerate(lines):
        used += line.wrap(width, BESIDE_HEIGHT)[1] + line.getSpaceAfter()
        if used > BESIDE_HEIGHT:
            return lines[:index], lines[index:]
    return lines, []


def _card_head(deduction: Deduction, words: Wording, width: float) -> Flowable:
    pins: list[Flowable] = [Pin(remark) for remark in deduction.remarks[:MOST_PINS]]
    title = safe(deduction.title)
    if deduction.veto:
        title += f' <font color="{colour_code(paper.BAD)}">· {safe(words("sheets.veto"))}</font>'
    value = " · ".join(filter(None, (deduction.answer, deduction.lost)))
    value_width = min(width * 0.5, text_width(value, 9.5) + 6)
    title_width = width - len(pins) * (PIN + 4) - value_width
    head = Table(
        [[*pins, paragraph(title, style(10, strong=True)), text(value, style(9.5, right=True))]],
        colWidths=[PIN + 4] * len(pins) + [title_width, value_width],
    )
    head.setStyle(TableStyle(BARE))
    return head


def _evidence(deduction: Deduction, words: Wording) -> list[Flowable]:
    story: list[Flowable] = []
    for remark in deduction.remarks:
        if remark.moment:
            story.append(text(remark.moment, style(8, colour=paper.MUTED)))
        story += _said(remark)
    if deduction.reasons:
        joined = words("sheets.list_separator").join(deduction.reasons)
        story.append(labelled(words("sheets.reason"), joined))
    if deduction.note:
        story.append(labelled(words("sheets.noted"), deduction.note))
    story += [labelled(words("sheets.try"), said.text) for said in deduction.suggestions]
    return story


def _said(remark: Remark) -> list[Flowable]:
    lines: list[Flowable] = [text(remark.text, style(9.5, after=1))] if remark.text else []
    if remark.quote:
        quoted = remark.quote.strip("“”")
        lines.append(text(f"“{quoted}”", style(9, colour=paper.MUTED, after=2)))
    return lines


def first_sentence(said: str) -> str:
    """Enough guidance for an item on which nothing was noted."""
    ends = (at for mark in ("。", ". ", "\n") if (at := said.find(mark)) > 0)
    return said[: min(ends, default=len(said)) + 1].strip()


def colour_code(colour: Color) -> str:
    """As a paragraph's markup wants it: #rrggbb."""
    return f"#{colour.hexval()[2:]}"

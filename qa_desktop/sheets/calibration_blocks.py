"""The tables that a calibration report is built of."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from qa_desktop.sheets import paper
from qa_desktop.sheets.calibration_content import (
    AnswerCell,
    AnswerGrid,
    FigureLine,
    ItemLine,
    ReviewerLine,
    Tile,
)
from qa_desktop.sheets.calibration_drawings import AnswerBox, IntervalLine
from qa_desktop.sheets.cards import BARE, PADDING, box
from qa_desktop.sheets.paper import paragraph, safe, style, text

# From worse than chance to full agreement; what lies farther out is shown as an arrow.
ALPHA_AXIS = (-0.4, 1.0)
_UNIT_WIDTH = 76.0
_WIDEST_CELL = 40.0
_GRID_ROW = 1.0
_FAINT = 8
_LARGE = ParagraphStyle("large", parent=style(9), leading=21)


def ruled(rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> Table:
    """A table with a head that comes again on each page, and a line below each row."""
    table = Table([list(row) for row in rows], colWidths=list(widths), repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), paper.LATIN),
                ("LINEBELOW", (0, 0), (-1, -1), 0.6, paper.LINE),
                ("LINEBELOW", (0, 0), (-1, 0), 0.9, paper.MUTED),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return table


def head(*names: str, right: int = 0) -> list[Flowable]:
    """The last `right` of them stand at the right."""
    first_right = len(names) - right
    return [
        text(name, style(_FAINT, colour=paper.MUTED, right=place >= first_right))
        for place, name in enumerate(names)
    ]


def tiles(said: Sequence[Tile], width: float) -> Flowable:
    """Side by side, framed, each as tall as the tallest."""
    gap = 8.0
    each = (width - gap * (len(said) - 1)) / len(said)
    cells: list[Any] = []
    widths: list[float] = []
    looks: list[Any] = [*BARE]
    for number, tile in enumerate(said):
        column = 2 * number
        if number:
            cells.append("")
            widths.append(gap)
        markup = f'<font size="17"><b>{safe(tile.figure)}</b></font>&nbsp; {safe(tile.unit)}'
        told = text(tile.told, style(8.5, colour=paper.MUTED, after=0))
        cells.append([paragraph(markup, _LARGE), Spacer(0, 2), told])
        widths.append(each)
        looks += [
            ("BOX", (column, 0), (column, 0), 0.7, paper.LINE),
            ("BACKGROUND", (column, 0), (column, 0), white),
            ("LEFTPADDING", (column, 0), (column, 0), PADDING),
            ("RIGHTPADDING", (column, 0), (column, 0), PADDING),
            ("TOPPADDING", (column, 0), (column, 0), 9),
            ("BOTTOMPADDING", (column, 0), (column, 0), 8),
        ]
    table = Table([cells], colWidths=widths)
    table.setStyle(TableStyle(looks))
    return table


def bullets(lines: Sequence[str], width: float, *, muted: bool = False) -> list[Flowable]:
    colour = paper.MUTED if muted else paper.INK
    size = 8.5 if muted else 9.2
    story: list[Flowable] = []
    for line in lines:
        table = Table(
            [[text("•", style(size, colour=colour)), text(line, style(size, colour=colour))]],
            colWidths=[10, width - 10],
        )
        table.setStyle(TableStyle([*BARE, ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)]))
        story.append(table)
    return story


def item_rows(
    items: Sequence[ItemLine], target: float, mark: str, axis_width: float
) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for item in items:
        title: list[Flowable] = [text(item.title, style(9, strong=item.to_settle))]
        below = item.section + (f" · {mark}" if item.to_settle else "")
        title.append(text(below, style(7.5, colour=paper.MUTED)))
        line: Any = ""
        if item.interval.value is not None:
            line = IntervalLine(item.interval, ALPHA_AXIS, (target,), axis_width, zero=0.0)
        rows.append(
            [
                title,
                line,
                text(item.said, style(8.5)),
                text(item.exact, style(8.5, right=True)),
                text(item.share, style(8.5, right=True)),
            ]
        )
    return rows


def answer_grid(grid: AnswerGrid, width: float) -> list[Flowable]:
    """Title, legend and answers, then what they say."""
    each = min(_WIDEST_CELL, (width - _UNIT_WIDTH) / max(1, len(grid.heads)))
    titles = Table(
        [
            [
                text(grid.title, style(9.5, strong=True)),
                text(grid.said, style(8.5, right=True)),
            ]
        ],
        colWidths=[width - 130, 130],
    )
    titles.setStyle(TableStyle([*BARE, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")]))
    last = len(grid.heads) - 1
    rows: list[list[Any]] = [["", *(AnswerBox(AnswerCell(text=name), each) for name in grid.heads)]]
    for unit, cells in grid.rows:
        boxes = [
            AnswerBox(cell, each, strong=grid.has_reference and place == last)
            for place, cell in enumerate(cells)
        ]
        rows.append([text(unit, style(8.5)), *boxes])
    table = Table(
        rows, colWidths=[_UNIT_WIDTH, *([each] * len(grid.heads))], repeatRows=1, hAlign="LEFT"
    )
    looks: list[Any] = [
        *BARE,
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, paper.MUTED),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, paper.LINE),
        ("TOPPADDING", (0, 0), (-1, -1), _GRID_ROW),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _GRID_ROW),
    ]
    if grid.has_reference:
        looks.append(("LINEBEFORE", (last + 1, 0), (last + 1, -1), 0.9, paper.MUTED))
    table.setStyle(TableStyle(looks))
    above: list[Flowable] = [titles]
    if grid.legend:
        above.append(text(grid.legend, style(7.5, colour=paper.MUTED)))
    below = [text(line, style(8.5, colour=paper.MUTED)) for line in grid.readings]
    return [*above, Spacer(0, 2), table, *below]


def figure_rows(lines: Sequence[FigureLine], right_from: int) -> list[list[Any]]:
    """Cells from `right_from` on stand at the right."""
    return [
        [
            text(cell, style(9, strong=line.strong, right=place >= right_from))
            for place, cell in enumerate(line.cells)
        ]
        for line in lines
    ]


def reviewer_rows(
    lines: Sequence[ReviewerLine], reach: float, axis_width: float
) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for line in lines:
        drawn: Any = ""
        if line.bias.value is not None:
            drawn = IntervalLine(line.bias, (-reach, reach), (), axis_width, zero=0.0)
        figures = [text(cell, style(8.5, right=True)) for cell in line.cells]
        rows.append([text(line.who, style(9, strong=True)), drawn, *figures])
    return rows


def framed(lines: Sequence[Flowable], width: float) -> Flowable:
    return box([[line] for line in lines], width, paper.TINT)

"""Prints a rubric as a form to fill in by hand, with a table to add the score up."""

from fractions import Fraction
from typing import Any, BinaryIO

from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Spacer,
    Table,
    TableStyle,
)

from qa_desktop.rubrics.exchange.formats import BOTH
from qa_desktop.rubrics.model import CommentRule, Item, Note, Rubric, Section, ShowIf
from qa_desktop.rubrics.shares import Shares, effective_shares
from qa_desktop.sheets import paper
from qa_desktop.sheets.blank_form_answers import (
    FormWords,
    answer_titles,
    item_ticks,
    lines_of_answer,
)
from qa_desktop.sheets.blank_form_boxes import Blank, Tick, Ticks
from qa_desktop.sheets.blank_form_score import score_flowables
from qa_desktop.sheets.cards import BARE
from qa_desktop.sheets.foot import FOOT, FootedCanvas, draw_foot
from qa_desktop.sheets.paper import style, text
from qa_desktop.sheets.wordings import plain_number

_NUMBER, _POINTS = 18.0, 62.0
_LEAST_FOR_SECTION = 90.0
_ROW_SPACE = 4.0


def render_blank_form(
    rubric: Rubric, stream: BinaryIO, *, language: str, page_size: str = "A4"
) -> None:
    """Writes the PDF. `language`: "zh-CN", "en" or "both"; `page_size` is "A4" or "Letter"."""
    paper.register_fonts()
    words = FormWords(languages=_languages(rubric, language))
    size = paper.PAGE_SIZES[page_size]
    width = size[0] - 2 * paper.MARGIN
    title = words.text(rubric.title)
    small_print = f"{rubric.id} v{rubric.version} · {rubric.content_hash}"
    document = BaseDocTemplate(
        stream,
        pagesize=size,
        title=title,
        author="QA Desktop",
        subject=small_print,
        lang=words.languages[0],
        allowSplitting=1,
    )
    bottom = paper.MARGIN + FOOT - 12
    frame = Frame(paper.MARGIN, bottom, width, size[1] - bottom - paper.MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame]))

    class Footed(FootedCanvas):
        def foot(self, page: int, pages: int) -> None:
            draw_foot(self, small_print, words.words("page", page=page, pages=pages), size[0])

    document.build(_Form(rubric, words, width).flowables(), canvasmaker=Footed)


def _languages(rubric: Rubric, language: str) -> tuple[str, ...]:
    if language != BOTH:
        return (language,)
    return ("zh-CN", "en") if rubric.languages[:1] != ("en",) else ("en", "zh-CN")


class _Form:
    def __init__(self, rubric: Rubric, words: FormWords, width: float) -> None:
        self._rubric = rubric
        self._words = words
        self._width = width
        self._shares: Shares = effective_shares(rubric)

    def flowables(self) -> list[Flowable]:
        story: list[Flowable] = [*self._head()]
        number = 1
        for section in self._rubric.sections:
            story += self._section(section, number)
            number += len(section.items)
        return [*story, *score_flowables(self._rubric, self._shares, self._words, self._width)]

    def _head(self) -> list[Flowable]:
        words = self._words
        titles: list[Flowable] = [
            text(said, style(15.5 if place == 0 else 11, strong=True, after=2))
            for place, said in enumerate(words.texts(self._rubric.title))
        ]
        facts = [words.words(f"head.{key}") for key in ("interaction", "agent", "date", "reviewer")]
        gap = 12.0
        each = (self._width - gap * (len(facts) - 1)) / len(facts)
        row = Table(
            [[Blank(fact, each, 22) for fact in facts]], colWidths=[each + gap] * 3 + [each]
        )
        row.setStyle(TableStyle(BARE))
        story: list[Flowable] = [*titles, row, Spacer(0, 3)]
        if self._rubric.scenarios:
            ticks = [Tick(words.words("no_scenario"))]
            ticks += [Tick(words.text(scenario.title)) for scenario in self._rubric.scenarios]
            story.append(self._labelled(words.words("scenario"), Ticks(ticks, self._width - 64)))
        story.append(text(words.words("how"), style(7.5, colour=paper.MUTED, after=3)))
        return story

    def _labelled(self, label: str, flowable: Flowable) -> Flowable:
        said = text(label, style(8, colour=paper.MUTED))
        table = Table([[said, flowable]], colWidths=[64, self._width - 64])
        table.setStyle(TableStyle([*BARE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]))
        return table

    def _section(self, section: Section, number: int) -> list[Flowable]:
        share = self._shares.sections.get(section.id)
        worth = self._words.words("worth", points=plain_number(share)) if share else ""
        head = Table(
            [
                [
                    text(self._words.text(section.title), style(10.5, strong=True)),
                    text(worth, style(8.5, right=True)),
                ]
            ],
            colWidths=[self._width - 120, 120],
        )
        head.setStyle(TableStyle([*BARE, ("VALIGN", (0, 0), (-1, -1), "BOTTOM")]))
        rule = HRFlowable(width="100%", thickness=1.1, color=paper.INK, spaceBefore=2, spaceAfter=0)
        rows = [self._item(item, number + place) for place, item in enumerate(section.items)]
        first = KeepTogether([Spacer(0, 6), head, rule, rows[0]])
        return [CondPageBreak(_LEAST_FOR_SECTION), first, *rows[1:]]

    def _item(self, item: Item, number: int) -> Flowable:
        inner = self._width - _NUMBER - _POINTS
        share = self._shares.items.get(item.id, Fraction(0))
        cell: list[Flowable] = [self._titles(item, inner)]
        cell += [
            text(line, style(7.5, colour=paper.MUTED, after=1))
            for line in lines_of_answer(item, self._words)
        ]
        if item.show_if is not None:
            cell.append(text(self._asked_if(item.show_if), style(7.5, colour=paper.MUTED, after=1)))
        ticks = item_ticks(item, share, self._rubric, self._words)
        if ticks:
            cell.append(Ticks(ticks, inner - 6))
        if isinstance(item.answer, Note):
            cell.append(Blank("", inner - 6, 19))
        elif item.comment is not CommentRule.NEVER:
            cell.append(Blank(self._comment_label(item), inner - 6, 14))
        points: list[Any] = []
        if share:
            points = [_PointsBox(plain_number(share))]
        table = Table(
            [[text(str(number), style(9, colour=paper.MUTED)), cell, points]],
            colWidths=[_NUMBER, inner, _POINTS],
        )
        table.setStyle(
            TableStyle(
                [
                    *BARE,
                    ("TOPPADDING", (0, 0), (-1, -1), _ROW_SPACE - 1),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), _ROW_SPACE),
                    ("LINEBELOW", (0, 0), (-1, -1), 0.4, paper.LINE),
                    ("ALIGN", (2, 0), (2, 0), "RIGHT"),
                    ("VALIGN", (2, 0), (2, 0), "MIDDLE"),
                ]
            )
        )
        return table

    def _titles(self, item: Item, width: float) -> Flowable:
        """Both languages beside each other; behind them what a veto does."""
        said = list(self._words.texts(item.text))
        if item.veto is not None:
            said[0] += f"  ▲ {self._words.words('veto_mark')}"
        cells = [text(t, style(9.2, strong=place == 0)) for place, t in enumerate(said)]
        table = Table([cells], colWidths=[width / len(cells)] * len(cells))
        table.setStyle(TableStyle([*BARE, ("RIGHTPADDING", (0, 0), (-1, -1), 6)]))
        return table

    def _asked_if(self, condition: ShowIf) -> str:
        """A hidden item is no N/A, but as little of the form."""
        items = self._rubric.items()
        number, asked = next(
            (place, item) for place, item in enumerate(items, start=1) if item.id == condition.item
        )
        said = " / ".join(answer_titles(asked, condition.values, self._words))
        return self._words.words("asked_if", number=number, answers=said)

    def _comment_label(self, item: Item) -> str:
        if item.comment is CommentRule.ALWAYS:
            return self._words.words("comment_required")
        if item.comment is CommentRule.BELOW and item.comment_below is not None:
            below = plain_number(item.comment_below * 100)
            return self._words.words("comment_below", percent=below)
        return self._words.words("comment")


class _PointsBox(Flowable):
    """A box for the points of an item, with the most there can be below it."""

    def __init__(self, most: str) -> None:
        super().__init__()
        self._most = most

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return _POINTS - 8, 30

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(paper.INK)
        canvas.setLineWidth(0.8)
        canvas.rect(0, 10, _POINTS - 8, 20, stroke=1, fill=0)
        canvas.setFillColor(paper.MUTED)
        canvas.setFont(paper.font_for(self._most), 7)
        canvas.drawRightString(_POINTS - 8, 2, f"/ {self._most}")

"""Lays a calibration report out as PDF: what a lead files and shows."""

from collections.abc import Sequence
from typing import BinaryIO

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

from qa_desktop.sheets import calibration_blocks as blocks
from qa_desktop.sheets import paper
from qa_desktop.sheets.calibration_content import ReportContent
from qa_desktop.sheets.calibration_figures import figure
from qa_desktop.sheets.calibration_items import NA
from qa_desktop.sheets.calibration_words import ReportWords
from qa_desktop.sheets.cards import BARE, PADDING
from qa_desktop.sheets.foot import FOOT, FootedCanvas, draw_foot
from qa_desktop.sheets.paper import paragraph, safe, style, text

_HEAD_RIGHT = 150
_LEAST_FOR_SECTION = 110.0
_AXIS = 128.0
_BIAS_AXIS = 104.0
_FACTS_A_ROW = 4
_HASH_NAMES = 190.0
_KEPT_WHOLE = 12


def render_report(
    content: ReportContent, words: ReportWords, stream: BinaryIO, *, page_size: str = "A4"
) -> None:
    """Writes the PDF. `page_size` is "A4" or "Letter"."""
    paper.register_fonts()
    size = paper.PAGE_SIZES[page_size]
    width = size[0] - 2 * paper.MARGIN
    document = BaseDocTemplate(
        stream,
        pagesize=size,
        title=content.heading,
        author="QA Desktop",
        subject=content.small_print,
        lang=words.languages[0],
        allowSplitting=1,
    )
    bottom = paper.MARGIN + FOOT - 12
    frame = Frame(paper.MARGIN, bottom, width, size[1] - bottom - paper.MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame]))

    class Footed(FootedCanvas):
        def foot(self, page: int, pages: int) -> None:
            said = words.label("page", page=page, pages=pages)
            draw_foot(self, content.small_print, said, size[0])

    document.build(_Report(content, words, width).flowables(), canvasmaker=Footed)


class _Report:
    """Builds the flowables of one report, from its head to the hashes."""

    def __init__(self, content: ReportContent, words: ReportWords, width: float) -> None:
        self._content = content
        self._words = words
        self._width = width

    def flowables(self) -> list[Flowable]:
        return [
            *self._head(),
            *self._findings(),
            *self._items(),
            *self._answers(),
            *self._scores(),
            *self._verdicts(),
            *self._reviewers(),
            *self._rulings(),
            *self._took_part(),
            *self._verified(),
            *self._method(),
            *self._hashes(),
        ]

    def _heading(self, key: str) -> Flowable:
        return text(self._words.label(key), style(11.5, strong=True, after=4))

    def _section(
        self, key: str, first: Sequence[Flowable], rest: Sequence[Flowable] = ()
    ) -> list[Flowable]:
        """The heading never stands alone at a page's foot."""
        together = KeepTogether([self._heading(key), *first])
        return [CondPageBreak(_LEAST_FOR_SECTION), together, *rest, Spacer(0, 11)]

    def _head(self) -> list[Flowable]:
        content = self._content
        left = [
            text(content.over, style(9, colour=paper.MUTED, after=2)),
            text(content.heading, style(15.5, strong=True)),
        ]
        right = [
            paragraph(f"<b>{safe(content.figure)}</b>", style(22, right=True)),
            text(content.figure_interval, style(9, right=True, colour=paper.INK)),
            text(content.figure_name, style(8, right=True, colour=paper.MUTED)),
        ]
        head = Table([[left, right]], colWidths=[self._width - _HEAD_RIGHT, _HEAD_RIGHT])
        head.setStyle(TableStyle([*BARE, ("VALIGN", (0, 0), (0, 0), "BOTTOM")]))
        story: list[Flowable] = [
            head,
            Spacer(0, 7),
            HRFlowable(width="100%", thickness=1.4, color=paper.INK, spaceAfter=7),
        ]
        for start in range(0, len(content.facts), _FACTS_A_ROW):
            story += [self._facts(content.facts[start : start + _FACTS_A_ROW]), Spacer(0, 5)]
        return [*story, blocks.tiles(content.tiles, self._width), Spacer(0, 11)]

    def _facts(self, facts: Sequence[tuple[str, str]]) -> Flowable:
        columns = [
            [text(name, style(8, colour=paper.MUTED, after=1)), text(fact, style(9))]
            for name, fact in facts
        ]
        shares = (0.34, 0.22, 0.22, 0.22)[: len(columns)]
        table = Table([columns], colWidths=[self._width * share for share in shares], hAlign="LEFT")
        table.setStyle(TableStyle([*BARE, ("RIGHTPADDING", (0, 0), (-1, -1), PADDING)]))
        return table

    def _findings(self) -> list[Flowable]:
        if not self._content.findings:
            return []
        lines = blocks.bullets(self._content.findings, self._width)
        return self._section("findings", lines[:1], lines[1:])

    def _items(self) -> list[Flowable]:
        content, words = self._content, self._words
        note = words.sentence("items_axis", target=figure(content.target))
        names = [words.label(key) for key in ("item", "agreement", "alpha_head", "exact", "share")]
        rest = self._width - _AXIS - 8
        widths = [rest * 0.41, _AXIS + 8, rest * 0.31, rest * 0.13, rest * 0.15]
        mark = words.label("to_settle_mark")
        rows = blocks.item_rows(content.items, content.target, mark, _AXIS)
        table = blocks.ruled([blocks.head(*names, right=2), *rows], widths)
        first = text(note, style(8.5, colour=paper.MUTED, after=3))
        return [
            CondPageBreak(_LEAST_FOR_SECTION),
            self._heading("items"),
            first,
            table,
            Spacer(0, 11),
        ]

    def _answers(self) -> list[Flowable]:
        content, words = self._content, self._words
        if not content.grids:
            return []
        note = words.sentence("answers_note", na=NA)
        first, *others = [blocks.answer_grid(grid, self._width) for grid in content.grids]
        above = [text(note, style(8.5, colour=paper.MUTED, after=5)), *first]
        rest: list[Flowable] = []
        for grid in others:
            # A small one stays on one page, whole.
            rest += [Spacer(0, 9), KeepTogether(grid)]
        if content.grids_left_out:
            rest.append(Spacer(0, 9))
            rest.append(text(content.grids_left_out, style(8.5, colour=paper.MUTED)))
        return self._section("answers", above, rest)

    def _scores(self) -> list[Flowable]:
        content, words = self._content, self._words
        target = content.target_points
        names = [
            words.label("score_of"),
            words.label("score_alpha"),
            words.label("score_icc"),
            words.label("score_within", points=target),
            words.label("score_within_reference", points=target),
            words.label("score_range"),
        ]
        widths = [self._width * share for share in (0.25, 0.2, 0.2, 0.11, 0.13, 0.11)]
        rows = blocks.figure_rows(content.scores, 3)
        table = blocks.ruled([blocks.head(*names, right=3), *rows], widths)
        rest = [Spacer(0, 4), *blocks.bullets(content.score_readings, self._width, muted=True)]
        return self._section("scores", [table], rest if content.score_readings else ())

    def _verdicts(self) -> list[Flowable]:
        content, words = self._content, self._words
        keys = ("verdict", "verdict_alike", "score_alpha", "verdict_gwet", "verdict_divided")
        names = [words.label(key) for key in keys]
        widths = [self._width * share for share in (0.18, 0.2, 0.2, 0.2, 0.22)]
        rows = blocks.figure_rows(content.verdicts, len(keys))
        table = blocks.ruled([blocks.head(*names), *rows], widths)
        rest = [Spacer(0, 4), *blocks.bullets(content.verdict_readings, self._width, muted=True)]
        return self._section("verdicts", [table], rest if content.verdict_readings else ())

    def _reviewers(self) -> list[Flowable]:
        content, words = self._content, self._words
        if not content.reviewers:
            return []
        keys = ("bias", "spread", "mad", "severity", "same_answers")
        names = [words.label("reviewer"), "", *(words.label(key) for key in keys)]
        rest = self._width - _BIAS_AXIS - 10
        shares = (0.16, 0.25, 0.1, 0.13, 0.24, 0.12)
        widths = [rest * shares[0], _BIAS_AXIS + 10, *(rest * share for share in shares[1:])]
        rows = blocks.reviewer_rows(content.reviewers, content.bias_reach, _BIAS_AXIS)
        table = blocks.ruled([blocks.head(*names, right=5), *rows], widths)
        note = text(content.bias_note, style(8.5, colour=paper.MUTED, after=3))
        said = [Spacer(0, 4), *blocks.bullets(content.reviewer_readings, self._width, muted=True)]
        return [
            CondPageBreak(_LEAST_FOR_SECTION),
            self._heading("reviewers"),
            note,
            table,
            *(said if content.reviewer_readings else ()),
            Spacer(0, 11),
        ]

    def _rulings(self) -> list[Flowable]:
        words = self._words
        if not self._content.rulings:
            nothing = text(words.sentence("no_rulings"), style(9, colour=paper.MUTED))
            return self._section("rulings", [nothing])
        cards = []
        for ruling in self._content.rulings:
            title = paragraph(
                f"<b>{safe(ruling.item)}</b>&nbsp; {safe(ruling.about)}", style(9, after=2)
            )
            lines: list[Flowable] = [title]
            if ruling.text:
                lines.append(text(ruling.text, style(9.5, after=1)))
            if ruling.answer:
                lines.append(text(ruling.answer, style(8.5, colour=paper.MUTED)))
            cards.append(blocks.framed(lines, self._width))
        rest = [part for card in cards[1:] for part in (Spacer(0, 6), card)]
        return self._section("rulings", cards[:1], rest)

    def _took_part(self) -> list[Flowable]:
        content, words = self._content, self._words
        keys = ["took_part_letter", "took_part_who", "took_part_graded"]
        shares = [0.16, 0.5, 0.34]
        people: list[Sequence[str]] = [list(row) for row in content.took_part]
        if not any(name for _, name, _ in content.took_part):
            keys, shares = [keys[0], keys[2]], [0.3, 0.7]
            people = [(letter, graded) for letter, _, graded in content.took_part]
        half = self._width / 2
        rows = [[text(cell, style(9)) for cell in row] for row in people]
        table = blocks.ruled(
            [blocks.head(*(words.label(key) for key in keys)), *rows],
            [half * share for share in shares],
        )
        table.hAlign = "LEFT"
        note = text(content.took_part_note, style(8.5, colour=paper.MUTED, after=3))
        story = [self._heading("took_part"), note, table]
        if len(people) <= _KEPT_WHOLE:
            story = [KeepTogether(story)]
        return [CondPageBreak(_LEAST_FOR_SECTION), *story, Spacer(0, 11)]

    def _verified(self) -> list[Flowable]:
        content = self._content
        lines = blocks.bullets(content.verified, self._width)
        story = self._section("verified", lines[:1], lines[1:])
        if content.not_counted:
            left_out = blocks.bullets(content.not_counted, self._width)
            story += self._section("not_counted", left_out[:1], left_out[1:])
        return story

    def _method(self) -> list[Flowable]:
        lines = [
            text(line, style(8.2, colour=paper.MUTED, after=3)) for line in self._content.method
        ]
        return self._section("method", lines[:1], lines[1:])

    def _hashes(self) -> list[Flowable]:
        rows = [
            [text(name, style(7.5, colour=paper.MUTED)), text(said, style(7.5))]
            for name, said in self._content.hashes
        ]
        table = Table(rows, colWidths=[_HASH_NAMES, self._width - _HASH_NAMES])
        table.setStyle(TableStyle([*BARE, ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]))
        return [KeepTogether([self._heading("hashes"), table])]

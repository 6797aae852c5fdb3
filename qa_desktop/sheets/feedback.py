"""Lays a feedback sheet out as PDF: one or two pages that a coach hands over."""

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

from qa_desktop.base.wording import Wording, wording
from qa_desktop.sheets import paper
from qa_desktop.sheets.cards import (
    BARE,
    PADDING,
    box,
    brief_card,
    colour_code,
    deduction_card,
    labelled,
    remark_line,
)
from qa_desktop.sheets.content import FeedbackContent
from qa_desktop.sheets.drawings import Bar, Strip, WriteIn
from qa_desktop.sheets.foot import FOOT, FootedCanvas, draw_foot
from qa_desktop.sheets.paper import paragraph, safe, style, text

HEAD_RIGHT = 200
SECTION_SHARES = (0.4, 0.13, 0.14, 0.33)
OUTCOME_MARKS = {"pass": ("✓", paper.GOOD), "fail": ("×", paper.BAD)}


def render_feedback(
    content: FeedbackContent, stream: BinaryIO, *, language: str, page_size: str = "A4"
) -> None:
    """Writes the PDF. `page_size` is "A4" or "Letter"."""
    paper.register_fonts()
    size = paper.PAGE_SIZES[page_size]
    width = size[0] - 2 * paper.MARGIN
    document = BaseDocTemplate(
        stream,
        pagesize=size,
        title=content.heading,
        author=content.organisation or "QA Desktop",
        subject=content.small_print,
        lang=language,
        allowSplitting=1,
    )
    bottom = paper.MARGIN + FOOT - 12
    frame = Frame(paper.MARGIN, bottom, width, size[1] - bottom - paper.MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame]))
    words = wording(language)

    class Footed(FootedCanvas):
        def foot(self, page: int, pages: int) -> None:
            page_words = words("sheets.page", page=page, pages=pages)
            draw_foot(self, content.small_print, page_words, size[0])

    document.build(_Sheet(content, words, width).flowables(), canvasmaker=Footed)


class _Sheet:
    """Builds the flowables of one sheet, from its head to the signatures."""

    def __init__(self, content: FeedbackContent, words: Wording, width: float) -> None:
        self._content = content
        self._words = words
        self._width = width

    def flowables(self) -> list[Flowable]:
        return [
            *self._head(),
            *self._vetoes(),
            *self._summary(),
            *self._went_well(),
            *self._scores(),
            *self._whole(),
            *self._work_on(),
            *self._also(),
            *self._action(),
        ]

    def _heading(self, key: str) -> Flowable:
        return text(self._words(f"sheets.{key}"), style(11.5, strong=True, after=4))

    def _head(self) -> list[Flowable]:
        content, words = self._content, self._words
        over = " · ".join(filter(None, (content.organisation, words("sheets.feedback"))))
        mark, colour = OUTCOME_MARKS.get(content.outcome, ("", paper.MUTED))
        outcome = words(f"sheets.{content.outcome}")
        graded = f"{content.grade} · {outcome}" if content.grade else outcome
        pass_mark = safe(words("sheets.pass_mark", mark=content.pass_mark))
        left = [
            text(over, style(9, colour=paper.MUTED, after=2)),
            text(content.heading, style(15.5, strong=True)),
        ]
        right = [
            text(content.score, style(24, strong=True, right=True)),
            paragraph(
                f'<b><font color="{colour_code(colour)}">{safe(f"{mark} {graded}".strip())}</font>'
                f'</b>&nbsp; <font color="{colour_code(paper.MUTED)}">{pass_mark}</font>',
                style(9, right=True),
            ),
        ]
        head = Table([[left, right]], colWidths=[self._width - HEAD_RIGHT, HEAD_RIGHT])
        head.setStyle(TableStyle([*BARE, ("VALIGN", (0, 0), (0, 0), "BOTTOM")]))
        columns = [
            [text(name, style(8, colour=paper.MUTED, after=1)), text(fact, style(9))]
            for name, fact in content.facts
        ]
        facts = Table([columns], colWidths=[self._width / len(columns)] * len(columns))
        facts.setStyle(TableStyle([*BARE, ("RIGHTPADDING", (0, 0), (-2, -1), PADDING)]))
        return [
            head,
            Spacer(0, 8),
            HRFlowable(width="100%", thickness=1.4, color=paper.INK, spaceAfter=8),
            facts,
            HRFlowable(width="100%", thickness=0.6, color=paper.LINE, spaceBefore=6, spaceAfter=7),
        ]

    def _vetoes(self) -> list[Flowable]:
        if not self._content.vetoes:
            return []
        lines = [
            text(line, style(9.5, strong=index == 0, colour=paper.BAD))
            for index, line in enumerate(self._content.vetoes)
        ]
        return [box([[lines]], self._width, paper.BAD_TINT), Spacer(0, 7)]

    def _summary(self) -> list[Flowable]:
        if not self._content.summary.strip():
            return []
        return [self._heading("summary"), text(self._content.summary, style(after=6))]

    def _went_well(self) -> list[Flowable]:
        content, words = self._content, self._words
        story: list[Flowable] = [self._heading("went_well")]
        story += [remark_line(remark, self._width) for remark in content.praises]
        if content.full_marks:
            joined = words("sheets.list_separator").join(content.full_marks)
            story.append(labelled(words("sheets.full_marks"), joined))
        if not content.praises and not content.full_marks:
            story.append(text(words("sheets.nothing_praised"), style(colour=paper.MUTED)))
        return [KeepTogether(story), Spacer(0, 7)]

    def _scores(self) -> list[Flowable]:
        content, words = self._content, self._words
        look, number = style(9.5), style(9.5, right=True)
        strong = style(9.5, strong=True, right=True)
        faint = style(8, colour=paper.MUTED)
        faint_right = style(8, colour=paper.MUTED, right=True)
        rows: list[list[Flowable | str]] = [
            [
                text(words("sheets.section"), faint),
                text(words("sheets.weight"), faint_right),
                text(words("sheets.this_contact"), faint_right),
                "",
            ]
        ]
        rows += [
            [
                text(line.title, look),
                text(line.weight, number),
                text(line.score, strong),
                Bar(line.score_share, self._width * 0.3),
            ]
            for line in content.sections
        ]
        rows += [
            [text(title, look), "", text(points, number), ""]
            for title, points in content.adjustments
        ]
        table = Table(
            rows, colWidths=[self._width * share for share in SECTION_SHARES], repeatRows=1
        )
        table.setStyle(
            TableStyle(
                [
                    ("FONTNAME", (0, 0), (-1, -1), paper.LATIN),
                    ("LINEBELOW", (0, 0), (-1, -1), 0.6, paper.LINE),
                    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 3),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
                    ("LEFTPADDING", (3, 0), (3, -1), 14),
                    ("TOPPADDING", (0, 0), (-1, -1), 1.5),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
                ]
            )
        )
        return [KeepTogether([self._heading("scores"), table]), Spacer(0, 8)]

    def _whole(self) -> list[Flowable]:
        whole = self._content.whole
        if whole is None:
            return []
        strip = Strip(whole, self._content.pins, self._width, lane_height=20)
        return [KeepTogether([self._heading("whole_call"), strip]), Spacer(0, 8)]

    def _work_on(self) -> list[Flowable]:
        heading = self._heading("work_on")
        noted = [deduction for deduction in self._content.deductions if not deduction.brief]
        brief = [deduction for deduction in self._content.deductions if deduction.brief]
        cards = [deduction_card(deduction, self._words, self._width) for deduction in noted]
        if brief:
            cards.append(brief_card(brief, self._words, self._width))
        if not cards:
            nothing = text(self._words("sheets.nothing_lost"), style(colour=paper.MUTED))
            return [KeepTogether([heading, nothing]), Spacer(0, 7)]
        # The heading never stands alone at a page's foot.
        story: list[Flowable] = [KeepTogether([heading, cards[0]]), Spacer(0, 7)]
        for card in cards[1:]:
            story += [KeepTogether([card]), Spacer(0, 7)]
        return [*story, Spacer(0, 5)]

    def _also(self) -> list[Flowable]:
        if not self._content.other_remarks:
            return []
        lines = [remark_line(remark, self._width) for remark in self._content.other_remarks]
        head = KeepTogether([self._heading("also"), lines[0]])
        return [head, *lines[1:], Spacer(0, 7)]

    def _action(self) -> list[Flowable]:
        words = self._words
        action = WriteIn(
            [
                (words("sheets.action_what"), 0.46),
                (words("sheets.action_owner"), 0.18),
                (words("sheets.action_by"), 0.16),
                (words("sheets.action_checked"), 0.20),
            ],
            self._width - 2 * PADDING,
        )
        signatures = WriteIn(
            [(words("sheets.agent_signs"), 0.6), (words("sheets.coach_signs"), 0.4)], self._width
        )
        framed = box([[action]], self._width, paper.TINT)
        return [
            CondPageBreak(140),
            KeepTogether([self._heading("action"), framed, Spacer(0, 7), signatures]),
        ]

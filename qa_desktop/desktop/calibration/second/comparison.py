"""Words both opinions on one interaction, item by item."""

from dataclasses import dataclass

from qa_desktop.base.wording import Wording
from qa_desktop.calibration.model import Grading
from qa_desktop.calibration.second.second_opinions_desk import SideBySide
from qa_desktop.calibration.statistics.item_scales import category_of
from qa_desktop.reviews.model import Entry
from qa_desktop.rubrics.model import Item, Note
from qa_desktop.sheets.answers import answer_in_words

NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionCell:
    """An answer in words, and what was written on it."""

    answer: str
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionRow:
    title: str
    first: OpinionCell
    second: OpinionCell
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionSection:
    """`first` and `second` are scores in percent, as decimal text."""

    title: str
    first: str
    second: str
    rows: tuple[OpinionRow, ...]


def sections_of(both: SideBySide, words: Wording) -> tuple[OpinionSection, ...]:
    return tuple(
        OpinionSection(
            title=section.title.to(words.language),
            first=_section_score(both.first, section.id),
            second=_section_score(both.second, section.id),
            rows=tuple(_row(item, both, words) for item in section.items),
        )
        for section in both.rubric.sections
    )


def differing(sections: tuple[OpinionSection, ...]) -> int:
    return sum(row.differs for section in sections for row in section.rows)


def score_text(grading: Grading | None) -> str:
    score = None if grading is None else grading.result.get("score")
    return NOTHING if score is None else str(score)


def outcome(grading: Grading | None) -> str:
    """ "pass", "fail", "not_scored", "incomplete"; "" without a grading."""
    return "" if grading is None else str(grading.result.get("outcome"))


def _row(item: Item, both: SideBySide, words: Wording) -> OpinionRow:
    first = both.first.draft.entries.get(item.id, Entry())
    second = Entry() if both.second is None else both.second.draft.entries.get(item.id, Entry())
    return OpinionRow(
        title=item.text.to(words.language),
        first=_cell(item, first, words),
        second=_cell(item, second, words),
        differs=both.second is not None and _differ(item, first, second),
    )


def _differ(item: Item, first: Entry, second: Entry) -> bool:
    """As the statistics compare them: of a measure by the band. Notes are no answers to compare."""
    if isinstance(item.answer, Note):
        return False
    one, other = first.answer, second.answer
    if one is None or other is None:
        return one is not other
    return category_of(item, one) != category_of(item, other)


def _cell(item: Item, entry: Entry, words: Wording) -> OpinionCell:
    return OpinionCell(
        answer=answer_in_words(item, entry.answer, words) or NOTHING, comment=entry.comment
    )


def _section_score(grading: Grading | None, section_id: str) -> str:
    found = [] if grading is None else grading.result.get("sections")
    sections = found if isinstance(found, list) else []
    score = next((one["score"] for one in sections if one["id"] == section_id), None)
    return NOTHING if score is None else str(score)

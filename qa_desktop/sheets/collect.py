"""Collects and words everything that a feedback sheet says about one review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.audio.peaks import Peaks
from qa_desktop.base.clock import SystemClock
from qa_desktop.base.wording import Wording, wording
from qa_desktop.database import audit
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.agents import agents_of, graded_agent, graded_name
from qa_desktop.interactions.legs import as_one
from qa_desktop.interactions.model import InteractionDetail
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.draft_json import normalised
from qa_desktop.reviews.grading import given_of
from qa_desktop.reviews.model import CommentKind, Entry, Review
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import AdjustmentKind, Item, Rubric
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scoring import format_score, score
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.sheets.answers import answer_in_words
from qa_desktop.sheets.clips import cut
from qa_desktop.sheets.content import Clip, Deduction, FeedbackContent, Remark, SectionLine
from qa_desktop.sheets.remarks import to_remark
from qa_desktop.sheets.wordings import day, day_and_time, length, plain_number

AROUND_MS = 5000
SHORTEST_CLIP_MS = 12000
CLIP_COLUMNS = 260
WHOLE_COLUMNS = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One revision of a review with all it refers to. `peaks` None: no sound, or not at hand."""

    review: Review
    rubric: Rubric
    detail: InteractionDetail
    peaks: Peaks | None
    audit_head: str


def collect_feedback(
    workspace: Workspace,
    review_id: str,
    *,
    language: str,
    revision: int | None = None,
    peaks: Peaks | None = None,
    organisation: str = "",
    rubrics: RubricStore | None = None,
) -> FeedbackContent:
    """The sheet of a review in a workspace; `revision` None: the newest.

    `rubrics` is a store that may have read the rubric already: that takes 40 ms.
    Raises ProblemError where there is no such review.
    """
    database = workspace.database
    clock = SystemClock()
    review = ReviewStore(database, clock, "").get(review_id, revision)
    rubrics = rubrics or RubricStore(database, clock, "")
    rubric = rubrics.get(review.rubric_id, review.rubric_version)
    reviewed = Reviewed(
        review=review,
        rubric=rubric,
        detail=InteractionStore(database, clock, "").detail(review.interaction_id),
        peaks=peaks,
        audit_head=audit.head(database),
    )
    return word_feedback(reviewed, wording(language), organisation=organisation)


def word_feedback(reviewed: Reviewed, words: Wording, *, organisation: str = "") -> FeedbackContent:
    """Everything the sheet says, in the language of `words`."""
    review, rubric, detail = reviewed.review, reviewed.rubric, reviewed.detail
    result = score(rubric, given_of(review.draft))
    # The screen numbers them in the same order.
    numbered = list(enumerate(normalised(review.draft).comments, start=1))
    remarks = {comment.id: to_remark(number, comment, detail.turns) for number, comment in numbered}
    by_item: dict[str, list[Remark]] = {}
    free: list[Remark] = []
    for _, comment in numbered:
        if comment.item_id is None:
            free.append(remarks[comment.id])
        else:
            by_item.setdefault(comment.item_id, []).append(remarks[comment.id])
    deductions = _deductions(reviewed, result, by_item, words)
    told = {r.number for d in deductions for r in (*d.remarks, *d.suggestions)}
    everything = list(remarks.values())
    praises = [r for r in everything if r.kind is CommentKind.PRAISE and r.number not in told]
    shown = told | {remark.number for remark in praises}
    return FeedbackContent(
        organisation=organisation,
        heading=_heading(reviewed, words),
        score="—" if result.score is None else format_score(result.score, result.rounding),
        grade=_grade_title(rubric, result.grade, words),
        outcome=result.outcome,
        pass_mark=plain_number(rubric.scoring.pass_mark),
        facts=_facts(reviewed, words),
        vetoes=_vetoes(reviewed, result, words),
        praises=praises,
        full_marks=_full_marks(rubric, result, words.language),
        sections=_sections(rubric, result, words),
        adjustments=_adjustments(rubric, result, words),
        deductions=deductions,
        other_remarks=[remark for remark in everything if remark.number not in shown],
        summary=review.draft.summary,
        whole=_clip(reviewed, 0, _duration_ms(reviewed), WHOLE_COLUMNS, words),
        pins=everything,
        small_print=_small_print(reviewed, words),
    )


def _heading(reviewed: Reviewed, words: Wording) -> str:
    interaction = reviewed.detail.interaction
    about = interaction.metadata
    who = graded_name(reviewed.detail, reviewed.review.draft.agent) or words("sheets.unknown_agent")
    if about.started_at is None:
        return words(f"sheets.undated_{interaction.kind.value}", who=who)
    when = day_and_time(about.started_at, words.language)
    return words(f"sheets.heading_{interaction.kind.value}", who=who, when=when)


def _facts(reviewed: Reviewed, words: Wording) -> Sequence[tuple[str, str]]:
    review, rubric, interaction = reviewed.review, reviewed.rubric, reviewed.detail.interaction
    about, language = interaction.metadata, words.language
    agent = _agent_facts(reviewed)
    direction = about.direction or ""
    contact = [
        interaction.title,
        about.queue,
        words.get(f"sheets.direction_{direction}", direction),
    ]
    duration_ms = _duration_ms(reviewed)
    if duration_ms:
        contact.insert(1, length(duration_ms, language))
    title = words("sheets.rubric_version", title=rubric.title.to(language), version=rubric.version)
    scenario = next((s for s in rubric.scenarios if s.id == review.draft.scenario), None)
    if scenario is not None:
        title = f"{title} · {scenario.title.to(language)}"
    when = day(review.submitted_at or review.saved_at, language)
    who = review.reviewer or words("sheets.no_name")
    return (
        (words("sheets.agent"), " · ".join(dict.fromkeys(filter(None, agent))) or "—"),
        (words("sheets.contact"), " · ".join(filter(None, contact))),
        (words("sheets.rubric"), title),
        (words("sheets.reviewed_by"), f"{who} · {when}"),
    )


def _agent_facts(reviewed: Reviewed) -> list[str | None]:
    """The id and team that the metadata gives are its own agent's, and nobody else's."""
    about = reviewed.detail.interaction.metadata
    chosen = reviewed.review.draft.agent
    part = graded_agent(agents_of(reviewed.detail), chosen)
    if part is not None and part.own:
        return [about.agent_id, about.agent_name, about.team]
    return [part.name if part is not None else chosen]


def _duration_ms(reviewed: Reviewed) -> int:
    if reviewed.peaks is not None and reviewed.detail.recordings:
        return reviewed.peaks.duration_ms + as_one(reviewed.detail.recordings).offset_ms
    return reviewed.detail.interaction.duration_ms or 0


def _grade_title(rubric: Rubric, grade: str | None, words: Wording) -> str:
    found = next((g for g in rubric.grades if g.id == grade), None)
    return found.title.to(words.language) if found else ""


def _vetoes(reviewed: Reviewed, result: Result, words: Wording) -> list[str]:
    items = {item.id: item for item in reviewed.rubric.items()}
    entries = reviewed.review.draft.entries
    lines = [
        words(
            "sheets.veto_line",
            item=items[veto.item].text.to(words.language),
            answer=answer_in_words(items[veto.item], entries.get(veto.item, Entry()).answer, words),
        )
        for veto in result.vetoes
    ]
    before = result.score_before_veto
    if lines and before is not None and before != result.score:
        said = format_score(before, result.rounding)
        lines.append(words("sheets.before_veto", score=said))
    return lines


def _sections(rubric: Rubric, result: Result, words: Wording) -> list[SectionLine]:
    titles = {section.id: section.title.to(words.language) for section in rubric.sections}
    return [
        SectionLine(
            title=titles[line.id],
            weight=f"{plain_number(line.weight)} %",
            score="—" if line.score is None else format_score(line.score, result.rounding),
            score_share=None if line.score is None else float(line.score / 100),
        )
        for line in result.sections
    ]


def _full_marks(rubric: Rubric, result: Result, language: str) -> list[str]:
    texts = {item.id: item.text.to(language) for item in rubric.items()}
    return [
        texts[line.id] for line in result.items if line.score == 1 and not line.na and line.weight
    ]


def _adjustments(rubric: Rubric, result: Result, words: Wording) -> list[tuple[str, str]]:
    titles = {
        adjustment.id: adjustment.title.to(words.language) for adjustment in rubric.adjustments
    }
    lines = []
    for applied in result.adjustments:
        title = titles[applied.id]
        title = f"{title} × {applied.times}" if applied.times > 1 else title
        if applied.kind is AdjustmentKind.GRADE_LIFT:
            lines.append((title, ""))
            continue
        points = plain_number(applied.points)
        signed = points if points.startswith("−") else f"+{points}"
        lines.append((title, words("sheets.points", points=signed)))
    return lines


def _deductions(
    reviewed: Reviewed,
    result: Result,
    by_item: Mapping[str, Sequence[Remark]],
    words: Wording,
) -> list[Deduction]:
    items = {item.id: item for item in reviewed.rubric.items()}
    vetoed = {veto.item for veto in result.vetoes}
    lost: list[tuple[Fraction, Deduction]] = []
    for line in result.items:
        if line.na or line.score is None or (line.score == 1 and line.id not in vetoed):
            continue
        remarks = by_item.get(line.id, ())
        if not (line.weight or line.id in vetoed or remarks or _is_noted(reviewed, line.id)):
            # A question that only steers what else is asked.
            continue
        points = line.weight - line.contribution
        lost.append(
            (
                points,
                _deduction(reviewed, items[line.id], points, remarks, words, line.id in vetoed),
            )
        )
    lost.sort(key=lambda pair: (not pair[1].veto, -pair[0]))
    return [deduction for _, deduction in lost]


def _is_noted(reviewed: Reviewed, item_id: str) -> bool:
    entry = reviewed.review.draft.entries.get(item_id, Entry())
    return bool(entry.comment.strip() or entry.reasons)


def _deduction(
    reviewed: Reviewed,
    item: Item,
    points: Fraction,
    remarks: Sequence[Remark],
    words: Wording,
    vetoed: bool,
) -> Deduction:
    language = words.language
    entry = reviewed.review.draft.entries.get(item.id, Entry())
    titles = {reason.id: reason.title.to(language) for reason in item.reasons}
    return Deduction(
        title=item.text.to(language),
        answer=answer_in_words(item, entry.answer, words),
        lost=words("sheets.points", points=f"−{plain_number(points)}") if points else "",
        guidance=item.help.to(language) if item.help else "",
        note=entry.comment,
        reasons=tuple(titles.get(reason, reason) for reason in entry.reasons),
        veto=vetoed,
        remarks=tuple(r for r in remarks if not _suggests(r)),
        suggestions=tuple(r for r in remarks if _suggests(r)),
        clip=_evidence_clip(reviewed, entry, remarks, words),
    )


def _suggests(remark: Remark) -> bool:
    """A quotation without a text is evidence, whatever its kind."""
    return remark.kind is CommentKind.COACHING and bool(remark.text)


def _evidence_clip(
    reviewed: Reviewed, entry: Entry, remarks: Sequence[Remark], words: Wording
) -> Clip | None:
    """Around the item's first remark in time, or around the two marks of a measure."""
    timed = [remark for remark in remarks if remark.start_ms is not None]
    if timed:
        start = timed[0].start_ms or 0
        end = timed[0].end_ms or start
    elif entry.marks_ms is not None:
        start, end = entry.marks_ms
    else:
        return None
    begin, finish = start - AROUND_MS, end + AROUND_MS
    short = SHORTEST_CLIP_MS - (finish - begin)
    if short > 0:
        begin, finish = begin - short // 2, finish + short // 2
    return _clip(reviewed, max(0, begin), finish, CLIP_COLUMNS, words)


def _clip(
    reviewed: Reviewed, start_ms: int, end_ms: int, columns: int, words: Wording
) -> Clip | None:
    if reviewed.peaks is None or not reviewed.detail.recordings or end_ms <= start_ms:
        return None
    return cut(
        reviewed.peaks,
        as_one(reviewed.detail.recordings),
        start_ms=start_ms,
        end_ms=end_ms,
        columns=columns,
        names=(words("sheets.agent"), words("sheets.customer")),
    )


def _small_print(reviewed: Reviewed, words: Wording) -> str:
    review = reviewed.review
    line = words(
        "sheets.small_print",
        review=review.id[:8],
        revision=review.revision,
        rubric=f"{review.rubric_id} v{review.rubric_version} {review.rubric_hash[:19]}",
        head=reviewed.audit_head[:12],
    )
    if review.correction_reason:
        line += " · " + words("sheets.correction", reason=review.correction_reason)
    if review.submitted_at is None:
        line = f"{words('sheets.draft')} · {line}"
    return line

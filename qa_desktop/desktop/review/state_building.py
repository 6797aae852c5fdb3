"""Puts the page's state together from the session, the live score and the form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qa_desktop.calibration.blind.pseudonyms import parted
from qa_desktop.desktop.review.card.form import FormContext, adjustments_state, sections_state
from qa_desktop.desktop.review.card.live_score import score_state
from qa_desktop.desktop.review.conversation.graded_agents import agent_states, faint_turns
from qa_desktop.desktop.review.labels import step_state
from qa_desktop.desktop.review.session import GradingSession
from qa_desktop.desktop.review.state import (
    BlindState,
    CommentState,
    HeaderState,
    MissingState,
    PageState,
    Phase,
    RubricChoice,
    SaveState,
    SectionState,
)
from qa_desktop.interactions.agents import AgentPart, graded_agent
from qa_desktop.interactions.model import InteractionDetail, Metadata
from qa_desktop.reviews.model import Lack
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildContext:
    """What a form with a rubric is made from besides the session."""

    rubric: Rubric
    result: Result
    lacking: tuple[Lack, ...]
    shown_lacks: Mapping[str, tuple[str, ...]]
    current: str | None
    folded: frozenset[str]
    marks_ms: Mapping[str, tuple[int | None, int | None]]
    comments: tuple[CommentState, ...]


def header_state(
    detail: InteractionDetail,
    parts: Sequence[AgentPart],
    session: GradingSession,
    language: str,
) -> HeaderState:
    """`parts`: the agents' in this interaction; blind, they are nobody's."""
    interaction = detail.interaction
    known = interaction.metadata if session.blind is None else Metadata()
    parts = parts if session.blind is None else ()
    rubric = session.rubric
    scenarios = session.scenarios(rubric) if rubric else ()
    chosen = session.draft.agent
    graded = graded_agent(parts, chosen)
    own = graded is None or graded.own
    return HeaderState(
        kind=interaction.kind,
        title=interaction.title,
        agent=graded.name if graded else chosen or "",
        agent_id=known.agent_id or "" if own else "",
        agents=agent_states(parts, chosen),
        agent_open=graded is None and chosen is None and len(parts) > 1,
        faint=faint_turns(detail.turns, parts, chosen),
        team=known.team or "",
        queue=known.queue or "",
        started_at=known.started_at,
        duration_ms=interaction.duration_ms,
        messages=sum(not turn.internal for turn in detail.turns),
        tags=known.tags,
        rubric=f"{rubric.title.to(language)} v{rubric.version}" if rubric else "",
        scenarios=tuple((each.id, each.title.to(language)) for each in scenarios),
        scenario=session.draft.scenario or "",
    )


def _phase_of(session: GradingSession) -> Phase:
    if session.rubric is None:
        return Phase.CHOOSE_RUBRIC if session.candidates else Phase.NO_RUBRIC
    if session.foreign:
        return Phase.FOREIGN
    if session.submitted:
        return Phase.SUBMITTED
    return Phase.CLOSED if session.closed else Phase.GRADING


def blind_state(session: GradingSession) -> BlindState | None:
    """None for daily work."""
    blind, review = session.blind, session.review
    if blind is None:
        return None
    named = parted(blind.pseudonym)
    sealing = blind.sealing
    shown = (review.id, review.revision) if review is not None else None
    if sealing is not None and (sealing.review_id, sealing.revision) != shown:
        sealing = None
    return BlindState(
        session_id=blind.session_id,
        title=blind.title,
        number=named[1] if named else blind.place,
        place=blind.place,
        count=blind.count,
        sealed_at=sealing.sealed_at if sealing else None,
        waiting=sealing is not None and sealing.waiting,
        by_hand=sealing is not None and sealing.by_hand,
        closed_at=blind.closed_at,
    )


def page_state(
    header: HeaderState,
    session: GradingSession,
    language: str,
    context: BuildContext | None = None,
) -> PageState:
    """Without a context there is no rubric yet, and nothing but the choice of one."""
    review = session.review
    comments = context.comments if context else ()
    bare = PageState(
        header=header,
        phase=_phase_of(session),
        language=language,
        rubrics=_choices(session, language),
        save=SaveState(
            saved_at=session.saved_at, unsaved=session.unsaved, problems=session.problems
        ),
        undo=step_state(session.undo_label(), session.rubric, comments, language),
        redo=step_state(session.redo_label(), session.rubric, comments, language),
        review_id=review.id if review else None,
        revision=review.revision if review else 1,
        reviewer=review.reviewer if review else "",
        submitted_at=review.submitted_at if review else None,
        correction_reason=review.correction_reason if review else None,
        blind=blind_state(session),
    )
    return bare if context is None else _filled(bare, session, context)


def _filled(bare: PageState, session: GradingSession, context: BuildContext) -> PageState:
    draft = session.draft
    form = FormContext(
        draft=draft,
        result=context.result,
        language=bare.language,
        current=context.current,
        folded=context.folded,
        lacks=context.shown_lacks,
        marks_ms=context.marks_ms,
        evidence=_evidence(context.comments),
        precedents=session.precedents,
    )
    sections = sections_state(context.rubric, form)
    return replace(
        bare,
        sections=sections,
        current_item=context.current,
        score=score_state(context.rubric, draft, context.result, bare.language),
        missing=_missing(context, sections),
        adjustments=adjustments_state(context.rubric, draft, bare.language),
        comments=context.comments,
        summary=draft.summary,
        lacks=context.shown_lacks,
    )


def _evidence(comments: tuple[CommentState, ...]) -> dict[str, tuple[CommentState, ...]]:
    """Quotations by the item that they are linked to."""
    found: dict[str, tuple[CommentState, ...]] = {}
    for comment in comments:
        if comment.item_id and comment.quote and not comment.pending:
            found[comment.item_id] = (*found.get(comment.item_id, ()), comment)
    return found


def _choices(session: GradingSession, language: str) -> tuple[RubricChoice, ...]:
    return tuple(
        RubricChoice(
            id=rubric.id,
            version=rubric.version,
            title=rubric.title.to(language),
            items=len(rubric.items()),
            digit=str(place) if place <= 9 else "",
            usual=rubric.id == session.usual_rubric,
        )
        for place, rubric in enumerate(session.candidates, start=1)
    )


def _missing(context: BuildContext, sections: tuple[SectionState, ...]) -> MissingState:
    """Counts items, not lacks; the next one is looked for from the current item onwards."""
    lacking = frozenset(lack.item_id for lack in context.lacking)
    order = [item for section in sections for item in section.items]
    ids = [item.id for item in order]
    waiting = [item for item in order if item.id in lacking]
    if not waiting:
        return MissingState()
    at = ids.index(context.current) if context.current in ids else -1
    later = [item for item in waiting if ids.index(item.id) > at]
    following = (later or waiting)[0]
    return MissingState(
        count=len(waiting),
        first_id=waiting[0].id,
        next_id=following.id,
        next_text=following.text,
    )

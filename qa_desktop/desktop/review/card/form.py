"""Turns a rubric and a draft into the scorecard's sections and items."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from qa_desktop.desktop.review.card.edits import entry_of
from qa_desktop.desktop.review.card.live_score import item_scores, percent_text
from qa_desktop.desktop.review.card.numbers import is_time_unit, number_text
from qa_desktop.desktop.review.state import (
    AdjustmentState,
    AnswerForm,
    BandState,
    CommentState,
    ItemState,
    NumberState,
    OptionState,
    SectionState,
    Tone,
)
from qa_desktop.reviews.model import Draft, Entry
from qa_desktop.rubrics.model import (
    Answer,
    Choice,
    CommentRule,
    Item,
    Measure,
    Multi,
    Note,
    Points,
    Rubric,
    Scale,
)
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.shares import effective_shares

# A scale with more values than this is typed, not clicked.
MAX_BUTTONS = 11
NONE_KEY = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """What the items' states are made from besides the rubric.

    `marks_ms` holds first marks that wait for their second; `lacks` what to point at, by item.
    """

    draft: Draft
    result: Result
    language: str
    current: str | None
    folded: frozenset[str]
    lacks: Mapping[str, tuple[str, ...]]
    marks_ms: Mapping[str, tuple[int | None, int | None]]
    evidence: Mapping[str, tuple[CommentState, ...]] = field(default_factory=dict)
    precedents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def sections_state(rubric: Rubric, context: FormContext) -> tuple[SectionState, ...]:
    """Sections with at least one visible item; numbers count all items, so that none shifts."""
    numbers = {item.id: number for number, item in enumerate(rubric.items(), start=1)}
    hidden = frozenset(context.result.hidden)
    scores = item_scores(context.result)
    held = frozenset(veto.item for veto in context.result.vetoes)
    results = {section.id: section for section in context.result.sections}
    shares = _shares(rubric, context)
    states = []
    for section in rubric.sections:
        items = tuple(
            _item_state(item, numbers[item.id], context, scores.get(item.id), item.id in held)
            for item in section.items
            if item.id not in hidden
        )
        if items:
            result = results.get(section.id)
            states.append(
                SectionState(
                    id=section.id,
                    title=section.title.to(context.language),
                    weight=percent_text(shares[section.id]) if section.id in shares else "",
                    score=percent_text(result.score if result else None),
                    answered=sum(item.answered for item in items),
                    folded=section.id in context.folded,
                    items=items,
                )
            )
    return tuple(states)


def _shares(rubric: Rubric, context: FormContext) -> Mapping[str, Fraction]:
    """Each section's share of the form in percent.

    As the rubric and the scenario say it while answers are missing (the one section that has any
    would otherwise count 100 %), then as it really weighs, N/A and all.
    """
    effective = {s.id: s.weight for s in context.result.sections if s.weight}
    if not context.result.missing and effective:
        return effective
    return effective_shares(rubric, context.draft.scenario).sections


def _item_state(
    item: Item, number: int, context: FormContext, item_score: Fraction | None, held: bool
) -> ItemState:
    entry = entry_of(context.draft, item.id)
    language = context.language
    na = entry.answer is not None and entry.answer.na
    answered = entry.comment != "" if isinstance(item.answer, Note) else entry.answer is not None
    lost = item_score is not None and item_score < 1
    return ItemState(
        id=item.id,
        number=number,
        text=item.text.to(language),
        guidance=item.help.to(language) if item.help else "",
        anchors=_anchors(item, language),
        form=_form(item),
        options=_options(item, entry.answer, language),
        amount=_amount(item, entry, context, item_score),
        answered=answered,
        na=na,
        na_allowed=item.na_allowed and not isinstance(item.answer, Note),
        comment=entry.comment,
        comment_allowed=item.comment is not CommentRule.NEVER or isinstance(item.answer, Note),
        comment_required=_comment_required(item, item_score, na=na),
        reasons=tuple(
            OptionState(
                key=reason.id,
                label=reason.title.to(language),
                chosen=reason.id in entry.reasons,
            )
            for reason in item.reasons
        ),
        reasons_wanted=bool(item.reasons) and (lost or bool(entry.reasons)),
        critical=item.critical,
        has_veto=item.veto is not None,
        veto_held=held,
        current=item.id == context.current,
        lacking=context.lacks.get(item.id, ()),
        evidence=context.evidence.get(item.id, ()),
        precedents=context.precedents.get(item.id, ()),
    )


def _comment_required(item: Item, item_score: Fraction | None, *, na: bool) -> bool:
    if item.comment is CommentRule.ALWAYS:
        return True
    if item.comment is CommentRule.BELOW and item_score is not None and not na:
        return item.comment_below is not None and item_score < item.comment_below
    return False


def _form(item: Item) -> AnswerForm:
    match item.answer:
        case Multi():
            return AnswerForm.TOGGLES
        case Points():
            return AnswerForm.NUMBER
        case Measure():
            return AnswerForm.MEASURE
        case Note():
            return AnswerForm.NOTE
        case Scale() as scale if len(scale_values(scale)) > MAX_BUTTONS:
            return AnswerForm.NUMBER
        case _:
            return AnswerForm.SINGLE


def scale_values(scale: Scale) -> tuple[Fraction, ...]:
    """Best first: from the top of the scale down in whole steps."""
    count = int(scale.max - scale.min)
    return tuple(scale.max - step for step in range(count + 1))


def _anchors(item: Item, language: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(item.answer, Scale):
        return ()
    ordered = sorted(item.answer.anchors, key=lambda anchor: anchor[0], reverse=True)
    return tuple((number_text(value), text.to(language)) for value, text in ordered)


def _options(item: Item, answer: Answer | None, language: str) -> tuple[OptionState, ...]:
    match item.answer:
        case Scale() as scale if len(scale_values(scale)) <= MAX_BUTTONS:
            return _scale_options(item, scale, answer, language)
        case Choice(options=options):
            return tuple(
                OptionState(
                    key=option.id,
                    label=option.title.to(language),
                    chosen=answer is not None and answer.value == option.id,
                    tone=_tone(item, option.id, full=option.score == 1),
                    digit=_digit(place),
                )
                for place, option in enumerate(options, start=1)
            )
        case Multi(options=options):
            chosen = answer.values if answer is not None and answer.values is not None else None
            toggles = tuple(
                OptionState(
                    key=option.id,
                    label=option.title.to(language),
                    chosen=chosen is not None and option.id in chosen,
                    tone=_tone(item, option.id, full=False),
                    digit=_digit(place),
                )
                for place, option in enumerate(options, start=1)
            )
            return (*toggles, OptionState(key=NONE_KEY, label="", chosen=chosen == ()))
        case _:
            return ()


def _scale_options(
    item: Item, scale: Scale, answer: Answer | None, language: str
) -> tuple[OptionState, ...]:
    anchors = {value: text.to(language) for value, text in scale.anchors}
    return tuple(
        OptionState(
            key=number_text(value),
            label=number_text(value),
            chosen=answer is not None and answer.value == value,
            tone=_tone(item, value, full=False),
            hint=anchors.get(value, ""),
            digit=number_text(value) if 0 <= value <= 9 else "",
        )
        for value in scale_values(scale)
    )


def _tone(item: Item, value: str | Fraction, *, full: bool) -> Tone:
    if item.veto is not None and value in item.veto.when:
        return Tone.BAD
    # What weighs nothing only steers what else is asked: no answer to it is a good one.
    return Tone.GOOD if full and item.weight else Tone.ACCENT


def _digit(place: int) -> str:
    return str(place) if place <= 9 else ""


def _amount(
    item: Item, entry: Entry, context: FormContext, item_score: Fraction | None
) -> NumberState | None:
    value = entry.answer.value if entry.answer is not None else None
    text = number_text(value) if isinstance(value, Fraction) else ""
    match item.answer:
        case Points() as points:
            return NumberState(
                value=text, maximum=number_text(points.max), step=number_text(points.step)
            )
        case Scale() as scale if len(scale_values(scale)) > MAX_BUTTONS:
            return NumberState(value=text, maximum=number_text(scale.max), step="1")
        case Measure() as measure:
            waiting = context.marks_ms.get(item.id)
            return NumberState(
                value=text,
                unit=measure.unit,
                bands=tuple(
                    BandState(
                        up_to="" if band.up_to is None else number_text(band.up_to),
                        score_pct=number_text(band.score * 100),
                    )
                    for band in measure.bands
                ),
                markable=is_time_unit(measure.unit),
                marks_ms=waiting or entry.marks_ms or (None, None),
                score_pct=None if item_score is None else round(item_score * 100),
            )
        case _:
            return None


def adjustments_state(rubric: Rubric, draft: Draft, language: str) -> tuple[AdjustmentState, ...]:
    return tuple(
        AdjustmentState(
            id=adjustment.id,
            title=adjustment.title.to(language),
            kind=str(adjustment.kind),
            points=number_text(adjustment.points),
            steps=adjustment.steps,
            times=draft.adjustments.get(adjustment.id, 0),
            maximum=adjustment.times,
        )
        for adjustment in rubric.adjustments
    )

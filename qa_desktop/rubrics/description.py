"""The figures and rules of a rubric's parts as short texts, for comparing and showing them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.base.local_text import LocalText
from qa_desktop.rubrics.model import (
    Adjustment,
    AnswerType,
    Choice,
    CommentRule,
    Effect,
    Item,
    Measure,
    Multi,
    NaKind,
    NaRule,
    Note,
    Points,
    Rubric,
    Scale,
    Scenario,
)
from qa_desktop.rubrics.numbers import number_text

Facts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """`scoring`: what changes a score or what is asked; `texts`: the words of the answers."""

    scoring: Facts
    texts: Mapping[str, LocalText]


def item_facts(item: Item) -> ItemFacts:
    scoring = {"answer": answer_text(item.answer)}
    if not item.na_allowed:
        scoring["na"] = "not-allowed"
    elif item.na is not None:
        scoring["na"] = _na_text(item.na)
    if item.comment is CommentRule.BELOW and item.comment_below is not None:
        scoring["comment"] = f"required_below {number_text(item.comment_below)}"
    elif item.comment is not CommentRule.OPTIONAL:
        scoring["comment"] = item.comment.value
    if item.critical is not None:
        scoring["critical"] = item.critical
    if item.veto is not None:
        veto = item.veto
        effect: str = veto.effect.value
        if veto.effect is Effect.CAP and veto.cap is not None:
            effect = f"cap {number_text(veto.cap)}"
        times = f" ×{veto.count}" if veto.count > 1 else ""
        scoring["veto"] = f"{_values_text(veto.when)}{times}: {veto.scope.value} {effect}"
    if item.show_if is not None:
        scoring["show_if"] = f"{item.show_if.item}: {_values_text(item.show_if.values)}"
    if item.reasons:
        scoring["reasons"] = ", ".join(reason.id for reason in item.reasons)
    return ItemFacts(scoring=scoring, texts=_texts(item))


def answer_text(answer: AnswerType) -> str:
    """The kind of answer with all its figures: "choice yes 1, no 0", "scale 1 – 5"."""
    match answer:
        case Scale(min=low, max=high, ratio=ratio):
            return f"scale {number_text(low)} – {number_text(high)}{' ratio' if ratio else ''}"
        case Choice(options=options) | Multi(options=options):
            kind = "choice" if isinstance(answer, Choice) else "multi"
            return f"{kind} " + ", ".join(f"{o.id} {number_text(o.score)}" for o in options)
        case Points(max=high, step=step):
            return f"points 0 – {number_text(high)} step {number_text(step)}"
        case Measure(unit=unit, bands=bands, source=source):
            shown = ", ".join(
                f"≤ {number_text(b.up_to)}: {number_text(b.score)}"
                if b.up_to is not None
                else f"… {number_text(b.score)}"
                for b in bands
            )
            return f"measure {unit} {shown}" + (f" ({source})" if source else "")
        case Note():
            return "note"


def _texts(item: Item) -> dict[str, LocalText]:
    texts: dict[str, LocalText] = {}
    match item.answer:
        case Scale(anchors=anchors):
            texts |= {f"anchors.{number_text(value)}": text for value, text in anchors}
        case Choice(options=options) | Multi(options=options):
            texts |= {f"options.{option.id}": option.title for option in options}
    return texts | {f"reasons.{reason.id}": reason.title for reason in item.reasons}


def _values_text(values: tuple[str | Fraction, ...]) -> str:
    return ", ".join(v if isinstance(v, str) else number_text(v) for v in values)


def _na_text(rule: NaRule) -> str:
    if rule.kind is NaKind.AS_SCORE and rule.score is not None:
        return f"as_score {number_text(rule.score)}"
    return rule.kind.value


def adjustment_facts(adjustment: Adjustment) -> Facts:
    if adjustment.steps:
        return {"steps": f"{adjustment.steps} ×{adjustment.times}"}
    points = number_text(adjustment.points)
    return {"points": f"{adjustment.kind.value} {points} ×{adjustment.times}"}


def scenario_facts(scenario: Scenario) -> Facts:
    facts = {f"weights.{name}": number_text(w) for name, w in scenario.weights.items()}
    if scenario.match_tags:
        facts["match"] = ", ".join(scenario.match_tags)
    for field, day in (("from", scenario.active_from), ("until", scenario.active_until)):
        if day is not None:
            facts[f"active.{field}"] = day.isoformat()
    return facts


def settings_facts(rubric: Rubric) -> Facts:
    """What stands at the head of the file and holds for every item."""
    scoring = rubric.scoring
    facts = {
        "channels": ", ".join(rubric.channels),
        "languages": ", ".join(rubric.languages),
        "aggregation": scoring.aggregation.value,
        "na": _na_text(scoring.na),
        "na_scope": "form" if scoring.na_by_form else "section",
        "floor": number_text(scoring.floor),
        "pass_mark": number_text(scoring.pass_mark),
        "rounding": str(scoring.rounding),
    }
    for field, number in (("cap", scoring.cap), ("bonus_cap", rubric.bonus_cap)):
        if number is not None:
            facts[field] = number_text(number)
    for field, day in (("from", rubric.effective_from), ("until", rubric.effective_until)):
        if day is not None:
            facts[f"effective.{field}"] = day.isoformat()
    if rubric.review_every:
        facts["review_every"] = rubric.review_every
    return facts

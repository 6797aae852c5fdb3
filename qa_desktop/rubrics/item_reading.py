"""Reads one item of a rubric, all that can be judged without the other items."""

from fractions import Fraction

from qa_desktop.rubrics.answer_reading import read_answer
from qa_desktop.rubrics.cursor import Cursor, report_duplicates
from qa_desktop.rubrics.model import (
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
    Reason,
    Scale,
    Scope,
    ShowIf,
    Veto,
)
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.tree import Table

_REQUIRED = ("id", "text", "answer")
_OPTIONAL = (
    "help",
    "weight",
    "na",
    "comment",
    "reasons",
    "critical",
    "veto",
    "show_if",
    "abilities",
)


def read_item(at: Cursor) -> Item | None:
    """None (reported) where no table stands."""
    if not at.table(required=_REQUIRED, optional=_OPTIONAL):
        return None
    answer = read_answer(at.child("answer"))
    na_allowed, na = _na(at.child("na"))
    comment, below = _comment(at.child("comment"))
    help_at, critical_at = at.child("help"), at.child("critical")
    return Item(
        id=at.child("id").ident(),
        text=at.child("text").local_text(),
        answer=answer,
        help=help_at.local_text() if help_at.given else None,
        weight=at.child("weight").number(low=0),
        na_allowed=na_allowed,
        na=na,
        comment=comment,
        comment_below=below,
        reasons=_reasons(at.child("reasons")),
        critical=(
            critical_at.one_of(("customer", "business", "compliance"))
            if critical_at.given
            else None
        ),
        veto=_veto(at.child("veto")),
        show_if=_show_if(at.child("show_if")),
        abilities=at.child("abilities").words(at_least=0) if at.child("abilities").given else (),
    )


def read_na_rule(at: Cursor, words: tuple[str, ...]) -> NaRule | str:
    """{as_score: x} as a rule, or one of `words`."""
    if isinstance(at.node, Table):
        at.table(required=("as_score",))
        return NaRule(kind=NaKind.AS_SCORE, score=at.child("as_score").number(low=0, high=1))
    return at.one_of(words, also=["{as_score: x}"])


def _na(at: Cursor) -> tuple[bool, NaRule | None]:
    if not at.given:
        return True, None
    rule = read_na_rule(at, ("allowed", "not-allowed", "exclude", "as_full"))
    if isinstance(rule, NaRule):
        return True, rule
    if rule in ("exclude", "as_full"):
        return True, NaRule(kind=NaKind(rule))
    return rule != "not-allowed", None


def _comment(at: Cursor) -> tuple[CommentRule, Fraction | None]:
    if not at.given:
        return CommentRule.OPTIONAL, None
    if isinstance(at.node, Table):
        at.table(required=("required_below",))
        return CommentRule.BELOW, at.child("required_below").number(low=0, high=1)
    return CommentRule(at.one_of(("always", "never"), also=["{required_below: x}"])), None


def _reasons(at: Cursor) -> tuple[Reason, ...]:
    reasons = []
    for element in at.elements(at_least=0) if at.given else ():
        if element.table(required=("id", "title")):
            title = element.child("title").local_text()
            reasons.append(Reason(id=element.child("id").ident(), title=title))
    report_duplicates([at])
    return tuple(reasons)


def _veto(at: Cursor) -> Veto | None:
    if not at.given:
        return None
    if not at.table(required=("when", "scope", "effect"), optional=("count",)):
        return None
    when = read_values(at.child("when"))
    scope = Scope(at.child("scope").one_of([scope.value for scope in Scope]))
    effect, cap = _effect(at.child("effect"))
    count = at.child("count").whole(low=1)
    return Veto(when=when, scope=scope, effect=effect, cap=cap, count=count)


def _effect(at: Cursor) -> tuple[Effect, Fraction | None]:
    if isinstance(at.node, Table):
        at.table(required=("cap",))
        return Effect.CAP, at.child("cap").number(low=0, high=100)
    word = at.one_of(("zero", "fail_keep_score"), also=["{cap: x}"])
    return (Effect.ZERO if word == "zero" else Effect.FAIL_KEEP_SCORE), None


def read_values(at: Cursor) -> tuple[str | Fraction, ...]:
    """A list of answers: option ids or numbers."""
    values = [element.answer_value() for element in at.elements()]
    return tuple(value for value in values if value is not None)


def can_be(value: str | Fraction, answer: AnswerType) -> bool:
    """Whether `answer` can ever have `value`."""
    match answer:
        case Choice(options=options) | Multi(options=options):
            return any(option.id == value for option in options)
        case Scale(min=low, max=high):
            return isinstance(value, Fraction) and low <= value <= high
        case Points(max=high):
            return isinstance(value, Fraction) and 0 <= value <= high
        case Measure():
            return isinstance(value, Fraction)
        case Note():
            return False


def answers_text(answer: AnswerType) -> str:
    """What can be answered, as it would be written in the file: "yes, no" or "1 – 5"."""
    match answer:
        case Choice(options=options) | Multi(options=options):
            return ", ".join(option.id for option in options)
        case Scale(min=low, max=high):
            return f"{number_text(low)} – {number_text(high)}"
        case Points(max=high):
            return f"0 – {number_text(high)}"
        case Measure(unit=unit):
            return f"0 … {unit}"
        case Note():
            return "-"


def _show_if(at: Cursor) -> ShowIf | None:
    if not at.given:
        return None
    if not at.table(required=("item", "in")):
        return None
    return ShowIf(item=at.child("item").ident(), values=read_values(at.child("in")))

"""The rules of one item in words: its answers, its veto, when it is asked."""

from collections.abc import Iterable
from fractions import Fraction

from qa_desktop.base.wording import wording
from qa_desktop.rubrics.model import (
    AnswerType,
    Choice,
    CommentRule,
    Effect,
    Item,
    Measure,
    Multi,
    NaKind,
    Points,
    Rubric,
    Scale,
)
from qa_desktop.rubrics.numbers import number_text

_ALL = Fraction(100)


class PartWords:
    """Titles rather than ids wherever there are titles."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words = wording(language)

    def answer(self, answer: AnswerType) -> str:
        match answer:
            case Scale(min=low, max=high, ratio=ratio):
                key = "scale_ratio" if ratio else "scale"
                return self._say(key, low=number_text(low), high=number_text(high))
            case Choice(options=options) | Multi(options=options):
                told = self._and(
                    f"{o.title.to(self._language)} {_percent(o.score)}" for o in options
                )
                return self._say("choice" if isinstance(answer, Choice) else "multi", options=told)
            case Points(max=high, step=step):
                return self._say("points", high=number_text(high), step=number_text(step))
            case Measure():
                return self._measure(answer)
        return self._say("note")

    def _measure(self, answer: Measure) -> str:
        bands = self._and(
            f"≤ {number_text(band.up_to)} {answer.unit} {_percent(band.score)}"
            if band.up_to is not None
            else self._say("beyond", score=_percent(band.score))
            for band in answer.bands
        )
        return self._say("measure", bands=bands)

    def not_applicable(self, item: Item) -> str:
        if not item.na_allowed:
            return self._say("na_not_allowed")
        if item.na is None:
            return self._say("na_as_usual")
        if item.na.kind is NaKind.AS_SCORE and item.na.score is not None:
            return self._say("na_as_score", score=_percent(item.na.score))
        return self._say("na_as_full" if item.na.kind is NaKind.AS_FULL else "na_exclude")

    def comment(self, item: Item) -> str:
        if item.comment is CommentRule.BELOW and item.comment_below is not None:
            return self._say("comment_below", score=_percent(item.comment_below))
        return self._say(f"comment_{item.comment.value}")

    def critical(self, item: Item) -> str:
        if item.critical is None:
            return self._words("versions.diff.nothing")
        return self._words.get(f"versions.part.critical_{item.critical}", item.critical)

    def veto(self, item: Item) -> str:
        veto = item.veto
        if veto is None:
            return self._words("versions.diff.nothing")
        cap = "" if veto.cap is None else number_text(veto.cap)
        key = "effect_cap" if veto.effect is Effect.CAP else f"effect_{veto.effect.value}"
        said = self._say(
            "veto",
            answers=self._answers(item, veto.when),
            scope=self._say(f"scope_{veto.scope.value}"),
            effect=self._say(key, cap=cap),
        )
        return said if veto.count == 1 else self._say("veto_count", veto=said, count=veto.count)

    def condition(self, item: Item, rubric: Rubric) -> str:
        if item.show_if is None:
            return self._say("always_asked")
        asked = next((other for other in rubric.items() if other.id == item.show_if.item), None)
        title = item.show_if.item if asked is None else asked.text.to(self._language)
        values = (
            self._and(map(_plain, item.show_if.values))
            if asked is None
            else self._answers(asked, item.show_if.values)
        )
        return self._say("asked_if", item=title, answers=values)

    def reasons(self, item: Item) -> str:
        return self._and(reason.title.to(self._language) for reason in item.reasons)

    def abilities(self, item: Item, rubric: Rubric) -> str:
        titles = {ability.id: ability.title.to(self._language) for ability in rubric.abilities}
        return self._and(titles.get(name, name) for name in item.abilities)

    def _answers(self, item: Item, values: Iterable[str | Fraction]) -> str:
        titles = {}
        if isinstance(item.answer, Choice | Multi):
            titles = {o.id: o.title.to(self._language) for o in item.answer.options}
        return self._and(titles.get(v, v) if isinstance(v, str) else _plain(v) for v in values)

    def _and(self, parts: Iterable[str]) -> str:
        return self._words("versions.and").join(parts)

    def _say(self, key: str, **values: object) -> str:
        return self._words(f"versions.part.{key}", **values)


def _plain(value: str | Fraction) -> str:
    return value if isinstance(value, str) else number_text(value)


def _percent(score: Fraction) -> str:
    return f"{number_text(score * _ALL)} %"

"""The answers of an item as boxes on paper, with the points that each is worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.base.local_text import LocalText
from qa_desktop.base.wording import wording
from qa_desktop.rubrics.model import (
    Choice,
    Effect,
    Item,
    Measure,
    Multi,
    NaKind,
    Points,
    Rubric,
    Scale,
    Veto,
)
from qa_desktop.sheets.blank_form_boxes import Tick
from qa_desktop.sheets.wordings import plain_number

_MOST_BOXES = 21
_JOINT = " / "


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    """Texts of the rubric and of the program in one language or in two."""

    languages: tuple[str, ...]

    def texts(self, text: LocalText) -> tuple[str, ...]:
        """In each language, the same once."""
        return tuple(dict.fromkeys(text.to(language) for language in self.languages))

    def text(self, text: LocalText) -> str:
        return _JOINT.join(self.texts(text))

    def words(self, key: str, **values: object) -> str:
        said = [wording(lang)(f"blank_form.{key}", **values) for lang in self.languages]
        return _JOINT.join(dict.fromkeys(said))

    def each(self) -> list["FormWords"]:
        """One for each language, for sentences that hold others."""
        return [FormWords(languages=(language,)) for language in self.languages]


def item_ticks(item: Item, share: Fraction, rubric: Rubric, words: FormWords) -> list[Tick]:
    """`share`: what the item is worth of 100."""
    match item.answer:
        case Choice(options=options) | Multi(options=options):
            ticks = [Tick(words.text(o.title), _points(share * o.score)) for o in options]
        case Scale() as scale:
            ticks = _scale_ticks(scale, share)
        case Points(max=most):
            factor = "" if share == most else f"× {_points(share / most)}"
            ticks = [Tick(words.words("points_given", max=plain_number(most)), factor)]
        case Measure(unit=unit, bands=bands):
            ticks = []
            for band in bands:
                limit = "" if band.up_to is None else f"≤ {plain_number(band.up_to)} {unit}"
                ticks.append(Tick(limit or words.words("more"), _points(share * band.score)))
        case _:
            return []
    if item.na_allowed:
        ticks.append(Tick(words.words("na"), _na_points(item, share, rubric)))
    return ticks if share else _unscored(ticks)


def _scale_ticks(scale: Scale, share: Fraction) -> list[Tick]:
    values = [scale.min + step for step in range(int(scale.max - scale.min) + 1)]
    if len(values) > _MOST_BOXES or values[-1] != scale.max:
        values = sorted({scale.min, scale.max, *(value for value, _ in scale.anchors)})
    return [
        Tick(plain_number(value), _points(share * scale_share(scale, value)))
        for value in reversed(values)
    ]


def scale_share(scale: Scale, value: Fraction) -> Fraction:
    if scale.ratio:
        return value / scale.max
    return (value - scale.min) / (scale.max - scale.min)


def _na_points(item: Item, share: Fraction, rubric: Rubric) -> str:
    """What N/A counts; nothing where the item then leaves the form."""
    rule = item.na or rubric.scoring.na
    if rule.kind is NaKind.AS_FULL:
        return _points(share)
    if rule.kind is NaKind.AS_SCORE and rule.score is not None:
        return _points(share * rule.score)
    return ""


def _points(points: Fraction) -> str:
    return plain_number(points)


def _unscored(ticks: list[Tick]) -> list[Tick]:
    return [Tick(tick.label) for tick in ticks]


def lines_of_answer(item: Item, words: FormWords) -> list[str]:
    """Anchors, and what else a reviewer must know to answer."""
    lines = []
    if isinstance(item.answer, Scale):
        lines += [f"{plain_number(v)}  {words.text(text)}" for v, text in item.answer.anchors]
    if isinstance(item.answer, Multi):
        lines.append(words.words("several"))
    return lines


def answer_titles(item: Item, values: Sequence[str | Fraction], words: FormWords) -> list[str]:
    """Options by their titles, numbers as they are."""
    titles: dict[str, str] = {}
    if isinstance(item.answer, Choice | Multi):
        titles = {option.id: words.text(option.title) for option in item.answer.options}
    return [
        titles.get(value, value) if isinstance(value, str) else plain_number(value)
        for value in values
    ]


def veto_line(item: Item, words: FormWords) -> str:
    """ "When "No": the whole form fails, counts 0"."""
    veto = item.veto
    if veto is None:
        return ""
    answers = answer_titles(item, veto.when, words)
    return words.words(
        f"veto.{veto.scope.value}",
        answers=" / ".join(answers),
        effect=_effect(veto, words),
    )


def _effect(veto: Veto, words: FormWords) -> str:
    if veto.effect is Effect.CAP and veto.cap is not None:
        said = words.words("effect.cap", cap=plain_number(veto.cap))
    else:
        said = words.words(f"effect.{veto.effect.value}")
    return said if veto.count == 1 else words.words("effect.count", effect=said, count=veto.count)

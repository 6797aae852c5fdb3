"""Answers as they are read in a table and in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.rubrics.model import Answer, Choice, Item, Measure, Multi, Option, Scale
from qa_desktop.rubrics.numbers import number_text

# A title of so many signs stands in a cell as it is.
_SHORT = 3
_BETWEEN = "+"
_DASH = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is said of no answer and of none of several options, in the reader's language."""

    na: str
    na_short: str
    none: str


def short_text(item: Item, answer: Answer | None, language: str, words: Words) -> str:
    """For a cell: "5", "Y", "1+3", "N/A"; a dash for no answer.

    Options go by the shortest beginning of their titles that tells them apart, or by initials.
    """
    if answer is None:
        return _DASH
    if answer.na:
        return words.na_short
    if answer.values is not None:
        if not answer.values:
            return "0"
        return _BETWEEN.join(_place(item, value) for value in _in_order(item, answer.values))
    if isinstance(answer.value, Fraction):
        return number_text(answer.value)
    options = item.answer.options if isinstance(item.answer, Choice) else ()
    titles = {option.id: option.title.to(language) for option in options}
    return shortened(tuple(titles.values())).get(titles.get(answer.value or "", ""), "?")


def long_text(item: Item, answer: Answer | None, language: str, words: Words) -> str:
    """For a sentence: "Yes", "5 (exactly to the point)", "35 s", "named it, apologised"."""
    if answer is None:
        return _DASH
    if answer.na:
        return words.na
    if answer.values is not None:
        titles = {option.id: option.title.to(language) for option in _options(item)}
        chosen = [titles.get(value, value) for value in _in_order(item, answer.values)]
        return ", ".join(chosen) or words.none
    if isinstance(answer.value, Fraction):
        text = number_text(answer.value)
        if isinstance(item.answer, Measure):
            return f"{text} {item.answer.unit}"
        anchor = anchor_of(item, answer.value, language)
        return f"{text} ({anchor})" if anchor else text
    found = [option for option in _options(item) if option.id == answer.value]
    return found[0].title.to(language) if found else str(answer.value)


def anchor_of(item: Item, value: Fraction, language: str) -> str:
    """What a value of a scale stands for; "" where the rubric does not say."""
    if not isinstance(item.answer, Scale):
        return ""
    return next((text.to(language) for at, text in item.answer.anchors if at == value), "")


def shortened(titles: Sequence[str]) -> dict[str, str]:
    """The shortest beginnings, one length for all, that differ; where these are long the initials
    of the words, else the places in their order. A short title is left whole."""
    if all(len(title) <= _SHORT for title in titles) and not all(
        title.isascii() for title in titles
    ):
        return {title: title for title in titles}
    for length in range(1, _SHORT + 1):
        cut = {title: title[:length].strip() for title in titles}
        if len(set(cut.values())) == len(set(titles)):
            return cut
    initials = {title: "".join(word[0] for word in title.split()).upper() for title in titles}
    if len(set(initials.values())) == len(set(titles)) and all(
        len(letters) <= _SHORT for letters in initials.values()
    ):
        return initials
    return {title: f"#{place}" for place, title in enumerate(titles, start=1)}


def _options(item: Item) -> tuple[Option, ...]:
    return item.answer.options if isinstance(item.answer, Choice | Multi) else ()


def _in_order(item: Item, values: Sequence[str]) -> list[str]:
    order = [option.id for option in _options(item)]
    return sorted(values, key=lambda value: order.index(value) if value in order else len(order))


def _place(item: Item, value: str) -> str:
    order = [option.id for option in _options(item)]
    return str(order.index(value) + 1) if value in order else "?"

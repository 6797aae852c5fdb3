"""Advice on words: said twice, not translated, too long, or not there."""

import unicodedata
from collections.abc import Iterator, Sequence

from qa_desktop.base.local_text import LocalText
from qa_desktop.rubrics.advice import Advice, advice, is_scored, placed_items, warning
from qa_desktop.rubrics.model import Choice, Item, Multi, Rubric, Scale
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.tree import Path

# Letters at most; of Chinese, which says as much with a third of them, each counts three times.
LONGEST = {"title": 90, "text": 150, "help": 1800, "option": 150, "anchor": 400}

PlacedText = tuple[str, Path, LocalText]


def advise_on_texts(rubric: Rubric) -> Iterator[Advice]:
    yield from _said_twice(rubric)
    for kind, path, text in all_texts(rubric):
        yield from _translated(rubric, path, text)
        yield from _length(kind, path, text)
    for path, _, item in placed_items(rubric):
        if item.help is None and is_scored(item):
            yield advice("help_missing", path)


def all_texts(rubric: Rubric) -> Iterator[PlacedText]:
    """(kind, path, text) of all that reviewers read, in the order of the form."""
    yield "title", ("title",), rubric.title
    for s, section in enumerate(rubric.sections):
        yield "title", ("sections", s, "title"), section.title
    for path, _, item in placed_items(rubric):
        yield from _item_texts(path, item)
    lists: tuple[tuple[str, Sequence[LocalText]], ...] = (
        ("grades", _in_file_order(rubric)),
        ("adjustments", [adjustment.title for adjustment in rubric.adjustments]),
        ("scenarios", [scenario.title for scenario in rubric.scenarios]),
        ("abilities", [ability.title for ability in rubric.abilities]),
    )
    for name, titles in lists:
        for index, title in enumerate(titles):
            place: Path = (name,) if name == "grades" else (name, index, "title")
            yield "title", place, title


def _in_file_order(rubric: Rubric) -> list[LocalText]:
    """Grades are held best first, whatever the file's order is."""
    return [grade.title for grade in rubric.grades]


def _item_texts(path: Path, item: Item) -> Iterator[PlacedText]:
    yield "text", (*path, "text"), item.text
    if item.help is not None:
        yield "help", (*path, "help"), item.help
    match item.answer:
        case Scale(anchors=anchors):
            for value, text in anchors:
                yield "anchor", (*path, "answer", "anchors", number_text(value)), text
        case Choice(options=options) | Multi(options=options):
            for index, option in enumerate(options):
                yield "option", (*path, "answer", "options", index, "title"), option.title
    for index, reason in enumerate(item.reasons):
        yield "option", (*path, "reasons", index, "title"), reason.title


def _said_twice(rubric: Rubric) -> Iterator[Advice]:
    items = [((*path, "text"), item.id, item.text) for path, _, item in placed_items(rubric)]
    yield from _same_words(rubric, "items_same_words", items)
    sections = [
        (("sections", index, "title"), section.id, section.title)
        for index, section in enumerate(rubric.sections)
    ]
    yield from _same_words(rubric, "sections_same_words", sections)
    for path, _, item in placed_items(rubric):
        if isinstance(item.answer, Choice | Multi):
            options = [
                ((*path, "answer", "options", index, "title"), option.id, option.title)
                for index, option in enumerate(item.answer.options)
            ]
            yield from _same_words(rubric, "options_same_words", options)


def _same_words(
    rubric: Rubric, code: str, texts: Sequence[tuple[Path, str, LocalText]]
) -> Iterator[Advice]:
    """Of two that say the same the second, once even if they do in every language."""
    told: set[Path] = set()
    for language in rubric.languages:
        first: dict[str, str] = {}
        for path, name, text in texts:
            words = _normalised(text.to(language))
            if words in first and path not in told:
                told.add(path)
                yield warning(code, path, id=name, other=first[words], language=language)
            if words:
                first.setdefault(words, name)


def _normalised(text: str) -> str:
    """Letters and digits alone, whatever their case and width."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _translated(rubric: Rubric, path: Path, text: LocalText) -> Iterator[Advice]:
    if len(rubric.languages) < 2 or not any(t.strip() for _, t in text.by_language):
        return
    said = dict(text.by_language)
    if "" in said:
        if has_words(said[""]):
            yield warning("not_translated", path)
        return
    words = [said.get(language, "") for language in rubric.languages]
    if len({_normalised(word) for word in words}) == 1 and has_words(words[0]):
        languages = ", ".join(rubric.languages)
        yield advice("same_in_all_languages", path, text=words[0][:40], languages=languages)


def has_words(text: str) -> bool:
    """Figures, signs and short names in capitals (SLA, VIP) are the same everywhere."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and not (len(letters) <= 5 and all(c.isupper() for c in letters))


def _length(kind: str, path: Path, text: LocalText) -> Iterator[Advice]:
    for language, words in text.by_language:
        length = len(words) + 2 * sum(_is_wide(letter) for letter in words)
        if length > LONGEST[kind]:
            place = (*path, language) if language else path
            share = length * 100 // LONGEST[kind] - 100
            yield advice("text_long", place, letters=len(words), over=share)
            return


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"

"""The texts of a rubric that people read: in which languages they are there."""

import re
from collections.abc import Iterator, Sequence

from qa_desktop.desktop.rubrics.editor.edits import (
    Edit,
    Put,
    Remove,
    Together,
    table_at,
    tables_at,
    value_at,
)
from qa_desktop.rubrics.lint_texts import has_words
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path
from qa_desktop.rubrics.usual_words import usual_translation

_CHINESE = re.compile("[\u3400-\u9fff]")


def languages_of(data: Plain) -> tuple[str, ...]:
    """As the file lists them; ("en",) where it lists none."""
    written = value_at(data, ("languages",))
    listed = (
        [word for word in written if isinstance(word, str)] if isinstance(written, list) else []
    )
    return tuple(dict.fromkeys(listed)) or ("en",)


def text_in(value: Plain, language: str) -> str:
    """Exactly in that language; a plain text stands for every language."""
    if isinstance(value, dict):
        value = value.get(language)
    return "" if value is None or isinstance(value, dict | list) else str(value)


def any_text(value: Plain, language: str) -> str:
    """In that language, else in the first that has one."""
    said = text_in(value, language)
    if said or not isinstance(value, dict):
        return said
    return next((text for text in value.values() if isinstance(text, str) and text), "")


def text_edit(
    data: Plain, path: Path, language: str, text: str, *, optional: bool
) -> Put | Remove | None:
    """What writes `text` in one language; None where nothing changes.

    A text that stood for all languages becomes one of each. Without any text an `optional` one
    goes away whole.
    """
    value = value_at(data, path)
    if text_in(value, language) == text:
        return None
    if isinstance(value, dict):
        if text:
            return Put((*path, language), text)
        others = any(said for name, said in value.items() if name != language)
        return Remove((*path, language)) if others or not optional else Remove(path)
    languages = languages_of(data)
    if len(languages) == 1:
        return Put(path, text) if text or not optional else Remove(path)
    instead: dict[str, Plain] = {
        name: value for name in languages if isinstance(value, str) and value and name != language
    }
    if text:
        instead[language] = text
    if instead:
        return Put(path, {name: instead[name] for name in languages if name in instead})
    return Remove(path)


def languages_edit(data: Plain, listed: Sequence[str]) -> Together:
    """What lists other languages: texts in those that go, go too; what was said in none of the
    others stays, as said in the first. What one language alone was, is that language's text when
    another comes."""
    before = languages_of(data)
    gone = [name for name in before if name not in listed]
    edits: list[Edit] = [Put(("languages",), [*listed])]
    if len(before) == 1 and before[0] in listed:
        return Together(edits + _told_apart(data, listed, before[0]))
    for path, _ in all_texts(data) if listed else ():
        value = value_at(data, path)
        if not isinstance(value, dict) or not any(name in value for name in gone):
            continue
        if any(value.get(name) for name in listed):
            edits += [Remove((*path, name)) for name in gone if name in value]
        else:
            words = next((value[name] for name in gone if value.get(name)), None)
            edits.append(Put(path, {} if words is None else {listed[0]: words}))
    return Together(edits)


def translation_edit(data: Plain, own: str, other: str) -> Together:
    """What makes of a form in `own` one in both languages, whose texts in `other` are missing."""
    listed = [own, *(name for name in (*languages_of(data), other) if name != own)]
    edits: list[Edit] = [Put(("languages",), [*dict.fromkeys(listed)])]
    return Together(edits + _told_apart(data, [own, other], own))


def _told_apart(data: Plain, listed: Sequence[str], own: str) -> list[Edit]:
    """Words that were written once are those of `own`; the program's own it can translate."""
    edits: list[Edit] = []
    if len(listed) < 2:
        return edits
    for path, _ in all_texts(data):
        value = value_at(data, path)
        said = text_in(value, own)
        if isinstance(value, list) or not _is_in(said, own):
            continue
        known = {name: usual_translation(said, own, name) for name in listed if name != own}
        fresh = {n: words for n, words in known.items() if words and not _says_in(value, n)}
        if not isinstance(value, dict):
            edits.append(Put(path, {own: said, **fresh}))
        else:
            edits += [Put((*path, name), words) for name, words in fresh.items()]
    return edits


def _is_in(said: str, language: str) -> bool:
    """Whether the words can be of that language; names and abbreviations are of every one."""
    return has_words(said) and (language != "zh-CN" or _CHINESE.search(said) is not None)


def _says_in(value: Plain, language: str) -> bool:
    """Whether it is said in this very language, and not once for all."""
    return isinstance(value, dict) and bool(value.get(language))


def all_texts(data: Plain) -> Iterator[tuple[Path, bool]]:
    """Each text's path in the order of the form, and whether it may be left out."""
    yield ("title",), False
    for section, table in tables_at(data, ("sections",)):
        yield (*section, "title"), False
        for item, _ in tables_at(table, ("items",)):
            yield from _item_texts(data, (*section, *item))
    for name in ("grades", "adjustments", "scenarios", "abilities", "examples"):
        for path, _ in tables_at(data, (name,)):
            yield (*path, "title"), False


def _item_texts(data: Plain, item: Path) -> Iterator[tuple[Path, bool]]:
    yield (*item, "text"), False
    yield (*item, "help"), True
    for anchor in table_at(data, (*item, "answer", "anchors")):
        yield (*item, "answer", "anchors", anchor), False
    for name in ("options", "bands"):
        for path, table in tables_at(data, (*item, "answer", name)):
            if name == "options" or "title" in table:
                yield (*path, "title"), False
    for path, _ in tables_at(data, (*item, "reasons")):
        yield (*path, "title"), False


def missing_texts(data: Plain, languages: Sequence[str]) -> list[tuple[Path, str]]:
    """What has no text yet, with the language."""
    missing = []
    for path, optional in all_texts(data):
        value = value_at(data, path)
        if optional and value is None:
            continue
        missing += [(path, language) for language in languages if not text_in(value, language)]
    return missing

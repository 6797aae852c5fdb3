"""The texts of a rubric that people read: in which languages they are there."""

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
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path


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
    others stays, as said in the first."""
    gone = [name for name in languages_of(data) if name not in listed]
    edits: list[Edit] = [Put(("languages",), [*listed])]
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

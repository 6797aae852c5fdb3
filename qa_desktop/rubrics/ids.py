"""New ids from titles, and other ids for what is there, everywhere where they are named."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path, path_text

_KINDS = {
    "sections": "section",
    "items": "item",
    "options": "option",
    "reasons": "reason",
    "grades": "grade",
    "adjustments": "adjustment",
    "scenarios": "scenario",
    "abilities": "ability",
    "examples": "example",
}
_GOOD = re.compile(r"[\w.-]{1,80}")
_GOOD_RUBRIC = re.compile(r"[a-z0-9-]{1,80}")
_LONGEST = 40


def new_item_id(document: Document, title: object, taken: Collection[str] = ()) -> str:
    """As `new_id`, for a new item of any section."""
    return new_id(document, ("sections", 0, "items"), title, taken)


def new_id(document: Document, path: Path, title: object = "", taken: Collection[str] = ()) -> str:
    """An id for a new element of the list at `path`, unlike all that are there and in `taken`.

    It is made from the title (a text, or one by language) where that has letters of a to z;
    otherwise it is the kind and a number: "item-7". `taken`: ids of earlier versions, which trends
    would take for the same thing.
    """
    used = {*ids_in(document, path), *taken}
    kind = _KINDS.get(str(path[-1]), "part")
    slug = slug_of(title)
    if not slug:
        number = len(used) + 1
        while f"{kind}-{number}" in used:
            number += 1
        return f"{kind}-{number}"
    unique, number = slug, 2
    while unique in used:
        unique, number = f"{slug}-{number}", number + 1
    return unique


def slug_of(title: object) -> str:
    """Lower-case words joined by dashes; "" for a title that other letters are part of."""
    texts: list[object] = [title] if isinstance(title, str) else []
    if isinstance(title, Mapping):
        texts = [title.get("en"), *title.values()]
    for text in texts:
        if isinstance(text, str):
            folded = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", ""))
            letters = [letter for letter in folded if not unicodedata.combining(letter)]
            if any(letter.isalpha() and not letter.isascii() for letter in letters):
                continue
            words = re.findall("[a-z0-9]+", "".join(letters).lower())
            if any(word.isalpha() for word in words):
                return _shortened(words)
    return ""


def _shortened(words: list[str]) -> str:
    slug = words[0][:_LONGEST]
    for word in words[1:]:
        if len(slug) + len(word) >= _LONGEST:
            break
        slug += f"-{word}"
    return slug


def ids_in(document: Document, path: Path) -> list[str]:
    """The ids in the list at `path`; for a list of items those of every section."""
    if path[-1:] != ("items",):
        return [name for _, name in _with_ids(document, path)]
    return [name for _, name in _items(document)]


def rename_id(document: Document, path: Path, new: str) -> Document:
    """Another id for the element at `path`, and for all that name it: conditions, weights of
    scenarios, vetoes, abilities, examples. `path` () is the rubric itself.

    Raises ProblemError rubrics.bad_id, .bad_rubric_id or .id_taken.
    """
    at = path[:-1] if path[-1:] == ("id",) else path
    old = document.get((*at, "id"))
    place = Where(path=path_text((*at, "id")))
    good, code = (_GOOD, "bad_id") if at else (_GOOD_RUBRIC, "bad_rubric_id")
    if not good.fullmatch(new):
        raise ProblemError(Problem(code=f"rubrics.{code}", where=place, values={"value": new[:60]}))
    if new == old:
        return document
    if at and new in ids_in(document, at[:-1]):
        raise ProblemError(Problem(code="rubrics.id_taken", where=place, values={"id": new}))
    renamed = document.put((*at, "id"), new)
    if not at or not isinstance(old, str) or old in ids_in(renamed, at[:-1]):
        # Of two with one id nobody knows which one is meant elsewhere.
        return renamed
    for said_at in _mentions(renamed, at, old):
        renamed = renamed.put(said_at, new)
    for key_at in _keyed_mentions(renamed, at, old):
        if new not in _table(renamed.get(key_at[:-1])):
            renamed = renamed.rename_key(key_at, new)
    return renamed


def _mentions(document: Document, at: Path, old: str) -> list[Path]:
    """Values that name the element `at` by its old id."""
    match at[-2]:
        case "items":
            places = [(*item, "show_if", "item") for item, _ in _items(document)]
        case "options":
            places = _option_mentions(document, at)
        case "abilities":
            places = [
                (*item, "abilities", index)
                for item, _ in _items(document)
                for index in _indexes(document, (*item, "abilities"))
            ]
        case "scenarios":
            places = [(*example, "given", "scenario") for example in _examples(document)]
        case "grades":
            places = [(*example, "expect", "grade") for example in _examples(document)]
        case _:
            places = []
    return [place for place in places if document.get(place) == old]


def _option_mentions(document: Document, at: Path) -> list[Path]:
    item = at[: at.index("items") + 2]
    item_id = document.get((*item, "id"))
    lists: list[Path] = [(*item, "veto", "when")]
    for other, _ in _items(document):
        if document.get((*other, "show_if", "item")) == item_id:
            lists.append((*other, "show_if", "in"))
    places: list[Path] = []
    for example in _examples(document):
        answer = (*example, "given", "answers", str(item_id))
        places.append((*answer, "value"))
        lists.append((*answer, "values"))
    return places + [(*place, index) for place in lists for index in _indexes(document, place)]


def _keyed_mentions(document: Document, at: Path, old: str) -> list[Path]:
    """Keys that are the old id of the element `at`."""
    tables: list[Path] = []
    if at[-2] == "items":
        tables = [(*example, "given", "answers") for example in _examples(document)]
    elif at[-2] == "adjustments":
        tables = [(*example, "given", "adjustments") for example in _examples(document)]
    elif at[-2] == "sections":
        tables = [(*example, "expect", "sections") for example in _examples(document)]
        scenarios = _indexes(document, ("scenarios",))
        tables += [("scenarios", index, "weights") for index in scenarios]
    return [(*table, old) for table in tables if old in _table(document.get(table))]


def _items(document: Document) -> Iterator[tuple[Path, str]]:
    for index in _indexes(document, ("sections",)):
        yield from _with_ids(document, ("sections", index, "items"))


def _with_ids(document: Document, path: Path) -> Iterator[tuple[Path, str]]:
    for index in _indexes(document, path):
        name = document.get((*path, index, "id"))
        yield (*path, index), name if isinstance(name, str) else ""


def _examples(document: Document) -> list[Path]:
    return [("examples", index) for index in _indexes(document, ("examples",))]


def _indexes(document: Document, path: Path) -> range:
    found = document.get(path)
    return range(len(found)) if isinstance(found, list) else range(0)


def _table(value: Plain) -> dict[str, Plain]:
    return value if isinstance(value, dict) else {}

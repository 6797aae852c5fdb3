"""What a new section, item, option... is before anybody has written anything into it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from qa_desktop.desktop.rubrics.editor.edits import tables_at, value_at
from qa_desktop.rubrics import usual_words
from qa_desktop.rubrics.ids import slug_of
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path
from qa_desktop.rubrics.usual_words import UsualWord

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
    "": "rubric",
}
_GIVEN = re.compile(rf"rubric|(?:{'|'.join(_KINDS.values())})-[0-9]+")
_HALF = Decimal("0.5")

# The kinds of answers, as the file names them, in the order in which they are offered.
ANSWERS = ("scale", "choice", "multi", "points", "measure", "note")


def fresh_id(data: Plain, path: Path, title: str = "") -> str:
    """An id that no other element of the list at `path` has; for items no item of the form."""
    taken = frozenset(_ids(data, path))
    kind = slug_of(title) or ""
    if kind and kind not in taken:
        return kind
    stem = kind or _KINDS.get(str(path[-1]), "part")
    number = 2 if kind else len(taken) + 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def is_given(name: Plain) -> bool:
    """Whether the id is one that `fresh_id` made up, so that a title may replace it."""
    return isinstance(name, str) and _GIVEN.fullmatch(name) is not None


def slug_words(words: Plain) -> str:
    """The words of a text that an id can be made from; "" where there are none."""
    return slug_of(words)


def all_ids(rubric: Rubric) -> frozenset[str]:
    """Of its sections, items, grades, adjustments, scenarios, abilities and examples."""
    listed = (
        *(rubric.sections, rubric.items(), rubric.grades, rubric.adjustments),
        *(rubric.scenarios, rubric.abilities, rubric.examples),
    )
    return frozenset(part.id for parts in listed for part in parts)


def _ids(data: Plain, path: Path) -> Iterator[str]:
    paths = [path]
    if path[-1] == "items":
        paths = [(*section, "items") for section, _ in tables_at(data, ("sections",))]
    for listed in paths:
        for _, table in tables_at(data, listed):
            if isinstance(name := table.get("id"), str):
                yield name


def empty_rubric(title: str, languages: Sequence[str], rubric_id: str) -> dict[str, Plain]:
    """One section with one item, graded and passed as most are; `languages`: the first is the
    one that `title` is in."""
    return {
        "schema": "qa-rubric/1",
        "id": rubric_id,
        "version": Decimal(1),
        "title": {languages[0]: title},
        "channels": ["voice", "chat", "ticket"],
        "languages": list(languages),
        "scoring": {
            "aggregation": "sectioned",
            "na": "exclude",
            "pass_mark": Decimal(80),
            "rounding": Decimal(2),
        },
        "grades": [
            _graded("excellent", 90, usual_words.EXCELLENT, languages),
            _graded("qualified", 80, usual_words.QUALIFIED, languages),
            _graded("improve", 0, usual_words.IMPROVE, languages),
        ],
        "sections": [
            {
                "id": "section-1",
                "title": {},
                "weight": Decimal(100),
                "items": [new_item("item-1", languages)],
            }
        ],
    }


def _graded(name: str, least: int, title: UsualWord, languages: Sequence[str]) -> dict[str, Plain]:
    said: dict[str, Plain] = {language: title.to(language) for language in languages}
    return {"id": name, "min": Decimal(least), "title": said}


def new_item(item_id: str, languages: Sequence[str]) -> dict[str, Plain]:
    """Answered by yes or no; without words."""
    return {
        "id": item_id,
        "text": {},
        "weight": Decimal(1),
        "answer": new_answer("choice", languages, None),
    }


def new_section(section_id: str, weight: Decimal) -> dict[str, Plain]:
    return {"id": section_id, "title": {}, "weight": weight, "items": []}


def new_answer(kind: str, languages: Sequence[str], before: Plain) -> dict[str, Plain]:
    """Of another kind, with what of the answer before can be kept."""
    old = before if isinstance(before, dict) else {}
    match kind:
        case "scale":
            return {"type": "scale", "min": Decimal(1), "max": Decimal(5)}
        case "choice" | "multi":
            options = old.get("options")
            if not isinstance(options, list) or not options:
                options = _yes_no(languages) if kind == "choice" else []
            return {"type": kind, "options": options or [new_option("option-1", Decimal(1))]}
        case "points":
            most = old.get("max")
            return {"type": "points", "max": most if isinstance(most, Decimal) else Decimal(10)}
        case "measure":
            bands: list[Plain] = [
                {"up_to": Decimal(30), "score": Decimal(1)},
                {"up_to": Decimal(90), "score": _HALF},
                {"score": Decimal(0)},
            ]
            return {"type": "measure", "unit": "s", "bands": bands}
    return {"type": "note"}


def _yes_no(languages: Sequence[str]) -> list[Plain]:
    options = (("yes", usual_words.YES, Decimal(1)), ("no", usual_words.NO, Decimal(0)))
    return [
        {"id": name, "title": {language: word.to(language) for language in languages}, "score": n}
        for name, word, n in options
    ]


def new_option(option_id: str, score: Decimal = _HALF) -> dict[str, Plain]:
    return {"id": option_id, "title": {}, "score": score}


def copied(data: Plain, path: Path) -> Plain:
    """The element at `path` with ids of its own: its items' too, that no two may share."""
    original = value_at(data, path)
    if not isinstance(original, dict):
        return original
    listed = path[:-1]
    copy = {**original, "id": _another(data, listed, original.get("id"))}
    items = copy.get("items")
    if isinstance(items, list):
        copied_items: list[Plain] = []
        grown = data
        taken = set(_ids(grown, ("sections", 0, "items")))
        for item in items:
            if isinstance(item, dict):
                name = _unlike(str(item.get("id") or "item"), taken)
                taken.add(name)
                copied_items.append({**item, "id": name})
        copy["items"] = copied_items
    return copy


def _another(data: Plain, path: Path, name: Plain) -> str:
    return _unlike(str(name or "part"), frozenset(_ids(data, path)))


def _unlike(name: str, taken: frozenset[str] | set[str]) -> str:
    stem = re.sub(r"-[0-9]+$", "", name) or name
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"

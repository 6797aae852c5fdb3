"""Adding, copying, moving and deleting sections, items, scenarios and examples."""

from dataclasses import dataclass
from decimal import Decimal

from qa_desktop.desktop.rubrics.editor import new_parts, paths
from qa_desktop.desktop.rubrics.editor.edits import (
    Edit,
    Insert,
    Move,
    Put,
    Remove,
    Together,
    list_at,
    value_at,
)
from qa_desktop.desktop.rubrics.editor.texts import any_text, languages_of
from qa_desktop.desktop.rubrics.editor.weights import section_sum
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path


@dataclass(frozen=True, slots=True)
class Change:
    """An edit, and the node that is selected afterwards."""

    edit: Edit
    selected: Path


def can_be_moved(node: Path) -> bool:
    """Whether it has a place among others of its kind."""
    return len(node) >= 2


def name_of(data: Plain, node: Path, language: str) -> str:
    """What a person calls it; "" where it has no words yet."""
    key = "text" if paths.is_item(node) else "title"
    return any_text(value_at(data, (*node, key)), language)


def new_item(data: Plain, selected: Path) -> Change:
    """Behind the selected item; at the end of the selected section; else of the last one."""
    sections = list_at(data, paths.SECTIONS)
    if not sections:
        return _with_first_section(data)
    section = int(selected[1]) if selected[:1] == paths.SECTIONS and len(selected) > 1 else None
    place = len(sections) - 1 if section is None else section
    items: Path = ("sections", place, "items")
    index = int(selected[3]) + 1 if paths.is_item(selected) else len(list_at(data, items))
    item = new_parts.new_item(new_parts.fresh_id(data, items), languages_of(data))
    return Change(_inserted(data, items, index, item), (*items, index))


def _with_first_section(data: Plain) -> Change:
    section = new_parts.new_section(new_parts.fresh_id(data, paths.SECTIONS), Decimal(100))
    item_id = new_parts.fresh_id(data, ("sections", 0, "items"))
    section["items"] = [new_parts.new_item(item_id, languages_of(data))]
    edit = _inserted(data, paths.SECTIONS, 0, section)
    return Change(edit, ("sections", 0, "items", 0))


def new_section(data: Plain, selected: Path) -> Change:
    """Behind the selected one, as heavy as the others are on the average, with a first item."""
    sections = list_at(data, paths.SECTIONS)
    if not sections:
        return Change(_with_first_section(data).edit, ("sections", 0))
    inside = selected[:1] == paths.SECTIONS and len(selected) > 1
    index = int(selected[1]) + 1 if inside else len(sections)
    average = section_sum(data) / len(sections)
    weight = Decimal(round(average)) if average else Decimal(10)
    section = new_parts.new_section(new_parts.fresh_id(data, paths.SECTIONS), weight)
    item_id = new_parts.fresh_id(data, ("sections", 0, "items"))
    section["items"] = [new_parts.new_item(item_id, languages_of(data))]
    return Change(Insert(paths.SECTIONS, index, section), ("sections", index))


def new_scenario(data: Plain) -> Change:
    scenario: dict[str, Plain] = {
        "id": new_parts.fresh_id(data, paths.SCENARIOS),
        "title": {},
        "weights": {},
    }
    return _appended(data, paths.SCENARIOS, scenario)


def new_example(data: Plain, given: Plain, expect: Plain, title: dict[str, Plain]) -> Change:
    example: dict[str, Plain] = {
        "id": new_parts.fresh_id(data, paths.EXAMPLES),
        "title": title,
        "given": given,
        "expect": expect,
    }
    return _appended(data, paths.EXAMPLES, example)


def _appended(data: Plain, path: Path, value: dict[str, Plain]) -> Change:
    index = len(list_at(data, path))
    return Change(_inserted(data, path, index, value), (*path, index))


def _inserted(data: Plain, path: Path, index: int, value: Plain) -> Edit:
    # An empty list may be written in a way that nothing can be put between.
    return Insert(path, index, value) if list_at(data, path) else Put(path, [value])


def duplicate(data: Plain, node: Path) -> Change | None:
    if not can_be_moved(node) or value_at(data, node) is None:
        return None
    listed, index = node[:-1], int(node[-1]) + 1
    return Change(Insert(listed, index, new_parts.copied(data, node)), (*listed, index))


def delete(data: Plain, node: Path) -> Change | None:
    """The one that takes its place is selected, else the one before it, else what held it."""
    if not can_be_moved(node) or value_at(data, node) is None:
        return None
    listed, index = node[:-1], int(node[-1])
    left = len(list_at(data, listed)) - 1
    if left:
        return Change(Remove(node), (*listed, min(index, left - 1)))
    holder = listed[:-1] if paths.is_item(node) else listed
    if listed in (paths.SCENARIOS, paths.EXAMPLES):
        return Change(Remove(listed), listed)
    if listed == paths.SECTIONS:
        holder = paths.SCORING
    return Change(Put(listed, []), holder)


def moved_by(data: Plain, node: Path, by: int) -> Change | None:
    """Up (-1) or down (1); an item at its section's end goes on into the next section."""
    if not can_be_moved(node) or value_at(data, node) is None:
        return None
    listed, index = node[:-1], int(node[-1])
    there = index + by
    if 0 <= there < len(list_at(data, listed)):
        return moved_to(data, node, listed, there)
    if not paths.is_item(node):
        return None
    section = int(node[1]) + by
    if not 0 <= section < len(list_at(data, paths.SECTIONS)):
        return None
    items: Path = ("sections", section, "items")
    return moved_to(data, node, items, len(list_at(data, items)) if by < 0 else 0)


def moved_to(data: Plain, node: Path, listed: Path, index: int) -> Change | None:
    """To the place `index` of the list, counted once it is taken out of its own."""
    if node[:-1] == listed and int(node[-1]) == index:
        return None
    if not list_at(data, listed):
        moved = value_at(data, node)
        return Change(Together((Remove(node), Put(listed, [moved]))), (*listed, 0))
    return Change(Move(node[:-1], int(node[-1]), listed, index), (*listed, index))

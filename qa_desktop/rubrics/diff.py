"""What a new version of a rubric changes, as a person reads it."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Protocol, TypeVar

from qa_desktop.base.local_text import LocalText
from qa_desktop.rubrics.description import (
    Facts,
    adjustment_facts,
    item_facts,
    scenario_facts,
    settings_facts,
)
from qa_desktop.rubrics.given import given_to_json
from qa_desktop.rubrics.model import (
    Ability,
    Adjustment,
    Example,
    Grade,
    Item,
    Rubric,
    Scenario,
    Section,
)
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.shares import effective_shares


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    REWEIGHTED = "reweighted"
    RESCORED = "rescored"
    MOVED = "moved"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed.

    `what` is "item", "section", "adjustment", "scenario", "grade", "ability", "example" or
    "rubric"; `field` names the key in the file; old and new are short texts, None for nothing.
    Of a weight, `old_share` and `new_share` are what it comes to in percent of the form.
    """

    kind: ChangeKind
    what: str
    id: str
    title: LocalText
    field: str = ""
    old: str | None = None
    new: str | None = None
    old_share: Fraction | None = None
    new_share: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareChange:
    """What a section ("section") or an item ("item") comes to in the whole form, in percent.

    None: it is not there, or never scored.
    """

    what: str
    id: str
    title: LocalText
    old: Fraction | None
    new: Fraction | None


def diff_rubrics(old: Rubric, new: Rubric) -> tuple[Change, ...]:
    """Every difference but the spelling of the file; items are joined by their ids."""
    changes = [
        *_facts(ChangeKind.SETTINGS, "rubric", new.id, new.title, *map(_head_facts, (old, new))),
        *_texts("rubric", new.id, new.title, [("title", old.title, new.title)]),
        *_compare("section", old.sections, new.sections, _section_changes),
        *_compare("item", old.items(), new.items(), _item_changes),
        *_moved(old, new),
        *_compare("adjustment", old.adjustments, new.adjustments, _adjustment_changes),
        *_compare("scenario", old.scenarios, new.scenarios, _scenario_changes),
        *_compare("grade", old.grades, new.grades, _grade_changes),
        *_compare("ability", old.abilities, new.abilities, _ability_changes),
        *_compare("example", old.examples, new.examples, _example_changes),
    ]
    changes = _spaced_together(changes, new)
    order = list(ChangeKind)
    changes.sort(key=lambda change: order.index(change.kind))
    return tuple(_with_shares(changes, old, new))


def share_changes(old: Rubric, new: Rubric) -> tuple[ShareChange, ...]:
    """Every section and item whose share differs, each section before its items: a share moves
    with every other weight too."""
    before, after = effective_shares(old), effective_shares(new)
    places: dict[tuple[str, str], LocalText] = {}
    for rubric in (new, old):
        for section in rubric.sections:
            places.setdefault(("section", section.id), section.title)
            for item in section.items:
                places.setdefault(("item", item.id), item.text)
    found = []
    for (what, name), title in places.items():
        was, is_ = (
            (s.sections if what == "section" else s.items).get(name) for s in (before, after)
        )
        if was != is_:
            found.append(ShareChange(what=what, id=name, title=title, old=was, new=is_))
    return tuple(found)


def _spaced_together(changes: Sequence[Change], new: Rubric) -> list[Change]:
    """Texts whose words are the same and whose line breaks are not are only counted: they read
    as before, and would hide what does not."""
    kept = [change for change in changes if not _is_spacing(change)]
    spaced = len(changes) - len(kept)
    if spaced:
        counted = Change(
            kind=ChangeKind.SETTINGS,
            what="rubric",
            id=new.id,
            title=new.title,
            field="spacing",
            old="0",
            new=str(spaced),
        )
        kept.append(counted)
    return kept


def reads_alike(old: LocalText | None, new: LocalText | None) -> bool:
    """Whether the words are the same in every language, however the lines are broken."""
    before, after = (
        {language: text.split() for language, text in _by_language(one).items()}
        for one in (old, new)
    )
    return before == after


def _is_spacing(change: Change) -> bool:
    if change.kind is not ChangeKind.REWORDED or change.old is None or change.new is None:
        return False
    return change.old.split() == change.new.split()


def _with_shares(changes: Iterable[Change], old: Rubric, new: Rubric) -> Iterable[Change]:
    shares = effective_shares(old), effective_shares(new)
    for change in changes:
        if change.kind is ChangeKind.REWEIGHTED and change.field == "weight":
            was, is_ = (
                (s.sections if change.what == "section" else s.items).get(change.id) for s in shares
            )
            yield replace(change, old_share=was, new_share=is_)
        else:
            yield change


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Named)


def _title(thing: _Named) -> LocalText:
    title = thing.text if isinstance(thing, Item) else getattr(thing, "title", None)
    if not isinstance(title, LocalText):
        raise TypeError(f"{type(thing).__name__} has no title")
    return title


def _compare(
    what: str,
    old: Sequence[_Thing],
    new: Sequence[_Thing],
    changes: Callable[[_Thing, _Thing], Iterable[Change]],
) -> list[Change]:
    before, after = {thing.id: thing for thing in old}, {thing.id: thing for thing in new}
    found = [
        Change(kind=ChangeKind.ADDED, what=what, id=name, title=_title(thing))
        for name, thing in after.items()
        if name not in before
    ]
    found += [
        Change(kind=ChangeKind.REMOVED, what=what, id=name, title=_title(thing))
        for name, thing in before.items()
        if name not in after
    ]
    for name, thing in after.items():
        if name in before:
            found += changes(before[name], thing)
    return found


def _texts(
    what: str,
    name: str,
    title: LocalText,
    pairs: Iterable[tuple[str, LocalText | None, LocalText | None]],
) -> list[Change]:
    found = []
    for field, old, new in pairs:
        before, after = _by_language(old), _by_language(new)
        for language in dict.fromkeys((*before, *after)):
            was, is_ = before.get(language), after.get(language)
            if was != is_:
                found.append(
                    Change(
                        kind=ChangeKind.REWORDED,
                        what=what,
                        id=name,
                        title=title,
                        field=f"{field}.{language}" if language else field,
                        old=was,
                        new=is_,
                    )
                )
    return found


def _by_language(text: LocalText | None) -> dict[str, str]:
    return {} if text is None else dict(text.by_language)


def _facts(
    kind: ChangeKind, what: str, name: str, title: LocalText, old: Facts, new: Facts
) -> list[Change]:
    return [
        Change(
            kind=kind,
            what=what,
            id=name,
            title=title,
            field=field,
            old=old.get(field),
            new=new.get(field),
        )
        for field in dict.fromkeys((*old, *new))
        if old.get(field) != new.get(field)
    ]


def _weights(what: str, name: str, title: LocalText, old: Fraction, new: Fraction) -> list[Change]:
    before, after = {"weight": number_text(old)}, {"weight": number_text(new)}
    return _facts(ChangeKind.REWEIGHTED, what, name, title, before, after)


def _head_facts(rubric: Rubric) -> Facts:
    return {**settings_facts(rubric), **({"owner": rubric.owner} if rubric.owner else {})}


def _section_changes(old: Section, new: Section) -> list[Change]:
    return [
        *_weights("section", new.id, new.title, old.weight, new.weight),
        *_texts("section", new.id, new.title, [("title", old.title, new.title)]),
    ]


def _item_changes(old: Item, new: Item) -> list[Change]:
    before, after = item_facts(old), item_facts(new)
    texts = [("text", old.text, new.text), ("help", old.help, new.help)]
    # Texts of options, anchors and reasons that both versions have; the others are re-scored.
    texts += [
        (field, before.texts[field], text)
        for field, text in after.texts.items()
        if field in before.texts
    ]
    return [
        *_weights("item", new.id, new.text, old.weight, new.weight),
        *_facts(ChangeKind.RESCORED, "item", new.id, new.text, before.scoring, after.scoring),
        *_texts("item", new.id, new.text, texts),
        *_facts(ChangeKind.SETTINGS, "item", new.id, new.text, *map(_ability_facts, (old, new))),
    ]


def _ability_facts(item: Item) -> Facts:
    return {"abilities": ", ".join(item.abilities)} if item.abilities else {}


def _moved(old: Rubric, new: Rubric) -> list[Change]:
    homes = {item.id: section.id for section in old.sections for item in section.items}
    moved = [
        Change(
            kind=ChangeKind.MOVED,
            what="item",
            id=item.id,
            title=item.text,
            field="section",
            old=homes[item.id],
            new=section.id,
        )
        for section in new.sections
        for item in section.items
        if homes.get(item.id, section.id) != section.id
    ]
    moved += _turned("section", old.sections, new.sections)
    before = {section.id: section.items for section in old.sections}
    for section in new.sections:
        moved += _turned("item", before.get(section.id, ()), section.items)
    return moved


def _turned(what: str, old: Sequence[_Thing], new: Sequence[_Thing]) -> list[Change]:
    """The fewest that must be taken out of the row and put elsewhere; places count from 1."""
    before = {thing.id: place for place, thing in enumerate(old, start=1)}
    after = [(place, thing) for place, thing in enumerate(new, start=1) if thing.id in before]
    kept = longest_rising([before[thing.id] for _, thing in after])
    return [
        Change(
            kind=ChangeKind.MOVED,
            what=what,
            id=thing.id,
            title=_title(thing),
            field="position",
            old=str(before[thing.id]),
            new=str(place),
        )
        for number, (place, thing) in enumerate(after)
        if number not in kept
    ]


def longest_rising(values: Sequence[int]) -> frozenset[int]:
    """The indexes of a longest rising part of different values."""
    ends: list[int] = []
    before: list[int | None] = []
    for number, value in enumerate(values):
        place = bisect_left([values[end] for end in ends], value)
        before.append(ends[place - 1] if place else None)
        ends[place : place + 1] = [number]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


def _adjustment_changes(old: Adjustment, new: Adjustment) -> list[Change]:
    before, after = adjustment_facts(old), adjustment_facts(new)
    return [
        *_facts(ChangeKind.RESCORED, "adjustment", new.id, new.title, before, after),
        *_texts("adjustment", new.id, new.title, [("title", old.title, new.title)]),
    ]


def _scenario_changes(old: Scenario, new: Scenario) -> list[Change]:
    before, after = scenario_facts(old), scenario_facts(new)
    return [
        *_facts(ChangeKind.REWEIGHTED, "scenario", new.id, new.title, before, after),
        *_texts("scenario", new.id, new.title, [("title", old.title, new.title)]),
    ]


def _grade_changes(old: Grade, new: Grade) -> list[Change]:
    before, after = {"min": number_text(old.min)}, {"min": number_text(new.min)}
    return [
        *_facts(ChangeKind.RESCORED, "grade", new.id, new.title, before, after),
        *_texts("grade", new.id, new.title, [("title", old.title, new.title)]),
    ]


def _ability_changes(old: Ability, new: Ability) -> list[Change]:
    return _texts("ability", new.id, new.title, [("title", old.title, new.title)])


def _example_changes(old: Example, new: Example) -> list[Change]:
    before, after = ({"given": _json(given_to_json(e.given)), **_expected(e)} for e in (old, new))
    return [
        *_facts(ChangeKind.SETTINGS, "example", new.id, new.title, before, after),
        *_texts("example", new.id, new.title, [("title", old.title, new.title)]),
    ]


def _expected(example: Example) -> dict[str, str]:
    wanted = example.expect
    parts = [] if wanted.score is None else [number_text(wanted.score)]
    parts += [part for part in (wanted.grade, wanted.outcome) if part]
    parts += [f"{name} {number_text(score)}" for name, score in wanted.sections.items()]
    return {"expect": ", ".join(parts)}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)

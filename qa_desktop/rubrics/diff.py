"""What a new version of a rubric changes, as a person reads it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Protocol, TypeVar

from qa_desktop.base.local_text import LocalText
from qa_desktop.base.wording import wording
from qa_desktop.rubrics.description import (
    Facts,
    adjustment_facts,
    item_facts,
    scenario_facts,
    settings_facts,
)
from qa_desktop.rubrics.model import Adjustment, Grade, Item, Rubric, Scenario, Section
from qa_desktop.rubrics.numbers import number_text


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
    """One thing that changed. `what` is "item", "section", "adjustment", "scenario", "grade" or
    "rubric"; `field` names the key in the file; old and new are short texts, None for nothing."""

    kind: ChangeKind
    what: str
    id: str
    title: LocalText
    field: str = ""
    old: str | None = None
    new: str | None = None


def diff_rubrics(old: Rubric, new: Rubric) -> tuple[Change, ...]:
    """Every difference but order and spelling of the file; items are joined by their ids."""
    changes = [
        *_facts(ChangeKind.SETTINGS, "rubric", new.id, new.title, *map(settings_facts, (old, new))),
        *_texts("rubric", new.id, new.title, [("title", old.title, new.title)]),
        *_compare("section", old.sections, new.sections, _section_changes),
        *_compare("item", old.items(), new.items(), _item_changes),
        *_moved(old, new),
        *_compare("adjustment", old.adjustments, new.adjustments, _adjustment_changes),
        *_compare("scenario", old.scenarios, new.scenarios, _scenario_changes),
        *_compare("grade", old.grades, new.grades, _grade_changes),
    ]
    order = list(ChangeKind)
    return tuple(sorted(changes, key=lambda change: order.index(change.kind)))


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
    ]


def _moved(old: Rubric, new: Rubric) -> list[Change]:
    homes = {item.id: section.id for section in old.sections for item in section.items}
    return [
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


def diff_lines(old: Rubric, new: Rubric, language: str) -> list[str]:
    """The differences as lines under a heading for each kind of change."""
    words = wording(language)
    lines = [
        words("rubrics.diff.heading", id=new.id, old=old.version, new=new.version),
    ]
    heading = None
    for change in diff_rubrics(old, new):
        if change.kind is not heading:
            heading = change.kind
            lines += ["", words(f"rubrics.diff.{change.kind.value}")]
        what = words(f"rubrics.diff.{change.what}")
        line = f"  {what} {change.id} ({change.title.to(language)})"
        if change.field:
            nothing = words("rubrics.diff.nothing")
            was, is_ = (nothing if v is None else v.strip() for v in (change.old, change.new))
            line += f": {change.field}: {was} → {is_}"
        lines.append(line)
    if heading is None:
        lines.append(words("rubrics.cli.same"))
    return lines

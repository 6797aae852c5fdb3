"""How much of the form each section and item is, while the rubric is being written."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from qa_desktop.desktop.rubrics.editor.edits import (
    Edit,
    Put,
    Together,
    list_at,
    table_at,
    tables_at,
    value_at,
)
from qa_desktop.rubrics.plain import Plain
from qa_desktop.rubrics.tree import Path

_BY_SECTION = ("sectioned", "pooled_points")
_POOLED = ("pooled_points", "points")
WHOLE = Decimal(100)
_CENT = Decimal("0.01")


def number_at(data: Plain, path: Path) -> Fraction | None:
    value = value_at(data, path)
    return Fraction(value) if isinstance(value, Decimal) else None


def counts_sections(data: Plain) -> bool:
    """Whether the sections' weights play a part in the score."""
    return value_at(data, ("scoring", "aggregation")) in _BY_SECTION


def pools_points(data: Plain) -> bool:
    return value_at(data, ("scoring", "aggregation")) in _POOLED


def _weight(data: Plain, path: Path, absent: int = 1) -> Fraction:
    if value_at(data, path) is None:
        return Fraction(absent)
    return max(number_at(data, path) or Fraction(0), Fraction(0))


def item_weight(data: Plain, item: Path) -> Fraction:
    """What the item can earn among its like; notes nothing."""
    answer = (*item, "answer")
    if value_at(data, (*answer, "type")) == "note":
        return Fraction(0)
    if pools_points(data) and value_at(data, (*answer, "type")) == "points":
        return _weight(data, (*answer, "max"), 0)
    return _weight(data, (*item, "weight"))


def section_weights(data: Plain, scenario: Plain = None) -> dict[int, Fraction]:
    """By place in the form, as a scenario (its table) has them; None: as they are written."""
    sections = tables_at(data, ("sections",))
    written = {int(path[1]): _weight(data, (*path, "weight")) for path, _ in sections}
    listed = scenario.get("weights") if isinstance(scenario, dict) else None
    if not isinstance(listed, dict):
        return written
    ids = {place: value_at(data, ("sections", place, "id")) for place in written}
    set_to = {
        place: Fraction(weight)
        for place, name in ids.items()
        if isinstance(name, str) and isinstance(weight := listed.get(name), Decimal)
    }
    total = sum(written.values(), Fraction(0))
    left = total - sum(set_to.values(), Fraction(0))
    old = total - sum((written[place] for place in set_to), Fraction(0))
    factor = left / old if old else Fraction(0)
    return {
        place: set_to.get(place, weight * max(factor, Fraction(0)))
        for place, weight in written.items()
    }


def shares(data: Plain) -> Mapping[Path, Fraction]:
    """Of each section and item: its part of the whole form in percent, if all of it is answered."""
    by_section, pooled = counts_sections(data), pools_points(data)
    raw: dict[Path, Fraction] = {}
    for path, weight in ((("sections", n), w) for n, w in section_weights(data).items()):
        items = [(*path, *item) for item, _ in tables_at(value_at(data, path), ("items",))]
        own = {item: item_weight(data, item) for item in items}
        inner = sum(own.values(), Fraction(0))
        for item, part in own.items():
            if by_section and not pooled:
                raw[item] = weight * part / inner if inner else Fraction(0)
            else:
                raw[item] = part * weight if by_section else part
        raw[path] = sum((raw[item] for item in items), Fraction(0))
    whole = sum((raw[path] for path in raw if len(path) == 2), Fraction(0))
    return {path: part * 100 / whole for path, part in raw.items()} if whole else {}


def scaled_to(weights: Sequence[Fraction], whole: Decimal = WHOLE) -> list[Decimal]:
    """In the same proportions, adding up to `whole`, in whole numbers where that loses nothing
    of an order, else in hundredths; the largest remainders are rounded up."""
    total = sum(weights, Fraction(0))
    if not total:
        each = [Fraction(1)] * len(weights)
        return scaled_to(each, whole) if weights else []
    exact = [weight * Fraction(whole) / total for weight in weights]
    ones = _rounded(exact, Decimal(1), whole)
    kept = all(
        (a < b) == (x < y) or a == b
        for a, x in zip(exact, ones, strict=True)
        for b, y in zip(exact, ones, strict=True)
    )
    lost = any(not one and part for one, part in zip(ones, exact, strict=True))
    return ones if kept and not lost else _rounded(exact, _CENT, whole)


def _rounded(exact: Sequence[Fraction], unit: Decimal, whole: Decimal) -> list[Decimal]:
    steps = [part / Fraction(unit) for part in exact]
    floors = [int(step) for step in steps]
    left = int((whole / unit).to_integral_value(ROUND_HALF_UP)) - sum(floors)
    order = sorted(range(len(steps)), key=lambda n: floors[n] - steps[n])
    for place in order[: max(left, 0)]:
        floors[place] += 1
    return [floor * unit for floor in floors]


def mend_sections(data: Plain) -> Edit | None:
    """Makes the sections' weights add up to 100; scenarios' own weights go along."""
    sections = tables_at(data, ("sections",))
    before = [_weight(data, (*path, "weight")) for path, _ in sections]
    after = scaled_to(before)
    edits: list[Edit] = [
        Put((*path, "weight"), new)
        for (path, _), new in zip(sections, after, strict=True)
        if number_at(data, (*path, "weight")) != Fraction(new)
    ]
    total = sum(before, Fraction(0))
    if total and total != 100:
        for scenario, _ in tables_at(data, ("scenarios",)):
            for name, weight in table_at(data, (*scenario, "weights")).items():
                if isinstance(weight, Decimal):
                    moved = (weight * 100 * total.denominator / total.numerator).quantize(_CENT)
                    edits.append(Put((*scenario, "weights", name), moved))
    return Together(edits) if edits else None


def mend_items(data: Plain, section: Path) -> Edit | None:
    """Makes the weights of a section's items add up to 100."""
    items = [(*section, *path) for path, _ in tables_at(value_at(data, section), ("items",))]
    counted = [item for item in items if value_at(data, (*item, "answer", "type")) != "note"]
    after = scaled_to([_weight(data, (*item, "weight")) for item in counted])
    edits = [
        Put((*item, "weight"), new)
        for item, new in zip(counted, after, strict=True)
        if number_at(data, (*item, "weight")) != Fraction(new)
    ]
    return Together(edits) if edits else None


def section_sum(data: Plain) -> Fraction:
    return sum(section_weights(data).values(), Fraction(0))


def item_sum(data: Plain, section: Path) -> Fraction:
    places = range(len(list_at(data, (*section, "items"))))
    return sum((item_weight(data, (*section, "items", n)) for n in places), Fraction(0))

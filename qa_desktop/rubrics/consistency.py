"""What the parts of a rubric say about each other must fit."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from qa_desktop.rubrics.cursor import Cursor
from qa_desktop.rubrics.item_reading import answers_text, can_be
from qa_desktop.rubrics.model import Aggregation, Item, Note, Points, Rubric, Section
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.tree import Listing

ReadItems = Sequence[tuple[Cursor, Item]]
ReadSections = Sequence[tuple[Cursor, Section]]

# The aggregations in which the sections' weights play a part.
BY_SECTION = (Aggregation.SECTIONED, Aggregation.POOLED_POINTS)


def check_consistency(at: Cursor, rubric: Rubric, sections: ReadSections, items: ReadItems) -> None:
    """Tells every contradiction; what was already wrong by itself is not judged again."""
    _check_bounds(at, rubric)
    _check_grades(at, rubric)
    _check_weights(at, rubric, sections)
    _check_scenarios(at, rubric)
    _check_vetoes(items)
    _check_show_if(items)
    _check_abilities(at, rubric, items)


def _check_bounds(at: Cursor, rubric: Rubric) -> None:
    scoring, scoring_at = rubric.scoring, at.child("scoring")
    floor, cap, mark = scoring.floor, scoring.cap, scoring.pass_mark
    if not at.found.sound("scoring"):
        return
    if cap is not None and floor >= cap:
        scoring_at.child("floor").report(
            "floor_above_cap", floor=number_text(floor), cap=number_text(cap)
        )
        return
    if mark < floor:
        scoring_at.child("pass_mark").report(
            "too_small", value=number_text(mark), low=number_text(floor)
        )
    if cap is not None and mark > cap:
        scoring_at.child("pass_mark").report(
            "too_large", value=number_text(mark), high=number_text(cap)
        )


def _check_grades(at: Cursor, rubric: Rubric) -> None:
    if not rubric.grades or not at.found.sound("grades") or not at.found.sound("scoring"):
        return
    lowest = rubric.grades[-1]
    # A form veto may bring any score down to zero.
    floor = min(rubric.scoring.floor, Fraction(0))
    if lowest.min > floor:
        at.child("grades").report(
            "grades_gap", lowest=number_text(lowest.min), floor=number_text(floor)
        )


def _check_weights(at: Cursor, rubric: Rubric, sections: ReadSections) -> None:
    by_section = rubric.scoring.aggregation in BY_SECTION
    if by_section and at.has("scoring"):
        for section_at, _ in sections:
            if section_at.child("weight").node is None:
                section_at.child("weight").report("missing_key", key="weight")
    if not at.found.sound("sections"):
        return
    pooled = rubric.scoring.aggregation in (Aggregation.POOLED_POINTS, Aggregation.POINTS)
    scored = [
        (section.weight if by_section else Fraction(1)) * possible(item, pooled=pooled)
        for section in rubric.sections
        for item in section.items
        if not isinstance(item.answer, Note)
    ]
    if scored and not any(scored):
        at.child("sections").report("weights_all_zero")


def possible(item: Item, *, pooled: bool) -> Fraction:
    """What the item can earn: its points in the point modes, its weight otherwise."""
    return item.answer.max if pooled and isinstance(item.answer, Points) else item.weight


def _check_scenarios(at: Cursor, rubric: Rubric) -> None:
    if not at.found.sound("scenarios") or not at.found.sound("sections"):
        return
    known = {section.id: section.weight for section in rubric.sections}
    total = sum(known.values(), Fraction(0))
    for index, scenario in enumerate(rubric.scenarios):
        weights_at = _element(at.child("scenarios"), index).child("weights")
        for section_id in scenario.weights:
            if section_id not in known:
                weights_at.child(section_id).report(
                    "unknown_section", id=section_id[:60], known=", ".join(known)
                )
        listed = sum(scenario.weights.values(), Fraction(0))
        if listed > total:
            weights_at.report(
                "scenario_too_heavy", sum=number_text(listed), total=number_text(total)
            )


def _element(at: Cursor, index: int) -> Cursor:
    node = at.node.elements[index] if isinstance(at.node, Listing) else None
    return Cursor(at.found, node, (*at.path, index))


def _check_vetoes(items: ReadItems) -> None:
    for item_at, item in items:
        at = item_at.child("veto")
        if item.veto is None or not item_at.has("answer"):
            continue
        if isinstance(item.answer, Note):
            at.report("veto_on_note")
        elif at.has("when"):
            for index, value in enumerate(item.veto.when):
                if not can_be(value, item.answer):
                    shown = value if isinstance(value, str) else number_text(value)
                    known = answers_text(item.answer)
                    element = _element(at.child("when"), index)
                    element.report("veto_never", value=shown[:60], known=known)


def _check_show_if(items: ReadItems) -> None:
    by_id = {item.id: (item_at, item) for item_at, item in reversed(items)}
    for item_at, item in items:
        at = item_at.child("show_if")
        if item.show_if is None or not at.has("item"):
            continue
        if item.show_if.item not in by_id:
            at.child("item").report("unknown_item", id=item.show_if.item[:60])
            continue
        target_at, target = by_id[item.show_if.item]
        if not target_at.has("answer"):
            continue
        if isinstance(target.answer, Note):
            at.child("item").report("show_if_note", id=target.id)
        # One that fits is enough: the same list may serve items whose answers differ a little.
        elif at.has("in") and not any(can_be(v, target.answer) for v in item.show_if.values):
            known = answers_text(target.answer)
            at.child("in").report("show_if_never", id=target.id, known=known)
    _check_circles(items)


def _check_abilities(at: Cursor, rubric: Rubric, items: ReadItems) -> None:
    if not at.found.sound("abilities"):
        return
    known = [ability.id for ability in rubric.abilities]
    for item_at, item in items:
        for index, name in enumerate(item.abilities):
            if name and name not in known:
                element = _element(item_at.child("abilities"), index)
                listed = ", ".join(known)
                if listed:
                    element.report("unknown_ability", id=name[:60], known=listed)
                else:
                    element.report("no_abilities", id=name[:60])


def _check_circles(items: ReadItems) -> None:
    ids = Counter(item.id for _, item in items)
    targets = {item.id: item.show_if.item for _, item in items if item.show_if is not None}
    settled: set[str] = set()
    for item_at, item in items:
        trail: dict[str, None] = {}
        current: str | None = item.id
        while current is not None and current not in settled and current not in trail:
            trail[current] = None
            # Of two items with one id nobody can say which is meant; that was reported.
            current = targets.get(current) if ids[current] == 1 else None
        if current is not None and current in trail:
            names = list(trail)
            circle = " → ".join((*names[names.index(current) :], current))
            item_at.child("show_if").report("show_if_circle", circle=circle[:300])
        settled.update(trail)

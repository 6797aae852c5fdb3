"""Reads a rubric file strictly: every problem at once, each with its place."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from ruamel.yaml.events import Event

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.rubrics.consistency import check_consistency
from qa_desktop.rubrics.cursor import Cursor, Findings, report_duplicates
from qa_desktop.rubrics.example_reading import read_examples
from qa_desktop.rubrics.item_reading import read_item, read_na_rule
from qa_desktop.rubrics.model import (
    Ability,
    Adjustment,
    AdjustmentKind,
    Aggregation,
    Grade,
    Item,
    NaKind,
    NaRule,
    Rubric,
    Scenario,
    Scoring,
    Section,
)
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.tree import (
    Node,
    Place,
    canonical_json,
    problem_at,
    tree_from_mapping,
)
from qa_desktop.rubrics.yaml_tree import tree_from_yaml

SCHEMA = "qa-rubric/1"
CHANNELS = ("voice", "chat", "ticket")
MAX_BYTES = 1_000_000
MAX_PROBLEMS = 1000

_REQUIRED = (
    "schema",
    "id",
    "version",
    "title",
    "channels",
    "languages",
    "scoring",
    "sections",
)
_OPTIONAL = (
    "effective",
    "review_every",
    "owner",
    "abilities",
    "grades",
    "adjustments",
    "bonus_cap",
    "scenarios",
    "examples",
)
_DURATION = re.compile(r"[1-9][0-9]{0,4}[dwmy]")
MAX_DECIMALS = 6

ReadSection = tuple[Cursor, Section, list[tuple[Cursor, Item]]]


def load_rubric(source: bytes | str, name: str) -> Rubric:
    """Reads YAML 1.2 (or JSON, which it contains); `name` is the file's, for the problems.

    Raises ProblemError with every problem of the file.
    """
    return _load(decoded(source, name), name)


# Each is asked for again by every page and every store, and never changes.
@lru_cache(maxsize=128)
def _load(text: str, name: str) -> Rubric:
    node, problems = _tree(text, name, None)
    return read_rubric(node, problems, name)


def read_yaml(
    source: bytes | str, name: str, watch: Callable[[Event], None] | None = None
) -> tuple[Node | None, list[Problem]]:
    """The file's tree and what is wrong with it as YAML, no matter what it says; None: unreadable.

    Raises ProblemError for what is no text of the allowed size.
    """
    return _tree(decoded(source, name), name, watch)


def _tree(
    text: str, name: str, watch: Callable[[Event], None] | None
) -> tuple[Node | None, list[Problem]]:
    node, problems = tree_from_yaml(text, name, watch)
    if node is None and not problems:
        problems.append(problem_at(name, "empty_file", (), Place(1, 1)))
    return node, problems


def rubric_from_mapping(data: Mapping[str, object], name: str) -> Rubric:
    """The same from parsed JSON; floats count as their shortest decimal text, Decimals as theirs.

    Raises ProblemError with every problem; their places have paths but no lines.
    """
    node, problems = tree_from_mapping(data, name)
    return read_rubric(node, problems, name)


def decoded(source: bytes | str, name: str) -> str:
    """The file as text, without the mark that some programs begin it with. Raises ProblemError."""
    if len(source) > MAX_BYTES:
        values = {"size": len(source), "limit": MAX_BYTES}
        raise ProblemError(problem_at(name, "file_too_large", (), Place(), **values))
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = source[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        problem = problem_at(
            name, "not_utf8", (), Place(line, column), byte=f"0x{source[error.start]:02X}"
        )
        raise ProblemError(problem) from None


def read_rubric(node: Node | None, problems: list[Problem], name: str) -> Rubric:
    """What the tree says; raises ProblemError with `problems` and all that is wrong besides."""
    if node is None:
        raise ProblemError(_in_order(problems, name))
    found = Findings(file=name, root=node, problems=problems)
    rubric = _read(Cursor(found, node), node)
    if problems:
        raise ProblemError(_in_order(problems, name))
    if rubric is None:
        raise RuntimeError("a rubric without problems was not read")
    return rubric


def _in_order(problems: list[Problem], name: str) -> list[Problem]:
    """As one reads the file; a thousand are enough to be told at once."""
    ordered = sorted(problems, key=lambda p: (p.where.line or 0, p.where.column or 0))
    if len(ordered) <= MAX_PROBLEMS:
        return ordered
    more = len(ordered) - MAX_PROBLEMS
    return [*ordered[:MAX_PROBLEMS], problem_at(name, "more_problems", (), Place(), count=more)]


def _read(at: Cursor, root: Node) -> Rubric | None:
    """None where something was wrong, which was reported."""
    if not at.table(required=_REQUIRED, optional=_OPTIONAL):
        return None
    at.child("schema").one_of((SCHEMA,))
    languages = at.child("languages").words()
    if at.has("languages"):
        at.found.languages = languages
    sections = _sections(at.child("sections"))
    effective_from, effective_until = _span(at.child("effective"))
    bonus_cap, owner = at.child("bonus_cap"), at.child("owner")
    rubric = Rubric(
        id=at.child("id").rubric_id(),
        version=at.child("version").whole(low=1),
        title=at.child("title").local_text(),
        channels=at.child("channels").words(CHANNELS),
        languages=languages,
        scoring=_scoring(at.child("scoring")),
        grades=_grades(at.child("grades")),
        sections=tuple(section for _, section, _ in sections),
        content_hash="",
        adjustments=_adjustments(at.child("adjustments")),
        bonus_cap=bonus_cap.number(low=0) if bonus_cap.given else None,
        scenarios=_scenarios(at.child("scenarios")),
        effective_from=effective_from,
        effective_until=effective_until,
        review_every=_review_every(at.child("review_every")),
        owner=owner.text() if owner.given else None,
        abilities=_abilities(at.child("abilities")),
        examples=read_examples(at.child("examples")),
    )
    check_consistency(
        at,
        rubric,
        [(place, section) for place, section, _ in sections],
        [pair for _, _, items in sections for pair in items],
    )
    if at.found.problems:
        return None
    digest = hashlib.sha256(canonical_json(root)).hexdigest()
    return replace(rubric, content_hash=f"sha256:{digest}")


def _span(at: Cursor) -> tuple[date | None, date | None]:
    """Both days belong to it; None leaves that side open."""
    if not at.given or not at.table(optional=("from", "until")):
        return None, None
    first, last = at.child("from").day(), at.child("until").day()
    if first and last and first > last:
        at.child("until").report("days_order", first=first.isoformat(), last=last.isoformat())
    return first, last


def _review_every(at: Cursor) -> str | None:
    if not at.given:
        return None
    text = at.text()
    if text and not _DURATION.fullmatch(text):
        at.report("bad_duration", value=text[:60])
    return text


def _scoring(at: Cursor) -> Scoring:
    at.table(
        required=("aggregation", "pass_mark"),
        optional=("na", "na_scope", "floor", "cap", "rounding"),
    )
    rule = read_na_rule(at.child("na"), ("exclude", "as_full"))
    cap = at.child("cap")
    return Scoring(
        aggregation=Aggregation(at.child("aggregation").one_of([*Aggregation])),
        na=rule if isinstance(rule, NaRule) else NaRule(kind=NaKind(rule)),
        na_by_form=at.child("na_scope").one_of(("section", "form")) == "form",
        floor=at.child("floor").number(Fraction(0)),
        cap=None if cap.node and not cap.given else cap.number(Fraction(100)),
        pass_mark=at.child("pass_mark").number(Fraction(0)),
        rounding=at.child("rounding").whole(2, high=MAX_DECIMALS),
    )


def _abilities(at: Cursor) -> tuple[Ability, ...]:
    abilities = []
    for element in at.elements(at_least=0) if at.given else ():
        if element.table(required=("id", "title")):
            title = element.child("title").local_text()
            abilities.append(Ability(id=element.child("id").ident(), title=title))
    report_duplicates([at])
    return tuple(abilities)


def _grades(at: Cursor) -> tuple[Grade, ...]:
    """Best first, in whatever order they are written."""
    if not at.given:
        return ()
    grades: list[Grade] = []
    for element in at.elements():
        if element.table(required=("id", "min", "title")):
            grade = Grade(
                id=element.child("id").ident(),
                min=element.child("min").number(),
                title=element.child("title").local_text(),
            )
            if element.has("min") and any(grade.min == other.min for other in grades):
                element.child("min").report("grade_repeats", min=number_text(grade.min))
            grades.append(grade)
    report_duplicates([at])
    return tuple(sorted(grades, key=lambda grade: grade.min, reverse=True))


def _sections(at: Cursor) -> list[ReadSection]:
    read: list[ReadSection] = []
    for place in at.elements():
        if not place.table(required=("id", "title", "items"), optional=("weight",)):
            continue
        pairs = [(item_at, read_item(item_at)) for item_at in place.child("items").elements()]
        items = [(item_at, item) for item_at, item in pairs if item is not None]
        section = Section(
            id=place.child("id").ident(),
            title=place.child("title").local_text(),
            weight=place.child("weight").number(low=0),
            items=tuple(item for _, item in items),
        )
        read.append((place, section, items))
    report_duplicates([at])
    report_duplicates([place.child("items") for place in at.elements()])
    return read


def _adjustments(at: Cursor) -> tuple[Adjustment, ...]:
    adjustments = []
    for element in at.elements(at_least=0) if at.given else ():
        adjustment = _adjustment(element)
        if adjustment is not None:
            adjustments.append(adjustment)
    report_duplicates([at])
    return tuple(adjustments)


def _adjustment(at: Cursor) -> Adjustment | None:
    kind = AdjustmentKind(at.child("kind").one_of([kind.value for kind in AdjustmentKind]))
    lifts = kind is AdjustmentKind.GRADE_LIFT
    keys = ("id", "kind", "title") if lifts else ("id", "kind", "title", "points")
    if not at.table(required=keys, optional=("steps", "times") if lifts else ("times",)):
        return None
    points = at.child("points").number(Fraction(0), low=0) if not lifts else Fraction(0)
    return Adjustment(
        id=at.child("id").ident(),
        kind=kind,
        title=at.child("title").local_text(),
        points=points,
        times=at.child("times").whole(low=1),
        steps=at.child("steps").whole(low=1) if lifts else 0,
    )


def _scenarios(at: Cursor) -> tuple[Scenario, ...]:
    scenarios = []
    for element in at.elements(at_least=0) if at.given else ():
        if not element.table(required=("id", "title", "weights"), optional=("match", "active")):
            continue
        match_ = element.child("match")
        tags: tuple[str, ...] = ()
        if match_.given and match_.table(required=("tags",)):
            tags = match_.child("tags").words()
        weights = element.child("weights")
        weights.table(optional=weights.key_names())
        active_from, active_until = _span(element.child("active"))
        scenarios.append(
            Scenario(
                id=element.child("id").ident(),
                title=element.child("title").local_text(),
                weights={key: weights.child(key).number(low=0) for key in weights.key_names()},
                match_tags=tags,
                active_from=active_from,
                active_until=active_until,
            )
        )
    report_duplicates([at])
    return tuple(scenarios)

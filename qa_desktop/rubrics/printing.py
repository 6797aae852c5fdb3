"""Writes a rubric as a file that people like to read."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from qa_desktop.base.local_text import LocalText
from qa_desktop.rubrics.consistency import BY_SECTION
from qa_desktop.rubrics.given import given_to_json
from qa_desktop.rubrics.key_order import usual_order
from qa_desktop.rubrics.model import (
    Adjustment,
    AnswerType,
    Choice,
    CommentRule,
    Effect,
    Example,
    Item,
    Measure,
    Multi,
    NaKind,
    NaRule,
    Note,
    Option,
    Points,
    Reason,
    Rubric,
    Scale,
    Scenario,
    Scoring,
    Section,
)
from qa_desktop.rubrics.numbers import number_text
from qa_desktop.rubrics.plain import Plain, plain_value
from qa_desktop.rubrics.tree import Path
from qa_desktop.rubrics.yaml_writing import Writer

SCHEMA = "qa-rubric/1"
# Set apart from what stands above them.
_SPACED = ("scoring", "grades", "abilities", "sections", "adjustments", "scenarios", "examples")

Data = dict[str, Any]


def print_rubric(rubric: Rubric) -> str:
    """A file that says what the rubric says, in the usual order; defaults are left out, so that the
    content hash may be another than that of the file it came from."""
    return print_data(rubric_data(rubric))


def print_data(data: Mapping[str, object], notes: Iterable[str] = ()) -> str:
    """A file of exactly this data, of the same content hash; `notes` stand above as comments."""
    writer = Writer(blanks={"sections": 1})
    lines = [line for note in notes for line in note.splitlines() or [""]]
    text = "".join(f"# {line}".rstrip() + "\n" for line in lines)
    for key, value in _ordered(plain_value(data), ()).items():
        if text and key in _SPACED:
            text += "\n"
        text += writer.entry(key, value, 0) + "\n"
    return text


def _ordered(value: Plain, path: Path) -> Data:
    """Its tables with their keys in the usual order."""
    if not isinstance(value, dict):
        raise TypeError("a rubric is a table")
    ranks = {key: rank for rank, key in enumerate(usual_order(path))}
    keys = sorted(value, key=lambda key: ranks.get(key, len(ranks)))
    return {key: _with_order(value[key], (*path, key)) for key in keys}


def _with_order(value: Plain, path: Path) -> Plain:
    if isinstance(value, list):
        return [_with_order(child, (*path, index)) for index, child in enumerate(value)]
    return _ordered(value, path) if isinstance(value, dict) else value


def rubric_data(rubric: Rubric) -> Data:
    """What `load_rubric` would read the same rubric from; numbers are Fractions."""
    by_section = rubric.scoring.aggregation in BY_SECTION
    return _without_none(
        {
            "schema": SCHEMA,
            "id": rubric.id,
            "version": rubric.version,
            "title": _text(rubric.title),
            "channels": list(rubric.channels),
            "languages": list(rubric.languages),
            "effective": _days(rubric.effective_from, rubric.effective_until),
            "review_every": rubric.review_every,
            "owner": rubric.owner,
            "scoring": _scoring(rubric.scoring),
            "grades": [
                {"id": grade.id, "min": grade.min, "title": _text(grade.title)}
                for grade in rubric.grades
            ]
            or None,
            "abilities": [_titled(ability) for ability in rubric.abilities] or None,
            "sections": [_section(section, weighs=by_section) for section in rubric.sections],
            "adjustments": [_adjustment(a) for a in rubric.adjustments] or None,
            "bonus_cap": rubric.bonus_cap,
            "scenarios": [_scenario(scenario) for scenario in rubric.scenarios] or None,
            "examples": [_example(example) for example in rubric.examples] or None,
        }
    )


def _without_none(data: Data) -> Data:
    return {key: value for key, value in data.items() if value is not None}


def _text(text: LocalText) -> str | Data:
    said = dict(text.by_language)
    return said.get("", said)


def _titled(part: Any) -> Data:
    return {"id": part.id, "title": _text(part.title)}


def _days(first: Any, last: Any) -> Data | None:
    if first is None and last is None:
        return None
    return {
        "from": None if first is None else first.isoformat(),
        "until": None if last is None else last.isoformat(),
    }


def _scoring(scoring: Scoring) -> Data:
    data: Data = {"aggregation": scoring.aggregation.value}
    if scoring.na.kind is not NaKind.EXCLUDE:
        data["na"] = _na_rule(scoring.na)
    if scoring.na_by_form:
        data["na_scope"] = "form"
    if scoring.floor:
        data["floor"] = scoring.floor
    if scoring.cap != Fraction(100):
        data["cap"] = scoring.cap
    return data | {"pass_mark": scoring.pass_mark, "rounding": scoring.rounding}


def _na_rule(rule: NaRule) -> str | Data:
    return {"as_score": rule.score} if rule.kind is NaKind.AS_SCORE else rule.kind.value


def _section(section: Section, *, weighs: bool) -> Data:
    data: Data = {"id": section.id, "title": _text(section.title)}
    if weighs or section.weight != 1:
        data["weight"] = section.weight
    return data | {"items": [_item(item) for item in section.items]}


def _item(item: Item) -> Data:
    return _without_none(
        {
            "id": item.id,
            "text": _text(item.text),
            "help": None if item.help is None else _text(item.help),
            "abilities": list(item.abilities) or None,
            "weight": None if item.weight == 1 else item.weight,
            "answer": _answer(item.answer),
            "na": _na(item),
            "comment": _comment(item),
            "reasons": _reasons(item.reasons),
            "critical": item.critical,
            "veto": _veto(item),
            "show_if": None
            if item.show_if is None
            else {"item": item.show_if.item, "in": list(item.show_if.values)},
        }
    )


def _na(item: Item) -> str | Data | None:
    if not item.na_allowed:
        return "not-allowed"
    return None if item.na is None else _na_rule(item.na)


def _comment(item: Item) -> str | Data | None:
    if item.comment is CommentRule.OPTIONAL:
        return None
    if item.comment is CommentRule.BELOW:
        return {"required_below": item.comment_below}
    return item.comment.value


def _reasons(reasons: Sequence[Reason]) -> list[Data] | None:
    return [_titled(reason) for reason in reasons] or None


def _veto(item: Item) -> Data | None:
    veto = item.veto
    if veto is None:
        return None
    effect = {"cap": veto.cap} if veto.effect is Effect.CAP else veto.effect.value
    data: Data = {"when": list(veto.when), "scope": veto.scope.value, "effect": effect}
    return data if veto.count == 1 else {**data, "count": veto.count}


def _answer(answer: AnswerType) -> Data:
    match answer:
        case Scale(min=low, max=high, anchors=anchors, ratio=ratio):
            data: Data = {"type": "scale", "min": low, "max": high}
            if ratio:
                data["map"] = "ratio"
            if anchors:
                data["anchors"] = {number_text(value): _text(text) for value, text in anchors}
            return data
        case Choice(options=options):
            return {"type": "choice", "options": _options(options)}
        case Multi(options=options):
            return {"type": "multi", "options": _options(options)}
        case Points(max=high, step=step):
            points: Data = {"type": "points", "max": high}
            return points if step == 1 else {**points, "step": step}
        case Measure(unit=unit, bands=bands, source=source):
            rows = [_without_none({"up_to": band.up_to, "score": band.score}) for band in bands]
            return _without_none({"type": "measure", "unit": unit, "bands": rows, "from": source})
        case Note():
            return {"type": "note"}


def _options(options: Sequence[Option]) -> list[Data]:
    return [{**_titled(option), "score": option.score} for option in options]


def _adjustment(adjustment: Adjustment) -> Data:
    data: Data = {"id": adjustment.id, "kind": adjustment.kind.value}
    if adjustment.steps:
        data["steps"] = adjustment.steps
    else:
        data["points"] = adjustment.points
    if adjustment.times != 1:
        data["times"] = adjustment.times
    return {**data, "title": _text(adjustment.title)}


def _scenario(scenario: Scenario) -> Data:
    tags = scenario.match_tags
    return _without_none(
        {
            **_titled(scenario),
            "match": {"tags": list(tags)} if tags else None,
            "weights": dict(scenario.weights),
            "active": _days(scenario.active_from, scenario.active_until),
        }
    )


def _example(example: Example) -> Data:
    expect = example.expect
    given = given_to_json(example.given)
    return {
        **_titled(example),
        "given": {key: value for key, value in given.items() if value or key == "answers"},
        "expect": _without_none(
            {
                "score": expect.score,
                "grade": expect.grade,
                "outcome": expect.outcome,
                "sections": dict(expect.sections) or None,
            }
        ),
    }

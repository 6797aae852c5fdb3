"""What was given to be scored: its JSON form, and whether it fits the rubric."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.rubrics.model import (
    Answer,
    Choice,
    Given,
    Item,
    Measure,
    Multi,
    Note,
    Points,
    Rubric,
    Scale,
)
from qa_desktop.rubrics.numbers import answered, number_text
from qa_desktop.rubrics.visibility import is_given

_KEYS = ("scenario", "answers", "adjustments")
_ANSWER_KEYS = ("value", "values", "na")


def given_problems(rubric: Rubric, given: Given) -> list[Problem]:
    """Everything in `given` that the rubric does not know or allow."""
    problems = []
    scenarios = [scenario.id for scenario in rubric.scenarios]
    if given.scenario is not None and given.scenario not in scenarios:
        problems.append(_unknown("scenario", "scenario", given.scenario, scenarios))
    items = {item.id: item for item in rubric.items()}
    for name, answer in given.answers.items():
        item = items.get(name)
        if item is None:
            problems.append(_problem("unknown_answer", f"answers.{name[:60]}", id=name[:60]))
        elif is_given(answer):
            problem = _answer_problem(item, answer)
            if problem is not None:
                problems.append(problem)
    adjustments = {adjustment.id: adjustment for adjustment in rubric.adjustments}
    for name, count in given.adjustments.items():
        path = f"adjustments.{name[:60]}"
        if name not in adjustments:
            problems.append(_unknown("adjustment", path, name, adjustments))
        elif not 0 <= count <= adjustments[name].times:
            times = adjustments[name].times
            problems.append(_problem("too_many_times", path, id=name, count=count, times=times))
    return problems


def answer_fits(item: Item, answer: Answer) -> bool:
    """Whether it can be given to this item: on its scale, among its options, N/A where allowed."""
    return _answer_problem(item, answer) is None


def _problem(code: str, path: str, **values: str | float) -> Problem:
    return Problem(code=f"rubrics.{code}", where=Where(path=path), values=values)


def _unknown(what: str, path: str, name: str, known: Collection[str]) -> Problem:
    if not known:
        return _problem(f"no_{what}s", path, id=name[:60])
    return _problem(f"unknown_{what}", path, id=name[:60], known=", ".join(known))


def _answer_problem(item: Item, answer: Answer) -> Problem | None:
    if answer.na:
        if not item.na_allowed:
            return _problem("na_not_allowed", f"answers.{item.id}", item=item.id)
        return None
    kind = item.answer
    if isinstance(kind, Multi):
        return _multi_problem(item, kind, answer)
    if answer.values is not None:
        return _problem("one_value_wanted", f"answers.{item.id}.values", item=item.id)
    return _value_problem(item, answer.value)


def _multi_problem(item: Item, kind: Multi, answer: Answer) -> Problem | None:
    known = [option.id for option in kind.options]
    if answer.values is None:
        path = f"answers.{item.id}.value"
        return _problem("several_values_wanted", path, item=item.id, known=", ".join(known))
    path = f"answers.{item.id}.values"
    if len(set(answer.values)) < len(answer.values):
        return _problem("value_twice", path, item=item.id)
    strange = [value for value in answer.values if value not in known]
    if strange:
        return _off_scale(item, path, ", ".join(strange), ", ".join(known))
    return None


def _value_problem(item: Item, value: str | Fraction | None) -> Problem | None:
    path = f"answers.{item.id}.value"
    kind = item.answer
    if isinstance(kind, Choice):
        known = [option.id for option in kind.options]
        return None if value in known else _off_scale(item, path, _text(value), ", ".join(known))
    if isinstance(kind, Note):
        if isinstance(value, str):
            return None
        return _problem("note_wants_text", path, item=item.id, value=_text(value))
    if not isinstance(value, Fraction):
        return _problem("number_wanted", path, item=item.id, value=_text(value))
    match kind:
        case Scale(min=low, max=high):
            allowed, fits = f"{number_text(low)} – {number_text(high)}", low <= value <= high
        case Points(max=high, step=step):
            allowed = f"0 – {number_text(high)}, {number_text(step)}"
            fits = 0 <= value <= high and (value == high or (value / step).denominator == 1)
        case Measure():
            return _measure_problem(item, kind, value, path)
        case _:
            raise TypeError(f"{type(kind).__name__} is not answered with a number")
    return None if fits else _off_scale(item, path, number_text(value), allowed)


def _measure_problem(item: Item, kind: Measure, value: Fraction, path: str) -> Problem | None:
    """Below zero only where a band is: nobody answers in minus five seconds."""
    lowest = min((band.up_to for band in kind.bands if band.up_to is not None), default=Fraction(0))
    if value < min(lowest, Fraction(0)):
        return _off_scale(item, path, number_text(value), f"0 … {kind.unit}")
    return None


def _off_scale(item: Item, path: str, value: str, allowed: str) -> Problem:
    return _problem("off_scale", path, item=item.id, value=value[:60], allowed=allowed)


def _text(value: str | Fraction | None) -> str:
    return number_text(value) if isinstance(value, Fraction) else str(value)[:60]


def given_from_json(data: object, rubric: Rubric) -> Given:
    """Reads {"scenario", "answers", "adjustments"}; numbers may be int, float or Decimal.

    Raises ProblemError with all that is wrong in form or against the rubric.
    """
    reader = _JsonReader()
    given = reader.given(data)
    problems = [*reader.problems, *given_problems(rubric, given)]
    if problems:
        raise ProblemError(problems)
    return given


def given_to_json(given: Given) -> dict[str, Any]:
    """The shape that `given_from_json` reads; unanswered items are left out."""
    return {
        "scenario": given.scenario,
        "answers": {
            name: answer_to_json(answer)
            for name, answer in given.answers.items()
            if is_given(answer)
        },
        "adjustments": dict(given.adjustments),
    }


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """{"value": ...}, {"values": [...]} or {"na": true}."""
    if answer.na:
        return {"na": True}
    if answer.values is not None:
        return {"values": list(answer.values)}
    value = answer.value
    if isinstance(value, Fraction):
        return {"value": int(value) if value.denominator == 1 else float(value)}
    return {"value": value}


def answer_from_json(data: object) -> Answer:
    """One answer as `answer_to_json` wrote it. Raises ProblemError for anything else."""
    reader = _JsonReader()
    answer = reader.answer(data, "answer")
    if answer is None:
        raise ProblemError(reader.problems)
    return answer


class _JsonReader:
    """Takes the form apart and gathers what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def given(self, data: object) -> Given:
        if not isinstance(data, Mapping):
            self._tell("object_wanted", "")
            return Given()
        for key in data:
            if key not in _KEYS:
                self._tell("given_unknown_key", key, key=str(key)[:60], known=", ".join(_KEYS))
        scenario = data.get("scenario")
        if scenario is not None and not isinstance(scenario, str):
            self._tell("text_wanted", "scenario")
            scenario = None
        answers = {}
        for name, value in self._table(data, "answers").items():
            answer = self.answer(value, f"answers.{name[:60]}")
            if answer is not None:
                answers[name] = answer
        adjustments = {}
        for name, count in self._table(data, "adjustments").items():
            if isinstance(count, int) and not isinstance(count, bool):
                adjustments[name] = count
            else:
                self._tell("count_wanted", f"adjustments.{name[:60]}")
        return Given(scenario=scenario, answers=answers, adjustments=adjustments)

    def answer(self, data: object, path: str) -> Answer | None:
        if not isinstance(data, Mapping):
            self._tell("answer_form", path)
            return None
        na = data.get("na")
        given = [data.get("value") is not None, data.get("values") is not None, na is True]
        known = all(key in _ANSWER_KEYS for key in data)
        if sum(given) > 1 or not known or not (na is None or isinstance(na, bool)):
            self._tell("answer_form", path)
            return None
        if na:
            return Answer(na=True)
        if data.get("values") is not None:
            return self._values(data["values"], f"{path}.values")
        return self._value(data.get("value"), f"{path}.value")

    def _values(self, values: object, path: str) -> Answer | None:
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            self._tell("list_of_ids_wanted", path)
            return None
        return Answer(values=tuple(values))

    def _value(self, value: object, path: str) -> Answer | None:
        match value:
            case None | str():
                return Answer(value=value)
            case bool():
                self._tell("answer_form", path.removesuffix(".value"))
                return None
            case int() if value.bit_length() <= 64:
                return Answer(value=Fraction(value))
            case float() | Decimal():
                number = Decimal(repr(value)) if isinstance(value, float) else value
                kept = answered(number) if number.is_finite() else None
                if kept is not None:
                    return Answer(value=Fraction(kept))
        self._tell("bad_number", path)
        return None

    def _table(self, data: Mapping[str, object], key: str) -> Mapping[str, Any]:
        table = data.get(key)
        if table is None:
            return {}
        if not isinstance(table, Mapping):
            self._tell("table_wanted", key, key=key)
            return {}
        return table

    def _tell(self, code: str, path: str, **values: str | float) -> None:
        self.problems.append(_problem(code, path, **values))

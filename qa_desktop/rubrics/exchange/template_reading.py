"""Reads a template workbook that somebody filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.rubrics.exchange.grid import Cell, Grid, column_letters
from qa_desktop.rubrics.exchange.template_cells import (
    answer_from,
    comment_from,
    effect_from,
    na_from,
    reasons_from,
    text_from,
    values_from,
    written_number,
)
from qa_desktop.rubrics.exchange.template_layout import FIRST_ROW, KEY_ROW, KIND_ROW, MARKER
from qa_desktop.rubrics.ids import slug_of
from qa_desktop.rubrics.loader import SCHEMA, rubric_from_mapping
from qa_desktop.rubrics.model import Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTemplate:
    """`data` as a rubric's file has it, which may have problems: then `rubric` is None."""

    data: dict[str, Any]
    rubric: Rubric | None
    problems: tuple[Problem, ...]


def is_template(grids: Sequence[Grid]) -> bool:
    return any(_kind(grid) for grid in grids)


def _kind(grid: Grid) -> str:
    marker, _, kind = grid.cell(KIND_ROW, 0).text.partition(" ")
    return kind if marker == MARKER else ""


def read_template(grids: Sequence[Grid]) -> ReadTemplate:
    """Raises ProblemError exchange.template_incomplete where the sheets of facts or items lack."""
    reader = _Reader({_kind(grid): grid for grid in grids if _kind(grid)}, grids[0].file)
    data = reader.data()
    problems = [problem for grid in grids if _kind(grid) for problem in grid.problems]
    try:
        rubric = rubric_from_mapping(data, grids[0].file)
    except ProblemError as error:
        placed = [reader.placed(problem) for problem in error.problems]
        return ReadTemplate(data=data, rubric=None, problems=(*problems, *placed))
    return ReadTemplate(data=data, rubric=rubric, problems=tuple(problems))


@dataclass(slots=True)
class _Table:
    """A sheet's rows by the keys of its columns."""

    grid: Grid
    keys: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, grid: Grid) -> "_Table":
        row = [grid.cell(KEY_ROW, column).text for column in range(grid.width)]
        return cls(grid, {key: column for column, key in enumerate(row) if key})

    def rows(self) -> list[int]:
        return [
            row
            for row in range(FIRST_ROW, self.grid.height)
            if any(self.grid.cell(row, column).text for column in self.keys.values())
        ]

    def text(self, row: int, key: str) -> str:
        return self.grid.cell(row, self.keys[key]).text if key in self.keys else ""

    def texts(self, row: int, key: str, languages: Sequence[str]) -> dict[str, str]:
        return {language: self.text(row, f"{key}.{language}") for language in languages}

    def number(self, row: int, key: str) -> Any:
        """None where the cell is empty."""
        cell = self.grid.cell(row, self.keys[key]) if key in self.keys else Cell()
        if not cell.text:
            return None
        return cell.number if cell.number is not None else written_number(cell.text)


class _Reader:
    def __init__(self, grids: Mapping[str, Grid], file: str) -> None:
        missing = [kind for kind in ("facts", "items") if kind not in grids]
        if missing:
            values = {"sheet": missing[0]}
            where = Where(file=file)
            raise ProblemError(
                Problem(code="exchange.template_incomplete", where=where, values=values)
            )
        self._tables = {kind: _Table.of(grid) for kind, grid in grids.items()}
        self._places: dict[str, str] = {}
        self._languages = self._spoken()

    def data(self) -> dict[str, Any]:
        facts = self._facts()
        title = text_from(facts.get("title", {})) or ""
        data: dict[str, Any] = {
            "schema": SCHEMA,
            "id": self._said(facts, "id") or slug_of(title) or "form",
            "version": written_number(self._said(facts, "version") or "1"),
            "title": title,
            "channels": _parts(self._said(facts, "channels")),
            "languages": list(self._languages),
        }
        effective = {
            key: self._said(facts, f"effective_{key}") or None for key in ("from", "until")
        }
        if any(effective.values()):
            data["effective"] = effective
        for key in ("review_every", "owner"):
            if self._said(facts, key):
                data[key] = self._said(facts, key)
        data["scoring"] = self._scoring(facts)
        data |= self._lists()
        data["sections"] = self._sections()
        if self._said(facts, "bonus_cap"):
            data["bonus_cap"] = written_number(self._said(facts, "bonus_cap"))
        return data

    def placed(self, problem: Problem) -> Problem:
        """With the cell's row before the path inside of the rubric."""
        path = problem.where.path or ""
        known = [start for start in self._places if path.startswith(start)]
        if not known:
            return problem
        place = self._places[max(known, key=len)]
        return replace(problem, where=replace(problem.where, path=f"{place} · {path}"))

    def _spoken(self) -> tuple[str, ...]:
        """The languages that the facts name, else those that columns are there for."""
        table = self._tables["facts"]
        for row in table.rows():
            if table.text(row, "fact") == "languages":
                said = [table.text(row, key) for key in table.keys if key.startswith("value.")]
                if said and said[0]:
                    return tuple(_parts(said[0]))
        columns = [key.partition(".")[2] for key in table.keys if key.startswith("value.")]
        return tuple(columns) or ("en",)

    def _facts(self) -> dict[str, dict[str, str]]:
        table = self._tables["facts"]
        found = {}
        columns = [key.partition(".")[2] for key in table.keys if key.startswith("value.")]
        for row in table.rows():
            fact = table.text(row, "fact")
            found[fact] = table.texts(row, "value", columns)
            self._note(fact, table, row)
        return found

    def _note(self, path: str, table: _Table, row: int) -> None:
        letters = column_letters(next(iter(table.keys.values()), 0))
        self._places[path] = f"{table.grid.name}!{letters}{row + 1}"

    def _said(self, facts: Mapping[str, Mapping[str, str]], fact: str) -> str:
        return next(iter(facts.get(fact, {}).values()), "")

    def _scoring(self, facts: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key in ("aggregation", "na", "na_scope", "floor", "cap", "pass_mark", "rounding"):
            said = self._said(facts, key)
            self._places[f"scoring.{key}"] = self._places.get(key, "")
            if key == "cap" and said == "none":
                made[key] = None
            elif said:
                worded = key in ("aggregation", "na", "na_scope")
                made[key] = na_from(said) if worded else written_number(said)
        return made

    def _lists(self) -> dict[str, Any]:
        made: dict[str, Any] = {}
        readers = {
            "grades": self._grade,
            "abilities": self._ability,
            "adjustments": self._adjustment,
            "scenarios": self._scenario,
        }
        for kind, read in readers.items():
            table = self._tables.get(kind)
            if table is None:
                continue
            elements = []
            for place, row in enumerate(table.rows()):
                self._note(f"{kind}[{place}]", table, row)
                elements.append(read(table, row, place))
            if elements:
                made[kind] = elements
        return made

    def _title(self, table: _Table, row: int) -> Any:
        return text_from(table.texts(row, "title", self._languages)) or ""

    def _id(self, table: _Table, row: int, title: Any, fallback: str) -> str:
        return table.text(row, "id") or slug_of(title) or fallback

    def _grade(self, table: _Table, row: int, place: int) -> dict[str, Any]:
        title = self._title(table, row)
        name = self._id(table, row, title, f"grade-{place + 1}")
        return {"id": name, "min": _or_text(table.number(row, "min")), "title": title}

    def _ability(self, table: _Table, row: int, place: int) -> dict[str, Any]:
        title = self._title(table, row)
        return {"id": self._id(table, row, title, f"ability-{place + 1}"), "title": title}

    def _adjustment(self, table: _Table, row: int, place: int) -> dict[str, Any]:
        title, kind = self._title(table, row), table.text(row, "kind")
        made: dict[str, Any] = {
            "id": self._id(table, row, title, f"adjustment-{place + 1}"),
            "kind": kind,
            "title": title,
        }
        if kind != "grade_lift":
            made["points"] = _or_text(table.number(row, "points"))
        for key in ("times", "steps"):
            number = table.number(row, key)
            if number is not None and (key, kind) != ("steps", "bonus"):
                made[key] = number
        return made

    def _scenario(self, table: _Table, row: int, place: int) -> dict[str, Any]:
        title = self._title(table, row)
        weights = dict(_pair(part) for part in _parts(table.text(row, "weights")))
        made: dict[str, Any] = {
            "id": self._id(table, row, title, f"scenario-{place + 1}"),
            "title": title,
            "weights": weights,
        }
        if tags := _parts(table.text(row, "tags")):
            made["match"] = {"tags": tags}
        active = {key: table.text(row, key) or None for key in ("from", "until")}
        if any(active.values()):
            made["active"] = active
        return made

    def _sections(self) -> list[dict[str, Any]]:
        table = self._tables["items"]
        sections: list[dict[str, Any]] = []
        rows = table.rows()
        kinds = {
            self._item_id(table, row, n): table.text(row, "type") for n, row in enumerate(rows)
        }
        for number, row in enumerate(rows):
            title = text_from(table.texts(row, "section", self._languages))
            if title is not None or table.text(row, "section_id") or not sections:
                sections.append(self._section(table, row, title or "", len(sections)))
            section = sections[-1]
            path = f"sections[{len(sections) - 1}].items[{len(section['items'])}]"
            self._note(path, table, row)
            section["items"].append(self._item(table, row, number, kinds))
        return sections

    def _section(self, table: _Table, row: int, title: Any, place: int) -> dict[str, Any]:
        self._note(f"sections[{place}]", table, row)
        name = table.text(row, "section_id") or slug_of(title) or f"section-{place + 1}"
        made: dict[str, Any] = {"id": name, "title": title}
        weight = table.number(row, "section_weight")
        if weight is not None:
            made["weight"] = weight
        return made | {"items": []}

    def _item_id(self, table: _Table, row: int, number: int) -> str:
        title = text_from(table.texts(row, "text", self._languages))
        return self._id(table, row, title, f"item-{number + 1}")

    def _item(
        self, table: _Table, row: int, number: int, kinds: Mapping[str, str]
    ) -> dict[str, Any]:
        spoken = self._languages
        made: dict[str, Any] = {
            "id": self._item_id(table, row, number),
            "text": text_from(table.texts(row, "text", spoken)) or "",
        }
        help_ = text_from(table.texts(row, "help", spoken))
        if help_ is not None:
            made["help"] = help_
        weight = table.number(row, "weight")
        if weight is not None and weight != 1:
            made["weight"] = weight
        kind, span = table.text(row, "type"), table.text(row, "range")
        made["answer"] = answer_from(kind, span, table.texts(row, "answers", spoken))
        rules = {
            "na": na_from(table.text(row, "na")),
            "comment": comment_from(table.text(row, "comment")),
            "reasons": reasons_from(table.texts(row, "reasons", spoken)),
            "critical": table.text(row, "critical"),
            "veto": self._veto(table, row, kind),
            "show_if": _show_if(table.text(row, "show_if"), kinds),
            "abilities": _parts(table.text(row, "abilities")),
        }
        return made | {key: value for key, value in rules.items() if value}

    def _veto(self, table: _Table, row: int, kind: str) -> dict[str, Any] | None:
        said = table.text(row, "veto_when")
        scope, effect = table.text(row, "veto_scope"), table.text(row, "veto_effect")
        if not (said or scope or effect):
            return None
        made: dict[str, Any] = {
            "when": values_from(said, kind),
            "scope": scope or "form",
            "effect": effect_from(effect or "zero"),
        }
        count = table.number(row, "veto_count")
        return made if count is None else made | {"count": count}


def _or_text(number: Any) -> Any:
    return "" if number is None else number


def _parts(text: str) -> list[str]:
    parts = text.replace("；", ";").replace("\n", ";").split(";")
    return [part.strip() for part in parts if part.strip()]


def _pair(part: str) -> tuple[str, Any]:
    key, _, weight = part.replace("＝", "=").rpartition("=")
    return key.strip() or part, written_number(weight)


def _show_if(text: str, kinds: Mapping[str, str]) -> dict[str, Any] | None:
    if not text:
        return None
    name, _, values = text.replace("：", ":").partition(":")
    return {"item": name.strip(), "in": values_from(values, kinds.get(name.strip(), "choice"))}

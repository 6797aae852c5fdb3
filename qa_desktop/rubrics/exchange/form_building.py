"""Makes a rubric of what was read from a form's sheet."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.rubrics import usual_words
from qa_desktop.rubrics.exchange.amounts import Amount, amount_in, plain_number
from qa_desktop.rubrics.exchange.answer_words import truth_in
from qa_desktop.rubrics.exchange.form_items import parted
from qa_desktop.rubrics.exchange.form_rows import (
    FormItem,
    FormSection,
    ReadForm,
    read_form,
)
from qa_desktop.rubrics.exchange.form_texts import FormTexts
from qa_desktop.rubrics.exchange.grid import Grid
from qa_desktop.rubrics.exchange.item_answers import has_steps, in_order, item_answer
from qa_desktop.rubrics.exchange.mapping import Mapping
from qa_desktop.rubrics.exchange.roles import Role, heading_role
from qa_desktop.rubrics.ids import slug_of
from qa_desktop.rubrics.loader import SCHEMA, rubric_from_mapping
from qa_desktop.rubrics.model import Rubric

_ALL = Decimal(100)
_PASS_MARK = 80
_GRADES = (
    (90, "excellent", usual_words.EXCELLENT),
    (80, "qualified", usual_words.QUALIFIED),
    (0, "improve", usual_words.IMPROVE),
)
_EACH = re.compile(r"每次|每处|每项|/次|per |each", re.IGNORECASE)
_MOST_TIMES = 10
_BONUS = re.compile(r"加分|奖励|bonus|extra points", re.IGNORECASE)
_LONGEST_GUIDANCE = 60
_CLASSES = (
    ("customer", re.compile(r"客户|用户|customer|client|^c$|^cc$|^euc", re.IGNORECASE)),
    ("business", re.compile(r"业务|商业|公司|business|^b$|^bc$", re.IGNORECASE)),
    ("compliance", re.compile(r"合规|法规|监管|complian|regulat|legal", re.IGNORECASE)),
)
_SPLIT = re.compile(r"\s*[\n;；、/,，|]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltForm:
    """`data` as a rubric's file has it; `rows` the sheet's row of each item and adjustment.

    `problems` tell what could not be taken as it stood; `notes` what stands outside the table.
    """

    data: dict[str, Any]
    rubric: Rubric
    rows: dict[str, int]
    problems: tuple[Problem, ...]
    notes: tuple[tuple[str, str], ...]


def build_form(grid: Grid, mapping: Mapping, name: str) -> BuiltForm:
    """`name` of the form, where the sheet has no title.

    Raises ProblemError exchange.no_items where no item can be made out.
    """
    form = read_form(grid, mapping)
    if not form.sections:
        raise ProblemError([grid.problem("no_items", mapping.first_row, 0), *form.problems])
    return _Builder(grid, mapping, form, name).build()


class _Builder:
    def __init__(self, grid: Grid, mapping: Mapping, form: ReadForm, name: str) -> None:
        self._grid = grid
        self._mapping = mapping
        self._form = form
        self._title = mapping.title or name
        bilingual = any(
            section.other or any(item.other for item in section.items) for section in form.sections
        )
        self._problems = [*grid.problems, *form.problems]
        self._texts = FormTexts(language=mapping.language, other=mapping.other, bilingual=bilingual)
        self._rows: dict[str, int] = {}
        self._abilities: dict[str, str] = {}
        self._adjustments: list[dict[str, Any]] = []

    def build(self) -> BuiltForm:
        items = [item for section in self._form.sections for item in parted(section.items)]
        by_points = self._mapping.has(Role.POINTS) and any(_counts(i.rows[0].amount) for i in items)
        aggregation, weighs_sections = self._aggregation(by_points=by_points)
        if by_points:
            self._check_sums()
        sections = []
        for number, section in enumerate(self._form.sections, start=1):
            made = self._section(section, number, by_points=by_points)
            if made is not None:
                if weighs_sections:
                    made = self._weighed(made, section)
                sections.append(made)
        if not any(self._possible(item) for section in sections for item in section["items"]):
            sections.insert(0, self._base(weighs_sections=weighs_sections))
        data = self._head(aggregation) | {"sections": sections}
        if self._abilities:
            named = [{"id": key, "title": title} for title, key in self._abilities.items()]
            data = {**self._head(aggregation), "abilities": named, "sections": sections}
        if self._adjustments:
            data["adjustments"] = self._adjustments
        rubric = rubric_from_mapping(data, self._grid.file)
        return BuiltForm(
            data=data,
            rubric=rubric,
            rows=self._rows,
            problems=tuple(self._problems),
            notes=tuple(self._form.notes),
        )

    def _head(self, aggregation: str) -> dict[str, Any]:
        languages = [self._mapping.language]
        if self._texts.bilingual:
            languages.append(self._mapping.other)
        return {
            "schema": SCHEMA,
            "id": slug_of(self._title) or slug_of(self._grid.file.rsplit(".", 1)[0]) or "form",
            "version": 1,
            "title": self._title,
            "channels": ["voice", "chat", "ticket"],
            "languages": languages,
            "scoring": {
                "aggregation": aggregation,
                "na": "exclude",
                "floor": 0,
                "cap": 100,
                "pass_mark": _PASS_MARK,
                "rounding": 2,
            },
            "grades": [
                {"id": key, "min": low, "title": self._texts.words(word)}
                for low, key, word in _GRADES
            ],
        }

    def _aggregation(self, *, by_points: bool) -> tuple[str, bool]:
        """How the form adds up, and whether its sections have weights of their own."""
        weights = [section.weight for section in self._form.sections]
        if any(weight is None or not weight.value for weight in weights):
            return ("points" if by_points else "weighted"), False
        if by_points and all(
            weight is not None and not weight.percent and weight.value == _sum(section)
            for weight, section in zip(weights, self._form.sections, strict=True)
        ):
            return "points", False
        return "sectioned", True

    def _check_sums(self) -> None:
        column = self._mapping.columns(Role.POINTS)[0]
        for section in self._form.sections:
            weight = section.weight
            if weight is not None and not weight.percent and weight.value != _sum(section):
                told, found = plain_number(weight.value), plain_number(_sum(section))
                self._problems.append(
                    self._grid.problem(
                        "section_differs", section.row, column, total=told, sum=found
                    )
                )
        whole = sum((_sum(section) for section in self._form.sections), Decimal(0))
        if whole != _ALL and not any(section.weight for section in self._form.sections):
            self._problems.append(
                self._grid.problem(
                    "points_not_100", self._mapping.first_row, column, sum=plain_number(whole)
                )
            )

    # Sections and items

    def _section(
        self, section: FormSection, number: int, *, by_points: bool
    ) -> dict[str, Any] | None:
        """None where all that it holds became adjustments."""
        bonus = _BONUS.search(section.title) is not None
        items = []
        for item in parted(section.items):
            taken = self._amount(item)
            if bonus or (taken is not None and taken.added):
                self._adjust(item, "bonus", taken)
            elif self._is_deduction(item, taken):
                self._adjust(item, "deduction", taken)
            else:
                items.append(self._item(item, section, by_points=by_points))
        if not items:
            return None
        title = section.title or usual_words.ITEMS.to(self._texts.language)
        return {
            "id": self._texts.new_id(section.title, section.other, "section", number),
            "title": self._texts.text(title, section.other),
            "items": items,
        }

    def _weighed(self, made: dict[str, Any], section: FormSection) -> dict[str, Any]:
        weight = section.weight.value if section.weight is not None else Decimal(0)
        return {"id": made["id"], "title": made["title"], "weight": weight, "items": made["items"]}

    def _amount(self, item: FormItem) -> Amount | None:
        """What the item's points, deduction or weight come to."""
        for said in (item.rows[0].amount, amount_in(item.marks[Role.DEDUCTION])):
            if said is not None:
                return said
        return amount_in(item.marks[Role.WEIGHT])

    def _is_deduction(self, item: FormItem, amount: Amount | None) -> bool:
        if amount is None or self._vetoes(item, amount):
            return False
        column = item.marks[Role.DEDUCTION] and item.rows[0].amount is None
        return bool(column) or amount.taken

    def _vetoes(self, item: FormItem, amount: Amount | None) -> bool:
        mark = item.marks[Role.VETO]
        told = truth_in(mark)
        if told is None and mark:
            told = heading_role(mark) is Role.VETO
        whole = amount is not None and amount.taken and amount.value >= _ALL
        title = heading_role(item.title) is Role.VETO or "一票否决" in self._said(item)
        return bool(told) or whole or (title and told is None)

    def _said(self, item: FormItem) -> str:
        first = item.rows[0]
        return " ".join((item.title, first.guidance, item.marks[Role.DEDUCTION]))

    def _item(self, item: FormItem, section: FormSection, *, by_points: bool) -> dict[str, Any]:
        amount = self._amount(item)
        veto = self._vetoes(item, amount) or heading_role(section.title) is Role.VETO
        if veto and amount is not None and amount.taken:
            amount = None
        unrated = not has_steps(item) and not _counts(amount) and (by_points or veto)
        if unrated and not veto:
            column = self._mapping.columns(Role.POINTS)[0]
            self._problems.append(self._grid.problem("points_missing", item.row, column))
        amount = _of_steps(item) or amount
        usual = self._mapping.usual
        asked = not unrated or bool(item.rows[0].levels or item.rows[0].options)
        made_answer = item_answer(item, usual, amount, self._texts)
        answer = made_answer if asked else in_order(self._texts)
        self._look_over_options(item, answer.answer)
        name = self._texts.new_id(item.title, item.other, "item", len(self._rows) + 1)
        self._rows[name] = item.row
        made: dict[str, Any] = {"id": name, "text": self._texts.text(item.title, item.other)}
        guidance, other = self._guidance(item)
        if guidance or other:
            made["help"] = self._texts.text(guidance or other, other if guidance else "")
        made |= self._abilities_of(item)
        if unrated and self._mapping.has(Role.POINTS):
            made["weight"] = 0
        elif _counts(amount) and amount is not None and self._writes_weight(answer.answer):
            made["weight"] = amount.value
        made["answer"] = answer.answer
        return made | self._rules(item, answer.na, answer.vetoes if veto else [])

    def _rules(self, item: FormItem, na: bool | None, vetoes: list[Any]) -> dict[str, Any]:
        rules: dict[str, Any] = {}
        told = truth_in(item.marks[Role.NA])
        if told is not None or na is not None:
            allowed = told if told is not None else na
            rules["na"] = "allowed" if allowed else "not-allowed"
        elif vetoes:
            rules["na"] = "not-allowed"
        reasons = [part for part in _SPLIT.split(item.marks[Role.REASONS]) if part]
        if reasons:
            rules["reasons"] = [
                {"id": f"reason-{number}", "title": reason}
                for number, reason in enumerate(dict.fromkeys(reasons), start=1)
            ]
        if critical := self._critical(item):
            rules["critical"] = critical
        if vetoes:
            rules["veto"] = {"when": vetoes, "scope": "form", "effect": "zero"}
        return rules

    def _critical(self, item: FormItem) -> str | None:
        said = item.marks[Role.CRITICAL]
        if not said or truth_in(said) is False:
            return None
        for name, pattern in _CLASSES:
            if pattern.search(said):
                return name
        column = self._mapping.columns(Role.CRITICAL)[0]
        self._problems.append(
            self._grid.problem("critical_unknown", item.row, column, value=said[:40])
        )
        return None

    def _abilities_of(self, item: FormItem) -> dict[str, Any]:
        names = [part for part in _SPLIT.split(item.marks[Role.ABILITIES]) if part]
        for name in names:
            if name not in self._abilities:
                number = len(self._abilities) + 1
                self._abilities[name] = slug_of(name) or f"ability-{number}"
        ids = list(dict.fromkeys(self._abilities[name] for name in names))
        return {"abilities": ids} if ids else {}

    def _guidance(self, item: FormItem) -> tuple[str, str]:
        """Levels stand among the answers already."""
        if has_steps(item) and not all(row.options for row in item.rows):
            return "", ""
        said = [row.guidance for row in item.rows if row.guidance]
        other = [row.guidance_other for row in item.rows if row.guidance_other]
        return "\n".join(said), "\n".join(other)

    def _look_over_options(self, item: FormItem, answer: dict[str, Any]) -> None:
        said = item.rows[0].options
        if said and answer["type"] not in ("choice", "scale"):
            column = self._mapping.columns(Role.OPTIONS)[0]
            self._problems.append(
                self._grid.problem("options_unread", item.row, column, value=said[:60])
            )

    def _writes_weight(self, answer: dict[str, Any]) -> bool:
        """In `points` an item of points carries its own; elsewhere each needs its weight."""
        return answer["type"] != "points" or self._aggregation(by_points=True)[0] != "points"

    def _possible(self, item: dict[str, Any]) -> bool:
        if item["answer"]["type"] == "points" and "weight" not in item:
            return True
        return bool(item.get("weight", 1))

    def _base(self, *, weighs_sections: bool) -> dict[str, Any]:
        """What deductions are taken from, where nothing else is scored."""
        graded = self._texts.words(usual_words.GRADED)
        item = {
            "id": self._texts.new_id("graded", "", "item", 0),
            "text": self._texts.words(usual_words.OFF_HUNDRED),
            "answer": {
                "type": "choice",
                "options": [{"id": "graded", "title": graded, "score": 1}],
            },
            "na": "not-allowed",
        }
        made = {
            "id": self._texts.new_id("base", "", "section", 0),
            "title": self._texts.words(usual_words.BASE_SCORE),
        }
        return made | ({"weight": 1} if weighs_sections else {}) | {"items": [item]}

    def _adjust(self, item: FormItem, kind: str, amount: Amount | None) -> None:
        if amount is None or not amount.value:
            self._problems.append(self._grid.problem("adjustment_without_points", item.row, 0))
            return
        guidance, _ = self._guidance(item)
        title = item.title
        if guidance and len(guidance) <= _LONGEST_GUIDANCE and "\n" not in guidance:
            title = f"{title} ({guidance})"
        elif guidance:
            column = self._mapping.columns(Role.GUIDANCE)[0]
            self._problems.append(self._grid.problem("guidance_left_out", item.row, column))
        each = _EACH.search(" ".join((self._said(item), item.marks[Role.DEDUCTION])))
        number = len(self._adjustments) + 1
        name = self._texts.new_id(item.title, item.other, "adjustment", number)
        self._rows[name] = item.row
        made: dict[str, Any] = {"id": name, "kind": kind, "points": amount.value}
        if each:
            made["times"] = max(1, min(_MOST_TIMES, int(_ALL // amount.value)))
        self._adjustments.append(made | {"title": self._texts.text(title, item.other)})


def _counts(amount: Amount | None) -> bool:
    return amount is not None and amount.value > 0 and not amount.taken


def _of_steps(item: FormItem) -> Amount | None:
    return item.rows[0].amount if has_steps(item) else None


def _sum(section: FormSection) -> Decimal:
    amounts = [row.amount for item in parted(section.items) for row in item.rows[:1]]
    return sum((amount.value for amount in amounts if amount and _counts(amount)), Decimal(0))

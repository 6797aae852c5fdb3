"""A rubric as the rows of the template's sheets."""

from collections.abc import Sequence
from fractions import Fraction

from qa_desktop.rubrics.exchange.template_cells import (
    answer_cells,
    comment_cell,
    na_cell,
    na_rule_cell,
    reason_cells,
    texts_of,
    values_cell,
    veto_cells,
)
from qa_desktop.rubrics.exchange.template_layout import (
    ABILITIES,
    ADJUSTMENTS,
    FACTS,
    GRADES,
    ITEMS,
    SCENARIOS,
    Sheet,
)
from qa_desktop.rubrics.model import Adjustment, AdjustmentKind, Item, Rubric, Scenario, Section
from qa_desktop.rubrics.numbers import number_text

Row = list[str | Fraction]


def rows_of(rubric: Rubric, sheet: Sheet) -> list[Row]:
    """Cells in the order of `keys_of(sheet, rubric.languages)`."""
    languages = rubric.languages
    if sheet is FACTS:
        return _facts(rubric)
    if sheet is ITEMS:
        return [
            _item_row(section, item, languages, first=place == 0)
            for section in rubric.sections
            for place, item in enumerate(section.items)
        ]
    if sheet is GRADES:
        return [[g.min, *texts_of(g.title, languages), g.id] for g in rubric.grades]
    if sheet is ADJUSTMENTS:
        return [_adjustment_row(a, languages) for a in rubric.adjustments]
    if sheet is SCENARIOS:
        return [_scenario_row(s, languages) for s in rubric.scenarios]
    if sheet is ABILITIES:
        return [[*texts_of(a.title, languages), a.id] for a in rubric.abilities]
    raise ValueError(f"the template has no sheet {sheet.kind}")


def _facts(rubric: Rubric) -> list[Row]:
    scoring, languages = rubric.scoring, rubric.languages
    blank: Row = [""] * (len(languages) - 1)
    cap = "none" if scoring.cap is None else scoring.cap
    days = (rubric.effective_from, rubric.effective_until)
    start, end = (day.isoformat() if day is not None else "" for day in days)
    single: list[tuple[str, str | Fraction]] = [
        ("channels", "; ".join(rubric.channels)),
        ("languages", "; ".join(languages)),
        ("effective_from", start),
        ("effective_until", end),
        ("review_every", rubric.review_every or ""),
        ("owner", rubric.owner or ""),
        ("aggregation", scoring.aggregation.value),
        ("na", na_rule_cell(scoring.na)),
        ("na_scope", "form" if scoring.na_by_form else "section"),
        ("floor", scoring.floor),
        ("cap", cap),
        ("pass_mark", scoring.pass_mark),
        ("rounding", Fraction(scoring.rounding)),
        ("bonus_cap", "" if rubric.bonus_cap is None else rubric.bonus_cap),
    ]
    return [
        ["id", rubric.id, *blank],
        ["version", Fraction(rubric.version), *blank],
        ["title", *texts_of(rubric.title, languages)],
        *([name, value, *blank] for name, value in single),
    ]


def _item_row(section: Section, item: Item, languages: Sequence[str], *, first: bool) -> Row:
    blank = [""] * len(languages)
    kind, span, answers = answer_cells(item.answer, languages)
    shown = ""
    if item.show_if is not None:
        shown = f"{item.show_if.item}: {values_cell(item.show_if.values)}"
    return [
        *(texts_of(section.title, languages) if first else blank),
        section.weight if first else "",
        *texts_of(item.text, languages),
        *texts_of(item.help, languages),
        item.weight,
        kind,
        span,
        *answers,
        na_cell(item),
        comment_cell(item),
        *reason_cells(item.reasons, languages),
        item.critical or "",
        *veto_cells(item.veto),
        shown,
        "; ".join(item.abilities),
        item.id,
        section.id if first else "",
    ]


def _adjustment_row(adjustment: Adjustment, languages: Sequence[str]) -> Row:
    lifts = adjustment.kind is AdjustmentKind.GRADE_LIFT
    return [
        adjustment.kind.value,
        *texts_of(adjustment.title, languages),
        "" if lifts else adjustment.points,
        Fraction(adjustment.times),
        Fraction(adjustment.steps) if lifts else "",
        adjustment.id,
    ]


def _scenario_row(scenario: Scenario, languages: Sequence[str]) -> Row:
    weights = "; ".join(f"{key} = {number_text(w)}" for key, w in scenario.weights.items())
    days = (scenario.active_from, scenario.active_until)
    return [
        *texts_of(scenario.title, languages),
        weights,
        "; ".join(scenario.match_tags),
        *(day.isoformat() if day is not None else "" for day in days),
        scenario.id,
    ]

"""The sheets of the template workbook: which columns they have, what they are called."""

from collections.abc import Sequence
from dataclasses import dataclass

MARKER = "qa-rubric-template/1"
# Two hidden rows say what the sheet and its columns are; then the headings, then what is filled in.
KIND_ROW, KEY_ROW, HEADING_ROW, FIRST_ROW = 0, 1, 2, 3

AGGREGATIONS = ("weighted", "sectioned", "pooled_points", "points")
ANSWERS = ("choice", "multi", "scale", "points", "measure", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`key` is the rubric's own; `texts`: one column for each language. `choices` are offered."""

    key: str
    width: int = 12
    texts: bool = False
    choices: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    kind: str
    columns: Sequence[Column]


FACTS = Sheet(
    kind="facts",
    columns=(Column(key="fact", width=20), Column(key="value", width=44, texts=True)),
)
ITEMS = Sheet(
    kind="items",
    columns=(
        Column(key="section", width=18, texts=True),
        Column(key="section_weight", width=10),
        Column(key="text", width=26, texts=True),
        Column(key="help", width=42, texts=True),
        Column(key="weight", width=8),
        Column(key="type", width=10, choices=ANSWERS),
        Column(key="range", width=14),
        Column(key="answers", width=30, texts=True),
        Column(key="na", width=12, choices=("allowed", "not-allowed", "exclude", "as_full")),
        Column(key="comment", width=12, choices=("always", "never", "below 0.5")),
        Column(key="reasons", width=24, texts=True),
        Column(key="critical", width=12, choices=("customer", "business", "compliance")),
        Column(key="veto_when", width=14),
        Column(key="veto_scope", width=10, choices=("item", "section", "form")),
        Column(key="veto_effect", width=14, choices=("zero", "cap 60", "fail_keep_score")),
        Column(key="veto_count", width=8),
        Column(key="show_if", width=20),
        Column(key="abilities", width=20),
        Column(key="id", width=18),
        Column(key="section_id", width=18),
    ),
)
GRADES = Sheet(
    kind="grades",
    columns=(
        Column(key="min", width=10),
        Column(key="title", width=24, texts=True),
        Column(key="id", width=18),
    ),
)
ADJUSTMENTS = Sheet(
    kind="adjustments",
    columns=(
        Column(key="kind", width=14, choices=("bonus", "deduction", "grade_lift")),
        Column(key="title", width=36, texts=True),
        Column(key="points", width=10),
        Column(key="times", width=10),
        Column(key="steps", width=10),
        Column(key="id", width=18),
    ),
)
SCENARIOS = Sheet(
    kind="scenarios",
    columns=(
        Column(key="title", width=24, texts=True),
        Column(key="weights", width=36),
        Column(key="tags", width=24),
        Column(key="from", width=14),
        Column(key="until", width=14),
        Column(key="id", width=18),
    ),
)
ABILITIES = Sheet(
    kind="abilities",
    columns=(Column(key="title", width=30, texts=True), Column(key="id", width=18)),
)
SHEETS = (FACTS, ITEMS, GRADES, ADJUSTMENTS, SCENARIOS, ABILITIES)

# The rows of the facts, with what each may be.
FACT_CHOICES: dict[str, Sequence[str]] = {
    "id": (),
    "version": (),
    "title": (),
    "channels": (),
    "languages": (),
    "effective_from": (),
    "effective_until": (),
    "review_every": (),
    "owner": (),
    "aggregation": AGGREGATIONS,
    "na": ("exclude", "as_full"),
    "na_scope": ("section", "form"),
    "floor": (),
    "cap": (),
    "pass_mark": (),
    "rounding": (),
    "bonus_cap": (),
}


def keys_of(sheet: Sheet, languages: Sequence[str]) -> list[tuple[str, Column]]:
    """Every column as the hidden row names it: "text.zh-CN", "weight"."""
    found: list[tuple[str, Column]] = []
    for column in sheet.columns:
        if column.texts:
            found += [(f"{column.key}.{language}", column) for language in languages]
        else:
            found.append((column.key, column))
    return found

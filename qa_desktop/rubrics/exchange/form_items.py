"""Items of a form whose cells go over several rows: one item, its levels, or several items."""

from collections.abc import Sequence
from dataclasses import replace

from qa_desktop.rubrics.exchange.form_rows import FormItem, FormRow
from qa_desktop.rubrics.exchange.item_answers import has_steps

_LONGEST_TITLE = 60


def parted(items: Sequence[FormItem]) -> list[FormItem]:
    """Rows with points of their own below one title are items of their own, unless levels."""
    found: list[FormItem] = []
    for item in items:
        rated = [row for row in item.rows if row.amount is not None]
        if len(rated) < 2 or has_steps(item):
            found.append(_joined(item))
            continue
        for row in rated:
            short = row.guidance if len(row.guidance) <= _LONGEST_TITLE else ""
            rest = [r for r in item.rows if r.amount is None and _last_rated(rated, r) is row]
            title = f"{item.title}: {short}" if short else f"{item.title} {len(found) + 1}"
            kept = replace(row, guidance="" if short else row.guidance)
            found.append(FormItem(title=title, other="", rows=[kept, *rest], marks=item.marks))
    return found


def _last_rated(rated: Sequence[FormRow], row: FormRow) -> FormRow | None:
    before = [other for other in rated if other.row < row.row]
    return before[-1] if before else None


def _joined(item: FormItem) -> FormItem:
    """The points may stand in any of its rows."""
    first, *rest = item.rows
    amounts = [row.amount for row in item.rows if row.amount is not None]
    if first.amount is None and amounts and not has_steps(item):
        first = replace(first, amount=amounts[0])
    return FormItem(title=item.title, other=item.other, rows=[first, *rest], marks=item.marks)

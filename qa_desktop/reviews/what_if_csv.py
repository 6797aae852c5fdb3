"""What a draft would make of each review of a sample, as a file for a spreadsheet."""

import csv
import io
from fractions import Fraction

from qa_desktop.base.clock import to_text
from qa_desktop.reviews.export import plain_cell
from qa_desktop.reviews.what_if import Case, Tried
from qa_desktop.rubrics.numbers import number_text

COLUMNS = (
    *("review", "revision", "interaction", "title", "agent", "team", "submitted_at", "version"),
    *("scenario", "score_before", "score_after", "change", "score_lowest", "score_highest"),
    *("grade_before", "grade_after", "outcome_before", "outcome_after"),
    *("without_answer", "not_scored_because"),
)


def what_if_csv(tried: Tried) -> str:
    """A line for each review in the order of the sample, then those that were not scored again;
    with a BOM, for Excel. `without_answer`: item and reason, with spaces between."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    for one in tried.rescored:
        gaps = " ".join(f"{item}:{why.value}" for item, why in one.unknown.items())
        before, after = one.case.before, one.after
        figures = (before.score, after.score, one.change, one.low.score, one.high.score)
        writer.writerow(
            (
                *map(plain_cell, _head(one.case)),
                # A change below 0 begins with a minus and is no formula.
                *map(_text, figures),
                *(before.grade, after.grade, before.outcome, after.outcome, plain_cell(gaps), ""),
            )
        )
    for case, why in tried.left_out:
        before = case.before
        writer.writerow(
            (
                *map(plain_cell, _head(case)),
                *(_text(before.score), "", "", "", "", before.grade, "", before.outcome, "", ""),
                why.value,
            )
        )
    return "\ufeff" + lines.getvalue()


def _head(case: Case) -> tuple[object, ...]:
    return (
        *(case.review_id, case.revision, case.interaction_id, case.title, case.agent, case.team),
        *(to_text(case.submitted_at), case.version, case.given.scenario),
    )


def _text(score: Fraction | None) -> str:
    return "" if score is None else number_text(score)

"""A session's results as JSON; what its keys mean is in the help, under Calibration."""

import json
from typing import Any

from qa_desktop.calibration.agreement import Coefficient
from qa_desktop.calibration.exporting.model import Results
from qa_desktop.calibration.exporting.rated import rated_tables
from qa_desktop.calibration.exporting.tables import (
    Table,
    answers_table,
    coefficients,
    items_table,
    method_table,
    reviewers_table,
    rulings_table,
    scores_table,
)

FORMAT = "qa-calibration-results/1"


def results_json(results: Results) -> str:
    """Every table as objects; `coefficients` by table and name, in the form of `qa-desktop
    agreement --json`; `tables` are the ratings that they were computed from."""
    published: dict[str, dict[str, Any]] = {}
    for table, name, coefficient in coefficients(results):
        published.setdefault(table, {})[name] = coefficient_json(coefficient)
    said = {
        "format": FORMAT,
        "anonymous": results.anonymous,
        "method": {str(name): value for name, value in method_table(results).rows},
        "coefficients": published,
        "tables": [
            {
                "table": table.key,
                "level": table.level.value,
                "ratings": [list(rating) for rating in table.ratings],
            }
            for table in rated_tables(results)
        ],
        "items": _objects(items_table(results)),
        "reviewers": _objects(reviewers_table(results)),
        "answers": _objects(answers_table(results)),
        "scores": _objects(scores_table(results)),
        "rulings": _objects(rulings_table(results)),
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def coefficient_json(said: Coefficient) -> dict[str, Any]:
    """{"value", "ci_low", "ci_high", "se", "n", "method"}, or {"value": null, "why"}."""
    if said.value is None:
        return {"value": None, "why": said.why, "n": said.n}
    interval = {"ci_low": said.ci_low, "ci_high": said.ci_high, "se": said.se, "n": said.n}
    why = {} if said.ci_why is None else {"why_no_interval": said.ci_why}
    return {"value": said.value, **interval, "method": said.method, **why}


def _objects(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]

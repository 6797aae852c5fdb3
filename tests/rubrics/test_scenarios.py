"""Which scenario fits a contact: by its tags, on its day."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.scenarios import matching_scenario

LAUNCH = {
    "id": "launch",
    "title": "Launch",
    "weights": {"two": 70},
    "match": {"tags": ["new", "launch"]},
    "active": {"from": "2026-10-01", "until": "2026-10-31"},
}
COMPLAINT = {
    "id": "complaint",
    "title": "Complaint",
    "weights": {"one": 70},
    "match": {"tags": ["complaint"]},
}


@pytest.mark.parametrize(
    ("tags", "day", "expected"),
    [
        (["launch"], date(2026, 9, 30), None),
        (["launch"], date(2026, 10, 1), "launch"),
        (["launch"], date(2026, 10, 31), "launch"),
        (["launch"], date(2026, 11, 1), None),
        (["complaint", "new"], date(2026, 10, 9), "launch"),
        (["complaint", "new"], date(2026, 11, 9), "complaint"),
        (["vip"], date(2026, 10, 9), None),
        ([], date(2026, 10, 9), None),
    ],
)
def test_the_first_active_one_with_a_tag(
    rubric_of: Callable[..., Rubric], tags: list[str], day: date, expected: str | None
) -> None:
    found = matching_scenario(rubric_of(scenarios=[LAUNCH, COMPLAINT]), tags, day)
    assert (found.id if found else None) == expected

"""A demo workspace that was interrupted while it was made is made whole at the next opening."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.clock import Clock, SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.database.workspace import Workspace
from qa_desktop.demo import workspace as demo
from qa_desktop.demo.grading import grade
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore
from qa_desktop.reviews.store import ReviewStore


class Killed(BaseException):
    """Nothing in the program catches it, as nothing catches a kill."""


@pytest.fixture
def clock() -> Clock:
    return SteppingClock(datetime(2026, 11, 20, 9, tzinfo=UTC), timedelta(seconds=1))


def held(workspace: Workspace) -> list[tuple[str, str, str | None, int]]:
    """Source, review state, score and number of comments of every interaction."""
    listing = ListingStore(workspace.database)
    reviews = ReviewStore(workspace.database, SteppingClock(datetime.now(UTC), timedelta(1)), "x")
    rows = listing.page(ListingFilter(), 100)
    found = []
    for row in rows:
        review = reviews.latest_for(row.interaction.id)
        comments = len(review.draft.comments) if review else 0
        state = str(row.review_state)
        found.append((row.interaction.source_name, state, str(row.score), comments))
    return sorted(found)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str | None, int]]:
    clock = SteppingClock(datetime(2026, 11, 20, 9, tzinfo=UTC), timedelta(seconds=1))
    with demo.make_demo_workspace(tmp_path_factory.mktemp("whole") / "demo", clock) as workspace:
        return held(workspace)


@pytest.mark.parametrize("reviews_before", [0, 2])
def test_what_a_kill_left_out_is_made_up_for(
    tmp_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    whole: list[tuple[str, str, str | None, int]],
    reviews_before: int,
) -> None:
    """After the import, and in the middle of a review."""
    folder = tmp_path / "demo"
    graded: list[str] = []

    def until_killed(
        workspace: Workspace, clock: Clock, interaction_id: str, written: dict[str, Any]
    ) -> None:
        if len(graded) == reviews_before:
            grade(workspace, clock, interaction_id, {**written, "submit": False, "summary": ""})
            raise Killed
        graded.append(interaction_id)
        grade(workspace, clock, interaction_id, written)

    with monkeypatch.context() as patched:
        patched.setattr(demo, "grade", until_killed)
        with pytest.raises(Killed):
            demo.make_demo_workspace(folder, clock)
    assert not demo.is_whole(folder)
    with demo.make_demo_workspace(folder, clock) as workspace:
        assert held(workspace) == whole
    assert demo.is_whole(folder)


def test_a_kill_before_the_import(
    tmp_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    whole: list[tuple[str, str, str | None, int]],
) -> None:
    folder = tmp_path / "demo"

    def killed(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(demo, "plan_import", killed)
        with pytest.raises(Killed):
            demo.make_demo_workspace(folder, clock)
    with demo.make_demo_workspace(folder, clock) as workspace:
        assert held(workspace) == whole
        # What the person takes away stays away.
        reviews = ReviewStore(workspace.database, clock, "L. Chen")
        draft = next(
            row
            for row in ListingStore(workspace.database).page(
                ListingFilter(review_states=("draft",)), 10
            )
        )
        reviews.discard_draft(draft.review_id or "")
        left = held(workspace)
    with demo.make_demo_workspace(folder, clock) as workspace:
        assert held(workspace) == left != whole


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "demo").write_text("in the way", encoding="utf-8")
    with pytest.raises(ProblemError) as error:
        demo.make_demo_workspace(tmp_path / "demo", clock)
    assert [problem.code for problem in error.value.problems] == ["database.folder_unusable"]

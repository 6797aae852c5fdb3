"""Makes the demo workspace: real files through the real importers, graded by the real store."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.base.resources import resource, resource_path
from qa_desktop.database.workspace import DATABASE_NAME, Workspace, open_workspace
from qa_desktop.demo.grading import grade
from qa_desktop.interactions.importing import ImportOptions, commit_import, plan_import
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore
from qa_desktop.reviews.model import ReviewState
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.library import earlier_rubrics, shipped_rubrics
from qa_desktop.rubrics.store import RubricStore

# As a team lead would write it, for readers of either language.
IMPROVED = "增加能力标签与样例 · Abilities and worked examples added"
IMPORTER = "Demo"
FOLDERS = ("calls", "chats", "tickets")
MOST_INTERACTIONS = 100
# Beside the database as long as not everything is in there.
UNFINISHED = "demo-unfinished"


def make_demo_workspace(
    folder: Path, clock: Clock, *, progress: Progress | None = None
) -> Workspace:
    """The demo workspace in `folder`, open; one that is there already is opened as it is, and one
    that was interrupted while it was made is made whole.

    Raises ProblemError where the folder can't be used, Cancelled through `progress`.
    """
    unfinished = folder / UNFINISHED
    if not (folder / DATABASE_NAME).exists():
        _begin(unfinished)
    workspace = open_workspace(folder, clock=clock, create=True)
    try:
        empty = not ListingStore(workspace.database).count(ListingFilter())
        if empty or unfinished.exists():
            _fill(workspace, clock, progress or NoProgress())
            unfinished.unlink(missing_ok=True)
    except BaseException:
        workspace.close()
        raise
    return workspace


def is_whole(folder: Path) -> bool:
    """Whether there is a demo workspace that was made to the end."""
    return (folder / DATABASE_NAME).exists() and not (folder / UNFINISHED).exists()


def _begin(unfinished: Path) -> None:
    try:
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        unfinished.touch()
    except OSError as error:
        where = Where(file=str(unfinished.parent))
        values = {"reason": reason_of(error)}
        raise ProblemError(
            Problem(code="database.folder_unusable", where=where, values=values)
        ) from error


def interactions_by_source(workspace: Workspace) -> dict[str, str]:
    """The id of each interaction by the stem of the file it came from."""
    rows = ListingStore(workspace.database).page(ListingFilter(), MOST_INTERACTIONS)
    found = (row.interaction for row in rows)
    return {Path(i.source_name).name.split(".")[0]: i.id for i in found}


def demo_reviews() -> list[dict[str, Any]]:
    """The reviews that ship with the demo, as grading.grade takes them."""
    text = resource("demo", "reviews.json").read_text(encoding="utf-8")
    reviews: list[dict[str, Any]] = json.loads(text)
    return reviews


def _fill(workspace: Workspace, clock: Clock, progress: Progress) -> None:
    rubrics = RubricStore(workspace.database, clock, IMPORTER)
    improved = set()
    for name, rubric_file in earlier_rubrics():
        earlier = rubrics.publish(rubric_file, name)
        rubrics.retire(earlier.id, earlier.version)
        improved.add(earlier.id)
    for name, rubric_file in shipped_rubrics():
        is_newer = name.removesuffix(".yaml") in improved
        rubrics.publish(rubric_file, name, note=IMPROVED if is_newer else "")
    store = InteractionStore(workspace.database, clock, IMPORTER)
    source = resource_path("demo")
    options = replace(ImportOptions(), metadata_file=source / "metadata.csv")
    plan = plan_import(
        [source / name for name in FOLDERS],
        options,
        known_hashes=store.known_hashes(),
        progress=progress,
    )
    commit_import(plan, store, workspace, progress)
    ids = interactions_by_source(workspace)
    for review in demo_reviews():
        if review["in_workspace"]:
            _review(workspace, clock, ids[review["of"]], review)


def _review(
    workspace: Workspace, clock: Clock, interaction_id: str, written: dict[str, Any]
) -> None:
    """Once, whole: a draft that was left in the middle is begun again."""
    reviews = ReviewStore(workspace.database, clock, written["reviewer"])
    found = reviews.latest_for(interaction_id)
    if found is not None and found.state is ReviewState.SUBMITTED:
        return
    if found is not None and found.reviewer == written["reviewer"]:
        reviews.discard_draft(found.id)
    grade(workspace, clock, interaction_id, written)

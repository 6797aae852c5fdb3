"""A deleted session's copies go with their reviews, submitted ones too; nothing else does."""

import sqlite3
from fractions import Fraction

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.blind.taking_in import forget_copies, taking_in
from qa_desktop.calibration.files.package import Package
from qa_desktop.database.verify import verify_workspace
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.model import InteractionDetail
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.store import RubricStore

RUBRIC = b"""
schema: qa-rubric/1
id: service
version: 1
title: Service
channels: [voice, chat, ticket]
languages: [en]
scoring: {aggregation: sectioned, na: exclude, na_scope: section, floor: 0, cap: 100,
          pass_mark: 80, rounding: 2}
sections:
  - id: opening
    title: Opening
    weight: 1
    items:
      - {id: greeting, text: Greeting, answer: {type: scale, min: 1, max: 5, map: linear}}
"""


@pytest.fixture
def graded(
    workspace: Workspace,
    clock: Clock,
    package: Package,
    child: ChildReader,
    at_work: tuple[InteractionDetail, ...],
) -> tuple[str, ...]:
    """The copies' ids; each and an interaction of daily work have a submitted review."""
    with taking_in(package, "5" * 32, workspace, clock, "Pat", child=child) as taken:
        pass
    rubric = RubricStore(workspace.database, clock, "Pat").publish(RUBRIC)
    reviews = ReviewStore(workspace.database, clock, "Pat")
    copies = tuple(each.interaction_id for each in taken)
    said = Comment(id="c", kind=CommentKind.PRAISE, text="Good", created_at=clock.now(), turn=0)
    entries = {"greeting": Entry(answer=Answer(value=Fraction(4)), comment="Why")}
    for interaction_id in (*copies, at_work[0].interaction.id):
        review = reviews.start(interaction_id, rubric)
        reviews.save(review.id, Draft(entries=entries, comments=(said,)), StepLabel(code="answer"))
        reviews.submit(review.id, rubric)
    return copies


def _counts(workspace: Workspace) -> dict[str, int]:
    tables = ("interactions", "reviews", "review_revisions", "answers", "comments", "recordings")
    with workspace.database.reading() as db:
        return {t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}


def test_graded_copies_are_kept_unless_it_is_said(
    workspace: Workspace, clock: Clock, graded: tuple[str, ...]
) -> None:
    before = _counts(workspace)
    with pytest.raises(ProblemError) as raised:
        forget_copies(workspace, clock, "Pat", graded)
    assert raised.value.problems[0].code == "calibration.copies_graded"
    assert _counts(workspace) == before


def test_copies_go_with_their_reviews_and_daily_work_stays(
    workspace: Workspace, clock: Clock, graded: tuple[str, ...]
) -> None:
    assert forget_copies(workspace, clock, "Pat", graded, with_reviews=True) == ()
    assert _counts(workspace) == {
        "interactions": 3,
        "reviews": 1,
        "review_revisions": 1,
        "answers": 1,
        "comments": 1,
        "recordings": 2,
    }
    assert not list(workspace.media_folder.rglob("*.flac"))
    assert not verify_workspace(workspace).problems


def test_interactions_of_daily_work_are_never_taken_for_copies(
    workspace: Workspace,
    clock: Clock,
    graded: tuple[str, ...],
    at_work: tuple[InteractionDetail, ...],
) -> None:
    before = _counts(workspace)
    real = [each.interaction.id for each in at_work]
    assert forget_copies(workspace, clock, "Pat", real, with_reviews=True) == ()
    assert _counts(workspace) == before


def test_a_submitted_review_of_daily_work_still_can_not_be_deleted(
    workspace: Workspace, graded: tuple[str, ...]
) -> None:
    with pytest.raises(sqlite3.IntegrityError), workspace.database.writing() as db:
        db.execute(
            "DELETE FROM review_revisions WHERE review_id IN (SELECT reviews.id FROM reviews"
            " JOIN interactions ON interactions.id = interaction_id WHERE purpose = 'work')"
        )
    with pytest.raises(sqlite3.IntegrityError), workspace.database.writing() as db:
        db.execute(
            "UPDATE review_revisions SET score = '100' WHERE review_id IN (SELECT id FROM reviews)"
        )


def test_undoing_an_import_keeps_what_a_session_was_made_from(
    workspace: Workspace,
    store: InteractionStore,
    graded: tuple[str, ...],
    at_work: tuple[InteractionDetail, ...],
) -> None:
    """Only its lead knows the origin; the session must not lose it."""
    chat = at_work[1].interaction.id
    with workspace.database.writing() as db:
        db.execute(
            "INSERT INTO calibration_sessions (id, kind, title, mode, role, reviewer, lead,"
            " rubric_id, rubric_version, rubric_hash, made_at) VALUES"
            " (?, 'calibration', 'March', 'sealed', 'lead', 'Pat', 'f', 'service', 1, 'h', 'now')",
            ("5" * 32,),
        )
        db.execute(
            "INSERT INTO calibration_interactions VALUES (?, 'chat-1', 0, ?, ?, NULL)",
            ("5" * 32, graded[1], chat),
        )
    undone = store.undo_batch("b")
    # The call has a review of daily work.
    assert [known.id for known in undone.kept] == [at_work[0].interaction.id, chat]
    assert [known.id for known in undone.removed] == [at_work[2].interaction.id]
    assert not verify_workspace(workspace).problems

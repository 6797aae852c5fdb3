"""A reviewer's program is killed in the middle of grading, again and again."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.base.clock import Clock
from qa_desktop.database import audit, search
from qa_desktop.database.connection import Database
from qa_desktop.database.workspace import open_workspace
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric

# Each line that it prints is a save that the screen would have shown as saved.
GRADING = """
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from qa_desktop.base.clock import SystemClock
from qa_desktop.database.workspace import open_workspace
from qa_desktop.reviews.model import Comment, CommentKind, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer

clock = SystemClock()
workspace = open_workspace(Path(sys.argv[1]), clock=clock)
reviews = ReviewStore(workspace.database, clock, "a")
review = reviews.latest_for("call")
number = len(review.draft.comments)
while True:
    number += 1
    comment = Comment(id=f"c{number:05}", kind=CommentKind.COACHING, text=f"第{number}条 comment",
                      created_at=clock.now(), start_ms=number)
    value = Fraction(number % 5 + 1)
    draft = replace(
        review.draft,
        entries={**review.draft.entries, "greeting": Entry(answer=Answer(value=value))},
        comments=(*review.draft.comments, comment),
        summary=f"{number}",
    )
    review = reviews.save(review.id, draft, StepLabel(code="comment"))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a kill that asks nobody")
def test_nothing_that_was_shown_as_saved_is_lost(
    tmp_path: Path, prepare: Callable[[Database], None], clock: Clock, rubric: Rubric
) -> None:
    with open_workspace(tmp_path, clock=clock) as workspace:
        prepare(workspace.database)
        ReviewStore(workspace.database, clock, "a").start("call", rubric)
    for kill in range(12):
        child = subprocess.Popen(
            [sys.executable, "-c", GRADING, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        shown = [int(child.stdout.readline()) for _ in range(1 + kill % 5)]
        child.kill()
        acknowledged = max([*shown, *map(int, child.communicate()[0].split())])

        with open_workspace(tmp_path, clock=clock) as workspace:
            assert workspace.warnings == ()
            reviews = ReviewStore(workspace.database, clock, "a")
            review = reviews.latest_for("call")
            assert review is not None
            count = len(review.draft.comments)
            assert acknowledged <= count <= acknowledged + 1
            # The whole of a save is there or nothing of it.
            assert review.draft.summary == str(count)
            answer = review.draft.entries["greeting"].answer
            assert answer is not None
            assert answer.value == count % 5 + 1
            assert len(search.find(workspace.database, f"第{count}条")) == 1
            undone = reviews.undo(review.id)
            assert undone is not None
            assert len(undone.draft.comments) == count - 1
            assert reviews.redo(review.id) == reviews.get(review.id)
            assert audit.verify(workspace.database) == ()

"""kill -9 in the middle of grading: whatever the page had shown as saved is there again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from qa_desktop.base.clock import SystemClock
from qa_desktop.base.resources import resource_path
from qa_desktop.database.workspace import open_workspace
from qa_desktop.desktop.app import Program
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.interactions.importing import ImportOptions, commit_import, plan_import
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.store import RubricStore

GRADER = Path(__file__).parent / "killed_grader.py"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    clock = SystemClock()
    with open_workspace(folder, clock=clock) as workspace:
        rubrics = RubricStore(workspace.database, clock, "Lin")
        for _, source in shipped_rubrics():
            rubrics.publish(source)
        store = InteractionStore(workspace.database, clock, "Lin")
        plan = plan_import([resource_path("demo", "chats", "star_736.json")], ImportOptions())
        commit_import(plan, store, workspace)
    return folder


def grade_until_killed(folder: Path, after: int) -> int:
    """The last round that the page had shown as saved before it died in the middle of another."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, str(GRADER), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as grader:
        assert grader.stdout is not None
        assert grader.stderr is not None
        shown = 0
        for line in grader.stdout:
            shown = int(line)
            if shown >= after:
                break
        grader.send_signal(signal.SIGKILL)
        for line in grader.stdout:
            shown = int(line)
        assert shown >= after, grader.stderr.read()
    return shown


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_nothing_that_was_shown_as_saved_is_lost(
    folder: Path, program: Program, qapp: QApplication
) -> None:
    for after in (3, 17):
        shown = grade_until_killed(folder, after)
        window = program.open(folder)
        (row,) = window.services.listing.page(ListingFilter(), 1)
        window.open_review(row.interaction.id)
        page = window.pages.currentWidget()
        assert isinstance(page, ReviewPage)
        first = page.state.items()[0]
        kept = int(first.comment.removeprefix("round "))
        assert kept in (shown, shown + 1)
        # The answer of a round is given before its comment is written.
        chosen = [place for place, option in enumerate(first.options) if option.chosen]
        assert chosen[0] in (kept % len(first.options), (kept + 1) % len(first.options))
        assert page.state.undo is not None
        assert page.panel.save_bar.saved_words().startswith("Saved ")
        program.close()

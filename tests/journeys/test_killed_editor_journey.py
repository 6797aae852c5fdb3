"""kill -9 in the middle of writing a rubric: whatever the editor had shown as saved is there."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qa_desktop.base.clock import SystemClock
from qa_desktop.database.workspace import open_workspace
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.draft_store import RubricDraftStore
from qa_desktop.rubrics.library import shipped_rubrics

EDITOR = Path(__file__).parent / "killed_editor.py"


def write_until_killed(folder: Path, draft_id: str, after: int) -> int:
    """The last round that was shown as saved before it died in the middle of another."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, str(EDITOR), str(folder), draft_id],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as editor:
        assert editor.stdout is not None
        assert editor.stderr is not None
        shown = 0
        for line in editor.stdout:
            shown = int(line)
            if shown >= after:
                break
        editor.send_signal(signal.SIGKILL)
        for line in editor.stdout:
            shown = int(line)
        assert shown >= after, editor.stderr.read()
    return shown


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_nothing_of_a_rubric_that_was_shown_as_saved_is_lost(tmp_path: Path) -> None:
    folder, clock = tmp_path / "workspace", SystemClock()
    text = shipped_rubrics()[-1][1].decode("utf-8")
    with open_workspace(folder, clock=clock) as workspace:
        draft = RubricDraftStore(workspace.database, clock, "Lin").create(text)
    for after in (2, 7):
        shown = write_until_killed(folder, draft.id, after)
        with open_workspace(folder, clock=clock) as workspace:
            drafts = RubricDraftStore(workspace.database, clock, "Lin")
            kept = Document.of(drafts.get(draft.id).text)
            title = str(kept.get(("sections", 0, "title", "en")))
            assert int(title.removeprefix("round ")) in (shown, shown + 1)
            before = Document.of(text)
            assert kept.text == before.put(("sections", 0, "title", "en"), title).text
            undone = drafts.undo(draft.id)
            assert undone is not None
            assert drafts.redo(draft.id) is not None

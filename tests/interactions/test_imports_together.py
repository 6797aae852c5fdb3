"""Imports and undoing that run at once do not take each other's sound files."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportPlan,
    commit_import,
    plan_import,
    undo_import,
)
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.store import InteractionStore


class Watcher:
    """Remembers whether the sound files were held at each report."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.held: set[bool] = set()

    def report(self, done: int, total: int, what: str = "") -> None:
        self.held.add(self._workspace.media_lock.locked())


def test_the_same_call_from_two_imports_comes_in_once(
    incoming: Path,
    make_wav: Callable[..., Path],
    workspace: Workspace,
    store: InteractionStore,
    child: ChildReader,
) -> None:
    wav = make_wav(incoming / "call.wav")

    def planned() -> ImportPlan:
        return plan_import([wav], ImportOptions(), known_hashes=store.known_hashes(), child=child)

    plans = [planned() for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        reports = list(threads.map(lambda plan: commit_import(plan, store, workspace), plans))
    assert sorted(len(report.taken) for report in reports) == [0, 0, 0, 1]
    told = [
        problem.code for report in reports for one in report.skipped for problem in one.problems
    ]
    assert told == ["interactions.already_there"] * 3
    assert len(list(workspace.media_folder.rglob("*.wav"))) == 1


def test_sound_files_are_held_to_the_last_row(
    incoming: Path,
    make_wav: Callable[..., Path],
    workspace: Workspace,
    store: InteractionStore,
    child: ChildReader,
) -> None:
    plan = plan_import([make_wav(incoming / "call.wav")], ImportOptions(), child=child)
    watcher = Watcher(workspace)
    report = commit_import(plan, store, workspace, watcher)
    assert watcher.held == {True}
    assert not workspace.media_lock.locked()
    assert report.batch_id is not None
    with ThreadPoolExecutor(1) as threads:
        with workspace.media_lock:
            undoing = threads.submit(undo_import, report.batch_id, store, workspace)
            assert store.batches()[0].undone_at is None
        assert undoing.result(timeout=30).media == ()
    assert not list(workspace.media_folder.rglob("*.wav"))

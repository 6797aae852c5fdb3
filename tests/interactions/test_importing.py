"""The whole way of an import: plan, commit, duplicates, cancel, undo."""

import hashlib
import os
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_desktop.audio.probe import probe
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Cancelled
from qa_desktop.database import audit, search
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportPlan,
    ImportReport,
    State,
    commit_import,
    plan_import,
    undo_import,
)
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.model import AgentChannel, Kind, Role
from qa_desktop.interactions.store import InteractionStore

Bring = Callable[..., ImportReport]


class CancelAt:
    """Cancels when the work has come to file number `done` of what is asked to be done."""

    def __init__(self, done: int) -> None:
        self._done = done
        self.seen: list[tuple[int, int, str]] = []

    def report(self, done: int, total: int, what: str = "") -> None:
        self.seen.append((done, total, what))
        if done >= self._done and total:
            raise Cancelled


@pytest.fixture
def bring(workspace: Workspace, store: InteractionStore, child: ChildReader) -> Bring:
    def imported(*paths: Path, options: ImportOptions | None = None) -> ImportReport:
        plan = plan_import(
            paths, options or ImportOptions(), known_hashes=store.known_hashes(), child=child
        )
        return commit_import(plan, store, workspace, child=child)

    return imported


def media(workspace: Workspace) -> list[Path]:
    folder = workspace.media_folder
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.exists() else []


def codes(plan_or_report: ImportPlan | ImportReport, state: State) -> dict[str, list[str]]:
    entries = (
        plan_or_report.of(state)
        if isinstance(plan_or_report, ImportPlan)
        else {State.SKIP: plan_or_report.skipped, State.FAIL: plan_or_report.failed}[state]
    )
    return {
        Path(entry.path).name: [problem.code for problem in entry.problems] for entry in entries
    }


def test_a_recording_with_its_words_and_facts(
    incoming: Path,
    make_wav: Callable[..., Path],
    make_vtt: Callable[..., Path],
    bring: Bring,
    workspace: Workspace,
    store: InteractionStore,
) -> None:
    wav = make_wav(incoming / "call 17.stereo.wav", seconds=4, channels=2)
    make_vtt(
        incoming / "call 17.vtt",
        ("00:00:00.500", "00:00:01.500", "Agent", "How may I help?"),
        ("00:00:02.000", "00:00:03.000", "Customer", "我的退款呢"),
    )
    (incoming / "facts.csv").write_text(
        "文件名,坐席姓名,团队,开始时间\ncall 17.stereo.wav,林伟,客服一组,2026-03-02T09:00:00Z\n",
        encoding="gb18030",
    )
    report = bring(incoming, options=ImportOptions(agent_channel=AgentChannel.RIGHT))
    assert (report.skipped, report.failed) == ((), ())
    (taken,) = report.taken
    assert taken.entry.files == (str(wav), str(incoming / "call 17.vtt"))
    (use,) = report.metadata
    assert (use.rows, use.matched, use.problems) == (1, 1, ())

    detail = store.detail(taken.id)
    interaction = detail.interaction
    sha256 = hashlib.sha256(wav.read_bytes()).hexdigest()
    assert (interaction.kind, interaction.title) == (Kind.RECORDING, "call 17")
    assert interaction.content_hash == sha256
    assert interaction.duration_ms == 4000
    assert interaction.metadata.agent_name == "林伟"
    assert interaction.metadata.team == "客服一组"
    assert interaction.batch_id == report.batch_id
    (recording,) = detail.recordings
    assert recording.agent_channel is AgentChannel.RIGHT
    assert (recording.channels, recording.sample_rate_hz) == (2, 8000)
    assert recording.path == f"media/{sha256[:2]}/{sha256}.wav"
    assert not recording.referenced
    assert (workspace.folder / recording.path).read_bytes() == wav.read_bytes()
    assert [(turn.role, turn.start_ms) for turn in detail.turns] == [
        (Role.AGENT, 500),
        (Role.CUSTOMER, 2000),
    ]
    assert [hit.subject for hit in search.find(workspace.database, "退款")] == [f"{taken.id}:1"]
    assert audit.verify(workspace.database) == ()


def test_a_preview_touches_nothing(
    incoming: Path, make_wav: Callable[..., Path], workspace: Workspace, store: InteractionStore
) -> None:
    make_wav(incoming / "1.wav")
    before = sorted(path.name for path in workspace.folder.rglob("*"))
    plan = plan_import([incoming], ImportOptions(), known_hashes=store.known_hashes())
    plan.close()
    (entry,) = plan.entries
    assert (entry.state, entry.kind, entry.title, entry.duration_ms) == (
        State.TAKE,
        Kind.RECORDING,
        "1",
        1000,
    )
    assert sorted(path.name for path in workspace.folder.rglob("*")) == before
    assert store.batches() == ()


def test_recordings_can_stay_where_they_are(
    incoming: Path,
    make_wav: Callable[..., Path],
    bring: Bring,
    workspace: Workspace,
    store: InteractionStore,
) -> None:
    wav = make_wav(incoming / "1.wav")
    report = bring(wav, options=ImportOptions(copy_media=False))
    (recording,) = store.detail(report.taken[0].id).recordings
    assert recording.referenced
    assert Path(recording.path) == wav.resolve()
    assert media(workspace) == []
    assert report.batch_id is not None
    undo_import(report.batch_id, store, workspace)
    assert wav.exists()


def test_the_same_content_is_taken_once(
    incoming: Path,
    make_wav: Callable[..., Path],
    make_chat: Callable[..., Path],
    bring: Bring,
    store: InteractionStore,
) -> None:
    wav = make_wav(incoming / "a.wav")
    (incoming / "b.wav").write_bytes(wav.read_bytes())
    chat = make_chat(incoming / "c.json")
    # The same chat, laid out otherwise.
    (incoming / "d.json").write_bytes(chat.read_bytes().replace(b'": ', b'" :  '))
    first = bring(incoming)
    assert sorted(Path(taken.entry.path).name for taken in first.taken) == ["a.wav", "c.json"]
    assert codes(first, State.SKIP) == {
        "b.wav": ["interactions.same_in_batch"],
        "d.json": ["interactions.same_in_batch"],
    }
    (incoming / "a.wav").rename(incoming / "renamed.wav")
    again = bring(incoming)
    assert (again.batch_id, again.taken) == (None, ())
    assert codes(again, State.SKIP) == {
        name: ["interactions.already_there"]
        for name in ("b.wav", "c.json", "d.json", "renamed.wav")
    }
    by_name = {Path(taken.entry.path).name: taken.id for taken in first.taken}
    same = {Path(entry.path).name: entry.same_as for entry in again.skipped}
    assert same["renamed.wav"] is not None
    assert same["renamed.wav"].id == by_name["a.wav"]
    assert len(store.batches()) == 1


def test_what_came_in_meanwhile_is_not_taken_twice(
    incoming: Path,
    make_wav: Callable[..., Path],
    workspace: Workspace,
    store: InteractionStore,
) -> None:
    make_wav(incoming / "a.wav")
    plans = [plan_import([incoming], ImportOptions()) for _ in range(2)]
    first, second = (commit_import(plan, store, workspace) for plan in plans)
    assert len(first.taken) == 1
    assert codes(second, State.SKIP) == {"a.wav": ["interactions.already_there"]}
    assert len(media(workspace)) == 1


@pytest.mark.parametrize("done", [0, 1, 2, 3])
def test_cancelling_the_commit_leaves_no_rows_and_no_media(
    incoming: Path,
    make_wav: Callable[..., Path],
    workspace: Workspace,
    store: InteractionStore,
    done: int,
) -> None:
    for number in range(3):
        make_wav(incoming / f"{number}.wav", hz=300 + number)
    plan = plan_import([incoming], ImportOptions())
    progress = CancelAt(done)
    with pytest.raises(Cancelled):
        commit_import(plan, store, workspace, progress)
    assert [seen[:2] for seen in progress.seen][-1] == (done, 3)
    assert media(workspace) == []
    assert list(workspace.media_folder.glob("*")) == []
    assert store.batches() == ()
    assert store.known_hashes().by_hash == {}


@pytest.mark.parametrize("done", [0, 1, 2])
def test_cancelling_the_preview_leaves_nothing(
    incoming: Path,
    make_wav: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    done: int,
) -> None:
    make_wav(incoming / "a.wav")
    make_wav(incoming / "b.wav")
    with zipfile.ZipFile(incoming / "c.zip", "w") as packed:
        packed.write(incoming / "a.wav", "packed.wav")
    scratch = tmp_path / "temporary"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    with pytest.raises(Cancelled):
        plan_import([incoming], ImportOptions(), progress=CancelAt(done))
    assert list(scratch.iterdir()) == []


def test_a_failed_transaction_takes_the_media_away_again(
    incoming: Path,
    make_wav: Callable[..., Path],
    workspace: Workspace,
    store: InteractionStore,
) -> None:
    make_wav(incoming / "kept.wav", hz=500)
    commit_import(plan_import([incoming], ImportOptions()), store, workspace)
    kept = media(workspace)
    make_wav(incoming / "new.wav", hz=600)
    plan = plan_import([incoming], ImportOptions(), known_hashes=store.known_hashes())
    with workspace.database.writing() as db:
        db.execute(
            "CREATE TRIGGER no_more BEFORE INSERT ON turns BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        db.execute(
            "CREATE TRIGGER none BEFORE INSERT ON recordings BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with pytest.raises(sqlite3.IntegrityError):
        commit_import(plan, store, workspace)
    assert media(workspace) == kept
    assert len(store.batches()) == 1


def test_a_file_that_changes_or_goes_after_the_preview_fails_alone(
    incoming: Path,
    make_wav: Callable[..., Path],
    workspace: Workspace,
    store: InteractionStore,
) -> None:
    for number in range(3):
        make_wav(incoming / f"{number}.wav", hz=300 + number)
    plan = plan_import([incoming], ImportOptions())
    make_wav(incoming / "0.wav", hz=800)
    (incoming / "1.wav").unlink()
    report = commit_import(plan, store, workspace)
    assert [Path(taken.entry.path).name for taken in report.taken] == ["2.wav"]
    assert codes(report, State.FAIL) == {
        "0.wav": ["interactions.changed_meanwhile"],
        "1.wav": ["interactions.missing_file"],
    }
    assert len(media(workspace)) == 1


def test_half_copied_files_of_a_killed_import_are_swept_away(
    incoming: Path, make_wav: Callable[..., Path], workspace: Workspace, bring: Bring
) -> None:
    workspace.media_folder.mkdir(exist_ok=True)
    old, fresh = (workspace.media_folder / f".incoming-{age}" for age in ("old", "fresh"))
    for path in (old, fresh):
        path.write_bytes(b"half a recording")
    os.utime(old, (0, 0))
    bring(make_wav(incoming / "1.wav"))
    assert not old.exists()
    assert fresh.exists()


def test_a_media_folder_that_cannot_be_written_is_told(
    incoming: Path, make_wav: Callable[..., Path], workspace: Workspace, store: InteractionStore
) -> None:
    make_wav(incoming / "0.wav")
    plan = plan_import([incoming], ImportOptions())
    if workspace.media_folder.exists():
        workspace.media_folder.rmdir()
    workspace.media_folder.write_text("a file stands where the folder should be", encoding="utf-8")
    with pytest.raises(ProblemError) as error:
        commit_import(plan, store, workspace)
    assert error.value.problems[0].code == "interactions.media_not_written"
    assert store.batches() == ()


def test_an_import_is_undone_whole(
    incoming: Path,
    make_wav: Callable[..., Path],
    make_chat: Callable[..., Path],
    bring: Bring,
    workspace: Workspace,
    store: InteractionStore,
) -> None:
    make_wav(incoming / "a.wav")
    make_chat(incoming / "b.json")
    report = bring(incoming)
    assert report.batch_id is not None
    assert len(media(workspace)) == 1
    undone = undo_import(report.batch_id, store, workspace)
    assert {one.id for one in undone.removed} == {taken.id for taken in report.taken}
    assert undone.media == ()
    assert media(workspace) == []
    # It can come in again.
    assert len(bring(incoming).taken) == 2


def test_archives_come_in_like_folders(
    incoming: Path,
    make_wav: Callable[..., Path],
    make_chat: Callable[..., Path],
    make_vtt: Callable[..., Path],
    tmp_path: Path,
    bring: Bring,
    workspace: Workspace,
    store: InteractionStore,
) -> None:
    make_wav(tmp_path / "17.wav", seconds=2, channels=2)
    make_vtt(tmp_path / "17.vtt", ("00:00:00.000", "00:00:01.000", "Agent", "Hello"))
    make_chat(tmp_path / "18.json")
    archive = incoming / "week.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(tmp_path / "17.wav", "calls/17.wav")
        packed.write(tmp_path / "17.vtt", "calls/17.vtt")
        packed.write(tmp_path / "18.json", "chats/18.json")
    report = bring(archive, options=ImportOptions(copy_media=False))
    taken = {taken.entry.path: taken for taken in report.taken}
    assert set(taken) == {f"{archive}/calls/17.wav", f"{archive}/chats/18.json"}
    call = store.detail(taken[f"{archive}/calls/17.wav"].id)
    # What was packed has no place of its own to stay at.
    assert not call.recordings[0].referenced
    assert probe(workspace.folder / call.recordings[0].path).duration_ms == 2000
    assert len(call.turns) == 1


def test_facts_can_be_given_by_option(
    incoming: Path, make_wav: Callable[..., Path], tmp_path: Path, bring: Bring
) -> None:
    make_wav(incoming / "17.wav")
    table = tmp_path / "whatever.txt"
    table.write_text("id,agent\n17,Lin\n99,Mo\n", encoding="utf-8")
    report = bring(incoming, options=ImportOptions(metadata_file=table))
    assert report.taken[0].entry.agent == "Lin"
    (use,) = report.metadata
    assert (use.path, use.rows, use.matched) == (str(table), 2, 1)
    assert [(problem.code, problem.where.line) for problem in use.problems] == [
        ("interactions.metadata_row_unmatched", 3)
    ]


def test_a_bad_table_of_facts_fails_by_itself(
    incoming: Path, make_wav: Callable[..., Path], tmp_path: Path, bring: Bring
) -> None:
    make_wav(incoming / "17.wav")
    table = tmp_path / "table.csv"
    table.write_text("colour,shape\nred,round\n", encoding="utf-8")
    report = bring(incoming, options=ImportOptions(metadata_file=table))
    assert len(report.taken) == 1
    assert codes(report, State.FAIL) == {"table.csv": ["interactions.metadata_no_key"]}
    missing = bring(incoming, options=ImportOptions(metadata_file=tmp_path / "none.csv"))
    assert codes(missing, State.FAIL) == {"none.csv": ["interactions.missing_file"]}

"""Shares that move, backups that come back, windows that do the same at once, files left over."""

import os
import shutil
import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import Verdict
from qa_desktop.calibration.sessions.desk import CellState
from qa_desktop.database.workspace import DATABASE_NAME


def test_a_share_that_is_somewhere_else_is_found_by_looking_there(team: Any) -> None:
    session = team.invite()
    team.join()
    anna = team.others[0]
    anna.grade_all(session.id, [1, 2])
    anna.desk.submit(session.id)
    moved = team.share.with_name("moved")
    team.share.rename(moved)
    delivery = anna.desk.deliver()
    assert len(delivery.waiting) == 2
    assert [problem.code for problem in delivery.problems] == ["calibration.folder_away"]
    assert {file.tries for file in anna.desk.waiting(session.id)} <= {0, 1}
    with pytest.raises(ProblemError) as caught:
        anna.desk.look_in(team.share)
    assert caught.value.problems[0].where.file == str(team.share)
    anna.desk.look_in(moved)
    assert anna.desk.session(session.id).folder == moved
    assert len(anna.desk.deliver().sent) == 2
    # The lead says it himself.
    assert team.lead.desk.move(session.id, moved).folder == moved
    assert len(team.lead.desk.collect(session.id)) == 2


def test_a_folder_is_not_left_for_another_with_a_copy_of_the_invitation(team: Any) -> None:
    session = team.invite()
    team.join()
    copy = team.share.with_name("copy")
    shutil.copytree(team.share, copy)
    anna = team.others[0]
    anna.desk.look_in(copy)
    assert anna.desk.session(session.id).folder == team.share


def test_after_a_restored_backup_the_next_revision_is_the_next(team: Any) -> None:
    session = team.invite(interactions=1)
    team.join()
    anna = team.others[0]
    folder = anna.workspace.folder
    anna.workspace.close()
    kept = (folder / DATABASE_NAME).read_bytes()
    anna.restart()
    team.grade(session.id, anna)
    anna.workspace.close()
    (folder / DATABASE_NAME).write_bytes(kept)
    anna.restart()
    anna.wait(timedelta(minutes=1))
    anna.grade_all(session.id, [4, 4])
    anna.desk.submit(session.id)
    assert anna.desk.work(session.id)[0].submitted_revision == 2
    anna.desk.deliver()
    verdicts = [arrival.verdict for arrival in team.lead.desk.collect(session.id)]
    assert verdicts == [Verdict.ACCEPTED, Verdict.ACCEPTED]
    cell = team.lead.desk.standing(session.id).cell(anna.fingerprint, "chat-1")
    assert cell is not None
    assert (cell.state, cell.revision) == (CellState.ARRIVED, 2)


def test_windows_that_submit_at_once_seal_each_interaction_once(team: Any) -> None:
    session = team.invite(interactions=3)
    team.join()
    anna = team.others[0]
    anna.grade_all(session.id, [1, 2])
    windows = [anna, *(anna.as_another(anna.name) for _ in range(3))]
    together = threading.Barrier(len(windows))

    def submit(window: Any) -> None:
        together.wait()
        window.desk.submit(session.id)
        window.desk.deliver()

    threads = [threading.Thread(target=submit, args=(window,)) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    anna.desk.deliver()
    assert len(list(team.share.glob("*.qasub"))) == 3
    assert {arrival.verdict for arrival in team.lead.desk.collect(session.id)} == {Verdict.ACCEPTED}


def test_what_a_dead_program_left_is_taken_away_a_day_later(team: Any, tmp_path: Path) -> None:
    files = team.lead.workspace.folder / "calibration"
    files.mkdir()
    (files / "old.tmp").mkdir()
    (files / "old.tmp" / "sound.flac").touch()
    (files / f"{'0' * 32}-r1.qacal").touch()
    (files / "young.tmp").touch()
    long_ago = time.time() - 2 * 86_400
    for name in ("old.tmp", f"{'0' * 32}-r1.qacal"):
        os.utime(files / name, (long_ago, long_ago))
    session = team.invite()
    assert sorted(file.name for file in files.iterdir()) == [f"{session.id}-r1.qacal", "young.tmp"]
    team.lead.restart()
    os.utime(files / f"{session.id}-r1.qacal", (long_ago, long_ago))
    revised = team.lead.desk.revise(session.id, deadline=team.lead.clock.now() + timedelta(days=9))
    assert revised.revision == 2

"""Closing, keys and the reveal: who waits for whom, and what is refused."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from nacl.public import PrivateKey

from qa_desktop.calibration.files.closing import read_closing
from qa_desktop.calibration.files.envelope import seal_submission
from qa_desktop.calibration.files.key_release import release_keys
from qa_desktop.calibration.files.signing import sha256
from qa_desktop.calibration.model import Mode, SessionState
from qa_desktop.reviews.model import Draft, Entry
from qa_desktop.rubrics.model import Answer


@pytest.mark.parametrize("mode", Mode)
def test_what_a_program_made_wrong_is_left_out_and_told(
    team: Any, mode: Mode, tmp_path: Path
) -> None:
    """One that nothing opens, and one with an answer that the scale does not have."""
    session = team.invite(interactions=3, mode=mode, lead_grades=False)
    team.join()
    anna, bo = team.others
    team.grade(session.id, bo)
    manifest, content_hash = anna.desk._reading.newest(session.id)
    identity = anna.desk._stores.identity()
    good = Draft(entries={f"item-{n}": Entry(answer=Answer(value=Fraction(3))) for n in (1, 2)})
    unfit = Draft(entries={"item-1": Entry(answer=Answer(value=Fraction(77)))})
    elsewhere = replace(manifest, session_key=bytes(PrivateKey.generate().public_key))
    keys: dict[str, bytes] = {}
    for pseudonym, under, draft in (
        ("chat-1", elsewhere, good),
        ("chat-2", manifest, unfit),
        ("chat-3", manifest, good),
    ):
        sealed = seal_submission(identity, under, content_hash, pseudonym, 1, draft)
        (team.share / sealed.file_name).write_bytes(sealed.content)
        if sealed.own_key is not None:
            keys[sealed.hash] = sealed.own_key if pseudonym != "chat-1" else bytes(32)
        anna.desk._stores.submissions.add(
            session.id,
            sealed.hash,
            sealed.content,
            file_name=sealed.file_name,
            fingerprint=anna.fingerprint,
            pseudonym=pseudonym,
            revision=1,
            own_key=keys.get(sealed.hash),
        )
    desk = team.lead.desk
    desk.collect(session.id)
    desk.close(session.id)
    desk.deliver()
    for one in (anna, bo):
        one.desk.look_in(team.share)
        one.desk.deliver()
    desk.collect(session.id)
    desk.reveal(session.id)
    desk.deliver()
    anna.desk.look_in(team.share)
    for seat in (team.lead, anna):
        graded = seat.desk.graded(session.id)
        assert {(e.pseudonym, e.reason) for e in graded.exclusions} == {
            ("chat-1", "unopened"),
            ("chat-2", "unfit"),
        }
        assert [g.pseudonym for g in graded.gradings if g.fingerprint == anna.fingerprint] == [
            "chat-3"
        ]


def test_the_lead_submits_before_opening(team: Any, codes_of: Any) -> None:
    session = team.invite()
    team.join()
    team.grade(session.id, *team.others)
    desk = team.lead.desk
    assert codes_of(desk.close, session.id) == ["nothing_arrived"]
    desk.collect(session.id)
    assert codes_of(desk.close, session.id) == ["lead_first"]
    assert codes_of(desk.reveal, session.id) == ["not_closed"]
    desk.exclude(session.id, team.lead.fingerprint, "I would rather look")
    assert codes_of(desk.close, session.id) == ["lead_first"]
    desk.include(session.id, team.lead.fingerprint)
    team.grade(session.id, team.lead)
    desk.close(session.id)
    assert codes_of(team.others[0].desk.graded, session.id) == ["not_revealed"]


def test_a_strict_session_waits_for_everybody(team: Any, codes_of: Any) -> None:
    session = team.invite(mode=Mode.STRICT)
    team.join()
    anna, bo = team.others
    team.grade(session.id, team.lead, anna)
    desk = team.lead.desk
    desk.collect(session.id)
    assert codes_of(desk.close, session.id) == ["strict_waits"]
    assert codes_of(desk.exclude, session.id, bo.fingerprint, " ") == ["reason_needed"]
    desk.exclude(session.id, bo.fingerprint, "on leave")
    desk.close(session.id)
    desk.deliver()
    assert codes_of(desk.reveal, session.id) == ["keys_missing"]
    # Who is left out has no key to give, and cannot add anything now.
    bo.desk.look_in(team.share)
    bo.grade_all(session.id, [1, 1])
    assert codes_of(bo.desk.submit, session.id) == ["closed"]
    assert bo.desk.release_keys(session.id) == 0
    anna.desk.look_in(team.share)
    assert codes_of(desk.reveal, session.id) == ["keys_missing"]
    anna.desk.deliver()
    desk.collect(session.id)
    assert desk.reveal(session.id).state is SessionState.REVEALED
    assert [e.reason for e in desk.graded(session.id).exclusions] == ["on leave"]


def test_who_never_gives_the_key_can_be_left_out(team: Any, codes_of: Any) -> None:
    session = team.invite(mode=Mode.STRICT)
    team.join()
    team.grade(session.id)
    anna, bo = team.others
    desk = team.lead.desk
    desk.collect(session.id)
    desk.close(session.id)
    desk.deliver()
    anna.desk.look_in(team.share)
    anna.desk.deliver()
    desk.collect(session.id)
    assert codes_of(desk.exclude, session.id, anna.fingerprint, "late") == ["closed"]
    desk.exclude(session.id, bo.fingerprint, "the laptop was lost")
    desk.reveal(session.id)
    desk.deliver()
    anna.desk.look_in(team.share)
    graded = anna.desk.graded(session.id)
    assert {one.fingerprint for one in graded.gradings} == {
        team.lead.fingerprint,
        anna.fingerprint,
    }
    assert {e.reason for e in graded.exclusions} == {"the laptop was lost"}


def test_a_changed_reveal_is_refused_whole(
    team: Any, tmp_path: Path, codes_of: Any, all_rows: Any
) -> None:
    session = team.invite(lead_grades=False)
    team.join()
    team.grade(session.id, *team.others)
    desk, anna = team.lead.desk, team.others[0]
    desk.collect(session.id)
    desk.close(session.id)
    desk.reveal(session.id)
    desk.deliver()
    (reveal,) = team.share.glob("*.qareveal")
    content = bytearray(reveal.read_bytes())
    content[len(content) // 2] ^= 1
    changed = tmp_path / reveal.name
    changed.write_bytes(content)
    before = all_rows(anna)
    assert codes_of(anna.desk.take_in, changed)
    assert all_rows(anna) == before
    assert not list(anna.workspace.folder.joinpath("calibration").glob("*"))
    assert anna.desk.take_in(reveal).is_new
    assert not anna.desk.take_in(reveal).is_new
    assert anna.desk.check_reveal(reveal).own == 2


def test_whoever_has_a_reveal_can_check_it(team: Any, seat: Any) -> None:
    session = team.invite(lead_grades=False)
    team.join()
    team.grade(session.id, *team.others)
    desk = team.lead.desk
    desk.collect(session.id)
    desk.close(session.id)
    desk.reveal(session.id)
    desk.deliver()
    (reveal,) = team.share.glob("*.qareveal")
    check = seat("Auditor").desk.check_reveal(reveal)
    assert (check.submissions, check.participants, check.own) == (4, 2, 0)
    assert check.fingerprint == team.lead.fingerprint


def test_only_the_first_keys_of_a_person_count(team: Any) -> None:
    session = team.invite(mode=Mode.STRICT)
    team.join()
    team.grade(session.id)
    anna, bo = team.others
    desk = team.lead.desk
    desk.collect(session.id)
    desk.close(session.id)
    desk.deliver()
    for one in (anna, bo):
        one.desk.look_in(team.share)
        one.desk.deliver()
    desk.collect(session.id)
    manifest, _ = anna.desk._reading.newest(session.id)
    content = anna.desk._stores.sessions.closing(session.id)
    closing = read_closing(content, {session.manifest_hash: manifest})
    own = anna.desk._submitting.own(anna.desk.session(session.id))
    wrong = release_keys(
        anna.desk._stores.identity(),
        manifest,
        closing,
        sha256(content),
        own,
        {one.hash: bytes(32) for one in own.values()},
    )
    (team.share / wrong.file_name).write_bytes(wrong.content)
    assert not desk.take_in(team.share / wrong.file_name).is_new
    desk.reveal(session.id)
    assert len(desk.graded(session.id).gradings) == 6

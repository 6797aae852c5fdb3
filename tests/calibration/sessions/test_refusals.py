"""What is wrong is told in words, and nothing is changed by it."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from qa_desktop.base.progress import Cancelled
from qa_desktop.calibration.files.envelope import seal_submission
from qa_desktop.calibration.files.file_names import invitation_name
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.manifest import manifest_bytes, manifest_hash, read_manifest
from qa_desktop.calibration.files.package import open_package, write_package
from qa_desktop.calibration.model import Mode, Verdict
from qa_desktop.calibration.sessions.desk import CellState, NewSession, ReferenceFrom


def package_of(team: Any, session: Any) -> Path:
    return team.share / invitation_name(session.id, session.revision)


def test_an_invitation_from_somebody_who_was_not_compared_waits(
    team: Any, seat: Any, codes_of: Any, all_rows: Any
) -> None:
    session = team.invite()
    anna = team.others[0]
    anna.desk.untrust(team.lead.fingerprint)
    before = all_rows(anna)
    assert codes_of(anna.desk.take_in, package_of(team, session)) == ["lead_not_trusted"]
    news = anna.desk.look_in(team.share)
    assert [problem.code for problem in news.problems] == ["calibration.lead_not_trusted"]
    (shown,) = [p for p in anna.desk.people() if p.person.fingerprint == team.lead.fingerprint]
    assert news.problems[0].values["pair_code"] == shown.code
    assert all_rows(anna) == before
    anna.desk.trust(team.lead.fingerprint)
    assert [one.id for one in anna.desk.look_in(team.share).invitations] == [session.id]
    # Whose card was never seen is put on the list by the invitation, to be compared.
    stranger = seat("Eve")
    assert codes_of(stranger.desk.take_in, package_of(team, session)) == ["lead_not_trusted"]
    assert [p.person.name for p in stranger.desk.people()] == ["Lin"]
    stranger.desk.trust(team.lead.fingerprint)
    assert codes_of(stranger.desk.take_in, package_of(team, session)) == ["not_on_roster"]
    assert stranger.desk.look_in(team.share).problems == ()


def test_what_came_after_the_closing_is_told(team: Any) -> None:
    session = team.invite()
    team.join()
    anna, bo = team.others
    team.grade(session.id, team.lead, anna)
    bo.grade_all(session.id, [1, 2])
    bo.desk.submit(session.id)
    desk = team.lead.desk
    desk.collect(session.id)
    desk.close(session.id)
    bo.desk.deliver()
    assert {a.verdict for a in desk.collect(session.id)} == {Verdict.TOO_LATE}
    desk.reveal(session.id)
    desk.deliver()
    # Bo's program tells at once that what he sealed is not in there, and shows the rest.
    news = bo.desk.look_in(team.share)
    assert {p.code for p in news.problems} == {"calibration.reveal_own_missing"}
    assert bo.desk.graded(session.id).gradings == desk.graded(session.id).gradings
    check = bo.desk.check_session(session.id)
    assert (check.own, check.not_counted) == (0, ("chat-1", "chat-2"))
    assert bo.desk.look_in(team.share).is_empty


class Impatient:
    """Cancels at the n-th report."""

    def __init__(self, at: int) -> None:
        self.left = at

    def report(self, done: int, total: int, what: str = "") -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_who_cancels_finds_everything_as_it_was(team: Any, all_rows: Any) -> None:
    team.lead.rubrics.publish(team.source())
    chats = team.lead.import_chats(2)
    wish = NewSession(
        title="November",
        mode=Mode.SEALED,
        rubric_id="calibrating",
        rubric_version=1,
        interaction_ids=chats,
        participants=tuple(one.fingerprint for one in team.others),
        folder=team.share,
    )
    before = all_rows(team.lead)
    for at in range(1000):
        try:
            session = team.lead.desk.create(wish, Impatient(at))
        except Cancelled:
            assert all_rows(team.lead) == before
            assert not list((team.lead.workspace.folder / "calibration").iterdir())
            continue
        break
    assert at > 3
    team.lead.desk.deliver()
    anna = team.others[0]
    file = next(team.share.glob("*.qacal"))
    before = all_rows(anna)
    for at in range(1000):
        try:
            anna.desk.take_in(file, Impatient(at))
        except Cancelled:
            assert all_rows(anna) == before
            continue
        break
    assert at > 3
    assert anna.desk.session(session.id).title == "November"


def test_a_disk_that_takes_nothing_is_told(team: Any, codes_of: Any, all_rows: Any) -> None:
    team.lead.rubrics.publish(team.source())
    chats = team.lead.import_chats(1)
    # Something else has the name of the folder.
    (team.lead.workspace.folder / "calibration").touch()
    before = all_rows(team.lead)
    assert codes_of(team.invite, interaction_ids=chats) == ["file_unwritable"]
    assert all_rows(team.lead) == before


def test_both_see_the_same_code(team: Any) -> None:
    anna = team.others[0]
    (hers,) = [p for p in anna.desk.people() if p.person.fingerprint == team.lead.fingerprint]
    (his,) = [p for p in team.lead.desk.people() if p.person.fingerprint == anna.fingerprint]
    assert hers.code == his.code
    codes = [person.code for seat in team.all for person in seat.desk.people()]
    assert len(set(codes)) == 3


def test_a_package_taken_in_twice_changes_nothing(team: Any, all_rows: Any) -> None:
    session = team.invite()
    anna = team.others[0]
    assert anna.desk.take_in(package_of(team, session)).is_new
    assert anna.desk.session(session.id).folder is None
    before = all_rows(anna)
    assert not anna.desk.take_in(package_of(team, session)).is_new
    assert all_rows(anna) == before
    assert not team.lead.desk.take_in(package_of(team, session)).is_new
    # In the folder it is known too, and from then on its files go there.
    anna.grade_all(session.id, [1, 2])
    anna.desk.submit(session.id)
    assert [file.folder for file in anna.desk.deliver().waiting] == [None, None]
    anna.desk.look_in(team.share)
    assert anna.desk.session(session.id).folder == team.share
    assert len(anna.desk.deliver().sent) == 2
    assert anna.desk.look_in(team.share).is_empty


def test_another_rubric_under_the_same_version_is_refused(
    team: Any, source_of: Any, codes_of: Any, all_rows: Any
) -> None:
    anna = team.others[0]
    anna.rubrics.publish(source_of(3))
    session = team.invite()
    before = all_rows(anna)
    assert codes_of(anna.desk.take_in, package_of(team, session)) == ["rubric_differs"]
    assert all_rows(anna) == before
    assert not list((anna.workspace.folder / "media").iterdir())


def test_revisions_come_in_order_and_from_the_lead_alone(
    team: Any, tmp_path: Path, codes_of: Any
) -> None:
    session = team.invite()
    anna = team.others[0]
    first = package_of(team, session)
    anna.desk.take_in(first)
    revised = [
        team.lead.desk.revise(session.id, deadline=team.lead.clock.now() + timedelta(days=days))
        for days in (1, 2)
    ]
    team.lead.desk.deliver()
    second, third = (package_of(team, one) for one in revised)
    assert codes_of(anna.desk.take_in, third) == ["revision_missing"]
    assert anna.desk.take_in(second).is_new
    assert anna.desk.take_in(third).is_new
    assert anna.desk.session(session.id).deadline == revised[1].deadline
    assert not anna.desk.take_in(first).is_new
    bo = team.others[1]
    bo.desk.look_in(team.share)
    assert bo.desk.session(session.id).revision == 3
    # Asking for the deadline that there is makes no revision.
    again = team.lead.desk.revise(session.id, deadline=revised[1].deadline)
    assert again.revision == 3


def test_one_who_joins_later_starts_with_the_newest(team: Any, seat: Any, codes_of: Any) -> None:
    session = team.invite()
    late = seat("Cleo")
    late.desk.hand_in_card(team.share)
    late.desk.look_for_cards(team.share)
    late.desk.trust(team.lead.fingerprint)
    assert late.desk.look_in(team.share).invitations == ()
    team.lead.desk.look_for_cards(team.share)
    wish = {"deadline": None, "more_participants": (late.fingerprint,)}
    assert codes_of(team.lead.desk.revise, session.id, **wish) == ["person_not_trusted"]
    team.lead.desk.trust(late.fingerprint)
    revised = team.lead.desk.revise(session.id, **wish)
    assert revised.revision == 2
    team.lead.desk.deliver()
    assert [one.id for one in late.desk.look_in(team.share).invitations] == [session.id]
    assert late.desk.look_in(team.share).is_empty
    assert len(late.desk.session(session.id).participants) == 4


def test_a_revision_forged_by_somebody_else_is_refused(
    team: Any, tmp_path: Path, codes_of: Any, all_rows: Any
) -> None:
    session = team.invite()
    anna = team.others[0]
    anna.desk.take_in(package_of(team, session))
    mallory = Identity.make("Lin")
    forged = tmp_path / invitation_name(session.id, 2)
    with open_package(package_of(team, session)) as package:
        said = json.loads(package.manifest_bytes)
        person = mallory.person
        said["lead"] = {
            "name": "Lin",
            "sign_key": person.sign_key.hex(),
            "box_key": person.box_key.hex(),
        }
        said |= {"revision": 2, "previous": package.hash}
        manifest = read_manifest(
            json.dumps(said, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
        )
        blobs: dict[str, Path | bytes] = {sha: package.blob(sha) for sha in manifest.blobs}
        write_package(forged, manifest, blobs, mallory)
    assert manifest_hash(manifest_bytes(manifest)) != session.manifest_hash
    before = all_rows(anna)
    assert codes_of(anna.desk.take_in, forged) == ["forged_revision"]
    assert all_rows(anna) == before


def test_arrivals_are_told_apart(team: Any, seat: Any, tmp_path: Path) -> None:
    session = team.invite(deadline=team.lead.clock.now() + timedelta(hours=1))
    other = team.invite()
    team.join()
    anna, bo = team.others
    for one in (anna, bo):
        one.grade_all(session.id, [1, 2])
        one.grade_all(other.id, [2, 3])
        one.desk.submit(session.id)
        one.desk.submit(other.id)
    anna.desk.deliver()
    desk = team.lead.desk
    assert {a.verdict for a in desk.collect(session.id)} == {Verdict.ACCEPTED}
    assert desk.collect(session.id) == ()
    mine = sorted(team.share.glob(f"{session.id}-{anna.fingerprint[:12]}*.qasub"))
    name, content = mine[0].name, mine[0].read_bytes()
    (team.share / name.replace("-1-", "-1-copy-")).write_bytes(content)
    said = json.loads(content)
    said["signed"]["revision"] = 2
    changed = json.dumps(said, separators=(",", ":"), sort_keys=True).encode()
    (team.share / f"{session.id}-changed.qasub").write_bytes(changed)
    (team.share / f"{session.id}-cut.qasub").write_bytes(content[:-9])
    foreign = next(team.share.glob(f"{other.id}-{anna.fingerprint[:12]}*.qasub"))
    (team.share / f"{session.id}-replayed.qasub").write_bytes(foreign.read_bytes())
    (team.share / f"{name}.tmp").write_bytes(b"half")
    (team.share / f"~${name}").write_bytes(b"lock")
    (team.share / name.replace(".qasub", ".sync-conflict-1.qasub")).write_bytes(b"")
    told = {a.file_name.rsplit("-", 1)[1]: a.verdict for a in desk.collect(session.id)}
    assert told["changed.qasub"] is Verdict.ALTERED
    assert told["cut.qasub"] is Verdict.UNREADABLE
    assert told["replayed.qasub"] is Verdict.REPLAYED
    assert list(told.values()).count(Verdict.REPEATED) == 1
    assert len(told) == 4
    # Bo comes after the deadline, and counts; after the closing nothing does.
    team.lead.wait(timedelta(hours=2))
    bo.desk.deliver()
    assert {a.verdict for a in desk.collect(session.id)} == {Verdict.LATE}
    standing = desk.standing(session.id)
    cell = standing.cell(bo.fingerprint, "chat-1")
    assert cell is not None
    assert cell.state is CellState.LATE


def test_two_of_the_same_revision_count_neither(team: Any, tmp_path: Path) -> None:
    session = team.invite(lead_grades=False)
    team.join()
    team.grade(session.id, *team.others)
    desk, anna = team.lead.desk, team.others[0]
    desk.collect(session.id)
    manifest, content_hash = anna.desk._reading.newest(session.id)
    draft = anna.reviews.get(anna.desk.work(session.id)[0].review_id).draft
    again = seal_submission(
        anna.desk._stores.identity(), manifest, content_hash, "chat-1", 1, draft
    )
    file = tmp_path / again.file_name
    file.write_bytes(again.content)
    taken = desk.take_in(file)
    assert taken.arrival is not None
    assert taken.arrival.verdict is Verdict.CONFLICT
    cell = desk.standing(session.id).cell(anna.fingerprint, "chat-1")
    assert cell is not None
    assert cell.state is CellState.CONFLICT
    desk.close(session.id)
    desk.reveal(session.id)
    graded = desk.graded(session.id)
    assert len(graded.gradings) == 3
    (left_out,) = graded.exclusions
    assert (left_out.fingerprint, left_out.pseudonym, left_out.reason) == (
        *(anna.fingerprint, "chat-1", "conflict"),
    )


def test_what_is_lacking_for_a_session_is_told_at_once(team: Any, codes_of: Any) -> None:
    wish = {"title": " ", "participants": (), "reference": ReferenceFrom.REVIEWS}
    assert codes_of(team.invite, **wish) == [
        *("title_needed", "participants_needed", "reference_lacking", "reference_lacking"),
    ]
    past = team.lead.clock.now() - timedelta(days=1)
    assert codes_of(team.invite, deadline=past) == ["deadline_past"]
    assert not team.lead.desk.sessions()
    assert not list((team.lead.workspace.folder / "calibration").glob("*"))
    session = team.invite()
    copies = tuple(one.interaction_id for one in session.interactions)
    assert codes_of(team.invite, interaction_ids=copies) == ["is_a_copy", "is_a_copy"]

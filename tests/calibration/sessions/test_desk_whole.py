"""Sessions from the invitation to the reveal, in three workspaces that share only a folder."""

from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import Mode, SessionKind, SessionState
from qa_desktop.calibration.sessions.desk import CellState, NewSession, ReferenceFrom, WorkState
from qa_desktop.database import audit


def finish(team: Any, session_id: str) -> None:
    team.lead.desk.collect(session_id)
    team.lead.desk.close(session_id)
    team.lead.desk.deliver()
    for one in team.others:
        one.desk.look_in(team.share)
        one.desk.deliver()
    team.lead.desk.collect(session_id)
    team.lead.desk.reveal(session_id)
    team.lead.desk.deliver()
    for one in team.others:
        one.desk.look_in(team.share)


@pytest.mark.parametrize("mode", Mode)
def test_everybody_ends_with_the_same_graded_session(team: Any, mode: Mode) -> None:
    session = team.invite(mode=mode)
    team.join()
    assert [one.desk.session(session.id).role.value for one in team.all] == [
        *("lead", "participant", "participant"),
    ]
    team.grade(session.id)
    finish(team, session.id)
    graded = [one.desk.graded(session.id) for one in team.all]
    assert len(graded[0].gradings) == 3 * 2
    for other in graded[1:]:
        assert other.gradings == graded[0].gradings
        assert other.rubric.content_hash == graded[0].rubric.content_hash
    for one in team.all:
        assert one.desk.session(session.id).state is SessionState.REVEALED
        check = one.desk.check_session(session.id)
        assert (check.submissions, check.participants, check.own) == (6, 3, 2)
        assert not check.not_counted
        assert audit.verify(one.workspace.database) == ()


def test_who_does_not_lead_learns_neither_names_nor_origins(team: Any) -> None:
    session = team.invite()
    team.join()
    anna = team.others[0]
    hers = anna.desk.session(session.id)
    assert anna.desk.origins(session.id) == {}
    assert set(team.lead.desk.origins(session.id)) == {"chat-1", "chat-2"}
    detail = anna.interactions.detail(hers.interactions[0].interaction_id)
    assert detail.interaction.title == "chat-1"
    assert "Wang" not in repr(detail)
    assert [one.interaction_id for one in hers.interactions] != [
        one.interaction_id for one in session.interactions
    ]
    assert anna.desk.for_interaction(hers.interactions[1].interaction_id) == hers
    assert anna.desk.for_interaction("0" * 32) is None


def test_a_committed_reference_comes_with_the_reveal(team: Any) -> None:
    team.lead.rubrics.publish(team.source())
    chats = team.lead.import_chats(2)
    for position, chat in enumerate(chats):
        team.lead.grade(chat, [position + 1, 5], comment="the reference")
    session = team.invite(interaction_ids=chats, reference=ReferenceFrom.REVIEWS, lead_grades=False)
    assert session.has_reference
    assert team.lead.desk.work(session.id) == ()
    team.join()
    team.grade(session.id, *team.others)
    finish(team, session.id)
    told = [one.desk.graded(session.id).reference for one in team.all]
    assert told[0] == told[1] == told[2]
    assert set(told[0]) == {"chat-1", "chat-2"}
    assert told[0]["chat-2"].draft.summary == "the reference"
    assert told[0]["chat-2"].result["score"] is not None


def test_a_second_opinion_has_the_first_in_it_from_the_start(team: Any) -> None:
    team.lead.rubrics.publish(team.source())
    (chat,) = team.lead.import_chats(1)
    review = team.lead.grade(chat, [2, 3], comment="the first opinion")
    anna = team.others[0]
    session = team.invite(
        kind=SessionKind.SECOND,
        interaction_ids=(chat,),
        participants=(anna.fingerprint,),
        reviews={chat: review},
    )
    assert team.lead.desk.work(session.id) == ()
    assert team.lead.desk.origins(session.id) == {"chat-1": (chat, review)}
    anna.desk.look_in(team.share)
    team.grade(session.id, anna)
    finish(team, session.id)
    for seat in (team.lead, anna):
        first, second = sorted(
            seat.desk.graded(session.id).gradings,
            key=lambda one: one.fingerprint != team.lead.fingerprint,
        )
        assert first.draft.summary == "the first opinion"
        assert second.fingerprint == anna.fingerprint


def test_two_of_the_same_name_are_two_people(seat: Callable[..., Any], team: Any) -> None:
    twins = tuple(seat("Li Wei") for _ in range(2))
    team.introduce(team.lead, twins)
    assert twins[0].fingerprint != twins[1].fingerprint
    session = team.invite(participants=tuple(one.fingerprint for one in twins), lead_grades=False)
    for number, one in enumerate(twins):
        one.desk.look_in(team.share)
        one.grade_all(session.id, [number, 3 * number])
        one.desk.submit(session.id)
        one.desk.deliver()
    desk = team.lead.desk
    assert len(desk.collect(session.id)) == 4
    desk.close(session.id)
    desk.reveal(session.id)
    by_person = {
        fingerprint: [
            one.draft for one in desk.graded(session.id).gradings if one.fingerprint == fingerprint
        ]
        for fingerprint in (one.fingerprint for one in twins)
    }
    assert [len(drafts) for drafts in by_person.values()] == [2, 2]
    first, second = by_person.values()
    assert first != second


def test_a_correction_is_sealed_anew_and_counts(team: Any) -> None:
    session = team.invite(interactions=1)
    team.join()
    team.grade(session.id)
    anna = team.others[0]
    (work,) = anna.desk.work(session.id)
    assert (work.state, work.submitted_revision, work.delivered) == (WorkState.SEALED, 1, True)
    assert anna.desk.submit(session.id) == ()
    anna.reviews.correct(work.review_id, "heard it again")
    assert anna.desk.work(session.id)[0].state is WorkState.CORRECTED
    draft = anna.reviews.get(work.review_id).draft
    entries = {**draft.entries, "item-1": draft.entries["item-2"]}
    anna.save(work.review_id, draft, entries)
    assert anna.desk.submit(session.id) == ("chat-1",)
    (work,) = anna.desk.work(session.id)
    assert (work.state, work.submitted_revision, work.delivered) == (WorkState.SEALED, 2, False)
    anna.desk.deliver()
    assert anna.desk.work(session.id)[0].delivered
    finish(team, session.id)
    (hers,) = [
        one
        for one in team.lead.desk.graded(session.id).gradings
        if one.fingerprint == anna.fingerprint
    ]
    assert hers.revision == 2
    assert hers.draft.entries["item-1"].answer == hers.draft.entries["item-2"].answer


def test_a_session_goes_on_after_the_program_was_started_again(team: Any) -> None:
    session = team.invite(mode=Mode.STRICT)
    team.join()
    team.grade(session.id)
    team.restart()
    finish(team, session.id)
    assert len(team.others[1].desk.graded(session.id).gradings) == 6


def test_another_reviewer_of_the_workspace_keeps_his_hands_off(team: Any) -> None:
    session = team.invite()
    team.join()
    anna = team.others[0]
    other = anna.as_another("Cleo")
    for act in (other.desk.submit, other.desk.close):
        with pytest.raises(ProblemError) as caught:
            act(session.id)
        assert [p.code for p in caught.value.problems] == ["calibration.session_of_another"]
    assert other.desk.identity().fingerprint != anna.fingerprint


def test_people_come_and_go(team: Any) -> None:
    anna = team.others[0]
    desk = team.lead.desk
    assert [p.person.name for p in desk.people()] == ["Anna", "Bo"]
    desk.forget(anna.fingerprint)
    assert [p.person.name for p in desk.people()] == ["Bo"]
    # The card still lies there; by hand it comes back, not trusted.
    assert desk.look_for_cards(team.share) == ()
    back = desk.take_card(anna.desk.save_card(team.share.parent))
    assert back.trusted_at is None
    with pytest.raises(ProblemError) as caught:
        desk.take_card(desk.save_card(team.share.parent))
    assert caught.value.problems[0].code == "calibration.own_card"
    with pytest.raises(ProblemError) as caught:
        desk.create(
            NewSession(
                title="T",
                mode=Mode.SEALED,
                rubric_id="calibrating",
                rubric_version=1,
                interaction_ids=team.lead.import_chats(1),
                participants=(anna.fingerprint,),
            )
        )
    assert caught.value.problems[0].code == "calibration.person_not_trusted"


def test_the_list_counts_what_is_done_and_in(team: Any) -> None:
    session = team.invite()
    team.join()
    anna = team.others[0]
    team.grade(session.id, anna)
    (hers,) = anna.desk.sessions()
    assert (hers.done, hers.total, hers.arrived, hers.waiting) == (2, 2, None, 0)
    team.lead.desk.collect(session.id)
    (his,) = team.lead.desk.sessions()
    assert (his.done, his.total, his.arrived, his.expected) == (0, 2, 2, 6)
    standing = team.lead.desk.standing(session.id)
    states = {cell.fingerprint: cell.state for cell in standing.cells}
    assert states[anna.fingerprint] is CellState.ARRIVED
    assert states[team.others[1].fingerprint] is CellState.MISSING

"""Thirty people grade twenty chats on forty items, through real files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qa_desktop.calibration.model import Mode
from qa_desktop.calibration.sessions.desk import NewSession

PEOPLE, CHATS, ITEMS = 30, 20, 40


def test_thirty_people_twenty_chats_forty_items(
    seat: Callable[..., Any], share: Path, source_of: Callable[..., bytes]
) -> None:
    lead = seat("Lead")
    lead.rubrics.publish(source_of(ITEMS))
    people = [seat(f"Person {number}") for number in range(PEOPLE - 1)]
    card = lead.desk.hand_in_card(share)
    for one in people:
        one.desk.hand_in_card(share)
        one.desk.take_card(card)
        one.desk.trust(lead.fingerprint)
    assert len(lead.desk.look_for_cards(share)) == PEOPLE - 1
    for one in people:
        lead.desk.trust(one.fingerprint)
    session = lead.desk.create(
        NewSession(
            title="All of us",
            mode=Mode.SEALED,
            rubric_id="calibrating",
            rubric_version=1,
            interaction_ids=lead.import_chats(CHATS),
            participants=tuple(one.fingerprint for one in people),
            folder=share,
        )
    )
    lead.desk.deliver()
    for number, one in enumerate([lead, *people]):
        if one is not lead:
            assert one.desk.look_in(share).invitations
        one.grade_all(session.id, [number + item for item in range(ITEMS)])
        assert len(one.desk.submit(session.id)) == CHATS
        assert not one.desk.deliver().waiting
    assert len(lead.desk.collect(session.id)) == (PEOPLE - 1) * CHATS
    lead.desk.close(session.id)
    lead.desk.reveal(session.id)
    assert not lead.desk.deliver().waiting
    graded = lead.desk.graded(session.id)
    assert len(graded.gradings) == PEOPLE * CHATS
    assert all(len(one.draft.entries) == ITEMS for one in graded.gradings)
    # The others' programs do the same thing each: two of them stand for all.
    for one in (people[0], people[-1]):
        assert one.desk.look_in(share).reveals
        assert one.desk.graded(session.id).gradings == graded.gradings

"""Sizes of files and the names that ids stand for, as far as exports tell them."""

from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.interactions.model import Role, TicketEvent, Turn
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.rows import event_of, event_row, turn_of, turn_row

Parse = Callable[..., ParsedFile]
FILES = [
    {"file_name": "smoke.jpg", "size": 20_480},
    {"file_name": "log.txt", "size": -1},
    {"file_name": "big.bin", "size": 1e300},
    {"size": 5},
]


def ticket(**more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "subject": "Fire",
        "requester_id": 1,
        "submitter_id": 1,
        "created_at": "2024-07-20T22:55:29Z",
        "comments": [
            {
                "author_id": 1,
                "body": "Help",
                "created_at": "2024-07-20T22:55:29Z",
                "attachments": FILES,
            }
        ],
        **more,
    }


def test_sizes_that_can_be_believed(parse: Parse) -> None:
    (found,) = parse("tickets.json", ticket()).conversations
    assert found.turns[0].attachments == ("smoke.jpg", "log.txt", "big.bin")
    assert found.turns[0].attachment_bytes == (20_480, None, None)


def test_people_are_named_and_their_ids_kept(parse: Parse) -> None:
    audits = [
        {
            "author_id": 2,
            "created_at": "2024-07-20T23:00:00Z",
            "events": [
                {"type": "Change", "field_name": "assignee_id", "previous_value": "2",
                 "value": "3"},
                {"type": "Change", "field_name": "priority", "previous_value": "2", "value": "3"},
                {"type": "Change", "field_name": "assignee_id", "previous_value": "3",
                 "value": "99"},
            ],
        }
    ]  # fmt: skip
    users = [{"id": 2, "name": "Ann", "role": "agent"}, {"id": 3, "name": "Bo", "role": "agent"}]
    document = {"tickets": [ticket(audits=audits)], "users": users}
    (found,) = parse("tickets.json", document).conversations
    told = [(e.field, e.old, e.new, e.old_name, e.new_name) for e in found.events]
    assert told == [
        ("assignee_id", "2", "3", "Ann", "Bo"),
        ("priority", "2", "3", None, None),
        ("assignee_id", "3", "99", "Bo", None),
    ]


@pytest.mark.parametrize("sizes", [(), (12, None), (None, None)])
def test_files_come_back_from_the_database(sizes: tuple[int | None, ...]) -> None:
    turn = turn_of(
        turn_row(
            "i",
            Turn(
                position=0,
                role=Role.CUSTOMER,
                text="x",
                attachments=("a.png", "b.pdf"),
                attachment_bytes=sizes,
            ),
        )
    )
    assert turn.attachments == ("a.png", "b.pdf")
    assert turn.attachment_bytes == (sizes if any(sizes) else ())


def test_names_come_back_from_the_database() -> None:
    event = TicketEvent(
        position=0, at=None, actor="2", field="assignee_id", old="2", new="3",
        old_name="Ann", new_name="Bo",
    )  # fmt: skip
    assert event_of(event_row("i", event)) == event

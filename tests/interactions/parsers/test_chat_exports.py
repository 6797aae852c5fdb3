"""Chats and tickets as help desks and messengers export them."""

from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import Kind, Role
from qa_desktop.interactions.parsed import Found, ParsedFile

Parse = Callable[..., ParsedFile]
Refused = Callable[..., ProblemError]

ZENDESK_TICKET = {
    "id": 35436,
    "subject": "Printer on fire",
    "description": "Help!",
    "status": "open",
    "requester_id": 1,
    "submitter_id": 1,
    "assignee_id": 2,
    "created_at": "2024-07-20T22:55:29Z",
    "tags": ["enterprise", "printer"],
    "satisfaction_rating": {"score": "good", "comment": "Great"},
}
ZENDESK_COMMENTS = [
    {
        "id": 10,
        "type": "Comment",
        "author_id": 1,
        "body": "Help!",
        "html_body": "<p>Help!</p>",
        "plain_body": "Help!",
        "public": True,
        "created_at": "2024-07-20T22:55:29Z",
        "attachments": [{"file_name": "smoke.jpg", "content_url": "https://x/smoke.jpg"}],
    },
    {
        "id": 11,
        "author_id": 2,
        "body": "Known customer, be kind.",
        "public": False,
        "created_at": "2024-07-20T23:00:00Z",
        "attachments": [],
    },
    {
        "id": 12,
        "author_id": 2,
        "html_body": "<div>Use <b>water</b>.<br>Now.</div>",
        "public": True,
        "created_at": "2024-07-20T23:01:00Z",
        "attachments": [],
    },
]
ZENDESK_USERS = [
    {"id": 1, "name": "Ada", "role": "end-user"},
    {"id": 2, "name": "Ben", "role": "agent"},
]
ZENDESK_AUDITS = [
    {
        "author_id": 2,
        "created_at": "2024-07-20T23:02:00Z",
        "events": [
            {"type": "Change", "field_name": "status", "value": "solved", "previous_value": "open"},
            {"type": "Notification", "subject": "x"},
        ],
    }
]


@pytest.mark.parametrize(
    "document",
    [
        {
            "ticket": ZENDESK_TICKET,
            "comments": ZENDESK_COMMENTS,
            "users": ZENDESK_USERS,
            "audits": ZENDESK_AUDITS,
        },
        {
            "tickets": [ZENDESK_TICKET | {"comments": ZENDESK_COMMENTS, "audits": ZENDESK_AUDITS}],
            "users": ZENDESK_USERS,
            "count": 1,
            "end_of_stream": True,
        },
    ],
    ids=["one ticket", "incremental export"],
)
def test_zendesk_api(parse: Parse, document: Any) -> None:
    parsed = parse("tickets.json", document)
    (ticket,) = parsed.conversations
    assert parsed.format == "zendesk"
    assert (ticket.kind, ticket.external_id, ticket.title) == (
        Kind.TICKET,
        "35436",
        "Printer on fire",
    )
    said = [(t.role, t.author, t.text, t.internal, t.attachments) for t in ticket.turns]
    assert said == [
        (Role.CUSTOMER, "Ada", "Help!", False, ("smoke.jpg",)),
        (Role.AGENT, "Ben", "Known customer, be kind.", True, ()),
        (Role.AGENT, "Ben", "Use water.\nNow.", False, ()),
    ]
    metadata = ticket.metadata
    assert (metadata.agent_id, metadata.agent_name, metadata.customer_ref) == ("2", "Ben", "1")
    assert (metadata.csat, metadata.tags, metadata.direction) == (
        5,
        ("enterprise", "printer"),
        "inbound",
    )
    (event,) = ticket.events
    assert (event.field, event.old, event.new, event.actor) == ("status", "open", "solved", "Ben")


def test_zendesk_full_export_is_json_lines_with_people_inside(parse: Parse) -> None:
    import json

    ticket = {key: value for key, value in ZENDESK_TICKET.items() if key != "requester_id"}
    ticket |= {
        "requester": {"id": 1, "name": "Ada"},
        "assignee": {"id": 2, "name": "Ben"},
        "group": {"id": 5, "name": "Support"},
        "comments": ZENDESK_COMMENTS,
    }
    other = {"id": 2, "subject": "No words", "requester": {"id": 1}, "comments": []}
    parsed = parse("tickets.json", json.dumps(ticket) + "\n" + json.dumps(other) + "\n")
    (found,) = parsed.conversations
    assert (found.metadata.team, found.metadata.agent_name) == ("Support", "Ben")
    assert [p.code for p in parsed.problems] == ["parsers.conversations_empty"]


def test_zendesk_chat_history(parse: Parse) -> None:
    document = {
        "chats": [
            {
                "id": "1510.34",
                "type": "chat",
                "visitor": {"id": "v1", "name": "Eve"},
                "agent_names": ["Kim"],
                "agent_ids": ["77"],
                "rating": "bad",
                "started_by": "visitor",
                "timestamp": "2024-02-01T10:00:00Z",
                "history": [
                    {"type": "chat.memberjoin", "nick": "visitor:1", "name": "Eve",
                     "timestamp": "2024-02-01T10:00:00Z"},
                    {"type": "chat.msg", "nick": "visitor:1", "name": "Eve", "msg": "hi",
                     "sender_type": "Visitor", "timestamp": "2024-02-01T10:00:01Z"},
                    {"type": "chat.msg", "nick": "agent:77", "name": "Kim", "msg": "hello",
                     "sender_type": "Agent", "timestamp": "2024-02-01T10:00:09Z"},
                ],
            }
        ]
    }  # fmt: skip
    (chat,) = parse("chats.json", document).conversations
    assert [(t.role, t.text, t.start_ms) for t in chat.turns] == [
        (Role.CUSTOMER, "hi", 0),
        (Role.AGENT, "hello", 8000),
    ]
    assert (chat.metadata.csat, chat.metadata.agent_id) == (1, "77")
    assert chat.events[0].field == "memberjoin"


def test_a_zendesk_side_table_alone_asks_for_its_main_table(refused: Refused) -> None:
    table = "id,body,created,public,ticket_id,user_id\n1,hi,2024-01-01 10:00:00,TRUE,7,9\n"
    (problem,) = refused("ticket_comment_data.csv", table).problems
    assert problem.code == "parsers.part_alone"
    assert problem.values == {"main": "ticket_data.csv"}


def test_zendesk_tables_internal_notes_and_missing_users(parse: Parse) -> None:
    tickets = (
        "id,subject,description,status,requester_id,submitter_id,assignee_id,created_at,group_id\n"
        "7,Lost parcel,Where is it?,open,9,9,4,2024-01-01 10:00:00,3\n"
    )
    comments = (
        "id,body,created,public,ticket_id,user_id\n"
        "1,Where is it?,2024-01-01 10:00:00,TRUE,7,9\n"
        '2,"check with\nthe courier",2024-01-01 11:00:00,FALSE,7,4\n'
        "3,On its way,2024-01-01 12:00:00,TRUE,7,4\n"
    )
    groups = "id,_fivetran_deleted,name,url\n3,FALSE,Parcels,x\n"
    beside = {"ticket_comment.csv": comments, "group.csv": groups, "user.csv": "id\n"}
    parsed = parse("ticket.csv", tickets, beside=beside)
    (ticket,) = parsed.conversations
    assert [(t.role, t.text, t.internal) for t in ticket.turns] == [
        (Role.CUSTOMER, "Where is it?", False),
        (Role.AGENT, "check with\nthe courier", True),
        (Role.AGENT, "On its way", False),
    ]
    assert ticket.metadata.team == "Parcels"
    assert set(parsed.read_also) == {"user.csv", "group.csv", "ticket_comment.csv"}
    assert [(p.code, p.where.file) for p in parsed.problems] == [("parsers.no_rows", "user.csv")]


INTERCOM = {
    "type": "conversation",
    "id": "1295",
    "created_at": 1709285000,
    "updated_at": 1709286000,
    "title": None,
    "source": {
        "type": "conversation",
        "id": "1",
        "delivered_as": "customer_initiated",
        "subject": "",
        "body": '<p>Where is my <a href="https://x">refund</a>?</p>',
        "author": {"type": "user", "id": "u1", "name": "Joe", "email": "joe@example.com"},
        "attachments": [{"type": "upload", "name": "bill.png", "url": "https://x/bill.png"}],
    },
    "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "u1"}]},
    "admin_assignee_id": 814,
    "tags": {"type": "tag.list", "tags": [{"type": "tag", "id": "9", "name": "refund"}]},
    "conversation_rating": {"rating": 4, "remark": "ok"},
    "conversation_parts": {
        "type": "conversation_part.list",
        "conversation_parts": [
            {"type": "conversation_part", "part_type": "assignment", "body": None,
             "created_at": 1709285010, "author": {"type": "bot", "id": "b", "name": "Operator"},
             "assigned_to": {"type": "admin", "id": "814"}},
            {"type": "conversation_part", "part_type": "note", "body": "<p>VIP</p>",
             "created_at": 1709285020, "author": {"type": "admin", "id": "814", "name": "Mia"}},
            {"type": "conversation_part", "part_type": "comment",
             "body": '<p>Sent.</p><img src="https://x/proof.png">', "created_at": 1709285060,
             "author": {"type": "admin", "id": "814", "name": "Mia"}, "attachments": []},
            {"type": "conversation_part", "part_type": "close", "body": "",
             "created_at": 1709285070, "author": {"type": "admin", "id": "814", "name": "Mia"}},
        ],
        "total_count": 4,
    },
}  # fmt: skip


@pytest.mark.parametrize(
    "document",
    [INTERCOM, [INTERCOM], {"type": "conversation.list", "conversations": [INTERCOM]}],
)
def test_intercom(parse: Parse, document: Any) -> None:
    (chat,) = parse("conversations.json", document).conversations
    said = [(t.role, t.author, t.text, t.start_ms, t.internal, t.attachments) for t in chat.turns]
    assert said == [
        (Role.CUSTOMER, "Joe", "Where is my refund?", 0, False, ("bill.png",)),
        (Role.AGENT, "Mia", "VIP", 20_000, True, ()),
        (Role.AGENT, "Mia", "Sent.", 60_000, False, ("https://x/proof.png",)),
    ]
    assert [(e.field, e.actor, e.new) for e in chat.events] == [
        ("assignment", "Operator", "814"),
        ("close", "Mia", None),
    ]
    metadata = chat.metadata
    assert (metadata.agent_id, metadata.agent_name, metadata.csat) == ("814", "Mia", 4)
    assert (metadata.tags, metadata.direction) == (("refund",), "inbound")


def test_intercom_tables_take_the_newest_version_of_each_record(parse: Parse) -> None:
    conversations = (
        "id,_fivetran_active,created_at,updated_at,assignee_id,assignee_type,"
        "conversation_rating_value,source_author_id,source_author_type,source_body,"
        "source_delivered_as,source_subject,source_type\n"
        "5,FALSE,2024-01-01 10:00:00,2024-01-01 10:00:00,,,,c1,user,<p>old</p>,"
        "customer_initiated,,conversation\n"
        "5,TRUE,2024-01-01 10:00:00,2024-01-02 10:00:00,a1,admin,5,c1,user,<p>hello</p>,"
        "customer_initiated,,conversation\n"
    )
    parts = (
        "id,_fivetran_active,conversation_id,created_at,updated_at,author_id,author_type,body,"
        "part_type,assigned_to_id\n"
        "p2,TRUE,5,2024-01-01 10:05:00,,a1,admin,<p>hi</p>,comment,\n"
        "p1,TRUE,5,2024-01-01 10:01:00,,a1,admin,,assignment,a1\n"
    )
    beside = {
        "conversation_part_history_data.csv": parts,
        "admin_data.csv": "id,name,email,job_title\na1,Ann,ann@x,Agent\n",
        "contact_history_data.csv": "id,name,email,signed_up_at\nc1,Cid,cid@x,\n",
        "tag_data.csv": "id,name\nt1,billing\n",
        "conversation_tag_history_data.csv": "conversation_id,tag_id\n5,t1\n",
    }
    parsed = parse("conversation_history_data.csv", conversations, beside=beside)
    (chat,) = parsed.conversations
    assert [(t.role, t.author, t.text) for t in chat.turns] == [
        (Role.CUSTOMER, "Cid", "hello"),
        (Role.AGENT, "Ann", "hi"),
    ]
    assert [(e.field, e.new) for e in chat.events] == [("assignment", "Ann")]
    assert (chat.metadata.tags, chat.metadata.csat) == (("billing",), 5)
    side = parse(
        "conversation_part_history_data.csv",
        parts,
        beside={"conversation_history_data.csv": conversations},
    )
    assert side.kind_found is Found.NOTHING
    assert side.problems[0].values == {"main": "conversation_history_data.csv"}


def test_other_tables_of_an_export_are_left_aside_and_alone_refused(
    parse: Parse, refused: Refused
) -> None:
    brands = "id,_fivetran_synced,name,url\n1,2024-01-01,Acme,x\n"
    parsed = parse("brand_data.csv", brands, beside={"ticket_data.csv": "id\n"})
    assert parsed.kind_found is Found.NOTHING
    assert [p.code for p in parsed.problems] == ["parsers.table_unused"]
    assert refused("brand_data.csv", brands).problems[0].code == "parsers.columns_unknown"

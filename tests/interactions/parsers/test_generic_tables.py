"""CSV and text conversations of no known maker, and their encodings."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from dateutil import tz

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import Kind, Role
from qa_desktop.interactions.parsed import Found, ParsedFile

Parse = Callable[..., ParsedFile]
Refused = Callable[..., ProblemError]

CHINESE = (
    "会话ID,时间,角色,发送人,内容\n"
    "A1,2024-03-01 09:00:00,客户,张三,你好，我的订单为什么还没有发货？\n"
    "A1,2024-03-01 09:00:20,坐席,小李,您好，请您提供一下订单号码。\n"
    'A2,2024-03-01 10:00:00,客户,李四,"我要退款，谢谢。"\n'
)
TRADITIONAL = (
    "會話id,時間,角色,內容\n"
    "A1,2024-03-01 09:00:00,客戶,請問我的訂單為什麼還沒有處理？\n"
    "A1,2024-03-01 09:00:20,客服人員,您好，我們會為您確認訂單號碼，謝謝。\n"
)


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", None),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_a_chinese_csv_in_every_encoding(parse: Parse, encoding: str, told: str | None) -> None:
    parsed = parse("导出.csv", CHINESE.encode(encoding))
    assert parsed.encoding == told
    assert [c.external_id for c in parsed.conversations] == ["A1", "A2"]
    first = parsed.conversations[0]
    assert [(t.role, t.author, t.text, t.start_ms) for t in first.turns] == [
        (Role.CUSTOMER, "张三", "你好，我的订单为什么还没有发货？", 0),
        (Role.AGENT, "小李", "您好，请您提供一下订单号码。", 20_000),
    ]
    started = datetime(2024, 3, 1, 9, 0, tzinfo=tz.tzlocal()).astimezone(UTC)
    assert first.metadata.started_at == started


def test_big5_is_told_from_gb18030(parse: Parse) -> None:
    parsed = parse("匯出.csv", TRADITIONAL.encode("big5"))
    assert parsed.encoding == "big5"
    turns = parsed.conversations[0].turns
    assert [t.role for t in turns] == [Role.CUSTOMER, Role.AGENT]
    assert turns[0].text == "請問我的訂單為什麼還沒有處理？"


def test_western_text_is_not_taken_for_chinese(parse: Parse) -> None:
    text = "speaker;text\nAgent;¿Qué tal, señor Muñoz? Está aquí el número.\nCustomer;Sí, gracias\n"
    parsed = parse("chat.csv", text.encode("cp1252"))
    assert parsed.conversations[0].turns[0].text == "¿Qué tal, señor Muñoz? Está aquí el número."


def test_a_cut_character_at_the_end_costs_only_itself(parse: Parse) -> None:
    parsed = parse("导出.csv", CHINESE.encode("utf-8").rstrip()[:-5])
    assert {p.code for p in parsed.problems} == {"parsers.bytes_lost", "parsers.quote_open"}
    assert len(parsed.conversations) == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_english_columns_and_delimiters(parse: Parse, delimiter: str) -> None:
    rows = [
        ["Ticket ID", "Created At", "From", "Role", "Message", "Is Internal", "CSAT", "Agent Name"],
        ["7", "03/04/2024 15:10", "Ann", "customer", "hi", "false", "4", "Ben"],
        ["7", "13/04/2024 15:11", "Ben", "agent", "note", "true", "4", "Ben"],
        ["7", "13/04/2024 3:12 PM", "Ben", "agent", "hello", "false", "4", "Ben"],
    ]
    parsed = parse("t.csv", "\n".join(delimiter.join(row) for row in rows))
    (ticket,) = parsed.conversations
    assert (ticket.kind, ticket.external_id) == (Kind.TICKET, "7")
    said = [(t.role, t.author, t.text, t.internal) for t in ticket.turns]
    assert said == [
        (Role.CUSTOMER, "Ann", "hi", False),
        (Role.AGENT, "Ben", "note", True),
        (Role.AGENT, "Ben", "hello", False),
    ]
    assert (ticket.metadata.csat, ticket.metadata.agent_name) == (4, "Ben")
    assert ticket.turns[2].start_ms == (10 * 24 * 60 + 2) * 60_000


def test_a_csv_with_offsets_is_a_transcript(parse: Parse) -> None:
    text = "start,end,speaker,text\n0.5,1.25,Agent,Hello\n1.5,2,Caller,Hi\n"
    parsed = parse("call.csv", text)
    assert parsed.kind_found is Found.TRANSCRIPT
    assert [(t.role, t.start_ms, t.end_ms) for t in parsed.turns] == [
        (Role.AGENT, 500, 1250),
        (Role.CUSTOMER, 1500, 2000),
    ]


def test_unknown_columns_are_named_with_what_would_be_needed(refused: Refused) -> None:
    (problem,) = refused("x.csv", "alpha,beta\n1,2\n").problems
    assert problem.code == "parsers.columns_unknown"
    assert problem.values["columns"] == "alpha, beta"
    assert "message" in str(problem.values["text"])
    assert "time" in str(problem.values["time"])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("speaker,text\n", "no_rows", None),
        ("speaker,speaker,text\na,b,c\n", "columns_twice", 1),
        ("speaker,text\nagent,a,b,c\nagent,a,b\nagent,d\n", "rows_uneven", 2),
        ("speaker,text\nagent,\ncustomer,\n", "no_words", None),
    ],
)
def test_bad_tables(refused: Refused, text: str, code: str, line: int | None) -> None:
    (problem,) = refused("x.csv", text).problems
    assert (problem.code, problem.where.line) == (f"parsers.{code}", line)


def test_one_row_too_wide_is_left_out_and_told(parse: Parse) -> None:
    text = "speaker,text\nagent,hi\ncustomer,well, yes\nagent,bye\n"
    parsed = parse("x.csv", text)
    assert [t.text for t in parsed.conversations[0].turns] == ["hi", "bye"]
    assert [(p.code, p.where.line) for p in parsed.problems] == [("parsers.row_too_wide", 3)]


def test_labelled_text_with_and_without_times(parse: Parse) -> None:
    chat = parse("chat.txt", "Agent: Hello\nhow are you?\nCustomer: fine\n\nAgent: good\n")
    (conversation,) = chat.conversations
    assert [(t.role, t.text) for t in conversation.turns] == [
        (Role.AGENT, "Hello\nhow are you?"),
        (Role.CUSTOMER, "fine"),
        (Role.AGENT, "good"),
    ]
    timed = parse("call.txt", "[00:00:01] Agent: Hello\n[00:01:05.250] Caller: Hi\n")
    assert timed.kind_found is Found.TRANSCRIPT
    assert [(t.role, t.start_ms) for t in timed.turns] == [
        (Role.AGENT, 1000),
        (Role.CUSTOMER, 65_250),
    ]


def test_chinese_log_with_the_name_and_time_above_each_message(parse: Parse) -> None:
    text = "客服小王 2024-03-01 09:00:00\n您好\n请讲\n\n张三 2024-03-01 09:00:30\n谢谢\n"
    (chat,) = parse("记录.txt", text).conversations
    assert [(t.role, t.author, t.text, t.start_ms) for t in chat.turns] == [
        (Role.AGENT, "客服小王", "您好\n请讲", 0),
        (Role.OTHER, "张三", "谢谢", 30_000),
    ]


def test_generic_json_conversations(parse: Parse) -> None:
    document = {
        "conversations": [
            {
                "id": 5,
                "subject": "Refund",
                "agent": {"id": 3, "name": "Mia"},
                "tags": ["a", "b"],
                "messages": [
                    {"from": {"type": "customer", "name": "Al"}, "body": "<p>hi</p>",
                     "created_at": "2024-03-01T09:00:00+08:00"},
                    {"from": {"type": "agent", "name": "Mia"}, "body": "hello",
                     "created_at": "2024-03-01T09:00:10+08:00", "attachments": [{"name": "a.pdf"}]},
                ],
            },
            {"id": 6, "messages": [{"role": "user", "content": [{"type": "text", "text": "yo"}]}]},
        ]
    }  # fmt: skip
    first, second = parse("x.json", document).conversations
    assert (first.kind, first.external_id, first.title) == (Kind.TICKET, "5", "Refund")
    assert [(t.role, t.author, t.text, t.attachments) for t in first.turns] == [
        (Role.CUSTOMER, "Al", "hi", ()),
        (Role.AGENT, "Mia", "hello", ("a.pdf",)),
    ]
    assert first.turns[0].sent_at == datetime(2024, 3, 1, 1, 0, tzinfo=UTC)
    assert (first.metadata.agent_name, first.metadata.tags) == ("Mia", ("a", "b"))
    assert [(t.role, t.text) for t in second.turns] == [(Role.CUSTOMER, "yo")]


@pytest.mark.parametrize(
    "document",
    [
        [["agent", "Hello"], ["customer", "Hi"]],
        {"dialogue": [["agent", "Hello"], ["customer", "Hi"]]},
        [{"speaker": "agent", "text": "Hello"}, {"speaker": "customer", "text": "Hi"}],
        {"data": {"conversation": [{"role": "agent", "message": "Hello"},
                                   {"role": "customer", "message": "Hi"}]}},
        {"transcript": "Agent: Hello\nCustomer: Hi"},
        {"lines": ["Agent: Hello", "Customer: Hi"]},
    ],
)  # fmt: skip
def test_shapes_of_generic_json(parse: Parse, document: object) -> None:
    (chat,) = parse("x.json", document).conversations
    assert [(t.role, t.text) for t in chat.turns] == [
        (Role.AGENT, "Hello"),
        (Role.CUSTOMER, "Hi"),
    ]


def test_half_an_emoji_is_left_out_wherever_it_stands(parse: Parse) -> None:
    text = (
        '{"id": "x\\ud83d", "title": "Hi \\uDE00", "messages": [{"role": "agent", '
        '"author": "A\\udc00", "text": "ok \\ud83d\\ude00 \\ud83d"}]}'
    )
    (conversation,) = parse("a.json", text.encode()).conversations
    (turn,) = conversation.turns
    assert "\U0001f600" in turn.text
    for kept in (conversation.external_id, conversation.title, turn.author, turn.text):
        assert kept is not None
        assert kept.encode()


HEADER = "conversation_id;timestamp;sender;message\n"
ROWS = "s1;2021-05-12 14:33:00;customer;Hello\ns1;2021-05-12 14:34:00;agent;Hi\n"


@pytest.mark.parametrize("hint", ["sep=;\n", "SEP=;\r\n", '"sep=;"\n'])
def test_the_hint_that_excel_writes_is_no_header(parse: Parse, hint: str) -> None:
    (conversation,) = parse("a.csv", hint + HEADER + ROWS).conversations
    assert [(t.role, t.text) for t in conversation.turns] == [
        (Role.CUSTOMER, "Hello"),
        (Role.AGENT, "Hi"),
    ]


def test_a_quotation_mark_that_stays_open_is_told(parse: Parse) -> None:
    parsed = parse("a.csv", HEADER + ROWS + 's1;2021-05-12 14:35:00;customer;"Oh\n' + ROWS)
    (problem,) = parsed.problems
    assert (problem.code, problem.where.line) == ("parsers.quote_open", 4)
    assert parse("a.csv", HEADER + 's1;2021-05-12 14:35:00;customer;"Oh\nno"\n').problems == ()


def test_two_encodings_in_one_file_are_no_third(refused: Refused) -> None:
    rows = "s1;2021-05-12 14:33:00;customer;h\u00e9llo\n".encode()
    rows += "s1;2021-05-12 14:34:00;agent;sch\u00f6n\n".encode("latin-1")
    (problem,) = refused("a.csv", HEADER.encode() + rows).problems
    assert (problem.code, problem.where.line) == ("parsers.encoding_unknown", 3)


def test_dates_with_points_begin_with_the_day(parse: Parse) -> None:
    rows = "s1;05.06.2021 14:33;Kunde;Hallo\ns1;05.06.2021 14:34;Berater;Guten Tag\n"
    parsed = parse("a.csv", HEADER + rows)
    assert parsed.problems == ()
    (conversation,) = parsed.conversations
    assert [t.role for t in conversation.turns] == [Role.CUSTOMER, Role.AGENT]
    assert conversation.metadata.started_at is not None
    assert conversation.metadata.started_at.astimezone(tz.tzlocal()).month == 6


def test_numbered_speakers_before_their_times(parse: Parse) -> None:
    parsed = parse("a.txt", "Speaker 1 (00:01): Hello\nSpeaker 2 (00:04): Hi\n")
    assert [(t.author, t.start_ms, t.text) for t in parsed.turns] == [
        ("Speaker 1", 1000, "Hello"),
        ("Speaker 2", 4000, "Hi"),
    ]

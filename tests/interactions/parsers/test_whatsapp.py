"""WhatsApp exports of many phones and languages."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from dateutil import tz

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import Role, Turn
from qa_desktop.interactions.parsed import ParsedFile

Parse = Callable[..., ParsedFile]
Refused = Callable[..., ProblemError]


def local(*parts: int) -> datetime:
    """A phone's time, taken as this computer's own."""
    return datetime(*parts, tzinfo=tz.tzlocal()).astimezone(UTC)  # type: ignore[misc, arg-type]


def chat(parsed: ParsedFile) -> tuple[Turn, ...]:
    assert parsed.format == "whatsapp"
    (conversation,) = parsed.conversations
    return conversation.turns


def test_ios_with_brackets_seconds_marks_and_narrow_spaces(parse: Parse) -> None:
    text = (
        "[12/31/23, 10:15:02\u202fPM] Acme Support: \u200eMessages and calls are end-to-end "
        "encrypted. Only people in this chat can read them.\n"
        "[12/31/23, 10:15:09\u202fPM] ~\u202fMaria: Hello:\nsecond line\n"
        "\u200e[1/2/24, 12:03:00\u202fAM] Acme Support: \u200eimage omitted\n"
        "\u200e[1/2/24, 12:04:00\u202fAM] Acme Support: look "
        "\u200e<attached: 00000007-PHOTO.jpg>\n"
    )
    turns = chat(parse("_chat.txt", text))
    assert [(t.role, t.author, t.text, t.attachments) for t in turns[1:]] == [
        (Role.OTHER, "Maria", "Hello:\nsecond line", ()),
        (Role.OTHER, "Acme Support", "", ("image",)),
        (Role.OTHER, "Acme Support", "look", ("00000007-PHOTO.jpg",)),
    ]
    assert turns[0].role is Role.SYSTEM
    assert turns[1].sent_at == local(2023, 12, 31, 22, 15, 9)
    assert turns[2].sent_at == local(2024, 1, 2, 0, 3)


def test_chinese(parse: Parse) -> None:
    text = (
        "2024/3/1 下午2:05 - 消息和通话都进行端到端加密。\n"
        "2024/3/1 下午2:05 - 客服小王: 您好，请问有什么可以帮您？\n"
        "2024/3/1 下午2:06 - 李雷: 订单号是多少？\n"
        "我忘了\n"
        "2024/3/1 上午12:07 - 李雷: <省略多媒体文件>\n"
        "2024年3月2日 上午9:00 - 李雷: 谢谢\n"
    )
    turns = chat(parse("与李雷的 WhatsApp 聊天.txt", text))
    assert [(t.role, t.author) for t in turns] == [
        (Role.SYSTEM, None),
        (Role.AGENT, "客服小王"),
        (Role.CUSTOMER, "李雷"),
        (Role.CUSTOMER, "李雷"),
        (Role.CUSTOMER, "李雷"),
    ]
    assert turns[1].sent_at == local(2024, 3, 1, 14, 5)
    assert turns[2].text == "订单号是多少？\n我忘了"
    assert turns[3].attachments == ("media",)
    assert turns[4].sent_at == local(2024, 3, 2, 9, 0)


def test_day_and_month_are_told_apart_by_the_order_of_time(parse: Parse) -> None:
    dates = ("11/03/24", "12/03/24", "01/04/24", "02/04/24")
    text = "".join(f"{date}, 10:00 - Ann: hi\n" for date in dates)
    parsed = parse("chat.txt", text)
    assert chat(parsed)[2].sent_at == local(2024, 4, 1, 10, 0)
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("line", "expected", "order"),
    [
        ("3/4/24, 3:05 PM - Ann: hi", (2024, 3, 4, 15, 5), "mm/dd/yyyy"),
        ("03/04/24, 15:05 - Ann: hi", (2024, 4, 3, 15, 5), "dd/mm/yyyy"),
    ],
)
def test_what_nothing_tells_apart_is_guessed_and_said(
    parse: Parse, line: str, expected: tuple[int, ...], order: str
) -> None:
    parsed = parse("chat.txt", line + "\n")
    assert chat(parsed)[0].sent_at == local(*expected)
    (problem,) = parsed.problems
    assert (problem.code, problem.values) == ("parsers.day_or_month", {"order": order})


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("31.12.23, 23:05", (2023, 12, 31, 23, 5)),
        ("2023-12-31, 23:05", (2023, 12, 31, 23, 5)),
        ("31/12/2023, 11:05 p. m.", (2023, 12, 31, 23, 5)),
        ("31/12/2023, 11:05\u00a0p.\u00a0m.", (2023, 12, 31, 23, 5)),
        ("31/12/23, 12:05 am", (2023, 12, 31, 0, 5)),
        ("31/12/23, 23.05", (2023, 12, 31, 23, 5)),
        ("٣١/١٢/٢٠٢٣, ٢٣:٠٥", (2023, 12, 31, 23, 5)),
    ],
)
def test_stamps_of_many_locales(parse: Parse, stamp: str, expected: tuple[int, ...]) -> None:
    assert chat(parse("chat.txt", f"{stamp} - Ann: hi 12\n"))[0].sent_at == local(*expected)


def test_a_link_in_a_system_line_is_no_author(parse: Parse) -> None:
    text = "31/12/23, 10:00 - Learn more at https://example.com\n31/12/23, 10:01 - Ann: hi\n"
    turns = chat(parse("chat.txt", text))
    assert (turns[0].role, turns[0].author) == (Role.SYSTEM, None)


def test_dates_that_do_not_exist(parse: Parse, refused: Refused) -> None:
    (problem,) = refused("chat.txt", "45/45/23, 10:00 - Ann: hi\n" * 3).problems
    assert problem.code == "parsers.dates_impossible"
    good = "".join(f"{day}/12/23, 10:00 - Ann: hi\n" for day in range(11, 30))
    parsed = parse("chat.txt", good + "31/12/23, 25:00 - Ann: late\n")
    assert [(p.code, p.where.line) for p in parsed.problems] == [("parsers.date_impossible", 20)]
    assert chat(parsed)[-1].text == "late"

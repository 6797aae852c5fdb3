"""WebVTT and SRT, well and badly made."""

from collections.abc import Callable

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import Role
from qa_desktop.interactions.parsed import Found, ParsedFile

Parse = Callable[..., ParsedFile]
Refused = Callable[..., ProblemError]

VTT = """WEBVTT - call 17
Kind: captions

STYLE
::cue(v) { color: red }

NOTE this is
not said --

intro
00:00.500 --> 00:02.000 align:start position:10%
<v.loud Agent Lin>Good <b>morning</b> &amp; <i>welcome</i></v>

2
00:01.800 --> 00:04.000
<v Customer>Hi,
I have a question.
<v Agent Lin>Sure.

01:00:00.000 --> 01:00:02.500
<v Speaker 3>So <00:00:01.000>late
"""


def test_webvtt_voices_tags_notes_and_overlap(parse: Parse) -> None:
    parsed = parse("call.vtt", VTT)
    assert parsed.kind_found is Found.TRANSCRIPT
    said = [(t.role, t.author, t.text, t.start_ms, t.end_ms) for t in parsed.turns]
    assert said == [
        (Role.OTHER, "Agent Lin", "Good morning & welcome", 500, 2000),
        (Role.CUSTOMER, None, "Hi, I have a question.", 1800, 4000),
        (Role.OTHER, "Agent Lin", "Sure.", 1800, 4000),
        (Role.OTHER, "Speaker 3", "So late", 3600000, 3602500),
    ]
    assert parsed.problems == ()


def test_inline_times_become_words(parse: Parse) -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Agent>one <00:01.500>two <00:02.250><c>three</c>\n"
    )
    (turn,) = parse("a.vtt", text).turns
    assert turn.text == "one two three"
    assert [(w.text, w.start_ms, w.end_ms) for w in turn.words] == [
        ("one", 1000, 1500),
        ("two", 1500, 2250),
        ("three", 2250, 3000),
    ]


SRT = """1
00:00:01,000 --> 00:00:02,500
坐席：您好，请问有什么可以帮您？

2
00:00:03.000 --> 00:00:04.000
<i>客户：</i>我的订单
还没到。

3
0:00:05,5 --> 0:00:06,25
- 好的
- 谢谢
"""


def test_srt_with_commas_dots_prefixes_and_dashes(parse: Parse) -> None:
    parsed = parse("通话.srt", SRT)
    said = [(t.role, t.text, t.start_ms, t.end_ms) for t in parsed.turns]
    assert said == [
        (Role.AGENT, "您好，请问有什么可以帮您？", 1000, 2500),
        (Role.CUSTOMER, "我的订单 还没到。", 3000, 4000),
        (Role.OTHER, "好的", 5500, 6250),
        (Role.OTHER, "谢谢", 5500, 6250),
    ]


def test_a_prefix_that_names_nobody_stays_in_the_text(parse: Parse) -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nRemember: call back\n\n"
    text += "2\n00:00:03,000 --> 00:00:04,000\nYes\n"
    assert parse("a.srt", text).turns[0].text == "Remember: call back"


def cues(backwards: int, total: int) -> str:
    blocks = ["WEBVTT\n"]
    for number in range(total):
        times = [f"00:{at // 60:02}:{at % 60:02}.000" for at in (number * 10, number * 10 + 5)]
        if number < backwards:
            times.reverse()
        blocks.append(f"{' --> '.join(times)}\nword {number}\n")
    return "\n".join(blocks)


def test_36_of_37_cues_that_end_before_they_start_are_refused_with_the_count(
    refused: Refused,
) -> None:
    error = refused("call.vtt", cues(36, 37))
    (problem,) = error.problems
    assert problem.code == "parsers.cues_backwards"
    assert problem.values == {"count": 36, "total": 37}
    assert problem.where.line == 3


def test_a_single_bad_cue_keeps_its_words_without_its_times_and_is_noted(parse: Parse) -> None:
    parsed = parse("call.vtt", cues(1, 10))
    assert len(parsed.turns) == 10
    assert [p.code for p in parsed.problems] == ["parsers.cue_backwards"]
    bad = next(t for t in parsed.turns if t.text == "word 0")
    assert bad.end_ms is None
    assert [t.text for t in parsed.turns] == [f"word {n}" for n in range(10)]


def test_unreadable_times_are_told_with_their_lines(parse: Parse, refused: Refused) -> None:
    good = "00:00:01.000 --> 00:00:02.000\nhello\n\n"
    bad = "00:00:61.000 --> 00:00:02.000\nwhat\n\n"
    parsed = parse("a.vtt", "WEBVTT\n\n" + good + good + bad)
    assert [(p.code, p.where.line) for p in parsed.problems] == [("parsers.cue_time_unreadable", 9)]
    assert [t.text for t in parsed.turns] == ["hello", "hello", "what"]
    assert {p.code for p in refused("a.vtt", "WEBVTT\n\n" + bad + bad).problems} == {
        "parsers.cue_time_unreadable"
    }


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.vtt", "WEBVTT\n\nNOTE nothing\n", "no_cues"),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n \n", "no_words"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n\n", "no_words"),
    ],
)
def test_nothing_to_take(refused: Refused, name: str, text: str, code: str) -> None:
    assert [p.code for p in refused(name, text).problems] == [f"parsers.{code}"]


def test_content_wins_over_the_extension(parse: Parse) -> None:
    assert parse("call.txt", VTT).format == "webvtt"
    assert parse("call.json", SRT).format == "srt"
    assert parse("call.vtt", SRT.replace("1\n", "", 1)).turns


def test_a_file_that_was_cut_off_in_its_last_time(parse: Parse) -> None:
    parsed = parse("a.srt", SRT + "\n4\n00:00:07,000 --")
    assert [(p.code, p.where.line) for p in parsed.problems] == [
        ("parsers.cue_time_unreadable", 16)
    ]
    assert [t.text for t in parsed.turns][-1] == "谢谢"

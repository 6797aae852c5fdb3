"""Whatever is done to a file, it gives a result or problems, never a traceback."""

import json
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.interactions.parsed import ParsedFile
from qa_desktop.interactions.parsers import parse_text_file
from qa_desktop.interactions.profiles import Profile, shipped_profiles


def said(error_or_parsed: ProblemError | ParsedFile) -> None:
    """Every problem can be put into words; an error has at least one."""
    assert error_or_parsed.problems or isinstance(error_or_parsed, ParsedFile)
    for problem in error_or_parsed.problems:
        for language in LANGUAGES:
            assert wording(language).line(problem)


SAMPLES: Sequence[tuple[str, str]] = (
    (
        "a.vtt",
        (
            "WEBVTT\n"
            "\n"
            "00:00:01.000 --> 00:00:02.000\n"
            "<v Agent>Hi &amp; bye\n"
            "\n"
            "00:03.000 --> 00:04.000\n"
            "<v Caller>Yes\n"
        ),
    ),
    (
        "a.srt",
        (
            "1\n"
            "00:00:01,000 --> 00:00:02,000\n"
            "Agent: Hi\n"
            "\n"
            "2\n"
            "00:00:03,000 --> 00:00:04,000\n"
            "Customer: Yo\n"
        ),
    ),
    (
        "a.txt",
        ("[31/12/23, 10:15:02 PM] Ann: Hi\n[01/01/24, 10:15:02 AM] Bob: <attached: a.jpg>\n"),
    ),
    (
        "a.csv",
        ("会话ID,时间,角色,内容\nA,2024-03-01 09:00:00,客户,你好\nA,03/04/2024 15:10,坐席,您好\n"),
    ),
    ("a.txt", ("Agent: Hi\nCustomer: Hello\n[00:01] Agent: bye\n客服 2024-01-01 10:00:00\n好\n")),
    (
        "a.json",
        json.dumps(
            {
                "Transcript": [
                    {
                        "ParticipantRole": "AGENT",
                        "Content": "x",
                        "BeginOffsetMillis": 1,
                        "EndOffsetMillis": 2,
                        "Items": [{"Content": "x", "BeginOffsetMillis": 1, "EndOffsetMillis": 2}],
                    }
                ]
            }
        ),
    ),
    (
        "a.json",
        json.dumps(
            {
                "results": {
                    "transcripts": [{"transcript": "x"}],
                    "items": [
                        {
                            "type": "pronunciation",
                            "start_time": "1",
                            "end_time": "2",
                            "alternatives": [{"content": "x"}],
                        }
                    ],
                }
            }
        ),
    ),
    (
        "a.json",
        json.dumps(
            {
                "recognizedPhrases": [
                    {
                        "channel": 0,
                        "offset": "PT1S",
                        "duration": "PT1S",
                        "offsetInTicks": 1.0,
                        "nBest": [{"display": "x", "words": [{"word": "x", "offset": "PT1S"}]}],
                    }
                ]
            }
        ),
    ),
    (
        "a.json",
        json.dumps(
            {
                "segments": [
                    {
                        "start": 0.5,
                        "end": 1.5,
                        "text": "x",
                        "words": [{"word": "x", "start": 1, "end": 2}],
                    }
                ],
                "language": "en",
            }
        ),
    ),
    (
        "a.json",
        json.dumps(
            {
                "tickets": [
                    {
                        "id": 1,
                        "subject": "s",
                        "requester_id": 2,
                        "comments": [
                            {
                                "author_id": 2,
                                "body": "x",
                                "public": True,
                                "created_at": "2024-01-01T00:00:00Z",
                            }
                        ],
                        "audits": [{"events": [{"type": "Change", "value": "x"}]}],
                    }
                ],
                "users": [{"id": 2, "name": "A"}],
            }
        ),
    ),
    (
        "a.json",
        json.dumps(
            {
                "type": "conversation",
                "id": "1",
                "created_at": 1709285000,
                "source": {"body": "<p>x</p>", "author": {"type": "user"}},
                "conversation_parts": {
                    "conversation_parts": [
                        {"part_type": "comment", "body": "y", "author": {"type": "admin", "id": 1}}
                    ]
                },
            }
        ),
    ),
    (
        "a.json",
        json.dumps(
            {
                "Events": [
                    {"Agent": "User", "Action": "utter", "Text": "x", "UnixTime": 1589376139}
                ],
                "Scenario": {"WizardCapabilities": [{"Task": "t"}]},
                "DialogueID": 7,
            }
        ),
    ),
    (
        "a.json",
        json.dumps(
            {
                "conversations": [
                    {
                        "id": 5,
                        "messages": [
                            {"from": {"type": "agent"}, "body": "hi", "created_at": "2024-03-01"}
                        ],
                    }
                ]
            }
        ),
    ),
    (
        "ticket.csv",
        ("id,requester_id,subject,status,created_at,description\n7,1,s,open,2024-01-01,help\n"),
    ),
)
PROFILES: tuple[Profile, ...] = shipped_profiles()
SNIPPETS = [
    b"",
    b"\x00",
    b"\xff",
    b"\n",
    b"\n\n",
    b'"',
    b"{",
    b"[",
    b"]",
    b"}",
    b",",
    b":",
    b"-->",
    b"null",
    b"NaN",
    b"1e999",
    b"-1",
    b"99999999999999999999",
    b"{}",
    b"[]",
    b"true",
    b"\\ud800",
    b"<v ",
    b"</v>",
    b"99/99/99",
    b"24:61",
    "：".encode(),
    "\u200e".encode(),
    "您好".encode("gb18030"),
    b"[[",
    b'"":',
]


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    sample=st.sampled_from(SAMPLES),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(SNIPPETS)), max_size=6
    ),
)
def test_mutated_files_give_problems_and_never_a_traceback(
    sample: tuple[str, str], edits: list[tuple[float, int, bytes]]
) -> None:
    name, text = sample
    data = text.encode()
    for place, length, snippet in edits:
        at = int(place * len(data))
        data = data[:at] + snippet + data[at + length :]
    try:
        parsed = parse_text_file(Path(name), data, PROFILES, sibling=lambda _: None)
    except ProblemError as error:
        said(error)
        return
    said(parsed)
    for turns in (parsed.turns, *(c.turns for c in parsed.conversations)):
        for turn in turns:
            turn.text.encode()
            assert turn.start_ms is None or turn.end_ms is None or turn.start_ms <= turn.end_ms


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["text", "speaker", "start", "end", "Transcript", "segments", "id", "messages",
                 "role", "results", "items", "words", "created_at", "author", "comments", "ticket",
                 "conversation_parts", "source", "Events", "Scenario", "original", "history",
                 "recognizedPhrases", "phrases", "nBest", "Content", "ParticipantRole", "subject",
                 "BeginOffsetMillis", "requester_id", "transcription", "offsets", "channel"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=json_values)
def test_any_json_gives_a_result_or_problems(document: object) -> None:
    data = json.dumps(document).encode()
    try:
        said(parse_text_file(Path("x.json"), data, PROFILES, sibling=lambda _: None))
    except ProblemError as error:
        said(error)

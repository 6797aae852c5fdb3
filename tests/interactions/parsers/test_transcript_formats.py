"""JSON of speech recognisers, shaped as their makers document it."""

from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import AgentChannel, Kind, Role
from qa_desktop.interactions.parsed import Found, ParsedFile

Parse = Callable[..., ParsedFile]
Refused = Callable[..., ProblemError]


def brief(parsed: ParsedFile) -> list[tuple[Any, ...]]:
    return [(t.role, t.author, t.text, t.start_ms, t.end_ms) for t in parsed.turns]


def item(content: str, start: str, end: str, **more: str) -> dict[str, Any]:
    word = {"start_time": start, "end_time": end, "type": "pronunciation"}
    return word | {"alternatives": [{"confidence": "0.99", "content": content}]} | more


STOP = {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "."}]}


def test_amazon_transcribe_with_channels(parse: Parse) -> None:
    document = {
        "jobName": "call-17",
        "accountId": "111122223333",
        "status": "COMPLETED",
        "results": {
            "language_code": "en-US",
            "transcripts": [{"transcript": "Hello there. Hi."}],
            "channel_labels": {
                "channels": [
                    {
                        "channel_label": "ch_0",
                        "items": [item("Hello", "0.04", "0.5"), item("there", "0.5", "0.9"), STOP],
                    },
                    {"channel_label": "ch_1", "items": [item("Hi", "1.2", "1.5"), STOP]},
                ],
                "number_of_channels": 2,
            },
            "items": [],
        },
    }
    parsed = parse("call.json", document)
    assert brief(parsed) == [
        (Role.AGENT, None, "Hello there.", 40, 900),
        (Role.CUSTOMER, None, "Hi.", 1200, 1500),
    ]
    assert [w.text for w in parsed.turns[0].words] == ["Hello", "there."]
    assert parsed.external_id == "call-17"
    assert parsed.metadata.language == "en-US"
    swapped = parse("call.json", document, agent_channel=AgentChannel.RIGHT)
    assert [t.role for t in swapped.turns] == [Role.CUSTOMER, Role.AGENT]


def test_amazon_transcribe_with_speakers_and_pauses(parse: Parse) -> None:
    document = {
        "jobName": "j",
        "results": {
            "transcripts": [{"transcript": "Hello. Are you there? Yes."}],
            "speaker_labels": {
                "speakers": 2,
                "segments": [
                    {
                        "speaker_label": "spk_0",
                        "items": [
                            {"speaker_label": "spk_0", "start_time": "0.0", "end_time": "0.4"},
                            {"speaker_label": "spk_0", "start_time": "5.0", "end_time": "5.4"},
                        ],
                    },
                    {
                        "speaker_label": "spk_1",
                        "items": [
                            {"speaker_label": "spk_1", "start_time": "6.0", "end_time": "6.4"}
                        ],
                    },
                ],
            },
            "items": [
                item("Hello", "0.0", "0.4"),
                STOP,
                item("Really", "5.0", "5.4"),
                STOP,
                item("Yes", "6.0", "6.4"),
                STOP,
            ],
        },
    }
    assert brief(parse("c.json", document)) == [
        (Role.OTHER, "spk_0", "Hello.", 0, 400),
        (Role.OTHER, "spk_0", "Really.", 5000, 5400),
        (Role.OTHER, "spk_1", "Yes.", 6000, 6400),
    ]


def test_contact_lens_voice_names_its_participants_beside_the_transcript(parse: Parse) -> None:
    document = {
        "Version": "1.1.0",
        "Channel": "VOICE",
        "AccountId": "1",
        "CustomerMetadata": {"ContactId": "c-1", "InstanceId": "i"},
        "LanguageCode": "en-US",
        "Participants": [
            {"ParticipantId": "AGENT", "ParticipantRole": "AGENT"},
            {"ParticipantId": "p-2", "ParticipantRole": "CUSTOMER"},
        ],
        "Transcript": [
            {
                "Id": "1",
                "ParticipantId": "p-2",
                "Content": "Hello",
                "BeginOffsetMillis": 100,
                "EndOffsetMillis": 900,
                "Sentiment": "NEUTRAL",
                "LoudnessScore": [70.1],
            },
            {
                "Id": "2",
                "ParticipantId": "AGENT",
                "Content": "Hi",
                "BeginOffsetMillis": 1000,
                "EndOffsetMillis": 1400,
                "Sentiment": "NEUTRAL",
            },
        ],
    }
    parsed = parse("c.json", document)
    assert brief(parsed) == [
        (Role.CUSTOMER, None, "Hello", 100, 900),
        (Role.AGENT, None, "Hi", 1000, 1400),
    ]
    assert parsed.external_id == "c-1"


def test_contact_lens_real_time_segments_as_json_lines(parse: Parse) -> None:
    lines = (
        '{"EventType":"STARTED","ContactId":"c"}\n'
        '{"EventType":"SEGMENTS","ContactId":"c","Segments":[{"Transcript":{"Id":"1","ParticipantId":"AGENT",'
        '"ParticipantRole":"AGENT","Content":"Hello","BeginOffsetMillis":10,"EndOffsetMillis":600}}]}\n'
        '{"EventType":"SEGMENTS","ContactId":"c","Segments":[{"Categories":{"MatchedCategories":[]}},'
        '{"Transcript":{"Id":"2","ParticipantId":"CUSTOMER","ParticipantRole":"CUSTOMER","Content":"Hi",'
        '"BeginOffsetMillis":700,"EndOffsetMillis":900}}]}\n'
    )
    assert [t[:3] for t in brief(parse("stream.jsonl", lines))] == [
        (Role.AGENT, None, "Hello"),
        (Role.CUSTOMER, None, "Hi"),
    ]


def test_contact_lens_segments_that_run_backwards_are_refused(refused: Refused) -> None:
    turns = [
        {"ParticipantRole": "AGENT", "Content": "x", "BeginOffsetMillis": 500, "EndOffsetMillis": 1}
    ] * 3
    (problem,) = refused("c.json", {"Transcript": turns}).problems
    assert problem.code == "parsers.segments_backwards"
    assert problem.values == {"count": 3, "total": 3}


def test_amazon_connect_chat_transcript(parse: Parse) -> None:
    event = "application/vnd.amazonaws.connect.event."
    document = {
        "AWSAccountId": "1",
        "InstanceId": "i",
        "InitialContactId": "c-9",
        "ContactId": "c-9",
        "Participants": [{"ParticipantId": "p1"}, {"ParticipantId": "p2"}],
        "Transcript": [
            {
                "AbsoluteTime": "2024-03-01T09:00:00.000Z",
                "ContentType": f"{event}participant.joined",
                "Id": "0",
                "Type": "EVENT",
                "ParticipantId": "p1",
                "DisplayName": "Maria",
                "ParticipantRole": "CUSTOMER",
            },
            {
                "AbsoluteTime": "2024-03-01T09:00:05.500Z",
                "Content": "Hello?",
                "ContentType": "text/plain",
                "Id": "1",
                "Type": "MESSAGE",
                "ParticipantId": "p1",
                "DisplayName": "Maria",
                "ParticipantRole": "CUSTOMER",
            },
            {
                "AbsoluteTime": "2024-03-01T09:00:06Z",
                "Content": "Menu",
                "ContentType": "text/plain",
                "Id": "2",
                "Type": "MESSAGE",
                "ParticipantId": "p3",
                "DisplayName": "BOT",
                "ParticipantRole": "CUSTOM_BOT",
            },
            {
                "AbsoluteTime": "2024-03-01T09:01:00Z",
                "Id": "3",
                "Type": "ATTACHMENT",
                "ParticipantId": "p2",
                "DisplayName": "Ben",
                "ParticipantRole": "AGENT",
                "Attachments": [
                    {"AttachmentId": "a", "AttachmentName": "form.pdf", "Status": "APPROVED"}
                ],
            },
        ],
    }
    parsed = parse("chat.json", document)
    (chat,) = parsed.conversations
    assert chat.kind is Kind.CHAT
    assert chat.external_id == "c-9"
    assert chat.metadata.agent_name == "Ben"
    said = [(t.role, t.author, t.text, t.start_ms, t.attachments) for t in chat.turns]
    assert said == [
        (Role.SYSTEM, None, "participant joined: Maria", 0, ()),
        (Role.CUSTOMER, "Maria", "Hello?", 5500, ()),
        (Role.BOT, "BOT", "Menu", 6000, ()),
        (Role.AGENT, "Ben", "", 60000, ("form.pdf",)),
    ]


def test_contact_lens_chat_takes_roles_from_the_participants(parse: Parse) -> None:
    document = {
        "Channel": "CHAT",
        "Participants": [
            {
                "ParticipantId": "a",
                "ParticipantRole": "AGENT",
                "DisplayInformation": {"DisplayName": "Jo"},
            },
            {"ParticipantId": "b", "ParticipantRole": "CUSTOMER"},
        ],
        "Transcript": [
            {
                "AbsoluteTime": "2022-10-27T03:31:50.735Z",
                "Content": "Hi",
                "ContentType": "text/plain",
                "Id": "1",
                "ParticipantId": "b",
                "Sentiment": "NEUTRAL",
                "Type": "MESSAGE",
            },
            {
                "AbsoluteTime": "2022-10-27T03:31:55.735Z",
                "Content": "Hello",
                "ContentType": "text/plain",
                "Id": "2",
                "ParticipantId": "a",
                "Sentiment": "NEUTRAL",
                "Type": "MESSAGE",
            },
        ],
    }
    (chat,) = parse("c.json", document).conversations
    assert [(t.role, t.author) for t in chat.turns] == [(Role.CUSTOMER, None), (Role.AGENT, "Jo")]


def phrase(channel: int, start: float, text: str) -> dict[str, Any]:
    ticks = round(start * 10_000_000)
    word = {
        "word": text,
        "offset": f"PT{start}S",
        "duration": "PT0.5S",
        "offsetInTicks": ticks,
        "durationInTicks": 5_000_000.0,
    }
    best = {"confidence": 0.9, "lexical": text.lower(), "display": text, "words": [word]}
    return {
        "recognitionStatus": "Success",
        "channel": channel,
        "offset": f"PT{start}S",
        "duration": "PT0.5S",
        "offsetInTicks": ticks,
        "durationInTicks": 5_000_000.0,
        "nBest": [best, best | {"display": "worse"}],
    }


def test_azure_batch_with_ticks_channels_and_alternatives(parse: Parse) -> None:
    document = {
        "source": "https://x/a.wav",
        "timestamp": "2024-01-01T00:00:00Z",
        "durationInTicks": 21_000_000,
        "combinedRecognizedPhrases": [],
        "recognizedPhrases": [
            phrase(0, 0.07, "Hello."),
            phrase(0, 3.0, "Bye."),
            phrase(1, 1.5, "Hi."),
        ],
    }
    parsed = parse("a.json", document)
    assert brief(parsed) == [
        (Role.AGENT, None, "Hello.", 70, 570),
        (Role.CUSTOMER, None, "Hi.", 1500, 2000),
        (Role.AGENT, None, "Bye.", 3000, 3500),
    ]
    assert parsed.turns[0].words[0].end_ms == 570


def test_azure_without_ticks_reads_the_iso_durations(parse: Parse) -> None:
    one = phrase(0, 62.25, "Hello.")
    for key in ("offsetInTicks", "durationInTicks"):
        del one[key]
    one["offset"] = "PT1M2.25S"
    parsed = parse("a.json", {"recognizedPhrases": [one]})
    assert brief(parsed) == [(Role.OTHER, None, "Hello.", 62250, 62750)]


WHISPER = {
    "text": " Hello there. Hi.",
    "segments": [
        {
            "id": 0,
            "seek": 0,
            "start": 0.0,
            "end": 1.5,
            "text": " Hello there.",
            "tokens": [1],
            "avg_logprob": -0.2,
            "words": [
                {"word": " Hello", "start": 0.0, "end": 0.7, "probability": 0.9},
                {"word": " there.", "start": 0.7, "end": 1.5, "probability": 0.9},
            ],
        },
        {"id": 1, "seek": 0, "start": 2, "end": 2.5, "text": " Hi.", "tokens": [2], "words": []},
    ],
    "language": "en",
}


def test_whisper_keeps_words_and_language(parse: Parse) -> None:
    parsed = parse("w.json", WHISPER)
    assert brief(parsed) == [
        (Role.OTHER, None, "Hello there.", 0, 1500),
        (Role.OTHER, None, "Hi.", 2000, 2500),
    ]
    assert [w.text for w in parsed.turns[0].words] == ["Hello", "there."]
    assert parsed.metadata.language == "en"


def test_whisper_writes_nan_where_python_lets_it(parse: Parse) -> None:
    import json

    text = json.dumps(WHISPER).replace("-0.2", "NaN")
    assert len(parse("w.json", text).turns) == 2


def test_whisperx_speakers_and_words_without_times(parse: Parse) -> None:
    segments = [
        {
            "start": 0.5,
            "end": 2.0,
            "text": "I paid 20",
            "speaker": "SPEAKER_01",
            "words": [
                {"word": "I", "start": 0.5, "end": 0.6, "score": 0.9, "speaker": "SPEAKER_01"},
                {"word": "paid", "start": 0.7, "end": 1.0, "score": 0.9},
                {"word": "20"},
            ],
        },
    ]
    (turn,) = parse("w.json", {"segments": segments, "word_segments": [], "language": "en"}).turns
    assert turn.author == "SPEAKER_01"
    assert [w.text for w in turn.words] == ["I", "paid"]


def test_faster_whisper_rows_and_whisper_cpp(parse: Parse) -> None:
    rows = [[1, 0, 0.0, 1.5, " Hello", [1], -0.2], [2, 0, 1.5, 2.5, " Hi", [1], -0.2]]
    assert [t[2:] for t in brief(parse("w.json", rows))] == [("Hello", 0, 1500), ("Hi", 1500, 2500)]
    cpp = {
        "systeminfo": "",
        "result": {"language": "zh"},
        "transcription": [
            {
                "timestamps": {"from": "00:00:00,000", "to": "00:00:01,250"},
                "offsets": {"from": 0, "to": 1250},
                "text": " 您好",
            },
        ],
    }
    parsed = parse("w.json", cpp)
    assert [t[2:] for t in brief(parsed)] == [("您好", 0, 1250)]
    assert parsed.metadata.language == "zh"


def test_speechmatics_channels(parse: Parse) -> None:
    def result(kind: str, content: str, start: float, channel: str) -> dict[str, Any]:
        alternatives = [{"content": content, "confidence": 1.0, "language": "en", "speaker": "UU"}]
        return {
            "type": kind,
            "start_time": start,
            "end_time": start + 0.3,
            "channel": channel,
            "alternatives": alternatives,
        }

    document = {
        "format": "2.9",
        "job": {"id": "j1", "data_name": "a.wav", "duration": 5},
        "metadata": {"transcription_config": {"language": "en"}},
        "results": [
            result("word", "Hello", 0.1, "channel_1"),
            result("punctuation", ".", 0.4, "channel_1"),
            result("word", "Hi", 0.8, "channel_2"),
        ],
    }
    assert brief(parse("s.json", document)) == [
        (Role.AGENT, None, "Hello.", 100, 700),
        (Role.CUSTOMER, None, "Hi", 800, 1100),
    ]


def test_post_call_analytics_names_its_speakers(parse: Parse) -> None:
    document = {
        "ConversationAnalytics": {
            "ConversationTime": "2022-03-01 10:00:00",
            "LanguageCode": "en-US",
            "SpeakerLabels": [
                {"Speaker": "spk_0", "DisplayText": "Agent"},
                {"Speaker": "spk_1", "DisplayText": "Customer"},
            ],
        },
        "SpeechSegments": [
            {
                "SegmentStartTime": 0.5,
                "SegmentEndTime": 1.5,
                "SegmentSpeaker": "spk_1",
                "DisplayText": "Hello.",
                "OriginalText": "Hello.",
                "WordConfidence": [
                    {"Text": "Hello.", "Confidence": 0.9, "StartTime": 0.5, "EndTime": 1.5}
                ],
            },
        ],
    }
    parsed = parse("p.json", document)
    assert brief(parsed) == [(Role.CUSTOMER, None, "Hello.", 500, 1500)]
    assert len(parsed.turns[0].words) == 1


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ([{"speaker": "agent", "start_ms": 80, "end_ms": 4059, "text": "Hi"}], (80, 4059)),
        (
            {
                "utterances": [
                    {"speaker": "A", "start": 1250, "end": 9800, "text": "Hello you there"}
                ]
            },
            (1250, 9800),
        ),
        (
            {"utterances": [{"speaker": "A", "start": 1, "end": 3, "text": "Hello you there"}]},
            (1000, 3000),
        ),
        (
            {
                "transcripts": [
                    {
                        "sentences": [
                            {"begin_time": 100, "end_time": 3820, "text": "你好。", "speaker_id": 0}
                        ]
                    }
                ]
            },
            (100, 3820),
        ),
        (
            {
                "turns": [
                    {
                        "role": "agent",
                        "start_time": "00:00:01.500",
                        "end_time": "00:00:02",
                        "text": "Hi",
                    }
                ]
            },
            (1500, 2000),
        ),
    ],
)
def test_generic_json_finds_turns_and_the_unit_of_their_times(
    parse: Parse, document: Any, expected: tuple[int, int]
) -> None:
    parsed = parse("t.json", document)
    assert parsed.kind_found is Found.TRANSCRIPT
    assert (parsed.turns[0].start_ms, parsed.turns[0].end_ms) == expected

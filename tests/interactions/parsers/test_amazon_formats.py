"""Amazon Transcribe, Call Analytics, Contact Lens and Connect chat as Amazon documents them."""

from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import AgentChannel, Kind, Role
from qa_desktop.interactions.parsed import ParsedFile

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


@pytest.mark.parametrize("transcripts", [[], [{}], [{"transcript": None}], ["x"]])
def test_amazon_transcribe_without_a_word(refused: Refused, transcripts: list[object]) -> None:
    document = {"jobName": "j", "results": {"transcripts": transcripts, "items": []}}
    (problem,) = refused("a.json", document).problems
    assert problem.code == "parsers.no_words"


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


def test_a_transcript_made_for_lex_has_no_times(parse: Parse) -> None:
    document = {
        "Participants": [
            {"ParticipantId": "C1", "ParticipantRole": "CUSTOMER"},
            {"ParticipantId": "A1", "ParticipantRole": "AGENT"},
        ],
        "Version": "1.1.0",
        "CustomerMetadata": {"ContactId": "u1"},
        "Transcript": [
            {"ParticipantId": "C1", "Id": "1", "Content": "Hi"},
            {"ParticipantId": "A1", "Id": "2", "Content": "Hello"},
        ],
    }
    (chat,) = parse("lex.json", document).conversations
    assert chat.external_id == "u1"
    assert [(t.role, t.text, t.sent_at) for t in chat.turns] == [
        (Role.CUSTOMER, "Hi", None),
        (Role.AGENT, "Hello", None),
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

"""JSON of speech recognisers, shaped as their makers document it."""

from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import Role
from qa_desktop.interactions.parsed import Found, ParsedFile

Parse = Callable[..., ParsedFile]
Refused = Callable[..., ProblemError]


def brief(parsed: ParsedFile) -> list[tuple[Any, ...]]:
    return [(t.role, t.author, t.text, t.start_ms, t.end_ms) for t in parsed.turns]


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


def test_sentences_inside_of_channels(parse: Parse) -> None:
    document = {
        "transcripts": [
            {"channel_id": 0, "text": "你好。", "sentences": [
                {"begin_time": 100, "end_time": 3820, "text": "你好。", "words": [
                    {"begin_time": 100, "end_time": 596, "text": "你"}]}]},
            {"channel_id": 1, "text": "在。", "sentences": [
                {"begin_time": 4000, "end_time": 5000, "text": "在。"}]},
        ]
    }  # fmt: skip
    parsed = parse("asr.json", document)
    assert brief(parsed) == [
        (Role.AGENT, None, "你好。", 100, 3820),
        (Role.CUSTOMER, None, "在。", 4000, 5000),
    ]
    assert [w.text for w in parsed.turns[0].words] == ["你"]

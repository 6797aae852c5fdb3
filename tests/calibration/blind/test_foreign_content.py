"""Whatever a package says of an interaction, it is read or refused: nothing else happens."""

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.blind.content_reading import read_content
from qa_desktop.calibration.blind.pseudonyms import FORMAT

TURN: dict[str, Any] = {
    "role": "agent",
    "person": 1,
    "text": "Hello",
    "internal": False,
    "start_ms": 0,
    "end_ms": 900,
    "sent_ms": None,
    "files": ["pdf", ""],
    "words": [["Hello", 0, 900]],
}
EVENT: dict[str, Any] = {
    "at_ms": 5,
    "actor": "agent:1",
    "field": "status",
    "old": None,
    "new": "open",
}
GOOD: dict[str, Any] = {
    "format": FORMAT,
    "pseudonym": "call-1",
    "kind": "recording",
    "language": "zh-CN",
    "duration_ms": 1000,
    "began_ms": None,
    "turns": [TURN],
    "events": [EVENT],
}


def test_the_good_one_is_read() -> None:
    content = read_content(rfc8785.dumps(GOOD))
    assert content.turns[0].attachments == ("1.pdf", "2")
    assert content.events[0].actor == "agent:1"


def _outcome(data: bytes) -> str:
    """Its pseudonym, or the code of why it is refused."""
    try:
        return read_content(data).pseudonym
    except ProblemError as error:
        return error.problems[0].code


def _refused(data: bytes) -> str:
    with pytest.raises(ProblemError) as raised:
        read_content(data)
    return raised.value.problems[0].code


@pytest.mark.parametrize("value", [None, True, 1, -1, "", "x", [], {}, [[]], 2**53 - 1, "\0", 1.5])
@pytest.mark.parametrize("place", ["", "turns", "events"])
def test_every_wrong_value_in_every_place_is_refused_or_means_something(
    place: str, value: object
) -> None:
    table = {"": GOOD, "turns": TURN, "events": EVENT}[place]
    for name in table:
        changed = {**table, name: value}
        whole = {**GOOD, place: [changed]} if place else changed
        data = rfc8785.dumps(whole)
        assert _outcome(data) in ("call-1", "calibration.package_damaged")


@pytest.mark.parametrize("place", ["", "turns", "events"])
def test_what_lacks_or_is_unknown_is_refused(place: str) -> None:
    table = {"": GOOD, "turns": TURN, "events": EVENT}[place]
    for changed in (
        *({k: v for k, v in table.items() if k != name} for name in table),
        {**table, "agent": "Ann"},
    ):
        whole = {**GOOD, place: [changed]} if place else changed
        assert _refused(rfc8785.dumps(whole)) == "calibration.package_damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b"\xff\xfe",
        json.dumps(GOOD).encode(),
        rfc8785.dumps(GOOD) + b" ",
        rfc8785.dumps(GOOD).replace(b'"Hello"', b'"\\ud800"'),
        rfc8785.dumps(GOOD).replace(b"1000", b"1e3"),
        rfc8785.dumps(GOOD).replace(b"1000", b"9" * 5000),
        rfc8785.dumps(GOOD).replace(b"1000", b"NaN"),
        rfc8785.dumps(GOOD).replace(b'"language":"zh-CN"', b'"language":"en","language":"zh"'),
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b"[" * 1_000_000,
    ],
)
def test_what_is_no_canonical_json_is_refused(data: bytes) -> None:
    assert _refused(data) == "calibration.package_damaged"


def test_a_newer_format_is_named() -> None:
    newer = {**GOOD, "format": "qa-calibration-content/2"}
    assert _refused(rfc8785.dumps(newer)) == "calibration.package_newer"


@pytest.mark.parametrize(
    "turn",
    [
        {"words": [["x", 0]]},
        {"words": [["x", 0, "1"]]},
        {"words": [[1, 0, 1]]},
        {"words": {"0": 1}},
        {"files": ["../../x"]},
        {"files": ["pdf."]},
        {"files": ["x" * 9]},
        {"person": 0},
        {"person": 10_000},
        {"sent_ms": -1},
        {"sent_ms": 11 * 366 * 24 * 3_600_000},
        {"role": "lead"},
    ],
)
def test_odd_turns_are_refused(turn: dict[str, object]) -> None:
    data = rfc8785.dumps({**GOOD, "turns": [{**TURN, **turn}]})
    assert _refused(data) == "calibration.package_damaged"


@given(st.data())
def test_any_bytes_changed_are_read_or_refused(data: st.DataObject) -> None:
    good = bytearray(rfc8785.dumps(GOOD))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(good) - 1))
        good[at] = data.draw(st.integers(0, 255))
    outcome = _outcome(bytes(good))
    assert outcome.startswith(("calibration.package_", "call-", "chat-", "ticket-"))

"""Files that say what they may not, rightly signed: a problem in words, never anything else."""

import copy
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.files.canonical import NotCanonicalError, canonical, read_canonical
from qa_desktop.calibration.files.closing import read_closing
from qa_desktop.calibration.files.envelope import read_envelope
from qa_desktop.calibration.files.fields import Fields, Paper, altered, is_moment
from qa_desktop.calibration.files.identity import read_card, write_card
from qa_desktop.calibration.files.key_release import read_release
from qa_desktop.calibration.files.manifest import manifest_bytes, read_manifest
from qa_desktop.calibration.files.sealed_drafts import NotADraftError, opened_draft, sealed_draft
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry
from qa_desktop.rubrics.model import Answer

CodeOf = Callable[[Callable[[], object]], str]
STRANGE: list[Any] = [
    *(None, True, False, 0, -1, 1, 2**53, 2**53 - 1, -(2**53) + 1, "", " ", "x", "\x00", "\u202e"),
    *("0" * 64, "f" * 63, "A" * 64, "ab" * 16, "../x", "1e999999999", "1/0", "x" * 5000, "\ud7ff"),
    *([], {}, [[]], [{}], {"": ""}, [None] * 3, {"a": {"b": {}}}, "9999-12-31T23:59:59.999Z"),
    *("0000-01-01T00:00:00.000Z", "2026-02-30T00:00:00.000Z", "2026-02-03", "１/２", "-0", "00"),
]


def places(said: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where in it anything stands."""
    yield path
    if isinstance(said, dict):
        for key, value in said.items():
            yield from places(value, (*path, key))
    elif isinstance(said, list):
        for at, value in enumerate(said):
            yield from places(value, (*path, at))


def changed(said: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    made = copy.deepcopy(said)
    holder = made
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return made


def without(said: Any, path: tuple[Any, ...]) -> Any:
    made = copy.deepcopy(said)
    holder = made
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return made


def every_change(said: Any) -> Iterator[Any]:
    for path in places(said):
        for value in STRANGE:
            yield changed(said, path, value)
        if path:
            yield without(said, path)
        for part in (said,):
            holder = part
            for step in path:
                holder = holder[step]
            if isinstance(holder, dict):
                yield changed(said, path, holder | {"more": 1})


def tried(read: Callable[[], object]) -> bool:
    try:
        read()
    except ProblemError:
        return False
    return True


def test_a_manifest_with_anything_anywhere(scene: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa_desktop.calibration.files.manifest.LEAST_PAD_BYTES", 256)
    said = read_canonical(scene.manifest_bytes)
    read = 0
    for change in every_change(said):
        if not isinstance(change, dict):
            continue
        data = canonical_or_none(change)
        if data is None or not tried(lambda data=data: read_manifest(data)):
            continue
        # What is read is what is written, so that it can be signed again.
        read += 1
        assert manifest_bytes(read_manifest(data)) == data
    assert read > 20


def canonical_or_none(said: Any) -> bytes | None:
    """None: RFC 8785 has no form for it."""
    try:
        return canonical(said)
    except ValueError:
        return None


@pytest.mark.parametrize("paper", [p for p in Paper if p not in {Paper.PACKAGE, Paper.REVEAL}])
def test_signed_tables_with_anything_anywhere(paper: Paper, strict_scene: Any) -> None:
    """Signed by whose it is: the signature keeps nobody from writing nonsense."""
    scene = strict_scene

    def signed_envelope(data: bytes) -> None:
        if not read_envelope(data).is_by(scene.ann.person):
            raise altered(Paper.SUBMISSION)

    content, who, purpose, read = {
        Paper.CARD: (write_card(scene.ann), scene.ann, "card", read_card),
        Paper.SUBMISSION: (scene.sealed[0].content, scene.ann, "submission", signed_envelope),
        Paper.CLOSING: (
            scene.signed_closing.content,
            scene.lead,
            "closing",
            lambda data: read_closing(data, scene.manifests),
        ),
        Paper.KEYS: (
            scene.releases[0].content,
            scene.ann,
            "keys",
            lambda data: read_release(data, scene.manifest),
        ),
    }[paper]
    said = read_canonical(content)["signed"]
    assert tried(lambda: read(content))
    for change in every_change(said):
        if isinstance(change, dict) and canonical_or_none(change) is not None:
            data = who.signed_table(change, purpose)
            tried(lambda data=data: read(data))
    for change in every_change(read_canonical(content)):
        if isinstance(change, dict) and (data := canonical_or_none(change)) is not None:
            assert data == content or not tried(lambda data=data: read(data))


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for read in (read_card, read_envelope, read_manifest):
        assert not tried(lambda read=read: read(data))


def test_canonical_is_what_the_standard_says() -> None:
    """The names in the order of UTF-16, as in RFC 8785, 3.2.3."""
    said = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\x80": 6, "\xf6": 7}
    data = canonical(said)
    assert data == '{"\\r":2,"1":4,"\x80":6,"ö":7,"€":1,"😀":5,"\ufb33":3}'.encode()
    assert read_canonical(data) == said


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b'{"a": 1}',
        b'{"a":1} ',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":-0}',
        b'{"a":01}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\/"}',
        b'{"a":"\\ud800"}',
        b'{"a":"\xff"}',
        b'{"a":9007199254740993}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":' + b"[" * 33 + b"]" * 33 + b"}",
        b'{"a":' * 5000 + b"1" + b"}" * 5000,
        b"[" * 1_000_000,
        b'["a"]',
        b'"a"',
        b"",
    ],
)
def test_what_is_not_canonical(data: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        read_canonical(data)


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":[' + b"[]," * 2_500_000 + b"0]}",
        b'{"a":[' + b"0," * 4_000_000 + b"0]}",
        b'{"a":"' + b'\\"' * 4_000_000,
        b'"\\' * 2_500_000,
        b'"' * 8_000_001,
        b'{"":' * 2_000_000,
        b"{" + b" " * 8_000_000 + b"}",
        b'{"a":"' + b"\\u0041" * 1_000_000 + b'"}',
    ],
)
def test_nothing_takes_long_to_refuse(data: bytes) -> None:
    began = time.process_time()
    tracemalloc.start()
    with pytest.raises(NotCanonicalError):
        read_canonical(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.process_time() - began < 5
    assert peak < 256 * 1024**2


def test_brackets_in_texts_do_not_nest() -> None:
    said = {"a": "[" * 100 + '"\\{' * 100}
    assert read_canonical(canonical(said)) == said


def test_drafts_come_back(scene: Any) -> None:
    for draft in (Draft(), scene.draft(), scene.draft(70)):
        assert opened_draft(read_canonical(canonical(sealed_draft(draft)))) == draft


def test_a_draft_with_anything_anywhere(scene: Any) -> None:
    """A short text may stand for a number that fills the memory, or for none."""
    said = sealed_draft(scene.draft())
    for change in every_change(said):
        try:
            draft = opened_draft(change)
        except NotADraftError:
            continue
        assert isinstance(draft, Draft)
        assert sealed_draft(draft) == change


texts = st.text(st.characters(codec="utf-8"), max_size=20)
answers = st.one_of(
    st.builds(Answer, value=texts),
    st.builds(Answer, value=st.fractions(-(10**15), 10**15, max_denominator=10**6)),
    st.builds(Answer, values=st.lists(texts, max_size=3).map(tuple)),
    st.just(Answer(na=True)),
)
small = st.integers(0, 10**7)
entries = st.builds(
    Entry,
    answer=st.none() | answers,
    comment=texts,
    reasons=st.lists(texts, max_size=3).map(tuple),
    marks_ms=st.none() | st.tuples(small, small),
)
comments = st.builds(
    Comment,
    id=texts,
    kind=st.sampled_from(CommentKind),
    text=texts,
    created_at=st.integers(0, 2**32).map(lambda s: datetime.fromtimestamp(s, UTC)),
    start_ms=st.none() | small,
    turn=st.none() | small,
    item_id=st.none() | texts,
)
drafts = st.builds(
    Draft,
    scenario=st.none() | texts.filter(bool),
    entries=st.dictionaries(texts, entries, max_size=4),
    adjustments=st.dictionaries(texts, st.integers(1, 9), max_size=3),
    comments=st.lists(comments, max_size=3).map(tuple),
    summary=texts,
)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(draft=drafts)
def test_any_draft_comes_back(draft: Draft) -> None:
    assert opened_draft(read_canonical(canonical(sealed_draft(draft)))) == draft


@pytest.mark.parametrize(
    "number", ["1e9", "1/0", "0x10", "１", "1_000", " 1", "1.5", "+1", "-", "9" * 31, "2/4", "1/1"]
)
def test_numbers_are_written_in_one_way(number: str) -> None:
    with pytest.raises(NotADraftError):
        opened_draft({"entries": {"a": {"answer": {"number": number}}}})
    good = {"entries": {"a": {"answer": {"number": "-5/3"}}}}
    assert opened_draft(good).entries["a"].answer == Answer(value=Fraction(-5, 3))


@pytest.mark.parametrize(
    "said", ["QR==", "QQ=", "QQ", "QQ==\n", "QQ= =", "Q-==", "QQ==QQ==", 5, None]
)
def test_bytes_are_written_in_one_way(said: Any, code_of: CodeOf) -> None:
    assert Fields(Paper.KEYS, {"a": "QQ=="}).base64("a", 5) == b"A"
    assert code_of(lambda: Fields(Paper.KEYS, {"a": said}).base64("a", 5)) == "keys_damaged"


@pytest.mark.parametrize("said", [None, 1, "", "2026-03-02T09:30:00Z", "2026-03-02T09:30:00.000"])
def test_times_are_written_in_one_way(said: object) -> None:
    assert not is_moment(said)
    assert is_moment("2026-03-02T09:30:00.000Z")


def test_a_submission_is_not_read_past_its_limit(code_of: CodeOf) -> None:
    data = random.Random(5).randbytes(1024) * 3000
    assert code_of(lambda: read_envelope(data)) == "file_too_large"

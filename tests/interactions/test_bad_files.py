"""Each bad file has its own line that says what is wrong, and stops none of the others."""

import importlib
import json
import math
import struct
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.importing import (
    ImportLimits,
    ImportOptions,
    ImportPlan,
    State,
    commit_import,
    plan_import,
)
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.store import InteractionStore


def plan(*paths: Path, options: ImportOptions | None = None) -> ImportPlan:
    made = plan_import(paths, options or ImportOptions())
    made.close()
    return made


def wav_header(data_bytes: int, code: int = 1) -> bytes:
    form = struct.pack("<HHIIHH", code, 1, 8000, 16000, 2, 16)
    return (
        b"RIFF"
        + struct.pack("<I", 36 + data_bytes)
        + b"WAVEfmt "
        + struct.pack("<I", 16)
        + form
        + b"data"
        + struct.pack("<I", data_bytes)
    )


TONE = b"".join(struct.pack("<h", round(9000 * math.sin(moment / 5))) for moment in range(16000))
CUES = "\n\n".join(
    f"00:00:{number + 1:02d}.500 --> 00:00:{number + 1:02d}.000\n<v Agent>cue {number}"
    for number in range(37)
)
# name, content, state, what the line must be about
BAD: list[tuple[str, bytes, State, str]] = [
    ("empty.wav", b"", State.FAIL, "interactions.empty_file"),
    ("bare.al", b"\xd5\x55" * 4000, State.FAIL, "audio.headerless"),
    ("bare.pcm", TONE, State.FAIL, "audio.headerless"),
    ("empty.json", b"", State.FAIL, "interactions.empty_file"),
    ("text.wav", b"this is no sound", State.FAIL, "interactions.text_in_sound"),
    ("page.mp3", b"<html><body>404</body></html>", State.FAIL, "interactions.text_in_sound"),
    ("header_only.wav", wav_header(0), State.FAIL, "audio."),
    ("cut_header.wav", wav_header(32000)[:30], State.FAIL, "audio."),
    ("unknown_codec.wav", wav_header(32000, code=0x1234) + TONE, State.FAIL, "audio."),
    ("noise.ogg", b"OggS" + bytes(range(256)) * 20, State.FAIL, "audio."),
    ("noise.mp3", b"\x01\x02\x03\x04" * 500, State.FAIL, "audio."),
    ("truncated.wav", wav_header(64000) + TONE, State.TAKE, "audio."),
    ("sound_called.mp3", wav_header(32000) + TONE, State.TAKE, "audio."),
    ("picture.json", b"\x89PNG\r\n\x1a\n" + bytes(100), State.FAIL, "interactions.binary_in_text"),
    ("broken.json", b'{"messages": [', State.FAIL, "parsers."),
    ("list.json", b"[1, 2, 3]", State.SKIP, "parsers."),
    ("deep.json", b"[" * 100_000, State.FAIL, ""),
    ("sheet.csv", b"PK\x03\x04....[Content_Types].xml", State.FAIL, "interactions.office_file"),
    ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", State.SKIP, "interactions.office_file"),
    ("packed.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50), State.SKIP, "interactions.packed_file"),
    ("notes.pdf", b"%PDF-1.7 ...", State.SKIP, "interactions.other_file"),
    ("letter.txt", b"Dear all,\nplease see below.\n", State.SKIP, "interactions.prose_alone"),
    ("backwards.vtt", f"WEBVTT\n\n{CUES}\n".encode(), State.FAIL, "parsers."),
    ("broken.zip", b"PK\x03\x04 and no more", State.FAIL, "interactions.bad_archive"),
]  # fmt: skip


@pytest.fixture
def bad_folder(incoming: Path) -> Path:
    for name, content, _, _ in BAD:
        (incoming / name).write_bytes(content)
    return incoming


def test_every_bad_file_has_its_line(
    bad_folder: Path, make_wav: Callable[..., Path], make_chat: Callable[..., Path]
) -> None:
    make_wav(bad_folder / "good.wav")
    make_chat(bad_folder / "good.json")
    made = plan(bad_folder)
    lines = {Path(entry.path).name: entry for entry in made.entries}
    expected = {name: state for name, _, state, _ in BAD}
    expected |= {"good.wav": State.TAKE, "good.json": State.TAKE}
    assert {name: entry.state for name, entry in lines.items()} == expected
    for name, _, _, about in BAD:
        assert any(p.code.startswith(about) for p in lines[name].problems), name
        for language in LANGUAGES:
            for problem in lines[name].problems:
                assert wording(language).line(problem)
                assert problem.where.file == str(bad_folder / name)
    assert lines["good.wav"].problems == ()


@pytest.mark.parametrize("name", ["old.xls", "packed.7z", "notes.pdf", "letter.txt"])
def test_what_a_folder_may_hold_fails_where_it_is_named(bad_folder: Path, name: str) -> None:
    (entry,) = plan(bad_folder / name).entries
    assert entry.state is State.FAIL


def test_one_good_cue_of_37_is_no_transcript(incoming: Path, make_wav: Callable[..., Path]) -> None:
    cues = CUES.replace("00:00:01.500 --> 00:00:01.000", "00:00:01.000 --> 00:00:01.500")
    (incoming / "17.vtt").write_text(f"WEBVTT\n\n{cues}\n", encoding="utf-8")
    make_wav(incoming / "17.wav", seconds=40)
    words, sound = sorted(plan(incoming).entries, key=lambda entry: entry.path)
    assert (words.state, sound.state) == (State.FAIL, State.TAKE)
    (problem,) = words.problems
    assert "36" in wording("en").what(problem)
    assert problem.where.line == 6
    assert sound.turn_count == 0


READERS = """
import os, time
from qa_desktop.interactions.parsers import parse_text_file

def _told_by_name(path, act):
    if path.name.startswith("evil"):
        act()

def hanging(path, data, profiles, **options):
    _told_by_name(path, lambda: time.sleep(600))
    return parse_text_file(path, data, profiles, **options)

def dying(path, data, profiles, **options):
    _told_by_name(path, lambda: os._exit(9))
    return parse_text_file(path, data, profiles, **options)

def breaking(path, data, profiles, **options):
    _told_by_name(path, lambda: 1 / 0)
    return parse_text_file(path, data, profiles, **options)
"""


@pytest.fixture
def readers(tmp_path: Path) -> Iterator[ModuleType]:
    (tmp_path / "evil_readers_for_tests.py").write_text(READERS, encoding="utf-8")
    sys.path.insert(0, str(tmp_path))
    try:
        yield importlib.import_module("evil_readers_for_tests")
    finally:
        sys.path.remove(str(tmp_path))
        del sys.modules["evil_readers_for_tests"]


@pytest.mark.parametrize(
    ("reader", "code"),
    [
        ("hanging", "interactions.reader_hung"),
        ("dying", "interactions.reader_died"),
        ("breaking", "interactions.reader_broke"),
    ],
)
def test_a_reader_that_hangs_or_crashes_fails_one_file_only(
    incoming: Path,
    make_chat: Callable[..., Path],
    readers: ModuleType,
    reader: str,
    code: str,
) -> None:
    make_chat(incoming / "a.json", 1)
    make_chat(incoming / "evil.json", 2)
    make_chat(incoming / "z.json", 3)
    options = ImportOptions(read_text=getattr(readers, reader), limits=ImportLimits(text_s=1.0))
    made = plan(incoming, options=options)
    assert [(Path(entry.path).name, entry.state) for entry in made.entries] == [
        ("a.json", State.TAKE),
        ("evil.json", State.FAIL),
        ("z.json", State.TAKE),
    ]
    assert [problem.code for problem in made.entries[1].problems] == [code]


def test_text_files_have_a_limit(incoming: Path, make_chat: Callable[..., Path]) -> None:
    make_chat(incoming / "a.json", messages=50)
    made = plan(incoming, options=ImportOptions(limits=ImportLimits(text_bytes=1000)))
    assert made.entries[0].problems[0].code == "interactions.text_too_large"


def test_a_header_that_claims_eleven_gigabytes_does_no_harm(incoming: Path) -> None:
    (incoming / "huge.wav").write_bytes(wav_header(2**32 - 100) + TONE)
    (entry,) = plan(incoming).entries
    assert (entry.state, entry.duration_ms) == (State.TAKE, 2000)
    assert [problem.code for problem in entry.problems] == ["audio.cut_short"]


def test_three_hundred_small_chats_are_quick(
    incoming: Path, make_chat: Callable[..., Path]
) -> None:
    for number in range(300):
        make_chat(incoming / f"{number}.json", number, messages=12)
    started = time.process_time()
    made = plan(incoming)
    assert {entry.state for entry in made.entries} == {State.TAKE}
    assert len(made.entries) == 300
    # Our own share; what the child takes a file is the parsers' matter.
    assert time.process_time() - started < 3


def test_numbers_past_all_reason_are_no_facts(
    incoming: Path, workspace: Workspace, store: InteractionStore, child: ChildReader
) -> None:
    """SQLite's whole numbers end at 2^63: one such number kept a whole folder out."""
    said = [{"role": role, "text": "Hello"} for role in ("agent", "customer")]
    facts = '"transfers": 1e30, "csat": 1e400, "nps": -1e308, "handle_time": 1e300'
    (incoming / "a.json").write_text(
        f'{{"id": "{10**40}", {facts}, "messages": {json.dumps(said)}}}', encoding="utf-8"
    )
    plan = plan_import([incoming], ImportOptions(), child=child)
    (taken,) = commit_import(plan, store, workspace, child=child).taken
    metadata = store.detail(taken.id).interaction.metadata
    assert (metadata.transfers, metadata.csat) == (None, None)

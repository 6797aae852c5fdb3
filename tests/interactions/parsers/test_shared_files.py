"""Every textual file of the shared data comes in, or is refused or skipped for a named reason."""

import csv
import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.interactions.model import Kind, Role
from qa_desktop.interactions.parsed import Found
from qa_desktop.interactions.parsers import parse_text_file
from qa_desktop.interactions.profiles import Profile

CHECKOUT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("QA_SHARED_DATA", CHECKOUT.parent / "shared")) / "data"
SOUNDS = (".wav", ".mp3", ".ogg", ".flac")

# Pattern: what is found, in which format, and the one problem said, if any.
EXPECTED: dict[str, tuple[Found | None, str, str | None]] = {
    "calls/hvb/*.transcript.json": (Found.TRANSCRIPT, "profile harper-valley-transcript", None),
    "calls/hvb/*.metadata.json": (Found.METADATA, "profile harper-valley-metadata", None),
    "calls/hvb/*.vtt": (Found.TRANSCRIPT, "webvtt", None),
    "calls/*/*.machine.json": (Found.TRANSCRIPT, "json", None),
    "calls/*/*.machine.vtt": (Found.TRANSCRIPT, "webvtt", None),
    "chats_en/star_index.csv": (Found.NOTHING, "metadata table", "metadata_table"),
    "chats_en/star_tasks__*.json": (Found.NOTHING, "json", "not_a_conversation"),
    "chats_en/star_*.json": (Found.CONVERSATIONS, "profile star", None),
    "chats_en/abcd_*.json": (Found.CONVERSATIONS, "profile abcd", None),
    "chats_zh/crosswoz_*.json": (Found.CONVERSATIONS, "profile crosswoz", None),
    "mandarin/*.txt": (Found.TRANSCRIPT, "plain text", "no_speakers"),
    "tickets/zendesk/ticket_data.csv": (
        Found.CONVERSATIONS,
        "zendesk tables",
        "tickets_missing",
    ),
    "tickets/zendesk/*.csv": (Found.NOTHING, "part of an export", "part_of_export"),
    "tickets/helpdesk_with_satisfaction.json": (
        Found.CONVERSATIONS,
        "profile helpdesk-records",
        None,
    ),
    "tickets/whatsapp/*.txt": (Found.CONVERSATIONS, "whatsapp", None),
    "transcript_formats/aws_*.json": (Found.TRANSCRIPT, "contact lens", None),
    "transcript_formats/azure_*.json": (Found.TRANSCRIPT, "azure speech", None),
    "transcript_formats/*.vtt": (Found.TRANSCRIPT, "webvtt", None),
    "raters/*": (None, "", "columns_unknown"),
    "manifest.tsv": (None, "", "columns_unknown"),
    "README.md": (None, "", "kind_unknown"),
    "LICENSES/*.md": (None, "", "kind_unknown"),
    "LICENSES/*.txt": (Found.TRANSCRIPT, "plain text", "no_speakers"),
}


def textual_files() -> Iterator[str]:
    for file in sorted(DATA.rglob("*")) if DATA.is_dir() else ():
        if file.is_file() and file.suffix not in SOUNDS:
            yield file.relative_to(DATA).as_posix()


@pytest.fixture
def data(shared: Path) -> Path:
    return shared / "data"


@pytest.mark.parametrize("name", list(textual_files()))
def test_every_shared_file_comes_in_or_is_refused_for_the_named_reason(
    data: Path, profiles: tuple[Profile, ...], name: str
) -> None:
    found, form, problem = next(e for pattern, e in EXPECTED.items() if fnmatch(name, pattern))
    file = data / name
    if found is None:
        with pytest.raises(ProblemError) as caught:
            parse_text_file(file, file.read_bytes(), profiles)
        assert [p.code for p in caught.value.problems] == [f"parsers.{problem}"]
        return
    parsed = parse_text_file(file, file.read_bytes(), profiles)
    assert (parsed.kind_found, parsed.format) == (found, form)
    assert [p.code for p in parsed.problems] == ([f"parsers.{problem}"] if problem else [])
    assert bool(parsed.turns) == (found is Found.TRANSCRIPT)
    assert bool(parsed.conversations) == (found is Found.CONVERSATIONS)
    assert all(c.turns for c in parsed.conversations)
    for turns in (parsed.turns, *(c.turns for c in parsed.conversations)):
        assert [turn.position for turn in turns] == list(range(len(turns)))
        starts = [turn.start_ms for turn in turns if turn.start_ms is not None]
        assert starts == sorted(starts)


def test_star_chats_hold_what_was_said_and_nothing_else(
    data: Path, profiles: tuple[Profile, ...]
) -> None:
    folder = data / "chats_en"
    with (folder / "star_index.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 57
    for row in rows:
        chat = folder / row["file"]
        (conversation,) = parse_text_file(chat, chat.read_bytes(), profiles).conversations
        metadata = conversation.metadata
        assert len(conversation.turns) == int(row["messages"])
        assert conversation.external_id == row["dialogue_id"]
        assert metadata.agent_id == row["agent_id"]
        assert metadata.customer_ref == row["customer_id"]
        assert sorted(metadata.tags) == sorted(row["tasks"].split("+"))
        assert {turn.role for turn in conversation.turns} <= {Role.AGENT, Role.CUSTOMER}


def test_a_star_draft_that_was_replaced_is_not_what_the_customer_saw(
    data: Path, profiles: tuple[Profile, ...]
) -> None:
    chat = data / "chats_en" / "star_7.json"
    (conversation,) = parse_text_file(chat, chat.read_bytes(), profiles).conversations
    said = [turn.text for turn in conversation.turns]
    assert "Hello, how can I help?" in said
    assert "Halo. How may I help you?" not in said
    assert "Do you have a hotel preference?" in said
    answers = {event.field: event.new for event in conversation.events}
    assert answers["Did the AI Assistant stay calm and helpful throughout the dialogue?"] == "yes"
    assert answers["CompletionLevel"] == "Complete"


def test_harper_valley_counts_from_the_start_of_the_call(
    data: Path, profiles: tuple[Profile, ...]
) -> None:
    file = data / "calls/hvb/0002f70f7386445b.transcript.json"
    turns = parse_text_file(file, file.read_bytes(), profiles).turns
    assert (turns[0].role, turns[0].start_ms, turns[0].end_ms) == (Role.AGENT, 3720, 6390)
    assert turns[3].role is Role.CUSTOMER
    assert [word.text for word in turns[1].words] == ["my", "name", "is", "elizabeth"]
    assert turns[1].words[-1].start_ms == 6890 + 510
    assert not any(turn.text == "[noise]" for turn in turns)


def test_harper_valley_metadata(data: Path, profiles: tuple[Profile, ...]) -> None:
    file = data / "calls/hvb/a7ccc3379af44b9f.metadata.json"
    parsed = parse_text_file(file, file.read_bytes(), profiles)
    assert parsed.external_id == "a7ccc3379af44b9f"
    assert (parsed.metadata.agent_name, parsed.metadata.agent_id) == ("Elizabeth", "59")
    assert parsed.metadata.tags == ("schedule appointment",)
    assert parsed.metadata.csat == 3
    assert parsed.metadata.handle_time_s == pytest.approx(91.66)
    assert str(parsed.metadata.started_at) == "2020-06-02 00:49:14.150000+00:00"


def test_helpdesk_records_tell_who_said_what_and_how_satisfied(
    data: Path, profiles: tuple[Profile, ...]
) -> None:
    file = data / "tickets/helpdesk_with_satisfaction.json"
    parsed = parse_text_file(file, file.read_bytes(), profiles)
    assert len(parsed.conversations) == 40
    assert sum(len(c.turns) for c in parsed.conversations) == 693 + 657
    assert [c.metadata.csat for c in parsed.conversations].count(5) == 30
    assert [c.metadata.csat for c in parsed.conversations].count(1) == 10
    first = parsed.conversations[0]
    assert first.kind is Kind.TICKET
    assert first.metadata.handle_time_s == 25 * 60
    assert first.turns[0].text.startswith("Thank you for calling Woodgrove IT Helpdesk.")


def test_the_zendesk_tables_are_joined(data: Path, profiles: tuple[Profile, ...]) -> None:
    file = data / "tickets/zendesk/ticket_data.csv"
    parsed = parse_text_file(file, file.read_bytes(), profiles)
    tickets = {c.external_id: c for c in parsed.conversations}
    ticket = tickets["11071"]
    assert ticket.metadata.agent_name == "Arthur Agent"
    assert ticket.turns[0].author == "Earnest End User"
    statuses = [(e.old, e.new) for e in ticket.events if e.field == "status"]
    assert statuses[:2] == [(None, "open"), ("open", "pending")]
    assert len([e for e in ticket.events if e.field == "priority"]) == 4
    assert [turn.text for turn in tickets["7636"].turns] == ["body6", "body2"]
    assert "TALK TO A HUMAN" in [turn.text for turn in tickets["6605"].turns]
    assert len(parsed.read_also) == 7


def test_the_two_whatsapp_exports_say_the_same_though_their_dates_differ(
    data: Path, profiles: tuple[Profile, ...]
) -> None:
    chats = []
    for name in ("test_ddmmyy_24hrs.txt", "test_mmddyyyy_12hrs.txt"):
        file = data / "tickets/whatsapp" / name
        (chat,) = parse_text_file(file, file.read_bytes(), profiles).conversations
        chats.append([(t.sent_at, t.role, t.author, t.text) for t in chat.turns])
    assert chats[0] == chats[1]


def test_call_analytics_and_azure_keep_their_words(
    data: Path, profiles: tuple[Profile, ...]
) -> None:
    folder = data / "transcript_formats"
    for name in ("aws_transcribe_call_analytics.json", "azure_batch_transcription.json"):
        turns = parse_text_file(folder / name, (folder / name).read_bytes(), profiles).turns
        assert all(turn.words for turn in turns)
        for turn in turns:
            assert "".join(w.text for w in turn.words) == turn.text.replace(" ", "")

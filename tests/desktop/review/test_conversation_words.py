"""Initials, files and a ticket's changes, as they are shown."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from qa_desktop.desktop.review.conversation.attachments import file_shown, files_shown
from qa_desktop.desktop.review.conversation.authors import initials_of
from qa_desktop.desktop.review.conversation.between_rows import LEAST_GAP, gap_height, gap_words
from qa_desktop.desktop.review.conversation.conversation import SHORTEST_GAP_MS, EventRow, GapRow
from qa_desktop.desktop.review.conversation.event_words import event_line, person_words
from qa_desktop.interactions.model import Role, TicketEvent, Turn


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Jane Doe"], ["JD"]),
        (["Jane"], ["J"]),
        (["李雷"], ["李"]),
        # Two of one family, two with the same letters, two with the same figures.
        (["李雷", "李明"], ["雷", "明"]),
        (["Jane Doe", "John Dodd"], ["Ja", "Jo"]),
        (["agent-0046", "agent-0047"], ["Ag", "46"]),
        (["1024"], ["24"]),
        (["Ann", "Ann Lee", "Bo"], ["A", "AL", "B"]),
        (["🤓", "Zoë O'Neil"], ["", "ZN"]),
    ],
)
def test_initials(names: list[str], expected: list[str]) -> None:
    made = initials_of(names)
    said = [made[name] for name in names]
    assert len({each for each in said if each}) == len([each for each in said if each])
    if names[0] != "agent-0046":
        assert said == expected


def test_a_hundred_namesakes_of_one_family_stay_apart() -> None:
    made = initials_of([f"王{chr(0x4E00 + n)}{chr(0x4E00 + n)}" for n in range(60)])
    assert len(set(made.values())) == 60


@pytest.mark.parametrize(
    ("said", "name", "icon", "where"),
    [
        ("receipt.PNG", "receipt.PNG", "image", ""),
        ("voice.ogg", "voice.ogg", "file-audio", ""),
        ("media", "media", "paperclip", ""),
        ("a/b\\c.pdf", "c.pdf", "file-text", ""),
        (
            "https://files.example.com/x/roaming%20guide.pdf?token=1",
            "roaming guide.pdf",
            "file-text",
            "files.example.com",
        ),
        ("https://files.example.com/", "files.example.com", "link", "files.example.com"),
        ("data:image/png;base64,iVBORw0KGgo=", "image/png", "image", ""),
        ("https://[bad", "https://[bad", "link", ""),
    ],
)
def test_files(said: str, name: str, icon: str, where: str) -> None:
    shown = file_shown(said)
    assert (shown.name, shown.icon, shown.where) == (name, icon, where)


def test_sizes_go_with_their_files() -> None:
    turn = Turn(
        position=0,
        role=Role.CUSTOMER,
        text="",
        attachments=("a.png", "b.pdf"),
        attachment_bytes=(None, 2048),
    )
    assert [file.size for file in files_shown(turn)] == [None, 2048]


AT = datetime(2026, 5, 30, 10, 2, 5, tzinfo=UTC)


def change(field: str, new: str | None, old: str | None = None, actor: str = "") -> TicketEvent:
    return TicketEvent(position=0, at=None, actor=actor or None, field=field, old=old, new=new)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (change("status", "pending", "open"), "Status: Open → Pending"),
        (change("status", "escalated"), "Status: escalated"),
        (change("assignee_id", "501"), "Assignee: Chris"),
        (change("assignee_id", "402935450113"), "Assignee: User 402935450113"),
        (change("assignee_id", None, "501"), "Assignee: Chris → –"),
        (change("priority", "high", "normal"), "Priority: Normal → High"),
        (change("group_id", "31"), "Group: 31"),
        (change("plan", "gold", actor="501"), "plan: gold · Chris"),
        (change("close", None, actor="-1"), "Closed · System"),
    ],
)
def test_changes(event: TicketEvent, expected: str) -> None:
    line = event_line(EventRow(events=(event,)), {"501": "Chris"}, dated=False)
    assert line.text == expected


def test_the_exports_own_names_go_first() -> None:
    event = replace(change("assignee_id", "9", "8"), old_name="Ann", new_name="Bo")
    line = event_line(EventRow(events=(event,)), {"9": "Somebody"}, dated=False)
    assert line.text == "Assignee: Ann → Bo"


def test_reopened_is_said_first_and_strongly() -> None:
    row = EventRow(events=(change("status", "open", "solved"),), reopened=True)
    line = event_line(row, {}, dated=False)
    assert (line.text, line.tone, line.strong) == (
        "Reopened · Status: Solved → Open",
        "caution",
        True,
    )


def test_people_without_a_name_are_still_somebody() -> None:
    assert person_words("402935450113", {}) == "User 402935450113"
    assert person_words("9f92fdec-85bc-1130-d832-fefd9dcb8b02", {}) == "User 9f92fdec…"
    assert person_words("Mia", {}) == "Mia"
    assert person_words("7", {}) == "7"


def test_gaps_are_even_up_to_a_minute_and_then_a_step_a_doubling() -> None:
    assert gap_height(0, 18) == LEAST_GAP
    assert gap_height(SHORTEST_GAP_MS, 18) == 18
    assert gap_height(2 * SHORTEST_GAP_MS, 18) - 18 == pytest.approx(12)
    minute = gap_height(60_000, 18)
    steps = [gap_height(60_000 * 2**n, 18) - minute for n in range(1, 5)]
    assert steps == pytest.approx([4, 8, 12, 16])
    assert gap_height(28 * 86_400_000, 18) < 200


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (GapRow(length_ms=39_000), "39 s"),
        (GapRow(length_ms=26_000, wait_ms=26_000), "26 s"),
        (GapRow(length_ms=26_000, wait_ms=26_000, longest=True), "26 s · longest wait"),
        (GapRow(length_ms=77_000, wait_ms=102_000), "1 min 17 s · waited 1 min 42 s"),
        (
            GapRow(length_ms=77_000, wait_ms=102_000, longest=True),
            "1 min 17 s · longest wait 1 min 42 s",
        ),
        (GapRow(length_ms=60_000, backwards=True), "The clock goes back 1 min here"),
    ],
)
def test_words_of_gaps(gap: GapRow, expected: str) -> None:
    assert gap_words(gap) == expected

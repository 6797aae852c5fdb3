"""What goes into a package says nothing of who, when and where; all else is there."""

import json
from datetime import timedelta

import pytest

from qa_desktop.calibration.blind.content_reading import Content, read_content
from qa_desktop.calibration.blind.gathering import Gathered
from qa_desktop.calibration.blind.pseudonyms import (
    EPOCH,
    blank,
    is_pseudonym,
    numbered,
    parted,
    person_of,
)
from qa_desktop.interactions.model import InteractionDetail, Kind, Role, Speaker, Turn, Word

Details = tuple[InteractionDetail, ...]


def _content(detail: InteractionDetail, pseudonym: str = "call-1") -> Content:
    return read_content(blank(detail, pseudonym))


def test_no_name_number_date_or_tag_is_in_any_content(
    gathered: Gathered, secrets: tuple[str, ...]
) -> None:
    contents = [blob.decode() for blob in gathered.blobs.values() if isinstance(blob, bytes)]
    assert len(contents) == 3
    for content in contents:
        told = [secret for secret in secrets if secret.casefold() in content.casefold()]
        assert told == []


def test_pseudonyms_count_by_kind() -> None:
    kinds = (Kind.RECORDING, Kind.CHAT, Kind.RECORDING, Kind.TICKET)
    assert numbered(kinds) == ("call-1", "chat-1", "call-2", "ticket-1")
    assert parted("call-2") == (Kind.RECORDING, 2)
    for strange in ("call-0", "call-1 ", "Call-1", "call-12345", "call", "mail-1", "call-1\n"):
        assert not is_pseudonym(strange)


def test_authors_are_counted_within_their_role(details: Details) -> None:
    chat = _content(details[1], "chat-1")
    assert [(turn.role, turn.author) for turn in chat.turns] == [
        (Role.CUSTOMER, None),
        (Role.AGENT, None),
        (Role.AGENT, "2"),
    ]


def test_an_agent_named_by_id_or_not_at_all_is_the_interactions_own(details: Details) -> None:
    chat = details[1]
    turns = tuple(
        Turn(position=at, role=Role.AGENT, author=author, text="x")
        for at, author in enumerate(("Ann Miller", "A-1023", None, "Quinn"))
    )
    detail = InteractionDetail(interaction=chat.interaction, turns=turns)
    assert [turn.author for turn in _content(detail).turns] == [None, None, None, "2"]


def test_gaps_are_exact_and_dates_are_gone(details: Details) -> None:
    chat = details[1]
    moments = [turn.sent_at for turn in _content(chat, "chat-1").turns]
    assert moments[0] == EPOCH
    assert [moment - EPOCH for moment in moments if moment] == [
        timedelta(0),
        timedelta(seconds=12, milliseconds=345),
        timedelta(seconds=90061, milliseconds=500),
    ]


def test_a_history_tells_what_was_done_and_by_whom_in_numbers(details: Details) -> None:
    events = _content(details[2], "ticket-1").events
    assert [(each.actor, each.field, each.old, each.new) for each in events] == [
        ("agent:1", "status", "open", "solved"),
        ("agent:1", "assignee_id", None, "agent:2"),
        # What was put into a field nobody knows may be anything.
        ("other:1", "phone", None, None),
    ]
    assert all(each.old_name is None and each.new_name is None for each in events)


def test_a_person_of_the_history_who_writes_is_the_same(details: Details) -> None:
    ticket = details[2]
    late = Turn(position=2, role=Role.AGENT, author="Ann Miller", text="Done.")
    detail = InteractionDetail(
        interaction=ticket.interaction, turns=(*ticket.turns, late), events=ticket.events
    )
    content = _content(detail)
    assert [turn.author for turn in content.turns if turn.role is Role.AGENT] == [None, "2"]
    assert content.events[1].new == "agent:2"
    assert person_of("agent:2") == (Role.AGENT, 2)


def test_of_attachments_only_the_kind_stays(details: Details) -> None:
    turn = _content(details[2]).turns[0]
    assert turn.attachments == ("1.pdf", "2")
    assert turn.attachment_bytes == ()


def test_masked_words_keep_their_times(details: Details) -> None:
    turn = _content(details[0]).turns[0]
    assert turn.text == "Gold service, this is *** speaking."
    assert [(word.text, word.start_ms, word.end_ms) for word in turn.words] == [
        ("Gold", 0, 90),
        ("service,", 100, 190),
        ("this", 200, 290),
        ("is", 300, 390),
        ("***", 400, 590),
        ("speaking.", 600, 690),
    ]


def test_single_chinese_signs_of_a_name_become_one_word(details: Details) -> None:
    said = "我是王小明。"
    words = tuple(
        Word(text=sign, start_ms=at * 10, end_ms=at * 10 + 9) for at, sign in enumerate(said[:-1])
    )
    turn = Turn(position=0, role=Role.AGENT, author="王小明", text=said, words=words)
    detail = InteractionDetail(interaction=details[0].interaction, turns=(turn,))
    read = _content(detail).turns[0]
    assert read.text == "我是***。"
    assert [(word.text, word.start_ms, word.end_ms) for word in read.words] == [
        ("我", 0, 9),
        ("是", 10, 19),
        ("***", 20, 49),
    ]


def test_a_word_that_is_not_in_the_text_is_masked_too(details: Details) -> None:
    words = (Word(text="Miller", start_ms=0, end_ms=5),)
    turn = Turn(position=0, role=Role.AGENT, text="Hello", words=words)
    detail = InteractionDetail(interaction=details[0].interaction, turns=(turn,))
    assert [word.text for word in _content(detail).turns[0].words] == ["***"]


def test_names_that_a_reviewer_gave_are_masked(details: Details) -> None:
    speaker = Speaker(
        imported_role=Role.CUSTOMER, imported_author="S2", role=Role.CUSTOMER, name="Zoë"
    )
    turn = Turn(
        position=0, role=Role.CUSTOMER, author="Zoë", text="I am Zoe\u0308", speaker=speaker
    )
    detail = InteractionDetail(interaction=details[0].interaction, turns=(turn,))
    assert _content(detail).turns[0].text == "I am ***"


def test_more_names_can_be_given(details: Details) -> None:
    content = blank(details[0], "call-1", ("Gold service",))
    assert "Gold" not in content.decode()


def test_the_same_interaction_gives_the_same_bytes(details: Details) -> None:
    assert blank(details[1], "chat-1") == blank(details[1], "chat-1")


@pytest.mark.parametrize("language", ["Ann's tongue", "en; Miller", "x" * 40])
def test_a_language_that_is_no_code_stays_away(details: Details, language: str) -> None:
    from dataclasses import replace

    interaction = details[0].interaction
    metadata = replace(interaction.metadata, language=language)
    detail = InteractionDetail(interaction=replace(interaction, metadata=metadata))
    assert json.loads(blank(detail, "call-1"))["language"] is None

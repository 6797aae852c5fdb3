"""Whose part in an interaction was how large, and whom a review is of without a choice."""

from datetime import UTC, datetime

from qa_desktop.interactions.agents import (
    agents_of,
    graded_agent,
    graded_name,
    suggested_agent,
)
from qa_desktop.interactions.model import Interaction, InteractionDetail, Kind, Metadata, Role, Turn


def said(author: str | None, text: str, role: Role = Role.AGENT, **more: object) -> Turn:
    return Turn(position=0, role=role, author=author, text=text, **more)  # type: ignore[arg-type]  # keywords of Turn


def detail(*turns: Turn, metadata: Metadata = Metadata()) -> InteractionDetail:  # noqa: B008 - frozen
    interaction = Interaction(
        id="i",
        kind=Kind.CHAT,
        title="i",
        content_hash="i",
        source_name="i",
        imported_at=datetime(2026, 11, 2, tzinfo=UTC),
        batch_id="b",
        metadata=metadata,
    )
    return InteractionDetail(interaction=interaction, turns=turns)


HANDED = (
    said("Ann", "12345"),
    said("Cleo", "a customer's words do not count", Role.CUSTOMER),
    said("Bo", "12345"),
    said("Bo", "1234567890"),
    said("Bo", "a note is not said to the customer", internal=True),
    said("Robot", "nor do a bot's", Role.BOT),
)


def test_messages_notes_and_the_share_of_letters() -> None:
    parts = agents_of(detail(*HANDED))
    assert [(p.key, p.messages, p.notes, p.share, p.own) for p in parts] == [
        ("Ann", 1, 0, 0.25, False),
        ("Bo", 2, 1, 0.75, False),
    ]


def test_calls_share_by_time() -> None:
    parts = agents_of(
        detail(
            said("Ann", "short", start_ms=0, end_ms=3000),
            said("Bo", "many more letters", start_ms=3000, end_ms=4000),
        )
    )
    assert [part.share for part in parts] == [0.75, 0.25]


def test_one_time_missing_and_letters_count() -> None:
    parts = agents_of(
        detail(said("Ann", "1", start_ms=0, end_ms=3000), said("Bo", "123", start_ms=3000))
    )
    assert [part.share for part in parts] == [0.25, 0.75]


def test_the_own_agent_goes_by_name_id_or_none_at_all() -> None:
    about = Metadata(agent_id="7", agent_name="Ann")
    parts = agents_of(detail(said("7", "a"), said("Ann", "b"), said(None, "c"), metadata=about))
    (own,) = parts
    assert (own.key, own.messages, own.own) == ("Ann", 3, True)
    assert own.authors == {None, "7", "Ann"}


def test_the_own_agent_is_there_even_without_a_word() -> None:
    about = Metadata(agent_name="Ann")
    parts = agents_of(detail(said("Bo", "a"), metadata=about))
    assert [(p.key, p.messages, p.own) for p in parts] == [("Ann", 0, True), ("Bo", 1, False)]


def test_what_is_suggested_and_what_holds_without_a_choice() -> None:
    parts = agents_of(detail(*HANDED))
    most = suggested_agent(parts)
    assert most is not None
    assert most.key == "Bo"
    # A suggestion is not a choice.
    assert graded_agent(parts, None) is None
    assert graded_name(detail(*HANDED), None) == ""
    chosen = graded_agent(parts, "Ann")
    assert chosen is not None
    assert chosen.key == "Ann"
    with_own = agents_of(detail(*HANDED, metadata=Metadata(agent_id="9", agent_name="Ann")))
    own = graded_agent(with_own, None)
    assert own is not None
    assert own.key == "Ann"
    assert graded_agent(with_own, "9") == own
    assert suggested_agent(with_own) == own


def test_the_only_agent_needs_no_choice_and_nobody_is_nobody() -> None:
    assert graded_name(detail(said("Ann", "a")), None) == "Ann"
    assert graded_name(detail(said(None, "a")), None) == ""
    assert suggested_agent(()) is None
    # An author whom a later import of the words does not know any more is still named.
    assert graded_name(detail(said("Ann", "a")), "Zoe") == "Zoe"

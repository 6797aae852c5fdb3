"""A conversation of many hundred messages opens at once."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.conversation.conversation import EventRow, Row, TurnRow, rows_of
from qa_desktop.desktop.review.conversation.conversation_view import ConversationView
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.interactions.model import (
    Interaction,
    InteractionDetail,
    Kind,
    Role,
    TicketEvent,
    Turn,
)

BEGIN = datetime(2026, 5, 30, 12, 2, 5, tzinfo=UTC)
LONG = "\n".join(f"line {n}" for n in range(40))


@pytest.fixture
def rows() -> tuple[Row, ...]:
    turns = tuple(
        Turn(
            position=n,
            role=Role.CUSTOMER if n % 2 else Role.AGENT,
            author="Ann Lee",
            text=LONG if n % 3 else "short",
            start_ms=n * 30_000,
            sent_at=BEGIN + timedelta(seconds=30 * n),
        )
        for n in range(900)
    )
    event = TicketEvent(
        position=0,
        at=BEGIN + timedelta(seconds=25_000),
        actor=None,
        field="status",
        old=None,
        new="open",
    )
    interaction = Interaction(
        id="long",
        kind=Kind.TICKET,
        title="long",
        content_hash="x",
        source_name="x",
        imported_at=BEGIN,
        batch_id="b",
    )
    return rows_of(InteractionDetail(interaction=interaction, turns=turns, events=(event,)))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, rows: tuple[Row, ...]) -> ConversationView:
    view = ConversationView(theme)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    view.show_conversation(rows, "", "")
    return view


def test_only_what_is_in_sight_is_laid_out(
    qtbot: QtBot, view: ConversationView, rows: tuple[Row, ...]
) -> None:
    assert view.rows.pending > 800
    assert sum(isinstance(row, TurnRow) for row in rows) == 900
    view.reveal(899)
    box = view.line_rect(899)
    assert box is not None
    assert view.viewport().rect().intersects(box.toRect())
    qtbot.waitUntil(lambda: not view.rows.pending)
    # What is read stays where it is, whatever becomes of what is above it.
    after = view.line_rect(899)
    assert after is not None
    assert after.top() == pytest.approx(box.top(), abs=2)


def test_a_change_is_found_before_it_was_laid_out(
    view: ConversationView, rows: tuple[Row, ...]
) -> None:
    assert any(isinstance(row, EventRow) for row in rows)
    view.reveal_event(0)
    assert view.lit_event() == 0
    assert view.verticalScrollBar().value() > 0

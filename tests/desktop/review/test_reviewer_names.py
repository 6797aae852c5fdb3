"""Who is named on the page: people by their names, machines' numbers not at all."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.conversation.conversation import EventRow, TurnRow
from qa_desktop.desktop.review.conversation.conversation_view import ConversationView
from qa_desktop.desktop.review.conversation.event_words import event_line
from qa_desktop.desktop.review.header import ReviewHeader
from qa_desktop.desktop.review.presenter import ReviewPresenter
from qa_desktop.desktop.review.state import StepState
from qa_desktop.desktop.review.turns.transcript_view import TranscriptView
from qa_desktop.desktop.review.words import is_machine_id, step_words
from qa_desktop.desktop.theme import tokens
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.interactions.model import Role, TicketEvent, Turn

UUID = "71f8d498-7034-65f3-de7c-7ac126139a2e"


@pytest.mark.parametrize(
    ("name", "machine"),
    [
        (UUID, True),
        ("5f2b1c9e8d7a4b3c", True),
        ("Jennifer", False),
        ("Maximiliane-Charlotte", False),
        ("quality.lead2024@example.com", False),
        ("131", False),
        ("旅游顾问一组王悦", False),
        ("Jane Doe 4711 0815 2222", False),
    ],
)
def test_machines_numbers_are_told_from_names(name: str, machine: bool) -> None:
    assert is_machine_id(name) is machine


def turn(role: Role, author: str | None, *, start_ms: int = 0, end_ms: int = 0) -> Turn:
    return Turn(
        position=start_ms, role=role, text="words", author=author, start_ms=start_ms, end_ms=end_ms
    )


class TestBubbles:
    @pytest.fixture
    def view(self, qtbot: QtBot, theme: Theme) -> ConversationView:
        view = ConversationView(theme)
        qtbot.addWidget(view)
        view.show_conversation([], "Maya", UUID)
        return view

    @pytest.mark.parametrize(
        ("role", "author", "named"),
        [
            (Role.AGENT, UUID, "Agent Maya"),
            (Role.AGENT, None, "Agent Maya"),
            (Role.AGENT, "Tom", "Agent Tom"),
            (Role.CUSTOMER, UUID, "Customer"),
            (Role.CUSTOMER, "Helena", "Customer Helena"),
            (Role.OTHER, UUID, "Other"),
            (Role.OTHER, "Supervisor Li", "Supervisor Li"),
        ],
    )
    def test_who_wrote_it(
        self, view: ConversationView, role: Role, author: str | None, named: str
    ) -> None:
        assert view._name(turn(role, author)) == named

    def test_fields_of_a_ticket_have_words_and_machines_no_name(self) -> None:
        event = TicketEvent(
            position=0, at=None, field="assignee_id", old=None, new="501", actor=UUID
        )
        said = event_line(EventRow(events=(event,)), {}, dated=False).text
        assert said == f"Assignee: User 501 · User {UUID[:8]}…"

    def test_both_sides_stay_near_each_other_on_a_wide_screen(self, view: ConversationView) -> None:
        rows = [
            TurnRow(turn=turn(Role.CUSTOMER, None)),
            EventRow(
                events=(
                    TicketEvent(
                        position=0, at=None, field="status", old=None, new="open", actor=None
                    ),
                )
            ),
            TurnRow(turn=turn(Role.AGENT, None, start_ms=9)),
        ]
        view.show_conversation(rows, "Maya", UUID)
        left, right = (line.data.box.x() for line in view.make_lines(3000) if line.turn is not None)
        assert left > (3000 - tokens.COLUMN_CAP) / 2
        assert right < (3000 + tokens.COLUMN_CAP) / 2


def test_long_silence_between_turns_of_a_call_is_noted(qtbot: QtBot, theme: Theme) -> None:
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.show_transcript(
        [
            turn(Role.AGENT, None, start_ms=0, end_ms=1_000),
            turn(Role.CUSTOMER, None, start_ms=5_900, end_ms=6_000),
            turn(Role.AGENT, None, start_ms=11_000, end_ms=12_000),
        ]
    )
    lines = view.make_lines(600)
    assert [line.data for line in lines] == [None, None, 5_000, None]
    assert [line.turn_position() for line in lines] == [0, 5_900, -1, 11_000]
    assert all(a.top + a.height <= b.top for a, b in pairwise(lines))


class TestHeader:
    @pytest.fixture
    def header(self, qtbot: QtBot, theme: Theme, presenter: ReviewPresenter) -> ReviewHeader:
        header = ReviewHeader(theme)
        qtbot.addWidget(header)
        header.show_state(presenter.state())
        header.resize(1204, header.height())
        header.show()
        return header

    def test_the_agents_name_goes_before_the_number(self, header: ReviewHeader) -> None:
        assert header._agent.text() == "Agent Jennifer"
        assert header._agent.toolTip() == "Jennifer · 3"

    def test_the_title_is_whole_and_what_the_list_tells_gives_way(
        self, header: ReviewHeader
    ) -> None:
        needed = header._title.sizeHint().width()
        assert header._title.width() >= needed
        assert header._queue.isVisible()
        header.resize(needed + 620, header.height())
        assert header._title.width() >= needed
        assert not header._queue.isVisible()


class TestUndoSaysWhat:
    @pytest.mark.parametrize(
        ("step", "said"),
        [
            (StepState(code="answer", item_text="Opening", answer="No"), "“Opening” → No"),
            (StepState(code="answer", item_text="Opening"), "Answer to “Opening”"),
            (StepState(code="na", item_text="Opening"), "“Opening” → N/A"),
            (StepState(code="comment", comment_number=2), "Comment 2"),
            (StepState(code="comment"), "Comment"),
            (StepState(code="from a later version"), "Last change"),
        ],
    )
    def test_in_words(self, step: StepState, said: str) -> None:
        assert step_words(step) == said

    def test_from_what_was_done(self, presenter: ReviewPresenter) -> None:
        undo = presenter.choose("recorded", "no").undo
        assert undo is not None
        assert step_words(undo) == "“Request recorded” → No"
        undo = presenter.set_na("greeting").undo
        assert undo is not None
        assert step_words(undo) == "“Greeting” → N/A"

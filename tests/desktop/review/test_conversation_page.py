"""A chat and a ticket in a real window: folds, notes, facts that lead somewhere, several agents."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.comments.comment_states import Anchor
from qa_desktop.desktop.review.conversation.bubbles import Bubble
from qa_desktop.desktop.review.conversation.conversation_side import ConversationSide
from qa_desktop.desktop.review.conversation.fact_cards import FactButton
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.review.state import AnswerForm, Phase
from qa_desktop.desktop.review.turns.turn_selection import Selection
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.model import (
    Interaction,
    InteractionDetail,
    Kind,
    Metadata,
    Role,
    TicketEvent,
    Turn,
)
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import ReviewState

Key, Modifier = Qt.Key, Qt.KeyboardModifier
BEGIN = datetime(2026, 5, 30, 12, 2, 5, tzinfo=UTC)
A, B, C = Role.AGENT, Role.BOT, Role.CUSTOMER
MAIL = """Thanks, that works now.

On Mon, 30 May 2026 at 10:14, Support <help@example.com> wrote:
> Please restart the router
> and wait for ten minutes."""
MARKUP = "<p>I have <b>refunded</b> the charge.</p>"
LONG = "\n".join(f"line {n}" for n in range(40))


def said(position: int, role: Role, author: str, text: str, at_s: int, **more: bool) -> Turn:
    return Turn(
        position=position,
        role=role,
        author=author,
        text=text,
        start_ms=at_s * 1000,
        sent_at=BEGIN + timedelta(seconds=at_s),
        **more,
    )


TURNS = (
    said(0, C, "Cleo Marsh", "my router stopped", 0),
    said(1, B, "Fin", "I connect you", 2),
    said(2, A, "Ann Lee", "one moment", 100),
    said(3, A, "Ann Lee", "be careful with this customer", 110, internal=True),
    said(4, C, "Cleo Marsh", MAIL, 200),
    said(5, A, "Bo Park", MARKUP, 600),
    said(6, A, "Bo Park", LONG, 610),
)


def change(position: int, at_s: int, new: str) -> TicketEvent:
    at = BEGIN + timedelta(seconds=at_s)
    return TicketEvent(position=position, at=at, actor="7", field="status", old=None, new=new)


EVENTS = (change(0, 1, "open"), change(1, 300, "solved"), change(2, 5000, "open"),
          change(3, 9000, "solved"))  # fmt: skip
OpenIt = Callable[..., ReviewPage]


@pytest.fixture
def open_it(qtbot: QtBot, demo_services: Services) -> OpenIt:
    """A page with hand-made turns, graded with the five dimensions."""

    def open_it(
        kind: Kind = Kind.TICKET, metadata: Metadata | None = None, *, again: bool = False
    ) -> ReviewPage:
        services = demo_services
        if not again:
            interaction = Interaction(
                id="made",
                kind=kind,
                title="made",
                content_hash="made",
                source_name="made",
                imported_at=BEGIN,
                batch_id="made",
                metadata=metadata or Metadata(),
            )
            detail = InteractionDetail(interaction=interaction, turns=TURNS, events=EVENTS)
            services.interactions.add_batch("made", "test", [detail])
        page = ReviewPage(services, "made")
        qtbot.addWidget(page)
        page.resize(1204, 640)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        if page.state.phase is Phase.CHOOSE_RUBRIC:
            choice = next(c for c in page.state.rubrics if c.id == "service-five-dimensions")
            page.choose_rubric(choice.id, choice.version)
        return page

    return open_it


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def side(page: ReviewPage) -> ConversationSide:
    assert isinstance(page.left, ConversationSide)
    return page.left


def bubble(page: ReviewPage, position: int) -> Bubble:
    line = side(page).view.measured_line(position)
    assert line is not None
    assert isinstance(line.data, Bubble)
    return line.data


def shown(page: ReviewPage, position: int) -> str:
    return bubble(page, position).block.text


def fact(page: ReviewPage, title: str) -> FactButton:
    buttons = page.left.findChildren(FactButton)
    return next(b for b in buttons if b.state is not None and b.state.title == title)


def comment(page: ReviewPage, anchor: Anchor, text: str) -> str:
    before = {each.id for each in page.state.comments}
    page.show_state(page.presenter.begin_comment(anchor))
    made = next(each.id for each in page.state.comments if each.id not in before)
    page.show_state(page.presenter.type_comment(made, text))
    page.show_state(page.presenter.finish_comment())
    return made


class TestWhatIsLeftOut:
    def test_a_key_shows_all_of_the_current_message_and_folds_it_again(
        self, open_it: OpenIt
    ) -> None:
        page = open_it()
        assert shown(page, 4) == "Thanks, that works now."
        page.left.go_to_turn(4)
        press(Key.Key_X)
        assert shown(page, 4) == MAIL
        press(Key.Key_X)
        assert shown(page, 4) == "Thanks, that works now."
        page.left.go_to_turn(0)
        press(Key.Key_X)
        assert shown(page, 0) == TURNS[0].text

    def test_the_link_does_the_same(self, open_it: OpenIt) -> None:
        page = open_it()
        view = side(page).view
        page.left.go_to_turn(6)
        line = view.measured_line(6)
        assert line is not None
        (link,) = bubble(page, 6).links
        view.reveal(6, (0, 5))
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        place = link[1].center().toPoint()
        at = QPoint(place.x(), place.y() + int(line.top) - view.verticalScrollBar().value())
        assert view.viewport().rect().contains(at)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, at)
        assert shown(page, 6) == LONG

    def test_markup_is_not_shown_until_it_is_asked_for(self, open_it: OpenIt) -> None:
        page = open_it()
        assert shown(page, 5) == "I have refunded the charge."
        page.left.go_to_turn(5)
        press(Key.Key_X)
        assert shown(page, 5) == MARKUP

    def test_search_opens_what_it_finds(self, qtbot: QtBot, open_it: OpenIt) -> None:
        page = open_it()
        press(Key.Key_F, Modifier.ControlModifier)
        QTest.keyClicks(QApplication.focusWidget(), "ten minutes")
        turns = page.left.turns
        assert turns is not None
        qtbot.waitUntil(lambda: bool(turns.canvas.shown.matches))
        assert shown(page, 4) == MAIL

    def test_a_comment_on_folded_words_opens_them(self, open_it: OpenIt) -> None:
        page = open_it()
        start = MAIL.index("router")
        made = comment(page, Anchor(turn=4, start_char=start, end_char=start + 6), "asked before")
        side(page).view.toggle_fold(4)
        page.left.go_to_turn(0)
        if "router" in shown(page, 4):
            side(page).view.toggle_fold(4)
        page.commenting.activate(made)
        assert "router" in shown(page, 4)

    def test_words_are_commented_where_the_import_has_them(self, open_it: OpenIt) -> None:
        page = open_it()
        block = bubble(page, 5).block
        start = block.shown.to_source(block.text.index("refunded"))
        end = block.shown.to_source(block.text.index("refunded") + len("refunded"))
        side(page).view.select(Selection(turn=5, start_char=start, end_char=end))
        page.setFocus()
        press(Key.Key_M)
        QTest.keyClicks(QApplication.focusWidget(), "good")
        press(Key.Key_Return)
        (made,) = page.presenter.draft.comments
        assert MARKUP[made.start_char : made.end_char] == "refunded"


class TestNotes:
    def test_they_are_hidden_by_a_key_and_stay_so(
        self, open_it: OpenIt, demo_services: Services
    ) -> None:
        page = open_it()
        view = side(page).view
        assert view.turn(3) is not None
        press(Key.Key_X, Modifier.ShiftModifier)
        assert view.turn(3) is None
        page.left.go_to_turn(2)
        press(Key.Key_Right)
        assert page.left.turns is not None
        assert page.left.turns.current() == 4
        page.close()
        again = open_it(again=True)
        assert side(again).view.turn(3) is None
        again.setFocus()
        press(Key.Key_X, Modifier.ShiftModifier)
        assert side(again).view.turn(3) is not None

    def test_a_note_with_a_comment_stays(self, open_it: OpenIt) -> None:
        page = open_it()
        comment(page, Anchor(turn=3), "kind")
        press(Key.Key_X, Modifier.ShiftModifier)
        assert side(page).view.turn(3) is not None

    def test_what_leads_to_a_note_brings_it_back(self, open_it: OpenIt) -> None:
        page = open_it()
        press(Key.Key_X, Modifier.ShiftModifier)
        page.go_to("3")
        assert side(page).view.turn(3) is not None
        assert page.left.turns is not None
        assert page.left.turns.current() == 3


class TestFacts:
    def test_each_leads_to_where_it_can_be_seen(self, open_it: OpenIt) -> None:
        page = open_it()
        turns = page.left.turns
        assert turns is not None
        QTest.mouseClick(fact(page, "longest wait"), Qt.MouseButton.LeftButton)
        assert turns.current() == 5
        QTest.mouseClick(fact(page, "first response"), Qt.MouseButton.LeftButton)
        assert turns.current() == 2
        bar = side(page).view.verticalScrollBar()
        top = bar.value()
        QTest.mouseClick(fact(page, "times reopened"), Qt.MouseButton.LeftButton)
        assert side(page).view.lit_event() == 2
        assert bar.value() > top or side(page).view.gliding()

    def test_they_are_reckoned_from_the_turns(self, open_it: OpenIt) -> None:
        page = open_it()
        values = {
            button.state.title: button.state.value
            for button in page.left.findChildren(FactButton)
            if button.state is not None
        }
        assert values["first response"] == "1 min 40 s"
        assert values["longest wait"] == "6 min 40 s"
        assert values["bot's first reply"] == "2.0 s"
        assert values["agent / customer messages"] == "3 / 2"
        assert values["resolution"] == "2 h 30 min"

    def test_the_strip_goes_from_one_thing_to_the_next(self, open_it: OpenIt) -> None:
        page = open_it()
        strip = side(page).strip
        assert strip.isVisible()
        strip.setFocus()
        for _ in range(4):
            press(Key.Key_Right)
        assert page.left.turns is not None
        assert page.left.turns.current() == 2
        assert "Agent" in strip.accessibleDescription()
        press(Key.Key_Left)
        press(Key.Key_Left)
        assert side(page).view.lit_event() == 0


class TestSeveralAgents:
    def menu(self, page: ReviewPage) -> QMenu:
        menus = [m for m in page.header.agents.findChildren(QMenu) if m.isVisible()]
        assert menus
        return menus[-1]

    def test_nobody_is_graded_before_somebody_chose(self, open_it: OpenIt) -> None:
        page = open_it()
        header = page.state.header
        assert header.agent_open
        assert [(a.name, a.messages, a.notes, a.suggested) for a in header.agents] == [
            ("Ann Lee", 1, 1, False),
            ("Bo Park", 2, 0, True),
        ]
        assert page.header.agents.text() == "Agent Bo Park?"
        assert page.presenter.draft.agent is None
        assert header.faint == frozenset()

    def test_chosen_by_keys_kept_told_apart_and_undone(
        self, qtbot: QtBot, open_it: OpenIt, demo_services: Services
    ) -> None:
        page = open_it()
        press(Key.Key_T)
        menu = self.menu(page)
        # It opens at the suggestion; the other one stands above it.
        QTest.keyClick(menu, Key.Key_Up)
        QTest.keyClick(menu, Key.Key_Return)
        assert page.presenter.draft.agent == "Ann Lee"
        kept = demo_services.reviews.get(page.state.review_id or "")
        assert kept.draft.agent == "Ann Lee"
        assert page.header.agents.text() == "Agent Ann Lee"
        assert [side(page).view.is_faint(n) for n in (2, 5, 6)] == [False, True, True]
        listed = demo_services.listing.page(ListingFilter(agents=("Ann Lee",)), 9)
        assert [row.interaction.id for row in listed] == ["made"]
        page.setFocus()
        press(Key.Key_Z, Modifier.ControlModifier)
        assert page.presenter.draft.agent is None
        assert not side(page).view.is_faint(5)
        press(Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
        assert page.presenter.draft.agent == "Ann Lee"

    def test_the_interactions_own_agent_is_graded_without_a_choice(self, open_it: OpenIt) -> None:
        page = open_it(metadata=Metadata(agent_id="7", agent_name="Ann Lee"))
        assert not page.state.header.agent_open
        assert page.header.agents.text() == "Agent Ann Lee"
        assert page.state.header.faint == {5, 6}

    def test_submitting_asks_whom_the_score_goes_to(
        self, open_it: OpenIt, demo_services: Services
    ) -> None:
        page = open_it()
        while (item := page.state.item(page.state.missing.first_id or "")) is not None:
            if item.na_allowed:
                page.show_state(page.presenter.set_na(item.id))
            elif item.form is AnswerForm.MEASURE:
                page.show_state(page.presenter.set_number(item.id, "20"))
            else:
                page.show_state(page.presenter.choose(item.id, item.options[0].key))
        press(Key.Key_Return, Modifier.ControlModifier)
        QTest.keyClick(self.menu(page), Key.Key_Return)
        assert page.presenter.draft.agent == "Bo Park"
        page.setFocus()
        press(Key.Key_Return, Modifier.ControlModifier)
        kept = demo_services.reviews.get(page.state.review_id or "")
        assert (kept.state, kept.draft.agent) == (ReviewState.SUBMITTED, "Bo Park")

    def test_one_agent_needs_no_choice(self, qtbot: QtBot, demo_services: Services) -> None:
        rows = demo_services.listing.page(ListingFilter(kinds=(Kind.CHAT,)), 20)
        page = ReviewPage(demo_services, rows[0].interaction.id)
        qtbot.addWidget(page)
        page.show()
        assert not page.header.agents.isVisible()

"""The list of interactions: finding, sorting, opening, and 100,000 of them."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import to_text
from qa_desktop.desktop.interactions.columns import Column
from qa_desktop.desktop.interactions.dates_popup import DatesPopup
from qa_desktop.desktop.interactions.facet_popup import FacetPopup
from qa_desktop.desktop.interactions.page import InteractionsPage
from qa_desktop.desktop.interactions.presenter import Emptiness
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.widgets.cell import CELL_ROLE
from qa_desktop.desktop.widgets.icon_button import TextButton
from qa_desktop.reviews.listing_store import Sort

MANY = 100_000


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> InteractionsPage:
    page = InteractionsPage(demo_services)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def titles(page: InteractionsPage) -> list[str]:
    return [page.model.index(row, Column.TITLE).data() for row in range(page.model.rowCount())]


def state_button(page: InteractionsPage, name: str) -> TextButton:
    return next(b for b in page.filters.findChildren(TextButton) if b.accessibleName() == name)


def test_the_demo_is_listed_with_what_became_of_its_reviews(
    qtbot: QtBot, page: InteractionsPage
) -> None:
    states = [page.model.index(row, Column.STATE).data() for row in range(page.model.rowCount())]
    assert page.model.rowCount() == 8
    assert {"Ungraded", "Draft", "Submitted"} <= set(states)
    graded = states.index("Submitted")
    qtbot.waitUntil(lambda: page.model.index(graded, Column.GRADE).data() != "")
    score = page.model.index(graded, Column.SCORE).data(CELL_ROLE)
    grade = page.model.index(graded, Column.GRADE).data(CELL_ROLE)
    assert score.number
    assert float(score.text) > 0
    assert grade.icon
    assert grade.text


def test_words_that_were_said_find_their_call(qtbot: QtBot, page: InteractionsPage) -> None:
    every = page.model.rowCount()
    qtbot.keyClicks(page.filters.search, "debit card")
    qtbot.waitUntil(lambda: 0 < page.model.rowCount() < every)
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
    assert page.model.rowCount() == every


def test_a_state_is_switched_on_and_off(qtbot: QtBot, page: InteractionsPage) -> None:
    every = page.model.rowCount()
    button = state_button(page, "Submitted")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 3
    assert button.isChecked()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == every


def test_agents_are_chosen_in_a_popup(qtbot: QtBot, page: InteractionsPage) -> None:
    button = next(b for k, b in page.filters._facets.items() if k == "agents")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    popup = page.findChild(FacetPopup)
    assert popup is not None
    popup.list.setFocus()
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    agent = popup.list.item(0).text().rpartition("  (")[0]
    assert button.text() == f"Agent: {agent}"
    shown = {page.model.index(row, Column.AGENT).data() for row in range(page.model.rowCount())}
    assert shown == {agent}
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    assert button.text() == "Agent"
    popup.close()


def test_a_span_of_days_narrows_the_list(qtbot: QtBot, page: InteractionsPage) -> None:
    begin = datetime(2020, 5, 30, tzinfo=UTC)
    page.filters.dates_chosen.emit(begin, begin + timedelta(days=1))
    assert titles(page) == ["0091a706bc604188"]
    qtbot.mouseClick(page.filters._dates, Qt.MouseButton.LeftButton)
    popup = page.findChild(DatesPopup)
    assert popup is not None
    with qtbot.waitSignal(popup.chosen) as chosen:
        popup._clear()
    assert chosen.args == [None, None]
    assert page.model.rowCount() == 8


def test_a_heading_sorts_and_turns_around(qtbot: QtBot, page: InteractionsPage) -> None:
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(Column.TITLE) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    once = titles(page)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.presenter.state.filter.sort is Sort.TITLE
    assert once == titles(page)[::-1]
    assert sorted(once, key=str.casefold) in (once, once[::-1])


def test_enter_opens_the_current_line(qtbot: QtBot, page: InteractionsPage) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.review_requested) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    row = page.model.row(1)
    assert row is not None
    assert opened.args == [row.interaction.id]


def test_a_double_click_opens_too(qtbot: QtBot, page: InteractionsPage) -> None:
    place = page.table.visualRect(page.model.index(2, Column.TITLE)).center()
    row = page.model.row(2)
    assert row is not None
    with qtbot.waitSignal(page.review_requested) as opened:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [row.interaction.id]


def test_the_menu_offers_what_fits_the_line(page: InteractionsPage) -> None:
    submitted = next(
        row for n in range(8) if (row := page.model.row(n)) and row.review_state == "submitted"
    )
    ungraded = next(
        row for n in range(8) if (row := page.model.row(n)) and row.review_state == "ungraded"
    )
    words = [word for word, _ in page._menu_entries([submitted])]
    assert "Feedback sheet…" in words
    assert "Feedback sheet…" not in [word for word, _ in page._menu_entries([ungraded])]
    both = [word for word, _ in page._menu_entries([submitted, ungraded])]
    assert len(both) == 1
    assert both[0].startswith("Copy 2 name")
    copy = page._menu_entries([submitted, ungraded])[0][1]
    copy()
    assert len(QApplication.clipboard().text().splitlines()) == 2


def test_nothing_fits_and_the_filter_can_be_cleared(qtbot: QtBot, page: InteractionsPage) -> None:
    page.show_state(page.presenter.search("zzzz"))
    assert page.no_result.isVisible()
    page.no_result.first_requested.emit()
    assert page.table.isVisible()
    assert page.model.rowCount() == 8


def test_first_use_says_what_the_place_is_for(qtbot: QtBot, services: Services) -> None:
    page = InteractionsPage(services)
    qtbot.addWidget(page)
    page.show()
    assert page.presenter.state.emptiness is Emptiness.FIRST_USE
    assert page.first_use.isVisible()
    assert not page.filters.isVisible()
    button = next(b for b in page.first_use.findChildren(TextButton) if b.text() == "Import…")
    with qtbot.waitSignal(page.import_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_widths_of_columns_are_kept(qtbot: QtBot, page: InteractionsPage) -> None:
    page.table.setColumnWidth(Column.AGENT, 222)
    again = InteractionsPage(page._services)
    qtbot.addWidget(again)
    again.resize(1400, 700)
    again.show()
    assert again.table.columnWidth(Column.AGENT) == 222


def graded_rows(page: InteractionsPage) -> list[int]:
    rows = range(page.model.rowCount())
    return [r for r in rows if (row := page.model.row(r)) is not None and row.grade]


def test_the_list_does_not_wait_for_rubrics(qtbot: QtBot, demo_services: Services) -> None:
    page = InteractionsPage(demo_services)
    qtbot.addWidget(page)
    graded = graded_rows(page)
    assert graded
    ids = [row.grade for r in graded if (row := page.model.row(r)) is not None]
    # Before the event loop has run once, nothing that was read beside it can be known.
    with qtbot.waitSignal(page.model.dataChanged):
        assert {page.model.index(r, Column.GRADE).data() for r in graded} == {""}
    words = [page.model.index(r, Column.GRADE).data() for r in graded]
    assert all(words)
    assert words != ids


def test_grades_speak_the_new_language_at_once(
    qtbot: QtBot, page: InteractionsPage, languages: Languages
) -> None:
    graded = graded_rows(page)[0]
    qtbot.waitUntil(lambda: page.model.index(graded, Column.GRADE).data() != "")
    english = page.model.index(graded, Column.GRADE).data()
    preferences = page._services.preferences
    preferences.change(replace(preferences.settings(), language="zh-CN"))
    languages.use("zh-CN")
    qtbot.waitUntil(lambda: page.model.index(graded, Column.GRADE).data() != english)
    assert any("一" <= char <= "鿿" for char in page.model.index(graded, Column.GRADE).data())


@pytest.fixture
def crowded(services: Services) -> Services:
    """100,000 interactions."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    with services.workspace.database.writing() as db:
        db.execute("INSERT INTO import_batches VALUES ('b', '2026-01-01T00:00:00.000Z', 'x', NULL)")
        db.conn.executemany(
            "INSERT INTO interactions (id, kind, title, content_hash, source_name, batch_id,"
            " imported_at, agent_id, queue, started_at, tags)"
            " VALUES (?, 'chat', ?, ?, ?, 'b', '2026-01-01T00:00:00.000Z', ?, ?, ?, ?)",
            (
                (
                    f"i{n:06}",
                    f"Chat {n}",
                    f"h{n}",
                    f"{n}.json",
                    f"agent {n % 40}",
                    f"queue {n % 7}",
                    to_text(start + timedelta(minutes=n)),
                    json.dumps(["refund"] if n % 100 == 0 else []),
                )
                for n in range(MANY)
            ),
        )
    return services


def test_a_hundred_thousand_open_filter_and_scroll_without_a_pause(
    qtbot: QtBot, crowded: Services
) -> None:
    begun = time.perf_counter()
    page = InteractionsPage(crowded)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    QApplication.processEvents()
    opened = time.perf_counter()
    page.show_state(page.presenter.choose("queues", ("queue 3",)))
    QApplication.processEvents()
    filtered = time.perf_counter()
    page.show_state(page.presenter.clear())
    page.table.scrollToBottom()
    QApplication.processEvents()
    scrolled = time.perf_counter()
    # Ample, for machines that are busy; the benchmark has the real limits.
    assert opened - begun < 2
    assert filtered - opened < 1
    assert scrolled - filtered < 1
    assert page.model.rowCount() == MANY
    assert len(page.model._pages) <= 3
    assert page.model.index(MANY - 1, Column.TITLE).data() == "Chat 0"
    counts = [label.text() for label in page.header.findChildren(QLabel)]
    assert str(MANY) in counts

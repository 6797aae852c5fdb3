"""Agreement over time on the screen, over sessions that were really held."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from qa_desktop.demo.calibration import hold_session
from qa_desktop.desktop.calibration.trend.view import ITEMS, PARTNERS, REVIEWERS, TrendView
from qa_desktop.desktop.calibration.views import TREND
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.window.main_window import MainWindow


def view_in(window: MainWindow) -> TrendView:
    view = window.calibration.page().show_view(TREND)
    settle(window.services.runner)
    assert isinstance(view, TrendView)
    return view


def hold(window: MainWindow) -> str:
    services = window.services
    return hold_session(services.workspace, services.clock, services.reviews.actor).id


def test_without_a_revealed_session_it_says_what_it_is_for(window: MainWindow) -> None:
    view = view_in(window)
    assert view.empty.isVisible()


def test_items_reviewers_and_suggestions(window: MainWindow, qtbot: QtBot) -> None:
    session_id = hold(window)
    view = view_in(window)
    assert view.state.trend.team[0].session_id == session_id
    assert view.chart.accessibleDescription().startswith("November, week 1")
    items, reviewers = view.tables[ITEMS], view.tables[REVIEWERS]
    assert items.rowCount() == len(view.state.trend.items) > 5
    assert reviewers.rowCount() == 5
    assert reviewers.item(0, 0).text() == "Reviewer 1"
    view.names.click()
    names = {reviewers.item(row, 0).text() for row in range(5)}
    assert window.services.reviews.actor in names
    for part, table in enumerate(view.tables):
        view.switch.buttons[part].click()
        assert table.isVisible() == (part != PARTNERS or bool(view.state.trend.partners))
    point = view.chart.place_of(0)
    with qtbot.waitSignal(view.results_requested) as asked:
        qtbot.mouseClick(
            view.chart,
            Qt.MouseButton.LeftButton,
            pos=QPoint(round(point.x()), round(point.y())),
        )
    assert asked.args == [session_id]


def test_other_targets_count_anew(window: MainWindow) -> None:
    hold(window)
    view = view_in(window)
    assert view.state.trend.targets.alpha == 0.67
    services = window.services
    services.preferences.change(replace(services.settings, target_alpha_pct=10))
    settle(services.runner)
    assert view.state.trend.targets.alpha == 0.1
    assert view.state.trend.team[0].met is True


def test_a_session_that_held_before_is_counted_once(window: MainWindow) -> None:
    hold(window)
    view = view_in(window)
    counted = dict(view._presenter._counted)
    view.reload()
    settle(window.services.runner)
    assert view._presenter._counted == counted

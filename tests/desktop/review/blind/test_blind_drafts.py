"""Among the open drafts a blind one is told by its session and pseudonym, while it is open."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.window.drafts_dialog import DraftsDialog

Open = Callable[..., ReviewPage]


def _titles(qtbot: QtBot, services: Services) -> list[str]:
    dialog = DraftsDialog(services, ())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog._stage.currentWidget() is not dialog._reading)
    table = dialog.table
    items = [table.item(row, 0) for row in range(table.rowCount())]
    return [item.text() for item in items if item is not None]


def _begin(page: ReviewPage) -> None:
    item = page.state.items()[0]
    page.show_state(page.presenter.choose(item.id, item.options[0].key))


def test_a_blind_draft_is_named_by_its_session(
    qtbot: QtBot, open_copy: Open, services: Services
) -> None:
    before = _titles(qtbot, services)
    _begin(open_copy("chat-1"))
    assert set(_titles(qtbot, services)) - set(before) == {"Calibration · July calls · Chat 1"}


def test_once_the_session_is_closed_or_is_anothers_it_is_not_there(
    qtbot: QtBot, open_copy: Open, services: Services
) -> None:
    before = _titles(qtbot, services)
    _begin(open_copy("chat-1"))
    database = services.workspace.database
    with database.writing() as db:
        db.execute("UPDATE calibration_sessions SET reviewer = 'Ann'")
    assert _titles(qtbot, services) == before
    with database.writing() as db:
        db.execute("UPDATE calibration_sessions SET reviewer = 'Lin', closed_at = '2026-11-21'")
    assert _titles(qtbot, services) == before

"""Sessions and dialogs that were left leave no widget behind."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog

from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.calibration.session.page import SessionPage
from qa_desktop.desktop.picturing.calibration_cast import Player, acquaint, invite


def widgets() -> Counter[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return Counter(type(widget).__name__ for widget in QApplication.allWidgets())


def test_whatever_was_opened_goes_away_with_its_closing(
    page: CalibrationPage,
    mine: Player,
    colleague: Callable[[str], Player],
    use_share: Path,
    rest: Callable[[], None],
) -> None:
    anna = colleague("Anna")
    acquaint((mine, anna), use_share)
    session = invite(mine, (anna,), use_share, "November", ("star_736",))
    page.reload()
    rest()
    before: Counter[str] = Counter()
    for _ in range(2):
        page.show_session(session.id)
        front = page.front()
        assert isinstance(front, SessionPage)
        front.ask_revision()
        dialog = next(d for d in front.findChildren(QDialog) if d.isVisible())
        dialog.reject()
        del front, dialog
        page.back()
        for begin in (page.ask_new, page.show_team):
            begin()
            rest()
            opened = next(d for d in page.findChildren(QDialog) if d.isVisible())
            opened.reject()
            del opened
        rest()
        left = widgets() - before if before else Counter()
        # What Qt makes once for the whole application.
        left.pop("QTipLabel", None)
        assert left == Counter()
        before = widgets()

"""Brings up what follows a revealed session: its results, the meeting, the book of rulings."""

from fractions import Fraction

from PySide6.QtWidgets import QApplication, QWidget

from qa_desktop.calibration.model import CalibrationSession, SessionState
from qa_desktop.demo.calibration import hold_session, written_session
from qa_desktop.desktop.calibration.meeting.window import MeetingWindow
from qa_desktop.desktop.calibration.page import CalibrationPage
from qa_desktop.desktop.calibration.results.page import PARTS, PEOPLE, ResultsView
from qa_desktop.desktop.calibration.rulings.view import UNCLEAR, RulingsView
from qa_desktop.desktop.calibration.views import RULINGS
from qa_desktop.desktop.picturing.screen_steps import opened
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.pages import CALIBRATION
from qa_desktop.rubrics.model import Answer

_DIVIDED = "efficiency"
_ALSO = "listening"


def _session(window: MainWindow) -> str:
    """The revealed one, with rulings; held where it is not there yet."""
    services = window.services
    session = _held(window)
    if services.rulings.search():
        return session.id
    for one in written_session()["rulings"]:
        ruling = services.rulings.add(
            rubric_id=session.rubric_id,
            rubric_version=session.rubric_version,
            item_id=one["item"],
            text=one.get("before", one["text"]),
            tags=one["tags"],
            session_id=session.id if one["of_session"] else None,
        )
        services.rulings.edit(ruling.id, text=one["text"], tags=one["tags"])
    return session.id


def _held(window: MainWindow) -> CalibrationSession:
    services = window.services
    title = written_session()["title"]
    for summary in services.calibration.sessions():
        session = summary.session
        if session.state is SessionState.REVEALED and session.title == title:
            return session
    return hold_session(services.workspace, services.clock, services.reviews.actor)


def _page(window: MainWindow) -> CalibrationPage:
    page = window.pages.show_page(CALIBRATION)
    if not isinstance(page, CalibrationPage):
        raise TypeError(page)
    return page


def _results(window: MainWindow) -> ResultsView:
    session_id = _session(window)
    page = _page(window)
    front = page.front()
    if not isinstance(front, ResultsView):
        page.show_results(session_id)
        front = page.front()
    settle(window.services.runner)
    if not isinstance(front, ResultsView):
        raise TypeError(front)
    return front


def results(window: MainWindow) -> QWidget:
    view = _results(window)
    view.switch.buttons[0].click()
    return window


def parts(window: MainWindow) -> QWidget:
    _results(window).switch.buttons[PARTS].click()
    return window


def reviewers(window: MainWindow) -> QWidget:
    _results(window).switch.buttons[PEOPLE].click()
    return window


def one_call(window: MainWindow) -> QWidget:
    """The second call, with the comments on its silence."""
    view = _results(window)
    view.switch.buttons[0].click()
    view.interactions.setCurrentIndex(2)
    view.interactions.activated.emit(2)
    view.table.selectRow(1)
    return window


def meeting(window: MainWindow) -> QWidget | None:
    """In the middle: something was decided, something is written."""
    shown = _results(window).rulings.open_meeting()
    if shown is None:
        return None
    shown.showNormal()
    shown.resize(window.size())
    shown.show_state(shown.presenter.go_to_item(_DIVIDED))
    shown.show_state(shown.presenter.choose_interaction("call-2"))
    return shown


def meeting_names(window: MainWindow) -> QWidget | None:
    """Names shown, an answer agreed on and not decided yet."""
    shown = meeting(window)
    if isinstance(shown, MeetingWindow):
        shown.show_state(shown.presenter.agree_on(Answer(value=Fraction(2))))
        shown.show_state(shown.presenter.show_names(shown=True))
    return shown


def propose(window: MainWindow) -> QWidget | None:
    view = _results(window)
    for other in QApplication.topLevelWidgets():
        if isinstance(other, MeetingWindow):
            other.close()
    settle(window.services.runner)
    ruling = window.services.rulings.search(item_id=_DIVIDED)[0]
    view.rulings.open_proposal(ruling)
    return opened(window)


def _book(window: MainWindow) -> RulingsView:
    _session(window)
    view = _page(window).show_view(RULINGS)
    if not isinstance(view, RulingsView):
        raise TypeError(view)
    view.bring(0)
    return view


def rulings(window: MainWindow) -> QWidget:
    _book(window)
    return window


def edit_ruling(window: MainWindow) -> QWidget:
    view = _book(window)
    return view.open_edit(view.state.lines[0].ruling.id)


def ruling_history(window: MainWindow) -> QWidget:
    view = _book(window)
    edited = window.services.rulings.search(item_id=_ALSO)[0]
    return view.open_history(edited.id)


def precedents(window: MainWindow) -> QWidget | None:
    _results(window).rulings.open_precedents(_ALSO)
    return opened(window)


def unclear(window: MainWindow) -> QWidget:
    view = _book(window)
    view.bring(UNCLEAR)
    settle(window.services.runner)
    return window

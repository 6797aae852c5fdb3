"""Brings reports, trends and second opinions up in a window, over sessions that were held."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from qa_desktop.calibration.model import SessionKind, SessionState
from qa_desktop.calibration.second.second_opinions import Cause, OpinionState
from qa_desktop.calibration.second.second_opinions_desk import SecondOpinionsDesk
from qa_desktop.calibration.second.second_opinions_store import SecondOpinionStore
from qa_desktop.calibration.sessions.desk_model import Work
from qa_desktop.demo.calibration import hold_session
from qa_desktop.desktop.calibration.report.dialog import ReportDialog
from qa_desktop.desktop.calibration.second.ask_dialog import AskDialog
from qa_desktop.desktop.calibration.second.view import SecondView
from qa_desktop.desktop.calibration.trend.view import TrendView
from qa_desktop.desktop.calibration.views import SECOND, TREND
from qa_desktop.desktop.picturing.calibration_cast import Player, acquaint, me, player_at, share_of
from qa_desktop.desktop.picturing.screen_steps import Show, interactions_list, opened, over_list
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.reviews.listing_store import ListingFilter
from qa_desktop.reviews.model import Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer, Choice, Scale
from qa_desktop.rubrics.store import RubricStore

_COLLEAGUE = "Anna Berg"
_HELD = 2
_CAUSES = (Cause.DRAWN, Cause.DISPUTED, Cause.ASKED)
_NOTE = "The agent says the identity was verified before."
# Of so many reviews that are asked about, the first stays in the queue.
_KEPT_BACK = 1


def trend(part: int) -> Show:
    """The calibration page over two sessions, with items, reviewers or partners."""

    def show(window: MainWindow) -> QWidget | None:
        _hold(window.services)
        interactions_list(window)
        view = window.calibration.page().show_view(TREND)
        settle(window.services.runner)
        if isinstance(view, TrendView):
            view.bring(part)
        return window

    return show


def report(window: MainWindow) -> QWidget | None:
    """Of the session that was held last."""
    _hold(window.services)
    interactions_list(window)
    sessions = window.services.calibration.sessions()
    revealed = [
        one.session
        for one in sessions
        if one.session.state is SessionState.REVEALED
        and one.session.kind is SessionKind.CALIBRATION
    ]
    dialog = ReportDialog(window.services, revealed[0].id, parent=window)
    window.show_over(dialog)
    settle(window.services.runner)
    return dialog


def queue(window: MainWindow) -> QWidget | None:
    _queue(window)
    return window


def comparison(window: MainWindow) -> QWidget | None:
    view = _queue(window)
    for row, opinion in enumerate(view.state.opinions):
        if opinion.state is OpinionState.OPENED:
            view.table.selectRow(row)
            view.show_comparison()
            settle(window.services.runner)
            return opened(window)
    return None


def dropping(window: MainWindow) -> QWidget | None:
    view = _queue(window)
    for row, opinion in enumerate(view.state.opinions):
        if opinion.state is OpinionState.WAITING:
            view.table.selectRow(row)
            view.drop_or_take_back()
            return opened(window)
    return None


asking = over_list(lambda window: window.show_over(AskDialog(window)))


def empty_queue(window: MainWindow) -> QWidget | None:
    """Only in a workspace where nobody asked yet."""
    interactions_list(window)
    window.calibration.page().show_view(SECOND)
    settle(window.services.runner)
    return window


def _hold(services: Services) -> None:
    revealed = [
        one
        for one in services.calibration.sessions()
        if one.session.state is SessionState.REVEALED
        and one.session.kind is SessionKind.CALIBRATION
    ]
    for _ in range(_HELD - len(revealed)):
        hold_session(services.workspace, services.clock, services.reviews.actor)


def _queue(window: MainWindow) -> SecondView:
    services = window.services
    make_opinions(services)
    interactions_list(window)
    view = window.calibration.page().show_view(SECOND)
    settle(services.runner)
    window.toast.close_it()
    if not isinstance(view, SecondView):
        raise TypeError(view)
    return view


def make_opinions(services: Services) -> None:
    """One waits, the others came back from a colleague; nothing where some are already."""
    store = SecondOpinionStore(services.workspace.database, services.clock, services.reviews.actor)
    if store.all():
        return
    rows = services.listing.page(ListingFilter(review_states=("submitted",)), len(_CAUSES))
    asked = [_own(services, row.review_id) for row in rows if row.review_id is not None]
    for review_id, cause in zip(asked, _CAUSES, strict=False):
        if cause is not Cause.DRAWN or store.draw(review_id, 100) is None:
            store.ask(review_id, cause, _NOTE if cause is Cause.DISPUTED else "")
    share = share_of(services)
    share.mkdir(exist_ok=True)
    seconds = SecondOpinionsDesk(store, services.calibration)
    with (
        TemporaryDirectory() as folder,
        player_at(Path(folder), _COLLEAGUE, services.clock) as anna,
    ):
        acquaint((me(services), anna), share)
        preferences = services.preferences
        preferences.change(
            replace(preferences.settings(), second_share_pct=10, second_reviewer=anna.fingerprint)
        )
        seconds.send(asked[_KEPT_BACK:], anna.fingerprint, title="Second opinions", folder=share)
        services.calibration.deliver()
        anna.desk.look_in(share)
        for summary in anna.desk.sessions():
            for work in anna.desk.work(summary.session.id):
                _grade_strictly(anna, summary.session.id, work)
            anna.desk.submit(summary.session.id)
        anna.desk.deliver()
        seconds.look()


def _own(services: Services, review_id: str) -> str:
    """That review, or one with the same answers by whoever sits here."""
    reviews = services.reviews
    found = reviews.get(review_id)
    if found.reviewer == reviews.actor:
        return review_id
    rubric = services.rubrics.get(found.rubric_id, found.rubric_version)
    made = reviews.start(found.interaction_id, rubric)
    reviews.save(made.id, found.draft, StepLabel(code="answer"))
    return reviews.submit(made.id, rubric).id


def _grade_strictly(player: Player, session_id: str, work: Work) -> None:
    """The best answer to every other item, the one below it to the rest."""
    session = player.desk.session(session_id)
    database = player.workspace.database
    rubric = RubricStore(database, player.clock, player.name).get(
        session.rubric_id, session.rubric_version
    )
    reviews = ReviewStore(database, player.clock, player.name)
    review = reviews.start(work.interaction.interaction_id, rubric)
    entries: dict[str, Entry] = {}
    for number, item in enumerate(rubric.items()):
        kind = item.answer
        answer = Answer(na=True)
        if isinstance(kind, Scale):
            answer = Answer(value=kind.max - number % 2)
        elif isinstance(kind, Choice):
            answer = Answer(value=kind.options[number % 2].id)
        elif not item.na_allowed:
            continue
        reasons = tuple(reason.id for reason in item.reasons[:1])
        entries[item.id] = Entry(
            answer=answer, comment="The identity was verified before.", reasons=reasons
        )
    reviews.save(review.id, Draft(entries=entries), StepLabel(code="answer"))
    reviews.submit(review.id, rubric)

"""The demo workspace with an open blind session of a call, a chat and a ticket, graded by "Lin"."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from qa_desktop.base.clock import SteppingClock
from qa_desktop.calibration.files.identity import Identity, write_card
from qa_desktop.calibration.model import CalibrationSession, Mode
from qa_desktop.calibration.sessions.desk import CalibrationDesk, NewSession
from qa_desktop.database.workspace import open_workspace
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import Services, make_services
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.interactions.model import Kind
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

START = datetime(2026, 11, 21, 14, 2, tzinfo=UTC)
TITLE = "July calls"
Open = Callable[..., ReviewPage]


@pytest.fixture(scope="session")
def session_folder(tmp_path_factory: pytest.TempPathFactory, demo_folder: Path) -> Path:
    """Workspace and share, closed; copy it before opening it."""
    folder = tmp_path_factory.mktemp("blind")
    shutil.copytree(demo_folder, folder / "demo")
    (folder / "share").mkdir()
    clock = SteppingClock(START, timedelta(seconds=1))
    with open_workspace(folder / "demo", clock=clock) as workspace:
        database = workspace.database
        rubrics = RubricStore(database, clock, "Lin")
        desk = CalibrationDesk(
            workspace,
            clock,
            "Lin",
            interactions=InteractionStore(database, clock, "Lin"),
            reviews=ReviewStore(database, clock, "Lin"),
            rubrics=rubrics,
        )
        pat = Identity.make("Pat")
        card = folder / "pat.qaid"
        card.write_bytes(write_card(pat))
        desk.take_card(card)
        desk.trust(pat.fingerprint)
        listing = ListingStore(database)
        ids = [
            listing.page(ListingFilter(kinds=(kind.value,)), 1)[0].interaction.id for kind in Kind
        ]
        rubric = next(each for each in rubrics.all() if each.id == "service-five-dimensions")
        desk.create(
            NewSession(
                title=TITLE,
                mode=Mode.SEALED,
                rubric_id=rubric.id,
                rubric_version=rubric.version,
                interaction_ids=tuple(ids),
                participants=(pat.fingerprint,),
            )
        )
    return folder


@pytest.fixture
def services(
    tmp_path: Path,
    session_folder: Path,
    preferences: Preferences,
    theme: Theme,
    languages: Languages,
) -> Iterator[Services]:
    """Over a copy of the workspace with the session; its files go by hand."""
    folder = tmp_path / "demo"
    shutil.copytree(session_folder / "demo", folder)
    clock = SteppingClock(START + timedelta(hours=1), timedelta(milliseconds=7))
    with open_workspace(folder, clock=clock) as workspace:
        made = make_services(
            workspace,
            preferences=preferences,
            theme=theme,
            clock=clock,
            runner=TaskRunner(),
            memory=QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat),
        )
        yield made
        made.runner.finish()


@pytest.fixture
def session(services: Services) -> CalibrationSession:
    return services.calibration.sessions()[0].session


@pytest.fixture
def open_copy(qtbot: QtBot, services: Services, session: CalibrationSession) -> Open:
    """A session's interaction by its pseudonym."""

    def open_it(pseudonym: str = "chat-1") -> ReviewPage:
        copy = next(one for one in session.interactions if one.pseudonym == pseudonym)
        page = ReviewPage(services, copy.interaction_id)
        qtbot.addWidget(page)
        page.resize(1204, 640)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        return page

    return open_it

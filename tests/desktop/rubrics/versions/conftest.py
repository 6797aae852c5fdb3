"""The rubrics' page over the demo, where one rubric has two versions with reviews."""

import pytest
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.versions.on_page import VERSIONS
from qa_desktop.desktop.services import Services

RUBRIC = "service-five-dimensions"


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> RubricsPage:
    """With the versions of that rubric in front."""
    page = RubricsPage(demo_services)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    newest = next(r for r in page.presenter.state.rubrics if r.id == RUBRIC)
    page.show_rubric(newest.id, newest.version)
    page.versions.bring(VERSIONS)
    settle(demo_services.runner)
    return page

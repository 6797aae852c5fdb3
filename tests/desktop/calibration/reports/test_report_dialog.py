"""The preview of a calibration report, and what is saved from it."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from qa_desktop.demo.calibration import hold_session
from qa_desktop.desktop.calibration.report.dialog import ReportDialog
from qa_desktop.desktop.calibration.report.presenter import ReportWish
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.services import Services


@pytest.fixture
def dialog(qtbot: QtBot, demo_services: Services) -> ReportDialog:
    services = demo_services
    session = hold_session(services.workspace, services.clock, services.reviews.actor)
    dialog = ReportDialog(services, session.id)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(services.runner)
    return dialog


def said_by(dialog: ReportDialog) -> str:
    assert dialog.report is not None
    pages = PdfReader(BytesIO(dialog.report.pdf)).pages
    return " ".join(page.extract_text() for page in pages)


def test_the_report_is_anonymous_until_names_are_wanted(
    dialog: ReportDialog, demo_services: Services
) -> None:
    people = [one.person.name for one in demo_services.calibration.people()]
    assert people
    said = said_by(dialog)
    assert not any(name in said for name in people)
    dialog.names.click()
    settle(demo_services.runner)
    said = said_by(dialog)
    assert any(name in said for name in people)


def test_languages_and_paper(dialog: ReportDialog, demo_services: Services) -> None:
    assert "Items, most divided first" in said_by(dialog)
    dialog.choose(ReportWish(language="both", page_size="Letter"))
    settle(demo_services.runner)
    assert "评分项，分歧最大的在前" in said_by(dialog)
    assert dialog.report is not None
    page = PdfReader(BytesIO(dialog.report.pdf)).pages[0]
    assert round(float(page.mediabox.height)) == 792


def test_report_and_data_are_saved(
    dialog: ReportDialog, demo_services: Services, tmp_path: Path
) -> None:
    assert dialog.report is not None
    dialog.save_to(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes() == dialog.report.pdf
    for suffix in ("json", "zip", "xlsx", "csv"):
        dialog.save_data(tmp_path / f"data.{suffix}")
        settle(demo_services.runner)
    said = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    assert said["anonymous"] is True
    assert "README.txt" in zipfile.ZipFile(tmp_path / "data.zip").namelist()
    assert dialog.told.isVisible()


def test_a_folder_that_is_not_there_is_told(
    dialog: ReportDialog, demo_services: Services, tmp_path: Path
) -> None:
    for save in (dialog.save_to, dialog.save_data):
        dialog.problems.show_problems(())
        save(tmp_path / "none" / "data.json")
        settle(demo_services.runner)
        assert "could not be written" in dialog.problems.text()


def test_a_session_that_is_not_revealed_is_told(qtbot: QtBot, demo_services: Services) -> None:
    dialog = ReportDialog(demo_services, "no such session")
    qtbot.addWidget(dialog)
    dialog.show()
    settle(demo_services.runner)
    assert dialog.problems.isVisible()
    assert dialog.report is None

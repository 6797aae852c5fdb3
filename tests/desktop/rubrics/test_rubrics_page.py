"""The rubric library: reading, publishing, refusing with every reason, retiring."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.rubrics.item_view import ItemView
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.widgets.chip import Chip
from qa_desktop.rubrics.library import shipped_rubrics


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> RubricsPage:
    page = RubricsPage(demo_services)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def words(page: RubricsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_every_published_rubric_can_be_read_whole(page: RubricsPage) -> None:
    assert page.list.count() == len(shipped_rubrics())
    for rubric in page.presenter.state.rubrics:
        page.show_rubric(rubric.id, rubric.version)
        said = words(page)
        assert rubric.content_hash in said
        for section in rubric.sections:
            assert section.title.to("en") in said
        for item in rubric.items():
            assert item.text.to("en") in said
        forms = [view for view in page.findChildren(ItemView) if view.isVisibleTo(page)]
        assert len(forms) == len(rubric.items())


def test_the_arrow_keys_go_through_the_library(qtbot: QtBot, page: RubricsPage) -> None:
    first = page.presenter.state.current
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    second = page.presenter.state.current
    assert second is not None
    assert second != first
    assert f"{second.title.to('en')}  v{second.version}" in words(page)


def test_a_new_version_is_published_and_shown(
    qtbot: QtBot, page: RubricsPage, tmp_path: Path
) -> None:
    name, source = shipped_rubrics()[0]
    newer = tmp_path / name
    newer.write_bytes(source.replace(b"\nversion: 1\n", b"\nversion: 2\n"))
    with qtbot.waitSignal(page.published) as published:
        page.take_file(newer)
    assert published.args[0].version == 2
    assert page.presenter.state.current == published.args[0]
    assert page.list.count() == len(shipped_rubrics()) + 1
    assert page.banner.isHidden()


def test_a_bad_file_is_refused_with_every_reason_and_its_line(
    qtbot: QtBot, page: RubricsPage, tmp_path: Path
) -> None:
    _, source = shipped_rubrics()[0]
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(source.replace(b"\nversion: 1\n", b"\nversion: one\nsurprise: yes\n"))
    with qtbot.assertNotEmitted(page.published):
        page.take_file(bad)
    assert page.banner.isVisible()
    assert len(page.presenter.state.problems) >= 2
    assert all(problem.where.line for problem in page.presenter.state.problems)
    assert "bad.yaml" in page.banner.text()
    page.banner._dismiss()
    assert page.presenter.state.problems == ()


def test_a_file_that_is_not_there_is_a_problem_not_a_crash(
    page: RubricsPage, tmp_path: Path
) -> None:
    page.take_file(tmp_path / "gone.yaml")
    assert [p.code for p in page.presenter.state.problems] == ["desktop.unreadable"]
    assert page.banner.isVisible()


def test_a_retired_rubric_is_not_offered_any_more(qtbot: QtBot, page: RubricsPage) -> None:
    retired = page.presenter.state.current
    with qtbot.waitSignal(page.retired) as told:
        page._retire.trigger()
    assert told.args == [retired]
    assert retired not in page._services.rubrics.matching("chat")


def test_retiring_can_be_taken_back(page: RubricsPage) -> None:
    retired = page.presenter.state.current
    assert retired is not None
    before = page.list.count()
    page._retire_current()
    assert page.list.count() == before - 1
    page.bring_back(retired)
    assert page.list.count() == before
    assert page.presenter.state.current == retired


def test_importing_a_retired_version_again_brings_it_back(
    page: RubricsPage, tmp_path: Path
) -> None:
    retired = page.presenter.state.current
    assert retired is not None
    page._retire_current()
    again = tmp_path / "again.yaml"
    again.write_text(page._services.rubrics.source(retired.id, retired.version), encoding="utf-8")
    page.take_file(again)
    assert page.presenter.state.current == retired


def test_the_form_follows_the_language(
    qtbot: QtBot, page: RubricsPage, languages: Languages
) -> None:
    rubric = page.presenter.state.current
    assert rubric is not None
    preferences = page._services.preferences
    preferences.change(replace(preferences.settings(), language="zh-CN"))
    languages.use("zh-CN")
    chinese = rubric.sections[0].title.to("zh-CN")
    qtbot.waitUntil(lambda: chinese in words(page))
    assert rubric.sections[0].title.to("en") not in words(page)


def test_an_empty_library_says_what_a_rubric_is(qtbot: QtBot, services: Services) -> None:
    page = RubricsPage(services)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert not page._retire.isEnabled()


def test_vetoes_and_weights_are_told(page: RubricsPage) -> None:
    with_veto = [r for r in page.presenter.state.rubrics if any(i.veto for i in r.items())]
    assert with_veto
    page.show_rubric(with_veto[0].id, with_veto[0].version)
    assert any(text.startswith("Veto: ") for text in words(page))
    chips = [chip.text() for chip in page.findChildren(Chip)]
    assert "N/A" in chips

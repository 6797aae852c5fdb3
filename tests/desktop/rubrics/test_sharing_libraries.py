"""Libraries on screen: noticed, taken, put, gone and back again; and what is exported."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.page import RubricsPage
from qa_desktop.desktop.rubrics.sharing.libraries_dialog import LibrariesDialog
from qa_desktop.desktop.rubrics.sharing.watch import LibrariesWatch
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.rubrics.exchange.formats import ExportFormat
from qa_desktop.rubrics.libraries import FileState
from qa_desktop.rubrics.libraries_index import FOLDER
from qa_desktop.rubrics.loader import load_rubric


@pytest.fixture
def page(qtbot: QtBot, demo_services: Services) -> RubricsPage:
    page = RubricsPage(demo_services)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def watch(demo_services: Services) -> Iterator[LibrariesWatch]:
    watch = demo_services.libraries
    yield watch
    watch.stop()


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def rest(watch: LibrariesWatch) -> None:
    settle(watch.runner)


def source(services: Services, version: int) -> bytes:
    rubric = next(r for r in services.rubrics.all() if r.id == "process-inspection")
    text = services.rubrics.source(rubric.id, rubric.version)
    return text.replace(f"\nversion: {rubric.version}\n", f"\nversion: {version}\n").encode()


def opened(page: RubricsPage, watch: LibrariesWatch, share: Path) -> LibrariesDialog:
    dialog = page.sharing.show_libraries()
    dialog.add_folder(share)
    rest(watch)
    return dialog


def test_without_libraries_it_says_what_one_is(page: RubricsPage, watch: LibrariesWatch) -> None:
    dialog = page.sharing.show_libraries()
    assert dialog.empty.isVisible()
    assert watch.runner.is_idle()
    dialog.reject()


def test_a_folder_is_added_by_its_button(
    qtbot: QtBot,
    page: RubricsPage,
    watch: LibrariesWatch,
    share: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(share))
    dialog = page.sharing.show_libraries()
    dialog.empty.first_requested.emit()
    rest(watch)
    assert [library.folder for library in watch.desk.libraries.all()] == [share]
    assert not dialog.empty.isVisible()
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert dialog.empty.isVisible()
    dialog.add_folder(share / "none")
    assert dialog.banner.isVisible()
    dialog.reject()


def test_a_newer_version_is_taken_into_use(
    qtbot: QtBot,
    page: RubricsPage,
    watch: LibrariesWatch,
    share: Path,
    demo_services: Services,
) -> None:
    (share / "process-inspection-v9.yaml").write_bytes(source(demo_services, 9))
    dialog = opened(page, watch, share)
    (file,) = dialog.panel._files
    assert (file.state, file.unseen) == (FileState.NEWER, True)
    with qtbot.waitSignal(page.published) as told:
        qtbot.mouseClick(dialog.panel.take, Qt.MouseButton.LeftButton)
    assert told.args[0].version == 9
    rest(watch)
    assert dialog.panel._files[0].state is FileState.SAME
    current = page.presenter.state.current
    assert current is not None
    assert current.version == 9
    dialog.accept()
    rest(watch)
    assert not any(f.unseen for s in watch.seen.values() if s.looked for f in s.looked.scan.files)


def test_a_conflict_is_refused_in_words_and_can_be_opened_as_a_draft(
    qtbot: QtBot,
    page: RubricsPage,
    watch: LibrariesWatch,
    share: Path,
    demo_services: Services,
) -> None:
    here = next(r for r in demo_services.rubrics.all() if r.id == "process-inspection")
    other = source(demo_services, here.version).replace(b"pass_mark: 70", b"pass_mark: 60")
    (share / "theirs.yaml").write_bytes(other)
    dialog = opened(page, watch, share)
    assert dialog.panel._files[0].state is FileState.CONFLICT
    assert not dialog.panel.take.isVisible()
    assert "stays as it is" in dialog.panel._told.text()
    qtbot.mouseClick(dialog.panel.mend, Qt.MouseButton.LeftButton)
    rest(watch)
    settle(demo_services.runner)
    assert demo_services.rubric_drafts.all()[0].text.encode() == other
    assert demo_services.rubrics.get(here.id, here.version) == here


def test_the_chosen_file_stays_chosen_when_others_come(
    page: RubricsPage, watch: LibrariesWatch, share: Path, demo_services: Services
) -> None:
    (share / "m-nine.yaml").write_bytes(source(demo_services, 9))
    (share / "n-ten.yaml").write_bytes(source(demo_services, 10))
    dialog = opened(page, watch, share)
    names = [file.name for file in dialog.panel._files]
    dialog.panel.table.selectRow(names.index("n-ten.yaml"))
    (share / "a-eleven.yaml").write_bytes(source(demo_services, 11))
    watch.look_at_all()
    rest(watch)
    assert len(dialog.panel._files) == 3
    assert dialog.panel._name.text() == "n-ten.yaml"
    assert dialog.panel._files[dialog.panel.table.currentRow()].name == "n-ten.yaml"
    dialog.reject()


def test_the_act_is_in_sight_on_a_small_laptop(
    page: RubricsPage, watch: LibrariesWatch, share: Path, demo_services: Services
) -> None:
    for version in range(9, 21):
        (share / f"v{version}.yaml").write_bytes(source(demo_services, version))
    dialog = opened(page, watch, share)
    dialog.resize(1080, 640)
    settle(demo_services.runner)
    take = dialog.panel.take
    assert not take.visibleRegion().isEmpty()
    assert take.visibleRegion().boundingRect().height() == take.height()
    # Where there is no room beside the list, it stands below.
    dialog.resize(600, 640)
    settle(demo_services.runner)
    card = dialog.panel._chosen_card
    assert card.y() >= dialog.panel.table.parentWidget().geometry().bottom()
    dialog.reject()


def test_a_published_version_is_put_in_and_colleagues_are_told(
    qtbot: QtBot, page: RubricsPage, watch: LibrariesWatch, share: Path, demo_services: Services
) -> None:
    dialog = opened(page, watch, share)
    rubric = page.presenter.state.rubrics[0]
    dialog.panel.choice.setCurrentIndex(0)
    qtbot.mouseClick(dialog.panel.put, Qt.MouseButton.LeftButton)
    rest(watch)
    file = share / f"{rubric.id}-v{rubric.version}.yaml"
    assert load_rubric(file.read_bytes(), "x").content_hash == rubric.content_hash
    assert len(list((share / FOLDER).iterdir())) == 1
    assert dialog.panel.people.rowCount() == 1
    qtbot.mouseClick(dialog.panel.put, Qt.MouseButton.LeftButton)
    rest(watch)
    assert "already" in dialog.panel._said.text()
    qtbot.mouseClick(dialog.read_only, Qt.MouseButton.LeftButton)
    assert not dialog.panel.put.isEnabled()
    dialog.reject()


def test_a_share_that_goes_away_is_told_calmly_and_found_again(
    page: RubricsPage, watch: LibrariesWatch, share: Path, demo_services: Services, tmp_path: Path
) -> None:
    (share / "good.yaml").write_bytes(source(demo_services, 9))
    dialog = opened(page, watch, share)
    share.rename(tmp_path / "away")
    watch.look_at_all()
    rest(watch)
    (seen,) = watch.seen.values()
    assert seen.gone_since is not None
    first = seen.gone_since
    assert "Not reachable since" in dialog.panel._state.text()
    # What was there last is still shown.
    assert len(dialog.panel._files) == 1
    watch.look_at_all()
    rest(watch)
    assert next(iter(watch.seen.values())).gone_since == first
    (tmp_path / "away").rename(share)
    watch.look_at_all()
    rest(watch)
    assert next(iter(watch.seen.values())).gone_since is None
    dialog.reject()


def test_a_new_file_is_noticed_by_itself(
    qtbot: QtBot, watch: LibrariesWatch, share: Path, demo_services: Services
) -> None:
    watch.desk.libraries.add(share, read_only=True)
    watch.start()
    rest(watch)
    with qtbot.waitSignal(watch.news, timeout=20_000) as told:
        (share / "new.yaml").write_bytes(source(demo_services, 9))
    assert told.args == [1]


def test_the_window_tells_of_news_and_shows_them(
    qtbot: QtBot, window: MainWindow, share: Path
) -> None:
    services = window.services
    (share / "new.yaml").write_bytes(source(services, 9))
    services.libraries.desk.libraries.add(share, read_only=True)
    window.library_news.start()
    settle(services.runner)
    settle(services.libraries.runner)
    assert window.toast.isVisible()
    window.library_news._show()
    settle(services.libraries.runner)
    dialogs = [d for d in window.findChildren(LibrariesDialog) if d.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()
    settle(services.libraries.runner)
    window.close()
    assert services.libraries.runner.is_idle()


@pytest.mark.parametrize("form", list(ExportFormat))
def test_a_rubric_is_exported_as_chosen(
    qtbot: QtBot,
    page: RubricsPage,
    demo_services: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: ExportFormat,
) -> None:
    file = tmp_path / f"out.{form.value}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    dialog = page.sharing.show_export()
    assert dialog is not None
    dialog.choose(form)
    assert dialog.language.isVisible() == (form is ExportFormat.PDF)
    with qtbot.waitSignal(page.said, timeout=20_000) as said:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    words, action, act = said.args
    assert file.name in words
    assert (action, callable(act)) == ("Open", True)
    assert file.stat().st_size > 1000


def test_a_template_is_saved(page: RubricsPage, demo_services: Services, tmp_path: Path) -> None:
    page.sharing.save_template(tmp_path / "t.xlsx")
    settle(demo_services.runner)
    assert (tmp_path / "t.xlsx").stat().st_size > 1000
    page.sharing.save_template(tmp_path / "missing" / "t.xlsx")
    settle(demo_services.runner)
    assert page.banner.isVisible()

"""The window: pages, keys, palette, status, toasts, language and theme at once."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.importing.dialog import ImportDialog
from qa_desktop.desktop.interactions.page import InteractionsPage
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.services import Services, make_services
from qa_desktop.desktop.window.cheat_sheet import CheatSheet
from qa_desktop.desktop.window.help_viewer import PAGES, HelpViewer, page_text
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.palette import Palette
from qa_desktop.desktop.window.presenter import StatusPresenter
from qa_desktop.desktop.window.rail import RailButton
from qa_desktop.interactions.importing import ImportOptions, commit_import, plan_import
from qa_desktop.reviews.listing_store import ListingFilter

WAIT_MS = 30_000


def rail_button(window: MainWindow, name: str) -> RailButton:
    return next(b for b in window.rail.findChildren(RailButton) if b.accessibleName() == name)


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    found = [d for d in window.findChildren(kind) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_rail_leads_to_every_page(qtbot: QtBot, window: MainWindow) -> None:
    for name, key in (
        ("Rubrics", "rubrics"),
        ("Calibration", "calibration"),
        ("Settings", "settings"),
        ("Interactions", "interactions"),
    ):
        qtbot.mouseClick(rail_button(window, name), Qt.MouseButton.LeftButton)
        assert window.pages.current == key
        assert [
            b.accessibleName() for b in window.rail.findChildren(RailButton) if b.isChecked()
        ] == [name]


def test_keys_lead_to_every_page(qtbot: QtBot, window: MainWindow) -> None:
    for key, page in (
        (Qt.Key.Key_2, "rubrics"),
        (Qt.Key.Key_3, "calibration"),
        (Qt.Key.Key_4, "settings"),
        (Qt.Key.Key_1, "interactions"),
    ):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        assert window.pages.current == page


def test_a_review_opens_over_the_list_and_returns_to_it(qtbot: QtBot, window: MainWindow) -> None:
    table = window.pages.interactions.table
    table.selectRow(3)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.pages.current == "review"
    assert rail_button(window, "Interactions").isChecked()
    page = window.pages.page("review")
    assert page is not None
    page.back_requested.emit()
    assert window.pages.current == "interactions"
    assert window.pages.page("review") is None
    assert table.currentIndex().row() == 3


def test_the_palette_finds_words_and_opens_their_call(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = dialog_of(window, Palette)
    assert isinstance(palette, Palette)
    assert palette.list.count() > 10
    qtbot.keyClicks(palette.field, "debit card")
    kinds = {
        palette.list.item(n).data(Qt.ItemDataRole.UserRole).kind
        for n in range(palette.list.count())
    }
    assert kinds == {"turn"}
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.pages.current == "review"


@pytest.mark.parametrize(
    ("words", "kind", "page"),
    [
        ("dark theme", "command", "interactions"),
        ("Jennifer", "agent", "interactions"),
        ("five", "rubric", "rubrics"),
    ],
)
def test_the_palette_runs_commands_and_finds_agents_and_rubrics(
    qtbot: QtBot, window: MainWindow, words: str, kind: str, page: str
) -> None:
    window.opening.show_palette()
    palette = dialog_of(window, Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, words)
    assert palette.list.item(0).data(Qt.ItemDataRole.UserRole).kind == kind
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.pages.current == page
    if kind == "command":
        assert window.services.settings.theme == "dark"
    elif kind == "agent":
        assert window.pages.interactions.model.rowCount() == 1


def test_nothing_found_says_so_and_esc_closes(qtbot: QtBot, window: MainWindow) -> None:
    window.opening.show_palette()
    palette = dialog_of(window, Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "zzzz")
    assert palette.list.count() == 0
    assert palette._nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_question_mark_shows_every_key(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.interactions.table.setFocus()
    window.actions_by_name["keys"].trigger()
    sheet = dialog_of(window, CheatSheet)
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Ctrl+K" in said
    assert "Comment here" in said
    sheet.accept()


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_help_is_whole_in_both_languages(language: str) -> None:
    for page in PAGES:
        text = page_text(language, page)
        assert text.startswith("# ")
        assert len(text) > 300
        for target in PAGES:
            # Links name pages that exist.
            assert f"]({target})" not in text


def test_help_leads_from_page_to_page(qtbot: QtBot, window: MainWindow) -> None:
    window.opening.show_help()
    viewer = dialog_of(window, HelpViewer)
    assert isinstance(viewer, HelpViewer)
    viewer._follow(QUrl("data-safety.md"))
    assert "Data safety" in viewer._text.toPlainText()
    viewer.accept()


def test_files_dropped_on_the_window_are_previewed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dropped = tmp_path / "empty.wav"
    dropped.write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(dropped))])
    copy, left, plain = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPointF(200, 200), copy, data, left, plain)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPointF(200, 200), copy, data, left, plain))
    dialog = dialog_of(window, ImportDialog)
    assert isinstance(dialog, ImportDialog)
    assert dialog.presenter.paths == (dropped,)
    qtbot.waitUntil(window.services.runner.is_idle, timeout=WAIT_MS)
    dialog.reject()


def test_an_import_is_told_and_undone_from_the_bar(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    chat = tmp_path / "new.csv"
    chat.write_text(
        "conversation,time,speaker,text\n"
        "c1,2026-01-05 10:00:00,customer,Hello there\nc1,2026-01-05 10:00:09,agent,Good morning\n",
        encoding="utf-8",
    )
    services = window.services
    before = services.listing.count(ListingFilter())
    plan = plan_import([chat], ImportOptions(), known_hashes=services.interactions.known_hashes())
    report = commit_import(plan, services.interactions, services.workspace)
    window.files._report(report)
    assert window.toast.isVisible()
    assert window.toast.text().startswith("Imported 1 interaction")
    assert window.pages.interactions.model.rowCount() == 1
    window.toast._action.click()
    qtbot.waitUntil(lambda: "Removed" in window.toast.text(), timeout=WAIT_MS)
    assert services.listing.count(ListingFilter()) == before
    assert window.pages.interactions.model.rowCount() == before


def test_backup_and_verification_run_in_the_background(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.files.backed_up, timeout=WAIT_MS) as made:
        window.actions_by_name["back_up"].trigger()
        assert [work.what for work in window.status.state.work] == ["Backing up"]
    assert made.args[0].exists()
    with qtbot.waitSignal(window.files.verified, timeout=WAIT_MS) as verified:
        window.actions_by_name["verify"].trigger()
    assert verified.args[0] >= 3
    qtbot.waitUntil(lambda: window.status.state.work == ())


def test_damage_found_by_verification_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    media = next(p for p in window.services.workspace.media_folder.rglob("*") if p.is_file())
    media.write_bytes(media.read_bytes()[:-10])
    with qtbot.waitSignal(window.files.failed, timeout=WAIT_MS):
        window.files.verify()
    assert window.banner.isVisible()
    window.show_problems([])


def test_the_whole_window_changes_its_language_at_once(
    qtbot: QtBot, window: MainWindow, languages: Languages
) -> None:
    preferences = window.services.preferences
    told: list[str] = []
    page = window.pages.interactions
    # Without built translations the words stay English; that they are set anew is what counts.
    original = page.retranslate
    page.retranslate = lambda: (told.append("page"), original())[1]  # type: ignore[method-assign]
    preferences.change(replace(preferences.settings(), language="zh-CN"))
    languages.use("zh-CN")
    qtbot.waitUntil(lambda: told == ["page"] or "page" in told)
    started = [page.model.index(r, 3).data() for r in range(8)]
    assert any("2020/5/30" in text for text in started)


def test_geometry_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    # No more than the screen that the tests have.
    window.resize(window.minimumWidth(), 701)
    window.close()
    again = MainWindow(window.services)
    qtbot.addWidget(again)
    assert again.height() == 701


def test_another_name_acts_from_then_on(window: MainWindow) -> None:
    old = window.services
    old.preferences.change(replace(old.settings, reviewer="Chen"))
    window.use(
        make_services(
            old.workspace,
            preferences=old.preferences,
            theme=old.theme,
            clock=old.clock,
            runner=old.runner,
            memory=old.memory,
        )
    )
    page = window.pages.show_page("interactions")
    assert isinstance(page, InteractionsPage)
    assert page._services is window.services
    rubric = window.services.rubrics.all()[0]
    wanted = ListingFilter(review_states=("ungraded",))
    row = window.services.listing.page(wanted, 1)[0]
    review = window.services.reviews.start(row.interaction.id, rubric)
    assert review.reviewer == "Chen"


def test_status_gathers_what_is_reported() -> None:
    status = StatusPresenter("Harbor")
    at = datetime(2026, 11, 21, 14, 2, 11, tzinfo=UTC)
    status.not_saved()
    assert status.saved(at).not_saved is False
    assert status.state.saved_at == at
    first = status.work_began("Backing up")
    second = status.work_began("Verifying")
    status.work_progressed(second, 30, 120)
    assert [work.percent for work in status.state.work] == [None, 25]
    status.work_ended(first)
    assert [work.what for work in status.work_ended(99).work] == ["Verifying"]


def test_the_status_line_says_not_saved_in_words(qtbot: QtBot, window: MainWindow) -> None:
    at = datetime(2026, 11, 21, 14, 2, 11).astimezone()
    window.show_status(window.status.saved(at))
    assert window.status_line._saved.text() == "Saved 14:02:11"
    window.show_status(window.status.not_saved())
    assert window.status_line._saved.text() == "Not saved"
    assert window.status_line._saved.property("tone") == "bad"


def test_problems_stand_in_the_window(window: MainWindow, demo_services: Services) -> None:
    window.show_problems([Problem(code="database.not_a_workspace")])
    assert window.banner.isVisible()
    assert window.childAt(QPoint(640, 70)) is not None


def test_a_command_whose_choice_cannot_be_kept_says_so(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    window.actions_by_name["theme_dark"].trigger()
    assert window.services.settings.theme == "dark"
    assert "can't be kept" in window.banner.text()

"""Importing through the preview: real files, bad files, cancel, undo."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qa_desktop.base.resources import resource_path
from qa_desktop.desktop.importing.dialog import ImportDialog
from qa_desktop.desktop.importing.entries_model import EntryColumn
from qa_desktop.desktop.importing.presenter import ImportingPresenter, Phase
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.services import Services
from qa_desktop.interactions.importing import ImportOptions, PlanEntry, State
from qa_desktop.interactions.model import AgentChannel
from qa_desktop.reviews.listing_store import ListingFilter

WAIT_MS = 60_000


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A call, a chat, and a recording without sound."""
    call = next(resource_path("demo", "calls").glob("0091*.opus"), None) or next(
        p for p in resource_path("demo", "calls").iterdir() if p.suffix != ".json"
    )
    chat = next(p for p in resource_path("demo", "chats").iterdir() if p.suffix == ".json")
    empty = tmp_path / "empty.wav"
    empty.write_bytes(b"")
    return [call, chat, empty]


def opened(qtbot: QtBot, services: Services, paths: list[Path]) -> ImportDialog:
    dialog = ImportDialog(services, paths)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.presenter.state.phase is Phase.PREVIEW, timeout=WAIT_MS)
    return dialog


def column(dialog: ImportDialog, which: EntryColumn) -> list[str]:
    model = dialog.model
    return [model.index(row, which).data() for row in range(model.rowCount())]


def test_the_preview_says_what_comes_and_what_not_and_why(
    qtbot: QtBot, services: Services, files: list[Path]
) -> None:
    dialog = opened(qtbot, services, files)
    counts = dialog.presenter.state.counts
    assert (counts[State.TAKE], counts[State.FAIL]) == (2, 1)
    assert services.listing.count(ListingFilter()) == 0
    failing = column(dialog, EntryColumn.STATE).index("Fails")
    assert column(dialog, EntryColumn.NOTE)[failing]
    dialog.table.selectRow(failing)
    assert dialog.details.isVisible()
    assert "empty.wav" in dialog.details.text()
    assert dialog.take.text().startswith("Import 2 interaction")
    dialog.reject()


def test_what_is_taken_is_in_the_list_and_can_be_undone(
    qtbot: QtBot, services: Services, files: list[Path]
) -> None:
    dialog = opened(qtbot, services, files)
    with qtbot.waitSignal(dialog.imported, timeout=WAIT_MS) as imported:
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    report = imported.args[0]
    assert not dialog.isVisible()
    assert len(report.taken) == 2
    batch = ListingFilter(batch_id=report.batch_id)
    assert services.listing.count(batch) == 2
    again = opened(qtbot, services, files[:2])
    assert again.presenter.state.counts[State.SKIP] == 2
    assert not again.take.isEnabled()
    again.reject()


def test_cancelling_leaves_nothing(qtbot: QtBot, services: Services, files: list[Path]) -> None:
    dialog = ImportDialog(services, files)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=WAIT_MS)
    qtbot.waitUntil(services.runner.is_idle, timeout=WAIT_MS)
    assert services.listing.count(ListingFilter()) == 0
    assert list(services.workspace.media_folder.rglob("*.*")) == []


def test_the_lines_can_be_narrowed_down(
    qtbot: QtBot, services: Services, files: list[Path]
) -> None:
    dialog = opened(qtbot, services, files)
    qtbot.mouseClick(dialog._tabs[State.FAIL], Qt.MouseButton.LeftButton)
    assert column(dialog, EntryColumn.STATE) == ["Fails"]
    qtbot.mouseClick(dialog._tabs[None], Qt.MouseButton.LeftButton)
    assert len(column(dialog, EntryColumn.STATE)) == 3
    dialog.reject()


def test_the_agents_channel_is_chosen_before_and_kept_with_the_recording(
    qtbot: QtBot, services: Services, files: list[Path]
) -> None:
    dialog = opened(qtbot, services, files[:1])
    dialog.options.channel_chosen.emit(AgentChannel.RIGHT)
    assert dialog.presenter.state.phase is Phase.LOOKING
    qtbot.waitUntil(lambda: dialog.presenter.state.phase is Phase.PREVIEW, timeout=WAIT_MS)
    with qtbot.waitSignal(dialog.imported, timeout=WAIT_MS) as imported:
        dialog._take()
    detail = services.interactions.detail(imported.args[0].taken[0].id)
    assert detail.recordings[0].agent_channel is AgentChannel.RIGHT


def test_metadata_and_references_are_chosen_too(
    qtbot: QtBot, services: Services, files: list[Path], tmp_path: Path
) -> None:
    table = tmp_path / "who.csv"
    table.write_text(f"file,agent\n{files[0].name},Jennifer Fox\n", encoding="utf-8")
    dialog = opened(qtbot, services, files[:1])
    dialog.options.metadata_chosen.emit(table)
    qtbot.waitUntil(lambda: dialog.presenter.state.phase is Phase.PREVIEW, timeout=WAIT_MS)
    assert dialog.options.metadata.text() == "who.csv"
    assert column(dialog, EntryColumn.AGENT) == ["Jennifer Fox"]
    qtbot.mouseClick(dialog.options.copying, Qt.MouseButton.LeftButton, pos=QPoint(12, 14))
    qtbot.waitUntil(lambda: dialog.presenter.state.phase is Phase.PREVIEW, timeout=WAIT_MS)
    with qtbot.waitSignal(dialog.imported, timeout=WAIT_MS) as imported:
        dialog._take()
    recording = services.interactions.detail(imported.args[0].taken[0].id).recordings[0]
    assert recording.referenced
    assert Path(recording.path) == files[0]


def test_the_preview_follows_the_language(
    qtbot: QtBot, services: Services, files: list[Path], languages: Languages
) -> None:
    dialog = opened(qtbot, services, files)
    failing = column(dialog, EntryColumn.STATE).index("Fails")
    english = column(dialog, EntryColumn.NOTE)[failing]
    preferences = services.preferences
    preferences.change(replace(preferences.settings(), language="zh-CN"))
    languages.use("zh-CN")
    QApplication.processEvents()
    chinese = column(dialog, EntryColumn.NOTE)
    assert english not in chinese
    assert any("一" <= char <= "鿿" for char in "".join(chinese))
    dialog.reject()


def test_what_fails_comes_first_and_what_is_passed_over_last() -> None:
    order = (State.SKIP, State.TAKE, State.FAIL, State.TAKE)
    entries = tuple(PlanEntry(path=str(n), state=state) for n, state in enumerate(order))
    presenter = ImportingPresenter((), ImportOptions())
    state = replace(presenter.state, entries=entries)
    assert [entry.path for entry in state.visible] == ["2", "1", "3", "0"]
    assert [entry.path for entry in replace(state, shown=State.TAKE).visible] == ["1", "3"]

"""Brings the screens of sharing rubrics up in a window, over folders that are only made up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QWidget

from qa_desktop.desktop.picturing.rubric_steps import rubrics_page
from qa_desktop.desktop.picturing.screen_steps import A_PROBLEM, opened
from qa_desktop.desktop.rest import settle
from qa_desktop.desktop.rubrics.sharing.libraries_dialog import LibrariesDialog
from qa_desktop.desktop.rubrics.sharing.watch import LibrariesWatch, Seen
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.rubrics.exchange.formats import ExportFormat
from qa_desktop.rubrics.exchange.grid import Cell, Grid
from qa_desktop.rubrics.exchange.importing import TeamForm
from qa_desktop.rubrics.libraries import FileState, FoundFile, Library, LibraryScan, unreachable
from qa_desktop.rubrics.libraries_desk import Looked
from qa_desktop.rubrics.libraries_index import Colleague, Expected, expected
from qa_desktop.rubrics.model import Rubric

_FORM = (
    ("Call scorecard", "", "", ""),
    ("Section", "Item", "Standard", "Points"),
    ("Opening", "Greeting", "Greets within five seconds and gives a name", "10"),
    ("", "Identity", "Checks two facts before reading anything out", "20"),
    ("Resolution", "Right answer", "Agrees with the knowledge base", "40"),
    ("", "Follow-up", "Says what happens next, and when", "a few"),
    ("Total", "", "", "100"),
)
_DAY = timedelta(days=1)


class _MadeUp(LibrariesWatch):
    """As if it had looked at folders that there are not."""

    def show(self, seen: Mapping[Path, Seen]) -> None:
        self._seen = dict(seen)

    def look_at_all(self) -> None:
        """There is nothing to look at."""

    def note_seen(self, folder: Path) -> None:
        """Nobody is told."""


def importing(window: MainWindow) -> QWidget | None:
    page = rubrics_page(window)
    rows = tuple(
        tuple(Cell(text, Decimal(text) if text.isdecimal() else None) for text in row)
        for row in _FORM
    )
    grids = [Grid(file="scorecard.xlsx", name=name, rows=rows) for name in ("2026", "2025")]
    page.sharing.show_mapping(TeamForm(name="scorecard.xlsx", grids=grids))
    settle(window.services.runner)
    return opened(window)


def exporting(window: MainWindow) -> QWidget | None:
    rubrics_page(window).sharing.show_export(ExportFormat.PDF)
    return opened(window)


def no_library(window: MainWindow) -> QWidget | None:
    watch = _watch(window)
    return _show(window, watch)


def libraries(window: MainWindow) -> QWidget | None:
    """One with a file in each state, and one that went away."""
    watch = _watch(window)
    published = window.services.rubrics.all()
    if not published:
        return None
    now = window.services.clock.now()
    team = Library(folder=Path("/shares/team rubrics"), name="Chat service", read_only=False)
    region = Library(folder=Path("/shares/region"), name="Service", read_only=True)
    told = expected(published)
    first = Expected(rubric_id=published[0].id, version=published[0].version + 1, content_hash="")
    scan = LibraryScan(
        files=_files(published[0]),
        colleagues=(
            Colleague(reviewer="Sam", machine="PC-9", told_at=now - _DAY, expects=(first,)),
            Colleague(reviewer="王芳", machine="PC-7", told_at=now, expects=told),
        ),
    )
    gone = Looked(library=region, scan=None, problems=(unreachable(region.folder, "timeout"),))
    watch.show(
        {
            team.folder: Seen(library=team, looked=Looked(library=team, scan=scan)),
            region.folder: Seen(library=region, looked=gone, gone_since=now - _DAY),
        }
    )
    return _show(window, watch)


def _watch(window: MainWindow) -> _MadeUp:
    services = window.services
    return _MadeUp(services.libraries.desk, services.clock)


def _show(window: MainWindow, watch: _MadeUp) -> QWidget | None:
    page = rubrics_page(window)
    dialog = LibrariesDialog(window.services, watch, page.presenter.state.rubrics, window)
    # The dialog's own connections would not keep it.
    watch.setParent(dialog)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return opened(window)


def _files(rubric: Rubric) -> tuple[FoundFile, ...]:
    made = []
    for place, state in enumerate(FileState):
        broken = state is FileState.BROKEN
        name = f"{rubric.id}-v{rubric.version + place}.yaml"
        made.append(
            FoundFile(
                name=name,
                digest=str(place),
                state=state,
                rubric=None if broken else replace(rubric, version=rubric.version + place),
                problems=(A_PROBLEM,) if broken else (),
                unseen=True,
                twin=f"{rubric.id}.yaml",
            )
        )
    return tuple(reversed(made))

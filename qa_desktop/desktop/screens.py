"""Takes a picture of every screen and main dialog, from real windows over a real workspace."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
    QMessageLogContext,
    QSettings,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from qa_desktop.base.clock import Clock, SystemClock
from qa_desktop.base.resources import resource_path
from qa_desktop.base.settings import Settings
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.desktop.app import make_application
from qa_desktop.desktop.language import Languages
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.review.page import ReviewPage
from qa_desktop.desktop.services import make_services
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.desktop.window.main_window import MainWindow
from qa_desktop.desktop.window.pages import INTERACTIONS, RUBRICS, SETTINGS
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.listing_store import ListingFilter, ListingRow, Sort

_PATIENCE_MS = 60_000
_ROUNDS = 4
_MOST_ROWS = 50
_PDF = "sheet"
_SLICE_MS = 50
# Text that is scaled down has many greys; a page that isn't drawn yet has none.
_GREYS_OF_TEXT = 24
_THUMBNAIL = QSize(64, 64)
_INNER = (60, 100, -60, -80)
_HEARD_MS = 21_400
_MOST_TO_SEE = ("draft", "submitted", "ungraded")


def _speak_up(_kind: QtMsgType, _context: QMessageLogContext, said: str) -> None:
    """Passes on what Qt has to say, but for what the off-screen plugin can't do at every window."""
    if not said.startswith("This plugin does not support"):
        sys.stderr.write(f"{said}\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """`show` brings it up in the window and returns what to picture; None: it can't be shown
    with this workspace."""

    name: str
    show: Callable[[MainWindow], QWidget | None]


def take_screens(
    *,
    workspace_folder: Path,
    out: Path,
    theme: str = "light",
    language: str = "en",
    size: tuple[int, int] = (1280, 720),
    text_size_pct: int = 100,
    translations: Path | None = None,
) -> Sequence[Path]:
    """PNGs named <number>-<screen>-<theme>-<language>.png, in the order of the list below.

    `translations` None: those that ship. Raises ProblemError when the workspace can't be opened.
    """
    out.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_speak_up)
    clock = SystemClock()
    written = []
    with open_workspace(workspace_folder, clock=clock) as workspace:
        settings = Settings(
            language=language, theme=theme, reviewer="L. Chen", text_size_pct=text_size_pct
        )
        with _window(workspace, clock, settings, translations) as window:
            window.resize(*size)
            for number, screen in enumerate(SCREENS, start=1):
                shown = screen.show(window)
                if shown is None:
                    continue
                settle(window.services.runner)
                file = out / f"{number:02}-{screen.name}-{theme}-{language}.png"
                if screen.name == _PDF:
                    _wait_for_pages(shown)
                if not shown.grab().save(str(file)):
                    raise OSError(f"{file} could not be written")
                written.append(file)
                if isinstance(shown, QDialog):
                    shown.reject()
                    settle(window.services.runner)
    return written


@contextmanager
def _window(
    workspace: Workspace, clock: Clock, settings: Settings, translations: Path | None
) -> Iterator[MainWindow]:
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else make_application()
    languages = Languages(app, translations)
    languages.use(settings.language)
    runner = TaskRunner()
    bugs: list[Exception] = []
    runner.crashed.connect(bugs.append)
    with TemporaryDirectory() as scratch:
        memory = QSettings(str(Path(scratch) / "window.ini"), QSettings.Format.IniFormat)
        services = make_services(
            workspace,
            preferences=Preferences(None, settings),
            theme=Theme(app, settings.theme, settings.text_size_pct),
            clock=clock,
            runner=runner,
            memory=memory,
        )
        window = MainWindow(services)
        window.show()
        try:
            yield window
        finally:
            window.close()
            runner.finish()
            window.deleteLater()
            QCoreApplication.sendPostedEvents()
    if bugs:
        raise bugs[0]


def settle(runner: TaskRunner) -> None:
    """Lets layouts, background work and what it brings come to rest."""
    loop = QEventLoop()
    deadline = QDeadlineTimer(_PATIENCE_MS)
    # Wakes the loop when nothing else does.
    watch = QTimer()
    watch.start(_PATIENCE_MS)
    for _ in range(_ROUNDS):
        while not runner.is_idle() and not deadline.hasExpired():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        # What a round drew may have asked for more: deferred layouts, a picture at its new size.
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        QCoreApplication.sendPostedEvents()


def _wait_for_pages(dialog: QWidget) -> None:
    """PDF pages are drawn on Qt's own thread, after everything else."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    loop = QEventLoop()
    watch = QTimer()
    watch.start(_SLICE_MS)
    while len(_colours(dialog)) < _GREYS_OF_TEXT and not deadline.hasExpired():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _colours(dialog: QWidget) -> set[int]:
    middle = dialog.rect().adjusted(*_INNER)
    image = dialog.grab(middle).toImage()
    small = image.scaled(
        _THUMBNAIL,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}


def _list(window: MainWindow) -> QWidget:
    window.pages.show_page(INTERACTIONS)
    page = window.pages.interactions
    page.show_state(page.presenter.clear())
    return window


def _no_result(window: MainWindow) -> QWidget:
    _list(window)
    page = window.pages.interactions
    page.show_state(page.presenter.search("zzzz"))
    return window


def _review(kind: Kind) -> Callable[[MainWindow], QWidget | None]:
    def show(window: MainWindow) -> QWidget | None:
        _list(window)
        found = _rows(window, kind)
        if not found:
            return None
        window.open_review(found[0].interaction.id)
        return window

    return show


def _rows(window: MainWindow, kind: Kind) -> list[ListingRow]:
    """Those with the most to see first: drafts, then submitted, then ungraded."""
    wanted = ListingFilter(kinds=(kind.value,), sort=Sort.SCORE)
    rows = window.services.listing.page(wanted, _MOST_ROWS)
    return sorted(rows, key=lambda row: _MOST_TO_SEE.index(row.review_state))


def _submitted(window: MainWindow) -> ListingRow | None:
    rows = window.services.listing.page(ListingFilter(review_states=("submitted",)), 1)
    return rows[0] if rows else None


def _listening(window: MainWindow) -> QWidget | None:
    """A call in the middle of its sound, beside the turn that is said there."""
    _list(window)
    found = [row for row in _rows(window, Kind.RECORDING) if row.review_state == "submitted"]
    if not found:
        return None
    window.open_review(found[0].interaction.id)
    settle(window.services.runner)
    page = window.pages.currentWidget()
    if isinstance(page, ReviewPage) and page.left.sound is not None:
        page.left.sound.listening.seek(_HEARD_MS)
    return window


def _submitted_review(window: MainWindow) -> QWidget | None:
    _list(window)
    row = _submitted(window)
    if row is None:
        return None
    window.open_review(row.interaction.id)
    return window


def _sheet(window: MainWindow) -> QWidget | None:
    _list(window)
    row = _submitted(window)
    if row is None or row.review_id is None:
        return None
    window.opening.show_sheet(row.review_id)
    return _dialog(window)


def _page(key: str) -> Callable[[MainWindow], QWidget | None]:
    def show(window: MainWindow) -> QWidget:
        window.pages.show_page(key)
        return window

    return show


def _over_list(open_it: Callable[[MainWindow], object]) -> Callable[[MainWindow], QWidget | None]:
    def show(window: MainWindow) -> QWidget | None:
        _list(window)
        open_it(window)
        return _dialog(window)

    return show


def _palette(window: MainWindow) -> QWidget | None:
    from qa_desktop.desktop.window.palette import Palette

    _list(window)
    window.opening.show_palette()
    palette = _dialog(window)
    if isinstance(palette, Palette):
        palette.field.setText("account")
    return palette


def _dialog(window: MainWindow) -> QDialog | None:
    shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    return shown[-1] if shown else None


SCREENS: Sequence[Screen] = (
    Screen(name="interactions", show=_list),
    Screen(name="no-result", show=_no_result),
    Screen(name="review-call", show=_review(Kind.RECORDING)),
    Screen(name="review-listening", show=_listening),
    Screen(name="review-chat", show=_review(Kind.CHAT)),
    Screen(name="review-ticket", show=_review(Kind.TICKET)),
    Screen(name="review-submitted", show=_submitted_review),
    Screen(name="sheet", show=_sheet),
    Screen(name="search", show=_palette),
    Screen(
        name="import",
        show=_over_list(lambda window: window.files.import_paths([resource_path("demo")])),
    ),
    Screen(name="rubrics", show=_page(RUBRICS)),
    Screen(name="settings", show=_page(SETTINGS)),
    Screen(name="keys", show=_over_list(lambda window: window.opening.show_keys())),
    Screen(name="help", show=_over_list(lambda window: window.opening.show_help())),
    Screen(name="about", show=_over_list(lambda window: window.opening.show_about())),
)

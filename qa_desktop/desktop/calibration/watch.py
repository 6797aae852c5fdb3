"""Looks into the shared folders by itself, and sends what waits as soon as they can be reached."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import shiboken6
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.model import SessionState
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.sessions.desk_model import Delivery, News
from qa_desktop.desktop.calibration.reach import make_sure_it_answers
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.tasks import Task, TaskRunner

# Shares don't tell of changes.
POLL_MS = 60_000
# Programs write a file in several steps.
_SETTLE_MS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderSeen:
    """The last look at a folder. `gone_since`: it could not be reached since then."""

    folder: Path
    looked_at: datetime | None = None
    gone_since: datetime | None = None
    problems: tuple[Problem, ...] = ()
    busy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a look brought; `away` says why the folder could not be looked into."""

    news: News
    away: tuple[Problem, ...] = ()


class CalibrationWatch(QObject):
    """Signals: `changed` when what is seen of any folder changed; `looked(Path)` after each look
    that came to an end; `brought(Path, News)` when it brought something new;
    `delivered(Delivery)` after each round of the outbox; `progressed(int, int, str)` of the look
    under way.

    It has a thread of its own, which a share that does not answer holds up alone.
    """

    changed = Signal()
    looked = Signal(object)
    brought = Signal(object, object)
    delivered = Signal(object)
    progressed = Signal(int, int, str)

    def __init__(
        self,
        desk: CalibrationDesk,
        preferences: Preferences,
        clock: Clock,
        parent: QObject | None = None,
        *,
        poll_ms: int = POLL_MS,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._preferences = preferences
        self._clock = clock
        self.runner = TaskRunner(threads=1)
        self._seen: dict[Path, FolderSeen] = {}
        self._tasks: dict[Path, Task] = {}
        self._again: set[Path] = set()
        self._delivering: Task | None = None
        self._last = Delivery()
        self._running = False
        self._made: QFileSystemWatcher | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(poll_ms)
        self._poll.timeout.connect(self.look_at_all)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE_MS)
        self._soon.timeout.connect(self.look_at_all)

    @property
    def seen(self) -> Mapping[Path, FolderSeen]:
        return self._seen

    @property
    def delivery(self) -> Delivery:
        """The last round of the outbox."""
        return self._last

    @property
    def is_busy(self) -> bool:
        return bool(self._tasks) or self._delivering is not None

    def start(self) -> None:
        """Begins to look, once; without folders nothing is done but a look into the database."""
        if not self._running:
            self._running = True
            self._poll.start()
            self.look_at_all()

    def stop(self) -> None:
        """Nothing is under way any more."""
        self._running = False
        self._again.clear()
        self._poll.stop()
        self._soon.stop()
        self.runner.finish()
        made, self._made = self._made, None
        if made is not None:
            # Here and now: Python's collector may run in another thread, where Qt forbids it.
            shiboken6.delete(made)

    def folders(self) -> tuple[Path, ...]:
        """The one of the settings, and those of sessions that are not over."""
        found = [
            each.session.folder
            for each in self.desk.sessions()
            if each.session.folder is not None and each.session.state is not SessionState.REVEALED
        ]
        chosen = self._preferences.settings().calibration_folder
        if chosen:
            found.insert(0, Path(chosen))
        return tuple(dict.fromkeys(found))

    def look_at_all(self) -> None:
        """Sends what waits, then looks."""
        wanted = self.folders()
        for folder in tuple(self._seen):
            if folder not in wanted:
                del self._seen[folder]
        self.deliver()
        for folder in wanted:
            self.look_at(folder)

    def look_at(self, folder: Path) -> None:
        """One look at a time; asked for while one is under way, it follows that one: what came
        in the meantime must not be missed."""
        if folder in self._tasks:
            self._again.add(folder)
            return
        desk = self.desk
        before = self._seen.get(folder, FolderSeen(folder=folder))
        self._seen[folder] = replace(before, busy=True)
        task = self.runner.start(lambda progress: _look(desk, folder, progress))
        self._tasks[folder] = task
        task.progressed.connect(self.progressed)
        task.finished.connect(lambda looked: self._looked(folder, looked))
        task.over.connect(lambda: self._over(folder))
        self.changed.emit()

    def deliver(self) -> None:
        """What waits in the outbox; also after a submission or a closing."""
        if self._delivering is not None:
            return
        desk = self.desk
        task = self.runner.start(lambda progress: _deliver(desk, progress))
        self._delivering = task
        task.finished.connect(self._delivered)
        task.over.connect(self._delivery_over)

    def cancel(self) -> None:
        for task in tuple(self._tasks.values()):
            task.cancel()

    def _looked(self, folder: Path, looked: Looked) -> None:
        before = self._seen.get(folder, FolderSeen(folder=folder))
        now = self._clock.now()
        if looked.away:
            gone_since = before.gone_since or now
            self._seen[folder] = replace(before, gone_since=gone_since, problems=looked.away)
            return
        self._seen[folder] = replace(
            before, looked_at=now, gone_since=None, problems=looked.news.problems
        )
        self._listen(folder)
        if before.gone_since is not None or looked.news.closings:
            # It is back; or the closing that came has let keys out, which others wait for.
            self.deliver()
        if not looked.news.is_empty:
            self.brought.emit(folder, looked.news)
        self.looked.emit(folder)

    def _over(self, folder: Path) -> None:
        self._tasks.pop(folder, None)
        if folder in self._seen:
            self._seen[folder] = replace(self._seen[folder], busy=False)
        self.changed.emit()
        if folder in self._again:
            self._again.discard(folder)
            self.look_at(folder)

    def _delivered(self, delivery: Delivery) -> None:
        self._last = delivery
        self.delivered.emit(delivery)

    def _delivery_over(self) -> None:
        self._delivering = None
        self.changed.emit()

    def _listen(self, folder: Path) -> None:
        """Only to folders that have just answered: asking for a dead one would take long."""
        if not self._running:
            return
        if self._made is None:
            self._made = QFileSystemWatcher(self)
            self._made.directoryChanged.connect(self._told)
        if str(folder) not in self._made.directories():
            self._made.addPath(str(folder))

    def _told(self, _path: str) -> None:
        self._soon.start()


def _look(desk: CalibrationDesk, folder: Path, progress: Progress) -> Looked:
    try:
        make_sure_it_answers(folder, progress)
        return Looked(news=desk.look_in(folder, progress))
    except ProblemError as error:
        return Looked(news=News(), away=error.problems)


def _deliver(desk: CalibrationDesk, progress: Progress) -> Delivery:
    """Nothing is begun while one of the folders keeps silent: it would hold up the others."""
    waiting = desk.waiting()
    try:
        for folder in {each.folder for each in waiting if each.folder is not None}:
            make_sure_it_answers(folder, progress)
    except ProblemError as error:
        return Delivery(waiting=waiting, problems=error.problems)
    return desk.deliver()

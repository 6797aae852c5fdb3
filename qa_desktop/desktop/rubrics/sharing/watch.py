"""Looks at libraries by itself: at once where the system tells of changes, else every while."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import shiboken6
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from qa_desktop.base.clock import Clock
from qa_desktop.desktop.tasks import Task, TaskRunner
from qa_desktop.rubrics.libraries import Library
from qa_desktop.rubrics.libraries_desk import LibrariesDesk, Looked

# Shares don't tell of changes.
POLL_MS = 60_000
# Programs write a file in several steps.
_SETTLE_MS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The last look at a library. `gone_since`: it could be reached before that and no longer;
    `looked` None while the first look is under way."""

    library: Library
    looked: Looked | None = None
    gone_since: datetime | None = None
    busy: bool = False


class LibrariesWatch(QObject):
    """Signals: `changed()` when what is seen of any library changed; `news(int)` when the number
    of files changed that nobody has looked at; `progressed(int, int, str)` of the look under way.

    It has a thread of its own, which a share that does not answer holds up alone.
    """

    changed = Signal()
    news = Signal(int)
    progressed = Signal(int, int, str)

    def __init__(
        self,
        desk: LibrariesDesk,
        clock: Clock,
        parent: QObject | None = None,
        *,
        poll_ms: int = POLL_MS,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._clock = clock
        self.runner = TaskRunner(threads=1)
        self._seen: dict[Path, Seen] = {}
        self._tasks: dict[Path, Task] = {}
        self._news = 0
        self._made: QFileSystemWatcher | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(poll_ms)
        self._poll.timeout.connect(self.look_at_all)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE_MS)
        self._soon.timeout.connect(self.look_at_all)

    @property
    def seen(self) -> Mapping[Path, Seen]:
        return self._seen

    def start(self) -> None:
        """Begins to look; without libraries nothing is done but a look into the database."""
        self.reload()
        self._poll.start()
        self.look_at_all()

    def stop(self) -> None:
        """Nothing is under way any more."""
        self._poll.stop()
        self._soon.stop()
        self.runner.finish()
        made, self._made = self._made, None
        if made is not None:
            # Here and now: Python's collector may run in another thread, where Qt forbids it.
            shiboken6.delete(made)

    def _watcher(self) -> QFileSystemWatcher:
        if self._made is None:
            self._made = QFileSystemWatcher(self)
            self._made.directoryChanged.connect(self._told)
            self._made.fileChanged.connect(self._told)
        return self._made

    def reload(self) -> None:
        """Which libraries there are, as they are written now."""
        libraries = self.desk.libraries.all()
        before = self._seen
        self._seen = {}
        for library in libraries:
            old = before.get(library.folder)
            self._seen[library.folder] = Seen(
                library=library,
                looked=old.looked if old else None,
                gone_since=old.gone_since if old else None,
                busy=old.busy if old else False,
            )
        gone = [path for path in self._watcher().directories() if Path(path) not in self._seen]
        if gone:
            self._watcher().removePaths(gone)
        self._tell()

    def look_at_all(self) -> None:
        for folder in tuple(self._seen):
            self.look_at(folder)

    def look_at(self, folder: Path) -> None:
        """One look at a time; another is spared while one is under way."""
        seen = self._seen.get(folder)
        if seen is None or folder in self._tasks:
            return
        library = seen.library
        task = self.runner.start(lambda progress: self.desk.look(library, progress, tell=True))
        self._tasks[folder] = task
        self._mark(folder, busy=True)
        task.progressed.connect(self.progressed)
        task.finished.connect(lambda looked: self._looked(folder, looked))
        task.over.connect(lambda: self._over(folder))

    def cancel(self) -> None:
        for task in tuple(self._tasks.values()):
            task.cancel()

    def _over(self, folder: Path) -> None:
        self._tasks.pop(folder, None)
        self._mark(folder, busy=False)

    def _mark(self, folder: Path, *, busy: bool) -> None:
        seen = self._seen.get(folder)
        if seen is not None and seen.busy != busy:
            self._seen[folder] = Seen(
                library=seen.library, looked=seen.looked, gone_since=seen.gone_since, busy=busy
            )
            self.changed.emit()

    def _looked(self, folder: Path, looked: Looked) -> None:
        seen = self._seen.get(folder)
        if seen is None:
            return
        gone_since = None
        if looked.scan is None:
            gone_since = seen.gone_since or self._clock.now()
            if seen.looked is not None and seen.looked.scan is not None:
                # What was found there last is still worth looking at.
                looked = Looked(
                    library=seen.library, scan=seen.looked.scan, problems=looked.problems
                )
        else:
            self._listen(folder)
        self._seen[folder] = Seen(
            library=seen.library, looked=looked, gone_since=gone_since, busy=seen.busy
        )
        self.changed.emit()
        self._tell()

    def _listen(self, folder: Path) -> None:
        """Only to folders that have just answered: asking for a dead one would take long."""
        if str(folder) not in self._watcher().directories():
            self._watcher().addPath(str(folder))
        known = {file for file in self._watcher().files() if Path(file).parent == folder}
        seen = self._seen[folder].looked
        files = seen.scan.files if seen is not None and seen.scan is not None else ()
        fresh = [str(folder / file.name) for file in files if str(folder / file.name) not in known]
        if fresh:
            self._watcher().addPaths(fresh)

    def _told(self, _path: str) -> None:
        self._soon.start()

    def note_seen(self, folder: Path) -> None:
        """Somebody has looked at all that is shown of the library."""
        seen = self._seen.get(folder)
        if seen is None or seen.looked is None or seen.looked.scan is None:
            return
        if seen.looked.scan.news or any(file.unseen for file in seen.looked.scan.files):
            self.desk.libraries.note_seen(folder, seen.looked.scan.files)
            self.look_at(folder)

    def _tell(self) -> None:
        news = sum(
            seen.looked.scan.news
            for seen in self._seen.values()
            if seen.looked is not None and seen.looked.scan is not None
        )
        if news != self._news:
            self._news = news
            self.news.emit(news)

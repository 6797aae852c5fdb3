"""Keeps a player's mixed copy as it is wished, off the GUI thread."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.player.mixed_copy import Mix, MixedCopy, make_mixed_copy
from qa_desktop.desktop.player.proxies import Proxies
from qa_desktop.desktop.tasks import Task, TaskRunner


class Mixer(QObject):
    """Signals: `made(Path)`: play this file instead, at the same position; `changed`: what plays
    sounds differently from now on; `failed(Problem)`: the recording plays on as it was recorded.
    """

    made = Signal(object)
    changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, proxies: Proxies, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._proxies = proxies
        self._source = Path()
        self._plain: Path | None = None
        self._copy: MixedCopy | None = None
        self._task: Task | None = None
        self._unheard: Task | None = None
        self._making = False
        self._wished = self._has = Mix()
        self._at_ms = 0

    def forget(self, source: Path) -> None:
        """Another recording."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._unheard = self._copy = self._plain = None
        self._making = False
        self._source = source
        self._wished = self._has = Mix()

    def use_plain(self, plain: Path) -> None:
        """The whole recording as a WAV that is there already."""
        self._plain = plain

    def ask(self, mix: Mix, at_ms: int) -> None:
        """What is after `at_ms` is mixed first."""
        self._wished, self._at_ms = mix, at_ms
        if self._making or mix == self._has:
            return
        if self._copy is None:
            self._make()
        else:
            self._rewrite(self._copy)

    def _make(self) -> None:
        source, plain, mix = self._source, self._plain, self._wished
        out = (self._proxies.next_file(), self._proxies.next_file())
        self._making = True
        self._has = mix

        def work(progress: Progress) -> MixedCopy | None:
            return make_mixed_copy(source, plain, out, mix, progress)

        task = self._task = self._runner.start(work)
        task.finished.connect(lambda copy: self._made(task, copy))
        task.failed.connect(lambda error: self._failed(task, error))

    def _made(self, task: Task, copy: MixedCopy | None) -> None:
        if task is not self._task:
            return
        self._task, self._making = None, False
        if copy is not None:
            self._copy = copy
            self.made.emit(copy.mixed)
            self.ask(self._wished, self._at_ms)

    def _failed(self, task: Task, error: ProblemError) -> None:
        if task is self._task:
            self._task, self._making = None, False
            self._has = Mix()
            self.failed.emit(error.problems[0])

    def _rewrite(self, copy: MixedCopy) -> None:
        if self._task is not None:
            self._task.cancel()  # The newer wish writes everything again.
        mix, at_ms = self._wished, self._at_ms
        self._has = mix
        task = self._task = self._runner.start(lambda progress: copy.rewrite(mix, at_ms, progress))
        self._unheard = task
        task.progressed.connect(lambda *_: self._first_written(task))
        task.finished.connect(lambda _: self._first_written(task))
        task.failed.connect(lambda error: self._failed(task, error))

    def _first_written(self, task: Task) -> None:
        if task is self._unheard:
            self._unheard = None
            self.changed.emit()

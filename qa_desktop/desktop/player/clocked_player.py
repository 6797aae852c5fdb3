"""What both engines' players share: states, the clock, throttled seeks, private copies."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.desktop.player.device_choice import DeviceChoice
from qa_desktop.desktop.player.engine_hooks import EngineHooks
from qa_desktop.desktop.player.mixed_copy import Mix
from qa_desktop.desktop.player.mixer import Mixer
from qa_desktop.desktop.player.playback_clock import PlaybackClock
from qa_desktop.desktop.player.played_file import PlayedFile
from qa_desktop.desktop.player.protocol import OutputDevice, PlayState, Solo
from qa_desktop.desktop.player.proxies import Proxies, write_whole
from qa_desktop.desktop.player.seek_throttle import SeekThrottle
from qa_desktop.desktop.tasks import Task, TaskRunner

SLOWEST, FASTEST = 0.5, 3.0
LOUDEST_PCT = 200
PLAYABLE_ERROR_MS = 50
_LONGEST_TAIL_S = 2.5
# What the engines' steps and a device's buffer may leave at the end.
_NO_TAIL_S = 0.6
_WATCH_MS = 500
_STALLED_S = 2.0


class ClockedPlayer(QObject, EngineHooks):
    """A Player whose engine is driven by the subclass's hooks.

    Signals as the protocol says. The subclass calls back `_engine_opened`, `_engine_unable`,
    `_engine_started`, `_engine_at`, `_engine_ended`, `_engine_failed`, `_engine_devices`.
    """

    state_changed = Signal(object)
    problem = Signal(object)
    devices_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = PlaybackClock()
        self._state = PlayState.EMPTY
        self._problem: Problem | None = None
        self._file = PlayedFile(Path())
        self._duration_ms = 0
        self._solo = Solo.BOTH
        self._volume_pct = 100
        self._sides_pct = (100, 100)
        self._device_choice = DeviceChoice()
        self._started = False
        self._wants_to_play = False
        self._is_proxy = False
        self._proxies = Proxies()
        self._runner = TaskRunner(threads=1)
        self._runner.crashed.connect(self._crashed)
        self._task: Task | None = None
        self._mixer = Mixer(self._runner, self._proxies, self)
        self._mixer.made.connect(self._swap_engine)
        self._mixer.changed.connect(self._flush_engine)
        self._mixer.failed.connect(self._unmixed)
        self._throttle = SeekThrottle(self)
        self._throttle.due.connect(self._seek_engine)
        self._tail = QTimer(self)
        self._tail.setSingleShot(True)
        self._tail.timeout.connect(self._finish)
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(self._watch_engine)

    # What the page asks for.

    def load(self, path: Path, duration_ms: int) -> None:
        self._file, self._duration_ms = PlayedFile(path), duration_ms
        self._forget()
        self.clock.reset(duration_ms)
        self._enter(PlayState.LOADING)
        problem = self._file.problem()
        if problem is None:
            self._open_engine(path)
        else:
            self._fail(problem)

    def play(self) -> None:
        if self._state is PlayState.LOADING:
            self._wants_to_play = True
        elif self._state is PlayState.ENDED:
            self.clock.seek(0)
            self._begin()
        elif self._state is PlayState.PAUSED:
            if self.clock.position_ms() >= self._duration_ms:
                self.clock.seek(0)
                self._throttle.ask(0, dragging=False)
            self._begin()

    def pause(self) -> None:
        self._wants_to_play = False
        if self._state is not PlayState.PLAYING:
            return
        self.clock.stop()
        if self._tail.isActive():
            self._tail.stop()
            self._halt()
        elif self._started:
            self._pause_engine()
        self._enter(PlayState.PAUSED)

    def seek(self, position_ms: int, *, dragging: bool = False) -> None:
        position_ms = min(max(position_ms, 0), self._duration_ms)
        self.clock.seek(position_ms)
        if self._state is PlayState.ENDED:
            self._enter(PlayState.PAUSED)
        if self._state is PlayState.PLAYING and position_ms == self._duration_ms:
            self._finish()
        elif self._state in (PlayState.PLAYING, PlayState.PAUSED):
            self._throttle.ask(position_ms, dragging=dragging)

    def set_rate(self, rate: float) -> None:
        rate = min(max(rate, SLOWEST), FASTEST)
        self.clock.lead_ms = self._lead_ms(rate)
        self.clock.set_rate(rate)
        self._apply_rate(rate)
        if self._tail.isActive():
            self._tail.start(round(self.clock.left_s() * 1000))

    def set_solo(self, solo: Solo) -> None:
        self._solo = solo
        if self._state not in (PlayState.EMPTY, PlayState.FAILED):
            self._apply_solo(solo)

    def set_volume(self, percent: int) -> None:
        self._volume_pct = min(max(percent, 0), 100)
        self._apply_volume(self._volume_pct)

    def set_sides_volume(self, left_pct: int, right_pct: int) -> None:
        self._sides_pct = (min(max(left_pct, 0), LOUDEST_PCT), min(max(right_pct, 0), LOUDEST_PCT))
        self._remix()

    def devices(self) -> tuple[OutputDevice, ...]:
        return self._device_choice.devices

    def device(self) -> str:
        return self._device_choice.wished

    def set_device(self, device_id: str) -> None:
        self._device_choice.wish(device_id)
        self._apply_device(device_id)

    def position_ms(self) -> int:
        return self.clock.position_ms()

    def rate(self) -> float:
        return self.clock.rate

    def state(self) -> PlayState:
        return self._state

    def failure(self) -> Problem | None:
        return self._problem

    def close(self) -> None:
        self._forget()
        self._runner.finish()
        self._close_engine()
        self._proxies.close()
        self._enter(PlayState.EMPTY)

    def as_object(self) -> QObject:
        return self

    # What the engine tells.

    def _engine_opened(self, length_ms: int | None) -> None:
        """The engine can play the file and takes it for `length_ms` long (None: not said)."""
        if self._state is not PlayState.LOADING:
            return
        wrong = length_ms is not None and abs(length_ms - self._duration_ms) > PLAYABLE_ERROR_MS
        if wrong and not self._is_proxy:
            self._make_proxy()
            return
        self.clock.lead_ms = self._lead_ms(self.clock.rate)
        self._enter(PlayState.PAUSED)
        if self._solo is not Solo.BOTH:
            self._apply_solo(self._solo)
        self._remix()
        if self._wants_to_play:
            self._wants_to_play = False
            self._begin()

    def _engine_unable(self, why: str) -> None:
        """The engine can't open the file: a plain copy is tried, once."""
        if self._is_proxy:
            self._engine_failed(why)
        else:
            self._make_proxy()

    def _engine_started(self, at: float | None = None) -> None:
        if self._state is PlayState.PLAYING:
            self.clock.start(at)

    def _engine_at(self, reported_ms: int, at: float | None = None) -> None:
        self.clock.report(reported_ms, at)

    def _engine_ended(self) -> None:
        """Engines say so a little before the last sample is heard."""
        if self._state is not PlayState.PLAYING:
            self._started = False
            return
        left_s = self.clock.left_s()
        if 0 < left_s <= _LONGEST_TAIL_S and self.clock.running:
            self.clock.run_out()
            self._tail.start(round(left_s * 1000))
        elif left_s > _LONGEST_TAIL_S:
            self._stopped_early()
        else:
            self._finish()

    def _engine_failed(self, why: str) -> None:
        self._fail(self._file.problem() or self._file.about("unplayable", why=why))

    def _watch_engine(self) -> None:
        """Engines may neither end nor fail where they can't read on."""
        if self.clock.without_news_s() < _STALLED_S:
            return
        problem = self._file.problem()
        if self.clock.left_s() < _NO_TAIL_S:
            self._finish()
        elif problem is not None and not self._is_proxy:
            self._fail(problem)

    def _stopped_early(self) -> None:
        """The file went while it played, or the engine can't read on: a plain copy may."""
        problem = self._file.problem()
        if problem is not None:
            self._fail(problem)
        elif self._is_proxy:
            self._finish()
        else:
            self.clock.stop()
            self._halt()
            self._wants_to_play = True
            self._enter(PlayState.LOADING)
            self._make_proxy()

    def _engine_devices(self, devices: tuple[OutputDevice, ...]) -> None:
        news = self._device_choice.find(devices)
        if news.use is not None:
            self._apply_device(news.use)
        if news.problem is not None:
            self.problem.emit(news.problem)
        if news.changed:
            self.devices_changed.emit()

    def _mix(self) -> Mix:
        """What the engine can't do by itself."""
        return Mix(left_pct=self._sides_pct[0], right_pct=self._sides_pct[1])

    # In between.

    def _begin(self) -> None:
        problem = None if self._is_proxy else self._file.problem()
        if problem is not None:
            self._fail(problem)
            return
        self._enter(PlayState.PLAYING)
        if self._started:
            self._resume_engine()
        else:
            self._started = True
            self._start_engine(self.clock.position_ms())

    def _halt(self) -> None:
        self._started = False
        self._stop_engine()

    def _restart(self) -> None:
        """Where it is, with what has changed since the engine was started."""
        if self._state is PlayState.PLAYING and not self._tail.isActive():
            self.clock.stop()
            self.clock.seek(self.clock.position_ms())
            self._start_engine(self.clock.position_ms())
        elif self._started:
            self._halt()

    def _seek_engine(self, position_ms: int) -> None:
        if self._tail.isActive():
            # The engine has already ended and takes no seek: it starts again from there.
            self._tail.stop()
            self.clock.stop()
            self._start_engine(position_ms)
        elif self._started:
            self._move_engine(position_ms)

    def _remix(self) -> None:
        if self._state in (PlayState.PAUSED, PlayState.PLAYING, PlayState.ENDED):
            self._mixer.ask(self._mix(), self.position_ms())

    def _flush_engine(self) -> None:
        """What the engine has read ahead sounds as before: it is read again."""
        if self._started and not self._tail.isActive():
            self._throttle.ask(self.position_ms(), dragging=True)

    def _unmixed(self, problem: Problem) -> None:
        """It plays on as recorded; the page says why."""
        self._sides_pct, self._solo = (100, 100), Solo.BOTH
        self.problem.emit(problem)

    def _finish(self) -> None:
        self._tail.stop()
        self.clock.finish()
        self._halt()
        self._enter(PlayState.ENDED)

    def _make_proxy(self) -> None:
        source, out = self._file.path, self._proxies.next_file()
        self._is_proxy = True
        task = self._runner.start(lambda progress: write_whole(source, out, progress))
        self._task = task
        task.finished.connect(lambda path: self._open_copy(task, path))
        task.failed.connect(lambda error: self._copy_failed(task, error))

    def _open_copy(self, task: Task, path: Path) -> None:
        if task is self._task:
            self._task = None
            self._mixer.use_plain(path)
            self._open_engine(path)

    def _copy_failed(self, task: Task, error: ProblemError) -> None:
        if task is self._task:
            self._task = None
            self._fail(error.problems[0])

    def _crashed(self, error: Exception) -> None:
        """A bug on another thread: raised here, where the crash dialog sees it."""
        raise error

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._throttle.forget()
        self._tail.stop()
        self._wants_to_play = self._is_proxy = False
        self._problem = None
        if self._started:
            self._halt()
        self._mixer.forget(self._file.path)
        self._proxies.clear()

    def _fail(self, problem: Problem) -> None:
        self._problem = problem
        self._tail.stop()
        self._throttle.forget()
        self.clock.stop()
        if self._started:
            self._halt()
        self._enter(PlayState.FAILED)
        self.problem.emit(problem)

    def _enter(self, state: PlayState) -> None:
        if state is not self._state:
            self._state = state
            if state is PlayState.PLAYING:
                self._watch.start()
            else:
                self._watch.stop()
            self.state_changed.emit(state)

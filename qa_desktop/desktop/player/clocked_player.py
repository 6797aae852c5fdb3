"""What both engines' players share: states, the clock, throttled seeks, private copies."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.desktop.player.mixed_copy import Mix
from qa_desktop.desktop.player.mixer import Mixer
from qa_desktop.desktop.player.playback_clock import PlaybackClock
from qa_desktop.desktop.player.protocol import OutputDevice, PlayState, Solo
from qa_desktop.desktop.player.proxies import Proxies, write_whole
from qa_desktop.desktop.player.seek_throttle import SeekThrottle
from qa_desktop.desktop.tasks import Task, TaskRunner

SLOWEST, FASTEST = 0.5, 3.0
LOUDEST_PCT = 200
PLAYABLE_ERROR_MS = 50
_LONGEST_TAIL_S = 2.5


class ClockedPlayer(QObject):
    """A Player whose engine is driven by the subclass's hooks.

    Signals as the protocol says. The hooks are called only in states where they make sense:
    `_open_engine`, then `_start_engine` from a standstill, `_resume_engine`, `_pause_engine`,
    `_move_engine` while started, `_stop_engine`, `_swap_engine` to another file of the same sound;
    the subclass calls back `_engine_opened`, `_engine_unable`, `_engine_started`, `_engine_at`,
    `_engine_ended`, `_engine_failed`, `_engine_devices`.
    """

    state_changed = Signal(object)
    problem = Signal(object)
    devices_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = PlaybackClock()
        self._state = PlayState.EMPTY
        self._problem: Problem | None = None
        self._path = Path()
        self._duration_ms = 0
        self._solo = Solo.BOTH
        self._volume_pct = 100
        self._sides_pct = (100, 100)
        self._devices: tuple[OutputDevice, ...] = ()
        self._device = ""
        self._device_is_gone = False
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

    # What the page asks for.

    def load(self, path: Path, duration_ms: int) -> None:
        self._path, self._duration_ms = path, duration_ms
        self._forget()
        self.clock.reset(duration_ms)
        self._enter(PlayState.LOADING)
        if path.is_file():
            self._open_engine(path)
        else:
            self._fail(Problem(code="player.missing", where=Where(file=path.name)))

    def play(self) -> None:
        if self._state is PlayState.LOADING:
            self._wants_to_play = True
        elif self._state is PlayState.ENDED:
            self.clock.seek(0)
            self._begin()
        elif self._state is PlayState.PAUSED:
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
        if self._state in (PlayState.PLAYING, PlayState.PAUSED):
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
        return self._devices

    def device(self) -> str:
        return self._device

    def set_device(self, device_id: str) -> None:
        self._device, self._device_is_gone = device_id, False
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
        else:
            self._finish()

    def _engine_failed(self, why: str) -> None:
        self._fail(
            Problem(
                code="player.unplayable", where=Where(file=self._path.name), values={"why": why}
            )
        )

    def _engine_devices(self, devices: tuple[OutputDevice, ...]) -> None:
        """What the engine finds now. A chosen one that came back is used again."""
        before, self._devices = self._devices, devices
        gone = bool(self._device) and self._device not in {device.id for device in devices}
        was_gone, self._device_is_gone = self._device_is_gone, gone
        if gone and not was_gone:
            self._apply_device("")
            names = {device.id: device.name for device in before}
            name = names.get(self._device, self._device)
            self.problem.emit(Problem(code="player.device_gone", values={"device": name}))
        elif before and not devices:
            self.problem.emit(Problem(code="player.no_device"))
        elif was_gone and not gone:
            self._apply_device(self._device)
        if devices != before:
            self.devices_changed.emit()

    # The engine, driven by the subclass.

    def _open_engine(self, path: Path) -> None:
        raise NotImplementedError

    def _start_engine(self, position_ms: int) -> None:
        raise NotImplementedError

    def _resume_engine(self) -> None:
        raise NotImplementedError

    def _pause_engine(self) -> None:
        raise NotImplementedError

    def _move_engine(self, position_ms: int) -> None:
        raise NotImplementedError

    def _stop_engine(self) -> None:
        raise NotImplementedError

    def _close_engine(self) -> None:
        raise NotImplementedError

    def _apply_rate(self, rate: float) -> None:
        raise NotImplementedError

    def _apply_solo(self, solo: Solo) -> None:
        raise NotImplementedError

    def _apply_volume(self, percent: int) -> None:
        raise NotImplementedError

    def _apply_device(self, device_id: str) -> None:
        raise NotImplementedError

    def _lead_ms(self, rate: float) -> float:
        """How far what the engine tells runs ahead of what is heard, for the file that is open."""
        raise NotImplementedError

    def _swap_engine(self, path: Path) -> None:
        raise NotImplementedError

    def _mix(self) -> Mix:
        """What the engine can't do by itself."""
        return Mix(left_pct=self._sides_pct[0], right_pct=self._sides_pct[1])

    # In between.

    def _begin(self) -> None:
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
        source, out = self._path, self._proxies.next_file()
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
        self._mixer.forget(self._path)
        self._proxies.clear()

    def _fail(self, problem: Problem) -> None:
        self._problem = problem
        self._tail.stop()
        self.clock.stop()
        self._started = False
        self._enter(PlayState.FAILED)
        self.problem.emit(problem)

    def _enter(self, state: PlayState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

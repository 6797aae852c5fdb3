"""Drives libvlc on a thread of its own, so that nothing it does can hold up the window."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, Signal

from qa_desktop.desktop.player.engines import vlc_module
from qa_desktop.desktop.player.vlc_devices import choose_device, devices_of

# avformat first: VLC's own demuxers seek 1.5-2 s late in MP3, and 10 s off without a Xing header.
# Caching little: after a seek VLC's PulseAudio output begins as much too early as it caches (250 of
# the usual 300 ms, measured), and then pauses; where a file comes slowly VLC raises it by itself.
OPTIONS = (
    "--demux=avformat,any",
    "--file-caching=60",
    "--no-video",
    "--intf=dummy",
    "--quiet",
    "--no-spu",
)
# Shorter strides than VLC's own 30 and 14 ms: what is heard at 3x strays half as far.
_FINER = ("--scaletempo-stride=20", "--scaletempo-search=10")
STEREO, LEFT, RIGHT = 1, 3, 4
_PARSE_MS = 10_000
# VLC's MP3 decoding is heard two frames after the time it tells (measured with --aout=amem; WAV,
# Vorbis, Opus, AAC, FLAC and GSM are exact).
_LATE_FRAMES = {"mpga": 2, "mp3 ": 2}
_MPEG1_FROM_HZ = 32_000
# Up to 190 ms off after a seek at 3x (measured), and cheap to copy.
_ASTRAY = frozenset({"samr", "sawb"})


@cache
def _instance(options: tuple[str, ...]) -> Any:
    """One for the whole program, as libvlc wants it: reading its plugins takes 50 ms each time."""
    vlc = vlc_module()
    # A build without that filter refuses its options.
    instance = vlc.Instance([*OPTIONS, *_FINER, *options]) or vlc.Instance([*OPTIONS, *options])
    if instance is None:
        raise ImportError(f"libvlc refuses the options {' '.join(options)}")
    return instance


class VlcEngine(QObject):
    """One libvlc player. Every method only queues; what happens is told by signals.

    Each signal begins with the number that `open` was given, so that late news of another
    recording is known for what it is: `opened(number, length_ms, lead_ms)`, `unable(number, why)`,
    `started(number, at)`, `paused(number)`, `moved(number, ms, at)`, `ended(number)`,
    `failed(number)`; `devices(tuple)` of what can be heard on, `device_changed()` when another one
    is used than before; `crashed(Exception)` is a bug. `held` keeps whatever libvlc was given until
    it has let go. `at` is on time.monotonic, taken when VLC told.
    """

    opened = Signal(int, int, float)
    unable = Signal(int, str)
    started = Signal(int, float)
    paused = Signal(int)
    moved = Signal(int, int, float)
    ended = Signal(int)
    failed = Signal(int)
    devices = Signal(object)
    device_changed = Signal()
    crashed = Signal(object)

    def __init__(self, options: Sequence[str] = ()) -> None:
        """ImportError where libvlc is missing or can't start with these options.

        Without a parent: it lives on until its thread has let go of libvlc.
        """
        super().__init__()
        self._vlc: Any = vlc_module()
        self._instance = _instance(tuple(options))
        self._player: Any = self._instance.media_player_new()
        self._media: Any = None
        self._media_events: Any = None
        self._path = Path()
        self._closed = False
        self._number = 0
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vlc")
        self._open_for_work = True
        self._submitting = Lock()
        self.held: list[object] = []
        self._listen()

    def open(self, number: int, path: Path) -> None:
        self._do(lambda: self._open(number, path))

    def start(self, position_ms: int) -> None:
        """Plays from a position; `set_time` before playing would be lost."""
        self._do(lambda: self._start(position_ms))

    def resume(self) -> None:
        self._do(lambda: self._player.set_pause(0))

    def pause(self) -> None:
        self._do(lambda: self._player.set_pause(1))

    def move(self, position_ms: int) -> None:
        self._do(lambda: self._player.set_time(position_ms))

    def stop(self) -> None:
        self._do(lambda: self._player.set_media(None))

    def set_rate(self, rate: float) -> None:
        self._do(lambda: self._player.set_rate(rate))

    def set_channel(self, channel: int, flush_at_ms: int | None) -> None:
        """STEREO, LEFT or RIGHT; a seek to where it is empties what is already mixed."""
        self._do(lambda: self._set_channel(channel, flush_at_ms))

    def hold_channel(self, channel: int, flush_at_ms: int) -> None:
        """Nothing, where the sound output has that channel already."""
        self._do(lambda: self._hold_channel(channel, flush_at_ms))

    def set_volume(self, percent: int) -> None:
        self._do(lambda: self._player.audio_set_volume(percent))

    def set_device(self, device_id: str) -> None:
        """ "" is the system's own choice."""
        self._do(lambda: choose_device(self._player, device_id))

    def find_devices(self) -> None:
        self._do(lambda: self.devices.emit(devices_of(self._vlc, self._player)))

    def swap(self, path: Path) -> None:
        """The same sound in another file, from the next start on."""
        self._do(lambda: setattr(self, "_path", path))

    def close(self) -> None:
        """Comes back at once: stopping can take libvlc a while."""
        self._do(self._release)
        self._closed = True
        self._worker.shutdown(wait=False)

    def _do(self, work: Callable[[], object]) -> None:
        try:
            done = self._worker.submit(work)
        except RuntimeError:
            # libvlc's own threads may still tell of a file while the engine is being closed.
            if not self._closed:
                raise
        else:
            done.add_done_callback(self._check)

    def _check(self, done: "Future[object]") -> None:
        error = done.exception()
        if error is not None:
            self.crashed.emit(error)

    def _listen(self) -> None:
        # VLC calls these on its own threads, where calling libvlc would deadlock: only emit.
        kind = self._vlc.EventType
        self._callbacks: dict[Any, Callable[[Any], None]] = {
            kind.MediaPlayerPlaying: lambda _: self.started.emit(self._number, time.monotonic()),
            kind.MediaPlayerPaused: lambda _: self.paused.emit(self._number),
            kind.MediaPlayerTimeChanged: lambda event: self.moved.emit(
                self._number, event.u.new_time, time.monotonic()
            ),
            kind.MediaPlayerEndReached: lambda _: self.ended.emit(self._number),
            kind.MediaPlayerEncounteredError: lambda _: self.failed.emit(self._number),
        }
        self._callbacks[kind.MediaPlayerAudioDevice] = lambda _: self.device_changed.emit()
        # The manager owns what VLC calls: without a reference it goes, and VLC calls into nothing.
        # Not the method of the same name: python-vlc would keep player and manager for ever.
        self._events = self._vlc.libvlc_media_player_event_manager(self._player)
        for event, callback in self._callbacks.items():
            self._events.event_attach(event, callback)

    def _open(self, number: int, path: Path) -> None:
        self._number, self._path = number, path
        self._player.set_media(None)
        self._let_media_go()
        self._media = self._instance.media_new_path(str(path))
        self._parsed = lambda _: self._do(lambda: self._tell_length(number))
        self._media_events = self._vlc.libvlc_media_event_manager(self._media)
        self._media_events.event_attach(self._vlc.EventType.MediaParsedChanged, self._parsed)
        if self._media.parse_with_options(self._vlc.MediaParseFlag.local, _PARSE_MS) != 0:
            self.unable.emit(number, "libvlc can't parse the file")

    def _tell_length(self, number: int) -> None:
        if number != self._number or self._media is None:
            return
        status = self._media.get_parsed_status()
        tracks = list(self._media.tracks_get() or ())
        if any(_codec(track) in _ASTRAY for track in tracks):
            self.unable.emit(number, "libvlc seeks badly in AMR")
        elif status == self._vlc.MediaParsedStatus.done and tracks:
            self.opened.emit(number, self._media.get_duration(), self._lead_ms(tracks))
        else:
            self.unable.emit(number, f"libvlc: {status}")

    def _lead_ms(self, tracks: Sequence[Any]) -> float:
        """How far the told time runs ahead of what is heard."""
        for track in tracks:
            if track.type == self._vlc.TrackType.audio:
                rate_hz = track.audio.contents.rate
                frame = 1152 if rate_hz >= _MPEG1_FROM_HZ else 576
                return _LATE_FRAMES.get(_codec(track), 0) * frame * 1000 / max(int(rate_hz), 1)
        return 0.0

    def _start(self, position_ms: int) -> None:
        # Without `stop`, which also closes the sound output and forgets the device chosen for it.
        media = self._instance.media_new_path(str(self._path))
        media.add_option(f":start-time={position_ms / 1000:.3f}")
        self._player.set_media(media)
        media.release()  # The player holds it now.
        self._player.play()

    def _set_channel(self, channel: int, flush_at_ms: int | None) -> None:
        self._player.audio_set_channel(channel)
        if flush_at_ms is not None:
            self._player.set_time(flush_at_ms)

    def _hold_channel(self, channel: int, flush_at_ms: int) -> None:
        has = self._player.audio_get_channel()
        if has != channel and (channel != STEREO or has in (LEFT, RIGHT)):
            self._set_channel(channel, flush_at_ms)

    def _let_media_go(self) -> None:
        if self._media is not None:
            self._media_events.event_detach(self._vlc.EventType.MediaParsedChanged)
            self._media.release()
            self._media = None

    def _release(self) -> None:
        for event in self._callbacks:
            self._events.event_detach(event)
        self._player.stop()
        self._let_media_go()
        self._player.release()


def _codec(track: Any) -> str:
    return int(track.codec).to_bytes(4, "little").decode("latin-1")

"""Decodes the end of a long compressed recording in a process of its own, beside its beginning."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from qa_desktop.audio.cells import CellReducer, Cells
from qa_desktop.audio.samples import Int16, to_int16
from qa_desktop.audio.stream import PREROLL_PACKETS, StreamSource
from qa_desktop.base.problems import ProblemError

LOOK_S = 0.15
"""How long one process decodes before it is known whether two are worth it."""
START_S = 0.4
"""What it takes a process to begin."""
WORTH_S = 1.2
_STEADY = 16
_TELL_S = 0.1
_POLL_S = 0.05


class Pipe(Protocol):
    """One end of what connects the two; its class differs by system."""

    def poll(self, timeout: float = 0.0) -> bool: ...
    def recv(self) -> object: ...
    def send(self, said: object, /) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Where the second process takes over: `frames_before` packet `packet` come out of the rest."""

    path: Path
    packet: int
    frames_before: int
    sample_rate_hz: int
    channels: int
    sample_format: str
    samples_per_cell: int

    @property
    def head(self) -> int:
        """How many frames complete the cell that was begun before."""
        return -self.frames_before % self.samples_per_cell


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SecondHalf:
    """`head` (channels, frames) completes a cell; `cells` are all after it."""

    head: Int16
    cells: Cells
    frames: int


def split_of(
    source: StreamSource, path: Path, samples_per_cell: int, spent_s: float
) -> Split | None:
    """So that both end at the same time; None where two processes would not be faster.

    `spent_s` is what the source's place took so far. The frames before the split are foretold from
    packets of one length; whoever decodes them must find that many.
    """
    place = source.place
    size = path.stat().st_size
    ready = source.codec in PREROLL_PACKETS and place.steady >= _STEADY and place.bytes
    if not ready or _processors() < 2 or multiprocessing.current_process().daemon:
        return None
    left = max(0.0, size / place.bytes - 1)
    if left * spent_s < WORTH_S:
        return None
    ours = (left * spent_s + START_S) / 2 / spent_s
    packet = place.packets + round(place.packets * ours)
    return Split(
        path=path,
        packet=packet,
        frames_before=place.samples + (packet - place.packets) * place.frame_samples,
        sample_rate_hz=source.sample_rate_hz,
        channels=source.channels,
        sample_format=source.sample_format,
        samples_per_cell=samples_per_cell,
    )


def _processors() -> int:
    return os.cpu_count() or 1


class Deputy:
    """The second process. `frames` is how far it said it has come."""

    def __init__(self, connection: Pipe) -> None:
        self._connection = connection
        self._half: SecondHalf | None = None
        self._gone = False
        self.frames = 0

    def listen(self, wait_s: float = 0.0) -> bool:
        """Takes what it said meanwhile; True once there is nothing more to come."""
        try:
            while not self._gone and self._half is None and self._connection.poll(wait_s):
                said = self._connection.recv()
                if isinstance(said, SecondHalf):
                    self._half = said
                elif isinstance(said, int):
                    self.frames = said
                else:
                    # It could not: whoever asked decodes that part too.
                    self._gone = True
        except (EOFError, OSError):
            self._gone = True
        return self._gone or self._half is not None

    def wait(self) -> bool:
        """One step of waiting; True once there is nothing more to come."""
        return self.listen(_POLL_S)

    def half(self) -> SecondHalf | None:
        """None where it failed."""
        return self._half


@contextmanager
def deputy_for(split: Split) -> Iterator[Deputy]:
    """Ends the process with the block, wherever it is then."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(
        target=_serve, args=(theirs, split), name="qa-desktop peaks", daemon=True
    )
    process.start()
    theirs.close()
    try:
        yield Deputy(ours)
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()


def _serve(connection: Pipe, split: Split) -> None:
    with suppress(OSError):  # Nobody waits any more.
        try:
            connection.send(decode_half(split, connection.send))
        except (ProblemError, MemoryError):
            connection.send(None)


def decode_half(split: Split, tell: Callable[[int], None] | None = None) -> SecondHalf | None:
    """From the split to the end; None where the sound is another there than it was before."""
    source = StreamSource(split.path)
    try:
        sound = (source.sample_rate_hz, source.channels, source.sample_format)
        if sound != (split.sample_rate_hz, split.channels, split.sample_format):
            return None
        reducer = CellReducer(split.channels, split.samples_per_cell)
        head = np.empty((split.channels, 0), np.int16)
        told_at = time.monotonic()
        for block in source.rest(split.packet):
            missing = split.head - head.shape[1]
            if missing:
                head = np.concatenate((head, to_int16(block[:, :missing])), axis=1)
                block = block[:, missing:]
            if block.shape[1]:
                reducer.add(block)
            if tell is not None and time.monotonic() - told_at >= _TELL_S:
                tell(reducer.frames)
                told_at = time.monotonic()
        return SecondHalf(head=head, cells=reducer.cells(), frames=head.shape[1] + reducer.frames)
    finally:
        source.close()

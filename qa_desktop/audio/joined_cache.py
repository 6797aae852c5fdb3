"""Keeps calls that were joined from several recordings, so that they open at once again."""

import hashlib
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from qa_desktop.audio.joined import SoundLeg, join_legs
from qa_desktop.audio.peak_cache import recording_key
from qa_desktop.audio.peaks import Peaks
from qa_desktop.base.progress import Progress
from qa_desktop.base.whole_files import TEMPORARY

FOLDER_NAME = "joined"
DEFAULT_MAX_BYTES = 2 << 30
"""Some nine hours of stereo at 16 kHz."""
_FORMAT_VERSION = 1
_EXTENSION = ".wav"
_STALE_S = 24 * 3600


class JoinedCache:
    """WAV files in one folder, at most `max_bytes` of them but for the newest; the least recently
    used go first.

    `name` is the interaction's id, so that erasing it can take what was made of it along.
    """

    def __init__(self, peaks_folder: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> None:
        self._folder = peaks_folder / FOLDER_NAME
        self._max_bytes = max_bytes

    def joined(
        self,
        name: str,
        legs: Sequence[SoundLeg],
        *,
        on_partial: Callable[[Peaks], None] | None = None,
        progress: Progress | None = None,
    ) -> Path:
        """The file, made where it isn't there yet.

        Raises as join_legs does, and ProblemError (audio.*) where a leg can't be opened.
        """
        file = self._folder / f"{name}-{_key(legs)}{_EXTENSION}"
        if file.is_file():
            with suppress(OSError):
                os.utime(file, ns=(time.time_ns(), file.stat().st_mtime_ns))
            return file
        with suppress(OSError):
            # What keeps it from being made is told when the file is written.
            self._folder.mkdir(parents=True, exist_ok=True)
        join_legs(legs, file, on_partial=on_partial, progress=progress)
        self._make_room(file)
        return file

    def forget(self, name: str) -> None:
        """Removes all that was made of an interaction. Raises OSError."""
        for file in self._folder.glob(f"{name}-*{_EXTENSION}"):
            file.unlink(missing_ok=True)

    def _make_room(self, newest: Path) -> None:
        kept = []
        for file in self._folder.iterdir():
            with suppress(FileNotFoundError):  # Another process makes room too.
                known = file.stat()
                if file.suffix == TEMPORARY and time.time() - known.st_mtime > _STALE_S:
                    file.unlink()
                elif file.suffix == _EXTENSION and file != newest:
                    kept.append((known.st_atime_ns, known.st_size, file))
        excess = sum(size for _, size, _ in kept) + newest.stat().st_size - self._max_bytes
        for _, size, file in sorted(kept):
            if excess <= 0:
                return
            with suppress(OSError):  # Windows keeps what is being played.
                file.unlink(missing_ok=True)
                excess -= size


def _key(legs: Sequence[SoundLeg]) -> str:
    """Changes with every leg's content, place and sides."""
    digest = hashlib.sha256(f"{_FORMAT_VERSION}".encode())
    for leg in legs:
        place = (leg.start_ms, leg.duration_ms, leg.sample_rate_hz, leg.voices.value)
        digest.update(repr(place).encode())
        digest.update(b"-" if leg.path is None else recording_key(leg.path))
    return digest.hexdigest()[:32]

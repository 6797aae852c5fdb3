"""Keeps the peaks of recordings on disk, so that a waveform appears at once the second time."""

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from qa_desktop.audio.faults import os_fault
from qa_desktop.audio.peak_file import FORMAT_VERSION, DamagedPeaks, read_peak_file, write_peak_file
from qa_desktop.audio.peaks import Peaks, build_peaks
from qa_desktop.base.progress import Progress
from qa_desktop.base.whole_files import TEMPORARY, written_beside

_END_BYTES = 1 << 16
_EXTENSION = ".peaks"
DEFAULT_MAX_BYTES = 2 << 30
"""Some 300 hours of stereo."""
_STALE_S = 24 * 3600


class PeakCache:
    """Files in one folder, at most `max_bytes` of them; the least recently used go first.

    Any number of threads and processes may share the folder: files appear whole or not at all.
    """

    def __init__(self, folder: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> None:
        self._folder = folder
        self._max_bytes = max_bytes

    def peaks(
        self,
        path: Path,
        *,
        on_partial: Callable[[Peaks], None] | None = None,
        progress: Progress | None = None,
    ) -> Peaks:
        """From the cache, or built (with `on_partial` as in build_peaks) and kept.

        Cached arrays are read-only. Raises ProblemError (audio.*), and Cancelled.
        """
        key = recording_key(path)
        kept = self._kept(key)
        if kept is not None:
            return kept
        built = build_peaks(path, on_partial=on_partial, progress=progress)
        # A recording that was still growing must not leave peaks of its half.
        if recording_key(path) == key:
            self._keep(key, built)
        return built

    def kept(self, key: bytes) -> Peaks | None:
        """The peaks of a file that may be gone, by the key it had (recording_key)."""
        return self._kept(key)

    def forget(self, path: Path) -> None:
        """Removes what is kept of `path`, as erasing a recording requires. Raises OSError."""
        self._file(recording_key(path)).unlink(missing_ok=True)

    def _file(self, key: bytes) -> Path:
        return self._folder / f"{key.hex()}{_EXTENSION}"

    def _kept(self, key: bytes) -> Peaks | None:
        file = self._file(key)
        try:
            kept = read_peak_file(file, key)
        except (OSError, DamagedPeaks):
            # Missing, old or damaged: peaks can always be made again.
            return None
        with suppress(OSError):
            # A folder that became read-only still serves; only its order of use stands still.
            os.utime(file)
        return kept

    def _keep(self, key: bytes, peaks: Peaks) -> None:
        file = self._file(key)
        # A full or read-only disk costs time at the next opening, nothing else.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with written_beside(file, synced=False) as beside:
                write_peak_file(beside, peaks, key)
            self._make_room(file)

    def _make_room(self, newest: Path) -> None:
        kept = []
        for file in self._folder.iterdir():
            with suppress(FileNotFoundError):  # Another process makes room too.
                known = file.stat()
                if file.suffix == TEMPORARY and time.time() - known.st_mtime > _STALE_S:
                    file.unlink()
                elif file.suffix == _EXTENSION:
                    kept.append((known.st_mtime_ns, known.st_size, file))
        excess = sum(size for _, size, _ in kept) - self._max_bytes
        for _, size, file in sorted(kept):
            if excess <= 0:
                return
            if file != newest:
                with suppress(OSError):  # Windows keeps what is being looked at.
                    file.unlink(missing_ok=True)
                    excess -= size


def workspace_cache(workspace_folder: Path) -> PeakCache | None:
    """None where no workspace is. Safe while another program has the workspace open."""
    if not (workspace_folder / "qa.sqlite3").is_file():
        return None
    return PeakCache(workspace_folder / "peaks")


def recording_key(path: Path) -> bytes:
    """32 bytes that change with the recording: its size, time, both ends, our format's version.

    Raises ProblemError when the file can't be read.
    """
    try:
        with path.open("rb") as file:
            known = os.fstat(file.fileno())
            digest = hashlib.sha256(
                f"{FORMAT_VERSION} {known.st_size} {known.st_mtime_ns}".encode()
            )
            digest.update(file.read(_END_BYTES))
            file.seek(max(0, known.st_size - _END_BYTES))
            digest.update(file.read(_END_BYTES))
    except OSError as error:
        raise os_fault(path, error) from error
    return digest.digest()

"""Remembers how the file of a recording looked, so that its peaks are found without it."""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qa_desktop.audio.peak_cache import recording_key
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.whole_files import written_beside

_EXTENSION = ".known"
_LINE = re.compile(rb"1 (\d{1,18}) (-?\d{1,20}) ([0-9a-f]{64})")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFile:
    """`peaks_key` is what PeakCache keeps its peaks under."""

    size: int
    mtime_ns: int
    peaks_key: bytes

    def looks_like(self, path: Path) -> bool:
        """Size and time as they were: a quick look that reads nothing. Raises OSError."""
        now = path.stat()
        return (now.st_size, now.st_mtime_ns) == (self.size, self.mtime_ns)


class KnownFiles:
    """One small file each in the peaks' folder; losing them costs a hash or a waveform."""

    def __init__(self, peaks_folder: Path) -> None:
        self._folder = peaks_folder

    def remember(self, name: str, path: Path) -> None:
        """`name`: the recording's content hash. Nothing is kept of a file that can't be read."""
        with suppress(OSError, ProblemError):
            known = path.stat()
            key = recording_key(path).hex()
            self._folder.mkdir(parents=True, exist_ok=True)
            with written_beside(self._file(name), synced=False) as beside:
                beside.write_text(f"1 {known.st_size} {known.st_mtime_ns} {key}", encoding="ascii")

    def known(self, name: str) -> KnownFile | None:
        """None where nothing, or nothing readable, is kept."""
        try:
            said = _LINE.fullmatch(self._file(name).read_bytes())
        except OSError:
            return None
        if said is None:
            return None
        size, mtime_ns, key = said.groups()
        return KnownFile(
            size=int(size), mtime_ns=int(mtime_ns), peaks_key=bytes.fromhex(key.decode())
        )

    def forget(self, name: str) -> None:
        """Raises OSError."""
        self._file(name).unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self._folder / f"{Path(name).name}{_EXTENSION}"

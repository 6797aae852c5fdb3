"""Plain WAV copies that an engine can play exactly, private to one player and gone with it."""

import tempfile
from contextlib import suppress
from pathlib import Path

from qa_desktop.audio.decode import write_pcm_proxy
from qa_desktop.base.progress import Progress


class Proxies:
    """Makes each copy once; `clear` before another recording, `close` at the end."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._count = 0

    def next_file(self) -> Path:
        """A name not used before, so that a late writer of the last recording harms nothing."""
        if self._folder is None:
            # Readable by nobody else: these are other people's conversations.
            self._folder = tempfile.TemporaryDirectory(
                prefix="qa-desktop-", ignore_cleanup_errors=True
            )
        self._count += 1
        return Path(self._folder.name) / f"{self._count}.wav"

    def clear(self) -> None:
        if self._folder is None:
            return
        for file in Path(self._folder.name).iterdir():
            # Windows keeps what an engine hasn't closed yet: the next clearing takes it.
            with suppress(PermissionError):
                file.unlink(missing_ok=True)

    def close(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def write_whole(source: Path, out: Path, progress: Progress) -> Path:
    """All channels as PCM; ProblemError where the sound can't be decoded."""
    write_pcm_proxy(source, out, progress)
    return out

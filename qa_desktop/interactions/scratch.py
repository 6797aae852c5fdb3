"""A private folder for what an import unpacks, gone when the import is."""

import shutil
import tempfile
import weakref
from pathlib import Path


class Scratch:
    """Made on first use; removed by `close`, or with the last reference to it."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._files = 0
        self._finalizer: weakref.finalize[[str], Scratch] | None = None

    def new_file(self, suffix: str) -> Path:
        """A path that no file has, named by number: no name from outside reaches the disk.

        `suffix`: with its dot; anything but letters and digits is left out.
        """
        if self._folder is None:
            folder = tempfile.mkdtemp(prefix="qa-desktop-import-")
            self._folder = Path(folder)
            self._finalizer = weakref.finalize(self, shutil.rmtree, folder, True)  # noqa: FBT003
        self._files += 1
        plain = "".join(letter for letter in suffix[:12] if letter.isascii() and letter.isalnum())
        return self._folder / (f"{self._files}.{plain}" if plain else str(self._files))

    def close(self) -> None:
        """Remove all of it."""
        if self._finalizer is not None:
            self._finalizer()
        self._folder = None

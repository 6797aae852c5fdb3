"""The files that a message brought, as far as an export tells of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qa_desktop.interactions.parsers.json_values import first, number, text

_SIZES = ("size", "filesize", "file_size", "bytes", "AttachmentSizeInBytes")
_LARGEST = 1 << 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Names or addresses; `sizes` in bytes in the same order, () where none is known."""

    names: tuple[str, ...] = ()
    sizes: tuple[int | None, ...] = ()

    def with_unsized(self, names: tuple[str, ...]) -> "Files":
        """And others of which only the names are known."""
        sizes = (*self.sizes, *(None for _ in names)) if self.sizes else ()
        return Files(names=self.names + names, sizes=sizes)


def files_of(parts: Iterable[dict[str, Any]], *names: str) -> Files:
    """`names` are the fields a file is called by, the best first; a file without is left out."""
    found = [(name, _size(part)) for part in parts if (name := text(first(part, *names)))]
    sizes = tuple(size for _, size in found)
    known = any(size is not None for size in sizes)
    return Files(names=tuple(name for name, _ in found), sizes=sizes if known else ())


def _size(part: dict[str, Any]) -> int | None:
    said = number(first(part, *_SIZES))
    return round(said) if said is not None and 0 <= said < _LARGEST else None

"""What a file says, taken out name by name; anything that does not belong there is a fault."""

import base64
import binascii
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from qa_desktop.base.clock import from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.calibration.files.canonical import NotCanonicalError, read_canonical

NAME_CHARS = 120
_HEX = re.compile(r"[0-9a-f]*\Z")
# Nobody sees them: they could make one name look like another.
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_MOST_WHOLE = 2**53 - 1
_Choice = TypeVar("_Choice", bound=StrEnum)


class Paper(StrEnum):
    """The kinds of files; each has problems `<paper>_damaged`, `_newer` and `_altered`."""

    CARD = "card"
    PACKAGE = "package"
    SUBMISSION = "submission"
    CLOSING = "closing"
    KEYS = "keys"
    REVEAL = "reveal"


def damaged(paper: Paper, path: str = "") -> ProblemError:
    return ProblemError(
        Problem(code=f"calibration.{paper.value}_damaged", where=Where(path=path or None))
    )


def altered(paper: Paper) -> ProblemError:
    return ProblemError(Problem(code=f"calibration.{paper.value}_altered"))


def label(text: str, most: int = NAME_CHARS) -> str:
    """A name or title as it may stand in a file: one line, without what nobody can see."""
    seen = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text)
    return " ".join(seen.split())[:most].strip()


class Fields:
    """One table of a file. Every method raises ProblemError calibration.<paper>_damaged."""

    def __init__(self, paper: Paper, said: object, path: str = "") -> None:
        self.paper = paper
        self._path = path
        if not isinstance(said, dict):
            self.fail()
        self._left: dict[str, Any] = dict(said)

    @classmethod
    def of_bytes(cls, paper: Paper, data: bytes, most_bytes: int) -> "Fields":
        if len(data) > most_bytes:
            values = {"limit_kib": most_bytes // 1024}
            raise ProblemError(Problem(code="calibration.file_too_large", values=values))
        try:
            return cls(paper, read_canonical(data))
        except NotCanonicalError:
            raise damaged(paper) from None

    def fail(self, name: str = "") -> NoReturn:
        raise damaged(self.paper, self._at(name))

    def end(self) -> None:
        """Nothing else may stand here."""
        if self._left:
            self.fail()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._left)

    def raw(self, name: str) -> Any:
        if name not in self._left:
            self.fail(name)
        return self._left.pop(name)

    def is_none(self, name: str) -> bool:
        """Whether null stands there, which is taken; whatever else stays for another method."""
        if self._left.get(name, "") is not None:
            return False
        del self._left[name]
        return True

    def format(self, known: str) -> None:
        """Tells a newer version's file from one that is no such file."""
        said = self.raw("format")
        if said == known:
            return
        if isinstance(said, str) and re.fullmatch(known.split("/")[0] + r"/[0-9]{1,4}", said):
            code = f"calibration.{self.paper.value}_newer"
            raise ProblemError(Problem(code=code, values={"format": said}))
        self.fail("format")

    def text(self, name: str, pattern: str) -> str:
        said = self.raw(name)
        if not isinstance(said, str) or re.fullmatch(pattern, said) is None:
            self.fail(name)
        return said

    def label(self, name: str, most: int = NAME_CHARS) -> str:
        said = self.raw(name)
        if not isinstance(said, str) or not said or said != label(said, most):
            self.fail(name)
        return said

    def whole(self, name: str, least: int = 0, most: int = _MOST_WHOLE) -> int:
        said = self.raw(name)
        if not isinstance(said, int) or isinstance(said, bool) or not least <= said <= most:
            self.fail(name)
        return said

    def hex(self, name: str, size: int) -> bytes:
        said = self.raw(name)
        if not isinstance(said, str) or len(said) != 2 * size or _HEX.match(said) is None:
            self.fail(name)
        return bytes.fromhex(said)

    def hash(self, name: str) -> str:
        return self.hex(name, 32).hex()

    def base64(self, name: str, most_bytes: int) -> bytes:
        said = self.raw(name)
        if not isinstance(said, str) or len(said) > (most_bytes + 2) // 3 * 4:
            self.fail(name)
        try:
            data = base64.b64decode(said, validate=True)
        except (binascii.Error, ValueError):
            self.fail(name)
        # The last character may have bits that mean nothing.
        if base64.b64encode(data).decode() != said:
            self.fail(name)
        return data

    def choice(self, name: str, kinds: type[_Choice]) -> _Choice:
        said = self.raw(name)
        if not isinstance(said, str) or said not in {kind.value for kind in kinds}:
            self.fail(name)
        return kinds(said)

    def moment(self, name: str) -> datetime:
        said = self.raw(name)
        return moment(said) if is_moment(said) else self.fail(name)

    def table(self, name: str) -> "Fields":
        return Fields(self.paper, self.raw(name), self._at(name))

    def tables(self, name: str, most: int) -> tuple["Fields", ...]:
        return tuple(
            Fields(self.paper, said, f"{self._at(name)}[{position}]")
            for position, said in enumerate(self._list(name, most))
        )

    def row(self, name: str, width: int) -> "Fields":
        """A list of `width` values, which go by "0", "1" ..."""
        return self._row(self.raw(name), width, self._at(name))

    def rows(self, name: str, width: int, most: int) -> tuple["Fields", ...]:
        return tuple(
            self._row(row, width, f"{self._at(name)}[{position}]")
            for position, row in enumerate(self._list(name, most))
        )

    def hashes(self, name: str, most: int) -> tuple[str, ...]:
        """Sorted, none twice."""
        said = self._list(name, most)
        if not all(isinstance(one, str) and len(one) == 64 and _HEX.match(one) for one in said):
            self.fail(name)
        if said != sorted(set(said)):
            self.fail(name)
        return tuple(said)

    def by_name(self, name: str, most: int) -> Mapping[str, Any]:
        """A table whose names are not known beforehand."""
        said = self.raw(name)
        if not isinstance(said, dict) or len(said) > most:
            self.fail(name)
        return dict(said)

    def _row(self, said: object, width: int, path: str) -> "Fields":
        if not isinstance(said, list) or len(said) != width:
            raise damaged(self.paper, path)
        named = {str(column): value for column, value in enumerate(said)}
        return Fields(self.paper, named, path)

    def _list(self, name: str, most: int) -> list[Any]:
        said = self.raw(name)
        if not isinstance(said, list) or len(said) > most:
            self.fail(name)
        return list(said)

    def _at(self, name: str) -> str:
        return ".".join(part for part in (self._path, name) if part)


_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


def is_moment(said: object) -> bool:
    """Whether this is a time as `to_text` writes it."""
    if not isinstance(said, str) or _MOMENT.fullmatch(said) is None:
        return False
    try:
        return to_text(from_text(said)) == said
    except ValueError:
        return False


def moment(said: str) -> datetime:
    return from_text(said)

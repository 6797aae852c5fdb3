"""Takes typed values out of a rubric's tree and gathers every problem on the way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction

from qa_desktop.base.local_text import LocalText
from qa_desktop.base.problems import Problem
from qa_desktop.rubrics.numbers import exact, looks_like_number, number_text
from qa_desktop.rubrics.tree import (
    Listing,
    Node,
    Path,
    Place,
    Scalar,
    Table,
    Unreadable,
    find_place,
    problem_at,
)

_RUBRIC_ID = re.compile(r"[a-z0-9-]{1,80}")
_INNER_ID = re.compile(r"[\w.-]{1,80}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(slots=True)
class Findings:
    """The problems of one file. `languages` None: the file's list of them could not be read."""

    file: str
    root: Node
    languages: tuple[str, ...] | None = None
    problems: list[Problem] = field(default_factory=list)
    _tainted: set[Path] = field(default_factory=set)

    def report(self, code: str, path: Path, **values: str | float) -> None:
        """A problem with what stands at `path`, or where it should stand."""
        self.report_at(find_place(self.root, path), code, path, **values)

    def report_at(self, place: Place, code: str, path: Path, **values: str | float) -> None:
        self.problems.append(problem_at(self.file, code, path, place, **values))
        self.taint(path)

    def taint(self, path: Path) -> None:
        for length in range(len(path) + 1):
            self._tainted.add(path[:length])

    def sound(self, *path: str | int) -> bool:
        """Whether nothing was wrong so far at or below `path`."""
        return path not in self._tainted


@dataclass(frozen=True, slots=True)
class Cursor:
    """One place in the tree; `node` None where the file has nothing there.

    Each reading method reports what is wrong and then gives back a stand-in of the right type, so
    that reading goes on to the next problem; the stand-ins never leave the loader.
    """

    found: Findings
    node: Node | None
    path: Path = ()

    @property
    def given(self) -> bool:
        """Whether something other than null is written here."""
        return self.node is not None and not (
            isinstance(self.node, Scalar) and self.node.value is None
        )

    def report(self, code: str, **values: str | float) -> None:
        self.found.report(code, self.path, **values)

    def key_names(self) -> tuple[str, ...]:
        return tuple(self.node.entries) if isinstance(self.node, Table) else ()

    def has(self, *keys: str) -> bool:
        """Whether each of `keys` is written here and nothing was wrong with it."""
        return all(self.child(k).given and self.found.sound(*self.path, k) for k in keys)

    def child(self, key: str) -> "Cursor":
        node = self.node.entries.get(key) if isinstance(self.node, Table) else None
        return Cursor(self.found, node, (*self.path, key))

    def table(self, *, required: Sequence[str] = (), optional: Sequence[str] = ()) -> bool:
        """Whether a table is here; tells missing and unknown keys."""
        if not isinstance(self.node, Table):
            self._expected("expected_table")
            return False
        known = (*required, *optional)
        for key, place in self.node.key_places.items():
            if key not in known:
                self._unknown_key(key, place, known)
        for key in required:
            if key not in self.node.entries:
                self.child(key).report("missing_key", key=key)
        return True

    def _unknown_key(self, key: str, place: Place, known: Sequence[str]) -> None:
        shown = key if len(key) <= 60 else key[:60] + "…"
        close = get_close_matches(key, known, n=1) if len(key) <= 60 else []
        values: dict[str, str] = {"key": shown, "known": ", ".join(known)}
        code = "unknown_key"
        if close:
            code = "misspelt_key"
            values = {"key": shown, "meant": close[0]}
        self.found.report_at(place, code, (*self.path, key), **values)

    def elements(self, *, at_least: int = 1) -> list["Cursor"]:
        if not isinstance(self.node, Listing):
            self._expected("expected_list")
            return []
        if len(self.node.elements) < at_least:
            self.report("empty_list")
        return [
            Cursor(self.found, node, (*self.path, index))
            for index, node in enumerate(self.node.elements)
        ]

    def words(self, allowed: Sequence[str] | None = None, *, at_least: int = 1) -> tuple[str, ...]:
        """A list of different words, of `allowed` where that is given."""
        words: list[str] = []
        for element in self.elements(at_least=at_least):
            word = element.text() if allowed is None else element.one_of(allowed)
            if word in words and self.found.sound(*element.path):
                element.report("repeated_word", word=word[:60])
            words.append(word)
        return tuple(words)

    def text(self) -> str:
        match self.node:
            case Scalar(value=str() as text) if text.strip():
                return text
            case Scalar(value=str()):
                self.report("empty_text")
            case _:
                self._expected("expected_text")
        return ""

    def rubric_id(self) -> str:
        """Also a file name and a part of addresses, so its letters are few."""
        text = self.ident()
        if text and self.found.sound(*self.path) and not _RUBRIC_ID.fullmatch(text):
            self.report("bad_rubric_id", value=_shown(text))
        return text

    def ident(self) -> str:
        """An id; what is written here even if it is not a good one, so that others can refer."""
        match self.node:
            case Scalar(value=str() as text):
                if not _INNER_ID.fullmatch(text):
                    self.report("bad_id", value=_shown(text))
                return text
            case _:
                self._expected("expected_id")
        return ""

    def one_of(self, allowed: Sequence[str], *, also: Sequence[str] = ()) -> str:
        """Gives the first of `allowed` where something else was written; `also` names the forms
        that are no plain words, for the problem's text."""
        match self.node:
            case Scalar(value=str() as text) if text in allowed:
                return text
            case None:
                pass
            case _:
                self._expected("expected_one_of", allowed=", ".join((*allowed, *also)))
        return allowed[0]

    def number(
        self,
        fallback: Fraction = Fraction(1),
        *,
        low: Fraction | int | None = None,
        high: Fraction | int | None = None,
    ) -> Fraction:
        match self.node:
            case Scalar(value=Decimal() as number):
                if low is not None and number < low:
                    self.report("too_small", value=number_text(number), low=_text_of(low))
                elif high is not None and number > high:
                    self.report("too_large", value=number_text(number), high=_text_of(high))
                else:
                    return Fraction(number)
            case None:
                pass
            case _:
                self._expected("expected_number")
        return fallback

    def whole(self, fallback: int = 1, *, low: int = 0, high: int = 10**9) -> int:
        value = self.number(Fraction(fallback), low=low, high=high)
        if value.denominator != 1:
            self.report("expected_whole", value=number_text(value))
            return fallback
        return int(value)

    def decimal_text(self) -> Fraction:
        """A number that is written as text, "83.75"."""
        text = self.node.value if isinstance(self.node, Scalar) else None
        number = key_as_number(text) if isinstance(text, str) else None
        if number is None:
            self._expected("expected_number")
        return number or Fraction(0)

    def truth(self) -> bool:
        match self.node:
            case Scalar(value=bool() as truth):
                return truth
        self._expected("expected_truth")
        return False

    def day(self) -> date | None:
        """None where nothing or null is written."""
        if not self.given:
            return None
        match self.node:
            case Scalar(value=str() as text) if _DAY.fullmatch(text):
                try:
                    return date.fromisoformat(text)
                except ValueError:
                    pass
        self._expected("expected_day")
        return None

    def answer_value(self) -> str | Fraction | None:
        """An option id or a number; None (reported) for anything else."""
        match self.node:
            case Scalar(value=Decimal() as number):
                return Fraction(number)
            case Scalar(value=str() as text):
                return text
        self._expected("expected_answer_value")
        return None

    def local_text(self) -> LocalText:
        """A string for every language, or a table with each of the rubric's languages."""
        if not isinstance(self.node, Table):
            return LocalText.plain(self.text())
        languages = self.found.languages
        texts = {}
        for key, place in self.node.key_places.items():
            texts[key] = self.child(key).text()
            if languages is not None and key not in languages:
                listed = ", ".join(languages)
                at = (*self.path, key)
                self.found.report_at(place, "unknown_language", at, key=_shown(key), known=listed)
        for language in languages or ():
            if language not in texts:
                self.report("missing_language", language=language)
        return LocalText.of(texts)

    def _expected(self, code: str, **values: str) -> None:
        if self.node is None or isinstance(self.node, Unreadable):
            self.found.taint(self.path)
            return
        self.report(code, found=_described(self.node), **values)


def key_as_number(key: str) -> Fraction | None:
    """The number that a table's key spells, or None."""
    number = exact(key) if looks_like_number(key) else None
    return None if number is None else Fraction(number)


def _shown(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"


def _text_of(bound: Fraction | int) -> str:
    return number_text(Fraction(bound))


def _described(node: Node) -> str:
    """What stands there, as it would be written in the file."""
    match node:
        case Table():
            return "{…}"
        case Listing():
            return "[…]"
        case Scalar(value=None):
            return "null"
        case Scalar(value=bool() as truth):
            return "true" if truth else "false"
        case Scalar(value=Decimal() as number):
            return number_text(number)
        case Scalar(value=text):
            return f'"{_shown(str(text))}"'
        case _:
            return "?"


def report_duplicates(lists: Sequence[Cursor]) -> None:
    """Tells each element of the lists whose `id` an element before it has."""
    seen: dict[str, Place] = {}
    for at in lists:
        if not isinstance(at.node, Listing):
            continue
        for index, element in enumerate(at.node.elements):
            match element:
                case Table(entries={"id": Scalar(value=str() as name, place=place)}):
                    if name not in seen:
                        seen[name] = place
                        continue
                    path = (*at.path, index, "id")
                    first = seen[name].line or 0
                    at.found.report("duplicate_id", path, id=_shown(name), first_line=first)

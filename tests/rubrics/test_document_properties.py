"""Any sequence of edits, on any way of writing a file: the data is that of the same edits on plain
data, what stands outside is the same byte for byte, and reading a part is reading the whole."""

import copy
import os
import random
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.plain import Plain, plain_value, same

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# More of them by hand: QA_MORE_EXAMPLES=20 pytest ...
MORE = int(os.environ.get("QA_MORE_EXAMPLES", "1"))
WORDS = [
    *("yes", "no", "true", "null", "~", "12", "0x1F", "1e3", ".5", ".inf", "---", "...", "<<"),
    *("-", " ", ": ", " #", "#", "\n", "\n\n", "\t", "\r", "\u3000", "\u2028", "\x85", "\ufeff"),
    *("中文", "：“好”", '"', "'", "\\", "a", "word", "é", "😀", "  ", "some longer words here"),
    *("{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", ":", "="),
]

thorough = settings(
    max_examples=60 * MORE,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
seeds = st.integers(0, 2**32)


def sources() -> list[str]:
    names = (HERE / "odd.yaml", HERE / "good.yaml", HERE / "odd.yaml")
    shipped = sorted((ROOT / "rubrics").glob("*.yaml"))
    return [file.read_text(encoding="utf-8") for file in (*names, *shipped)]


SOURCES = sources()


def any_file(dice: random.Random) -> str:
    """Small ones twice as often as those that ship; with any line ends."""
    text = dice.choice(SOURCES[:3] if dice.random() < 0.7 else SOURCES)
    if dice.random() < 0.25:
        text = text.replace("\n", "\r\n")
    if dice.random() < 0.1 and not text.startswith("%"):
        text = "\ufeff" + text
    return text.rstrip("\r\n") if dice.random() < 0.2 else text


def any_text(dice: random.Random) -> str:
    return "".join(dice.choice(WORDS) for _ in range(dice.randrange(1, 7)))


def any_value(dice: random.Random, depth: int = 0) -> Plain:
    match dice.randrange(9 if depth < 3 else 6):
        case 0:
            return dice.choice([None, True, False])
        case 1:
            return Decimal(dice.choice(["1", "0.5", "-3", "100", "1000000"]))
        case 6:
            return [any_value(dice, depth + 1) for _ in range(dice.randrange(4))]
        case 7 | 8:
            count = dice.randrange(4)
            return {any_text(dice)[:20]: any_value(dice, depth + 1) for _ in range(count)}
    return any_text(dice)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, Any]]:
    yield path, value
    steps = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        steps = enumerate(value)
    for step, child in steps:
        yield from places(child, (*path, step))


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


class Editing:
    """One edit of a document and of plain data, and what may be other in the text then."""

    def __init__(self, document: Document, dice: random.Random) -> None:
        self.before = document
        self.model: Any = copy.deepcopy(document.data)
        self._dice = dice
        self._places = list(places(document.data))
        edits = [self.put, self.put, self.add, self.remove, self.insert, self.move, self.reorder]
        self.after = dice.choice(edits)()

    def _pick(self, kind: type, *, filled: bool = False) -> tuple[Any, Any] | None:
        fitting = [p for p in self._places if isinstance(p[1], kind) and (p[1] or not filled)]
        return self._dice.choice(fitting) if fitting else None

    def put(self) -> Document:
        path, old = self._dice.choice(self._places[1:] or self._places)
        if not path:
            return self.before
        new = any_value(self._dice)
        if isinstance(old, str) and self._dice.random() < 0.6:
            new = f"{old} {any_text(self._dice)}"
        at(self.model, path[:-1])[path[-1]] = new
        after = self.before.put(path, new)
        if not same(plain_value(old), plain_value(new)):
            self._only_within(self.before.span(path), after)
        return after

    def _only_within(self, span: tuple[int, int] | None, after: Document) -> None:
        """Nothing but comments and empty lines may be lost behind the value."""
        assert span is not None
        begin, end = unchanged(self.before.text, after.text)
        assert begin >= span[0]
        lost = self.before.text[span[1] : len(self.before.text) - end]
        assert all(not line.strip() or line.strip().startswith("#") for line in lost.splitlines())

    def add(self) -> Document:
        found = self._pick(dict)
        key = self._dice.choice(["weight", "help", "na", any_text(self._dice)[:20]])
        if found is None or key in found[1]:
            return self.before
        path, table = found
        value = any_value(self._dice)
        at(self.model, path)[key] = value
        after = self.before.put((*path, key), value)
        if table:
            self._nothing_lost(after)
        return after

    def insert(self) -> Document:
        found = self._pick(list)
        if found is None:
            return self.before
        path, elements = found
        index = self._dice.randrange(len(elements) + 1)
        like = elements and self._dice.random() < 0.5
        value = copy.deepcopy(self._dice.choice(elements)) if like else any_value(self._dice)
        at(self.model, path).insert(index, value)
        after = self.before.insert(path, index, value)
        if elements:
            self._nothing_lost(after)
        return after

    def _nothing_lost(self, after: Document) -> None:
        begin, end = unchanged(self.before.text, after.text)
        assert begin + end >= len(self.before.text)

    def remove(self) -> Document:
        path, _ = self._dice.choice(self._places[1:] or self._places)
        if not path:
            return self.before
        del at(self.model, path[:-1])[path[-1]]
        after = self.before.remove(path)
        if len(self.before.get(path[:-1]) or ()) > 1:  # type: ignore[arg-type]  # a collection
            begin, end = unchanged(self.before.text, after.text)
            come = after.text[begin : len(after.text) - end]
            assert not come.strip() or "#" in come
        return after

    def move(self) -> Document:
        found, to = self._pick(list, filled=True), self._pick(list)
        if found is None or to is None or to[0][: len(found[0])] == found[0]:
            return self.before
        path, elements = found
        index = self._dice.randrange(len(elements))
        to_index = self._dice.randrange(len(to[1]) + 1)
        source, target = at(self.model, path), at(self.model, to[0])
        target.insert(to_index, source.pop(index))
        return self.before.move(path, index, to[0], to_index)

    def reorder(self) -> Document:
        found = self._pick(list, filled=True)
        if found is None:
            return self.before
        path, elements = found
        index, to = (self._dice.randrange(len(elements)) for _ in range(2))
        there = at(self.model, path)
        there.insert(to, there.pop(index))
        after = self.before.move(path, index, path, to)
        span = self.before.span(path)
        assert span is not None
        if "[" not in self.before.text[span[0] : span[1]].split("\n", 1)[0]:
            lines = [Counter(doc.text.splitlines()) for doc in (self.before, after)]
            assert sum((lines[0] - lines[1]).values()) <= 1  # the last may have had no line end
        return after


def unchanged(old: str, new: str) -> tuple[int, int]:
    """How many characters are the same at the beginning and at the end."""
    begin = len(os.path.commonprefix([old, new]))  # noqa: RUF071 - of texts, not of paths
    most = min(len(old), len(new)) - begin
    ends = [old[len(old) - most :][::-1], new[len(new) - most :][::-1]]
    return begin, len(os.path.commonprefix(ends))  # noqa: RUF071 - of texts, not of paths


def assert_read_as_a_whole(document: Document) -> None:
    whole = Document.of(document.text)
    assert same(document.data, whole.data)
    assert document.problems == whole.problems
    for path, _ in places(whole.data):
        assert document.span(path) == whole.span(path)


@thorough
@given(seed=seeds, count=st.integers(1, 6))
def test_edits(seed: int, count: int) -> None:
    dice = random.Random(seed)
    document = Document.of(any_file(dice))
    assert document.data is not None
    for _ in range(count):
        editing = Editing(document, dice)
        assert same(editing.after.data, plain_value(editing.model))
        document = editing.after
    assert_read_as_a_whole(document)


@thorough
@given(seed=seeds)
def test_typing_in_the_text(seed: int) -> None:
    dice = random.Random(seed)
    document = Document.of(any_file(dice))
    for _ in range(2):
        text = document.text
        begin = dice.randrange(len(text) + 1)
        end = min(len(text), begin + dice.choice([0, 0, 1, 3, 12]))
        document = document.with_text(text[:begin] + any_text(dice) + text[end:])
        assert_read_as_a_whole(document)


@pytest.mark.parametrize("source", SOURCES[2:])
def test_every_element_taken_out_and_put_back(source: str) -> None:
    """Where nothing but the element is written, it comes back as it was."""
    document = Document.of(source)
    lists = [(path, value) for path, value in places(document.data) if isinstance(value, list)]
    for path, elements in random.Random(1).sample(lists, min(12 * MORE, len(lists))):
        for index in range(len(elements)):
            without = document.remove((*path, index))
            assert len(without.get(path) or ()) == len(elements) - 1  # type: ignore[arg-type]  # a list
            back = without.insert(path, index, elements[index])
            assert same(back.data, document.data)

"""Thousands of damaged files: problems with places in bounded time and memory, never a traceback.

The edits of a document and the advice are held to the same where they take part.
"""

import os
import random
import time
import tracemalloc
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.examples import run_examples
from qa_desktop.rubrics.lint import lint
from qa_desktop.rubrics.loader import MAX_BYTES, load_rubric

HERE = Path(__file__).parent
# All 10,000 by hand: QA_MORE_EXAMPLES=20 pytest tests/rubrics/test_mutated_rubrics.py
MORE = int(os.environ.get("QA_MORE_EXAMPLES", "1"))
COUNT = 500 * MORE
SOURCES = [
    (HERE / name).read_text(encoding="utf-8") for name in ("clean.yaml", "good.yaml", "odd.yaml")
]
Dice = random.Random
NUMBERS = [
    *("1e999999999", "-1e400", "9" * 5000, "0." + "0" * 400 + "1", "1e-400", "0x" + "F" * 3000),
    *(".inf", "-.INF", ".nan", "1_000", "0o777", "+.5", "1.", "-0.0", "1e15", "123456789012345678"),
]
VALUES = [
    *("null", "true", "[]", "{}", "[[]]", "{a: {b: 1}}", "''", "'  '", "-1", "0", "7.5", "yes"),
    *("2026-13-45", "[1, 2, 3]", "{zh-CN: 1}", "text", '"\\u0000"', '"\\ud83d"', "|", ">-", "~"),
]
KEYS = ["id", "weight", "items", "answer", "zh-CN", "", "schema", "x" * 300, "? a", "<<", "5", "on"]
SYNTAX = [
    *("[", "]", "{", "}", "- ", ": ", "? ", "'", '"', "\t", "&a ", "*a ", "!!int ", "!x", "# "),
    *("%YAML 1.1\n", "---\n", "...\n", "\0", "\x07", "\ufeff", "\u2028", "\x85", "\r", "`", "@"),
]


def _line(dice: Dice, text: str) -> tuple[list[str], int]:
    lines = text.splitlines(keepends=True)
    return lines, dice.randrange(len(lines))


def bad_syntax(dice: Dice, text: str) -> str:
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(SYNTAX) + text[at + dice.choice([0, 0, 1, 9]) :]
    return text


def duplicates(dice: Dice, text: str) -> str:
    """Lines, blocks of lines and ids that are there twice."""
    lines, at = _line(dice, text)
    block = lines[at : at + dice.choice([1, 1, 3, 20])]
    into = dice.choice([at, at + len(block), dice.randrange(len(lines) + 1)])
    return "".join([*lines[:into], *block * dice.choice([1, 1, 2, 30]), *lines[into:]])


def wrong_types(dice: Dice, text: str) -> str:
    for _ in range(dice.randint(1, 3)):
        lines, at = _line(dice, text)
        head, colon, _ = lines[at].partition(":")
        if colon:
            lines[at] = f"{head}: {dice.choice(VALUES)}\n"
        text = "".join(lines)
    return text


def huge_numbers(dice: Dice, text: str) -> str:
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    for at in sorted(dice.sample(digits, min(3, len(digits))), reverse=True):
        text = text[:at] + dice.choice(NUMBERS) + text[at + 1 :]
    return text


def other_keys(dice: Dice, text: str) -> str:
    lines, at = _line(dice, text)
    head, colon, rest = lines[at].partition(":")
    indent = head[: len(head) - len(head.lstrip(" -"))]
    lines[at] = indent + dice.choice(KEYS) + (colon or ":") + (rest or " 1\n")
    return "".join(lines)


def deep(dice: Dice, text: str) -> str:
    """Nesting of every kind, far past what is allowed, at a place where something stands."""
    depth = dice.choice([18, 19, 20, 21, 22, 300, 5000])
    opened, closed = dice.choice([("[", "]"), ("{a: ", "}"), ("[{a: ", "}]"), ("- ", "")])
    nested = opened * depth + "1" + closed * dice.choice([0, depth])
    lines, at = _line(dice, text)
    head, colon, _ = lines[at].partition(":")
    lines[at] = f"{head}{colon} {nested}\n" if dice.random() < 0.8 else f"{nested}\n"
    return "".join(lines)


def bombs(dice: Dice, text: str) -> str:
    """What grows when it is read: aliases of aliases, and very much of something."""
    kind = dice.randrange(4)
    if kind == 0:
        names = "abcdefghij"
        layers = [f"{n}: &{n} [{', '.join([f'*{p}'] * 9)}]" for p, n in pairwise(names)]
        return "a: &a [x]\n" + "\n".join(layers) + "\n" + text
    piece = dice.choice(
        [*SYNTAX, "a: 1\n", "- a\n", "  ", "好", "[], ", "<<: *a\n", "|\n", "'a'\n"]
    )
    count = dice.choice([2_000, 40_000 // len(piece)])
    at = dice.randrange(len(text) + 1)
    return text[:at] + piece * count + text[at:]


def cut(dice: Dice, text: str) -> str:
    lines, at = _line(dice, text)
    if dice.random() < 0.5:
        return text[: dice.randrange(len(text))]
    return "".join(lines[:at] + lines[at + dice.choice([1, 1, 2, 10]) :])


def shifted(dice: Dice, text: str) -> str:
    """Lines at another indentation, or in another order."""
    lines, at = _line(dice, text)
    other = dice.randrange(len(lines))
    if dice.random() < 0.5:
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines[at] = " " * dice.choice([1, 2, 5]) + lines[at].lstrip(dice.choice([" ", "", " -"]))
    return "".join(lines)


def wrong_encoding(dice: Dice, text: str) -> bytes:
    match dice.randrange(5):
        case 0:
            return text.encode(dice.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32"]))
        case 1:
            return text.encode(dice.choice(["gb18030", "big5", "shift-jis", "latin-1"]), "replace")
        case 2:
            source = bytearray(text.encode())
            for _ in range(dice.randint(1, 5)):
                source[dice.randrange(len(source))] = dice.choice([0, 0x80, 0xC0, 0xFE, 0xFF, 0xED])
            return bytes(source)
        case 3:
            return text.encode()[: dice.randrange(2000)] + b"\xe5\xa5"
    return dice.randbytes(dice.randrange(400))


MUTATIONS: list[Callable[[Dice, str], str | bytes]] = [
    *(bad_syntax, duplicates, wrong_types, huge_numbers, other_keys),
    *(deep, bombs, cut, shifted, wrong_encoding),
]


def mutated(mutation: Callable[[Dice, str], str | bytes], seed: int) -> bytes:
    dice = random.Random(f"{mutation.__name__} {seed}")
    source = mutation(dice, dice.choice(SOURCES))
    return source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")


def problems_of(source: bytes) -> tuple[Problem, ...]:
    try:
        rubric = load_rubric(source, "file.yaml")
    except ProblemError as error:
        return error.problems
    # What can be read can be judged.
    lint(rubric)
    run_examples(rubric)
    return ()


def assert_told(problem: Problem, source: bytes) -> None:
    """In words, with a line that exists."""
    ends = sum(source.count(end) for end in (b"\n", b"\r", b"\x85", b"\xe2\x80"))
    assert problem.where.file == "file.yaml"
    if problem.code != "rubrics.more_problems":
        assert problem.where.column is not None
        assert problem.where.column >= 1
        assert 1 <= (problem.where.line or 0) <= ends + 2
    for language in LANGUAGES:
        line = wording(language).line(problem)
        assert 10 < len(line) < 2000


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_mutated(mutation: Callable[[Dice, str], str | bytes]) -> None:
    damaged = 0
    for seed in range(COUNT // len(MUTATIONS)):
        source = mutated(mutation, seed)
        begun = time.process_time()
        found = problems_of(source)
        assert time.process_time() - begun < 3, seed
        damaged += bool(found)
        assert len(found) <= 1001
        for problem in found[:20]:
            assert_told(problem, source)
    # Mutations that change nothing would test nothing.
    assert damaged > COUNT // len(MUTATIONS) // 3


@pytest.mark.parametrize("mutation", MUTATIONS[:-1])
def test_documents_tell_the_same_and_can_be_edited_or_say_that_they_can_not(
    mutation: Callable[[Dice, str], str | bytes],
) -> None:
    for seed in range(COUNT // len(MUTATIONS) // 5):
        text = mutated(mutation, seed).decode("utf-8", "replace")
        document = Document.of(text, "file.yaml")
        assert document.problems == problems_of(text.encode())
        document.path_at(len(text) // 2)
        try:
            after = document.put(("version",), 77)
        except (ProblemError, KeyError):
            continue
        assert after.get(("version",)) == 77
        assert {p.code for p in after.problems} <= {p.code for p in document.problems}


@pytest.mark.parametrize(
    "piece",
    ["[", "{a: ", "- ", "a: 1\n", "&a ", "*a ", "!", "\n", " ", "#\n", '"', "'", "a ", "a\n",
     "%a\n", "好", "|\n", "a: |\n  b\n", "---\n", "9", "\\", "? ", ": ", "[], ", "<<: *a\n"],
)  # fmt: skip
def test_very_much_of_one_thing(piece: str) -> None:
    source = (piece * (MAX_BYTES // len(piece.encode()))).encode()
    tracemalloc.start()
    begun = time.process_time()
    try:
        found = problems_of(source[: MAX_BYTES // (5 if MORE > 1 else 25)])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found
    assert time.process_time() - begun < 10
    assert peak < 60_000_000, peak


def test_a_file_that_is_too_large_is_not_read() -> None:
    begun = time.process_time()
    (problem,) = problems_of(b"- " * MAX_BYTES)
    assert problem.code == "rubrics.file_too_large"
    assert time.process_time() - begun < 0.5

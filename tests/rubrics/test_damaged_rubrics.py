"""Rubric files that were cut or scribbled over: problems with places, never a traceback."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.rubrics.loader import load_rubric

GOOD = (Path(__file__).parent / "good.yaml").read_bytes()
PIECES = [
    *("[", "]", "{", "}", ":", "- ", "'", '"', "\n", "\t", "&a ", "*a ", "!x ", "#", "|", ">"),
    *("? ", "%", "@", "`", "\0", "\ufeff", "é", "\\", "---\n", "...\n", "null", "~", "-1"),
    *("9" * 30, "1e999", ".nan", "{{", "<<: ", ": : ", '"\\ud800"', '"\\x"', "0x", "   "),
    *("\u2028", "\x85"),
]

quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def problems_of(source: bytes) -> tuple[Problem, ...]:
    try:
        load_rubric(source, "file.yaml")
    except ProblemError as error:
        return error.problems
    return ()


def read(source: bytes) -> None:
    """Either a rubric or problems that can be told and whose lines exist."""
    begun = time.process_time()
    found = problems_of(source)
    assert time.process_time() - begun < 2
    # YAML also ends lines at NEL, LS and PS.
    ends = sum(source.count(end) for end in (b"\n", b"\r", b"\x85", b"\xe2\x80"))
    for problem in found:
        assert problem.where.line is not None
        assert problem.where.column is not None
        assert 1 <= problem.where.line <= ends + 2
        for language in LANGUAGES:
            assert wording(language).line(problem)


@quick
@given(seed=st.integers(0, 10**9), cuts=st.integers(1, 6))
def test_scribbles(seed: int, cuts: int) -> None:
    dice = random.Random(seed)
    source = bytearray(GOOD)
    for _ in range(cuts):
        at = dice.randrange(len(source) + 1)
        match dice.randrange(4):
            case 0:
                source[at:at] = dice.choice(PIECES).encode("utf-8", "surrogatepass")
            case 1:
                del source[at : at + dice.randrange(1, 30)]
            case 2:
                piece = source[at : at + dice.randrange(1, 60)]
                into = dice.randrange(len(source) + 1)
                source[into:into] = piece
            case _ if at < len(source):
                source[at] = dice.randrange(256)
    read(bytes(source))


@quick
@given(source=st.binary(max_size=200))
def test_anything_at_all(source: bytes) -> None:
    read(source)


@quick
@given(source=st.text(st.sampled_from("[]{}:,-?&*!|>'\"%@#~ \n\tab1.\\"), max_size=80))
def test_anything_of_yaml(source: str) -> None:
    read(source.encode())


@pytest.mark.parametrize("shipped", ["service-five-dimensions", "process-inspection"])
def test_every_line_left_out(rubrics_folder: Path, shipped: str) -> None:
    lines = (rubrics_folder / f"{shipped}.yaml").read_bytes().splitlines(keepends=True)
    for index in range(0, len(lines), 37):
        read(b"".join(lines[:index] + lines[index + 1 :]))

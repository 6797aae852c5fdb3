"""`qa-desktop score`: a result without a workspace, one or a whole batch of them."""

import argparse
import errno
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.cli.columns import fitted, width_of
from qa_desktop.cli.context import AT_FAULT, DONE, Context
from qa_desktop.rubrics.explain import Row, RowKind, explain
from qa_desktop.rubrics.files import rubric_from, unreadable
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.json_reading import parse_json
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.result import Result
from qa_desktop.rubrics.scoring import result_json, score

_STDIN = "-"
_LABEL_WIDTH = 44
_DETAIL_WIDTH = 34


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "score",
        help="score answers with a rubric, without a workspace",
        description="Score answers with a rubric, without a workspace. With --batch, each line of"
        ' CASES.jsonl is {"rubric": {...}, "given": {...}} and gives one line: its result, or'
        ' {"problems": [...]}.',
        epilog="example: qa-desktop score service-five-dimensions answers.json --json",
    )
    parser.add_argument(
        "rubric", nargs="?", metavar="RUBRIC", help="a rubric's file, or the id of one that ships"
    )
    parser.add_argument("answers", nargs="?", metavar="ANSWERS.json", help="- reads standard input")
    parser.add_argument("--batch", metavar="CASES.jsonl", help="- reads standard input")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.set_defaults(run=_run, usage_error=parser.error)


def _run(args: argparse.Namespace, context: Context) -> int:
    if args.batch is not None:
        if args.rubric is not None:
            args.usage_error("--batch takes the rubrics from its lines")
        return _batch(args.batch, context)
    if args.answers is None:
        args.usage_error("RUBRIC and ANSWERS.json are needed, or --batch CASES.jsonl")
    rubric = rubric_from(args.rubric)
    answers = _answers(args.answers)
    try:
        result = score(rubric, given_from_json(answers, rubric))
    except ProblemError as error:
        raise ProblemError(_placed(p, args.answers) for p in error.problems) from None
    if args.json:
        context.say_json(result_json(result, rubric))
    else:
        for line in result_lines(rubric, result, context):
            context.say(line)
    return DONE


def _answers(name: str) -> Any:
    text = b"".join(_lines(name))
    return parse_json(_decoded(text, name, 1), name)


def _lines(name: str) -> Iterator[bytes]:
    """Raises ProblemError rubrics.file_unreadable."""
    try:
        if name == _STDIN:
            yield from _standard_input()
            return
        file: BinaryIO
        with Path(name).open("rb") as file:
            yield from file
    except OSError as error:
        raise ProblemError(unreadable(Path(name), error)) from None


def _standard_input() -> BinaryIO:
    """Raises OSError where the program was started without one."""
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stream.buffer


def _decoded(text: bytes, file: str, line: int) -> str:
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        column = error.start - (text.rfind(b"\n", 0, error.start) + 1) + 1
        line += text.count(b"\n", 0, error.start)
        where = Where(file=file, line=line, column=column)
        values = {"byte": f"0x{text[error.start]:02X}"}
        raise ProblemError(Problem(code="rubrics.not_utf8", where=where, values=values)) from None


class _Cases:
    """Scores the lines of a batch; neighbours often share a rubric, which is then read once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._source = ""
        self._rubric: Rubric | None = None

    def score(self, line: bytes, number: int) -> dict[str, Any]:
        case = parse_json(_decoded(line, self._name, number), self._name, number)
        # Other keys are its writer's own: a name, what he expects.
        if not isinstance(case, dict) or not {"rubric", "given"} <= set(case):
            where = Where(file=self._name, line=number)
            raise ProblemError(Problem(code="rubrics.case_form", where=where))
        rubric = self._read(case["rubric"])
        return result_json(score(rubric, given_from_json(case["given"], rubric)), rubric)

    def _read(self, data: Any) -> Rubric:
        # As text, because to Python 1 and true are equal.
        source = repr(data)
        if self._rubric is None or source != self._source:
            self._rubric = rubric_from_mapping(data, self._name)
            self._source = source
        return self._rubric


def _batch(name: str, context: Context) -> int:
    code = DONE
    cases = _Cases(name)
    for number, line in enumerate(_lines(name), start=1):
        if not line.strip():
            continue
        try:
            answer = cases.score(line, number)
        except ProblemError as error:
            code = AT_FAULT
            told = [_placed(problem, name, number) for problem in error.problems]
            answer = {"problems": [context.problem_json(problem) for problem in told]}
        context.say(one_line(answer))
        # Whoever feeds lines one by one waits for each answer.
        context.out.flush()
    return code


def one_line(answer: dict[str, Any]) -> str:
    """JSON on one line, by whatever a reader takes for the end of a line."""
    text = json.dumps(answer, ensure_ascii=False)
    for end in "\x85\u2028\u2029":
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text


def _placed(problem: Problem, file: str, line: int | None = None) -> Problem:
    """The problem with its file, and the batch's line where it has none of its own."""
    where = problem.where
    if where.line is None:
        where = replace(where, file=file, line=line)
    return replace(problem, where=where)


def result_lines(rubric: Rubric, result: Result, context: Context) -> list[str]:
    """The explanation as a table for a terminal, the score at its end."""
    title = rubric.title.to(context.language)
    lines = [context.words("rubrics.cli.score_of", title=title, version=rubric.version), ""]
    for row in explain(rubric, result, context.language):
        if row.kind in (RowKind.SECTION, RowKind.SUBTOTAL, RowKind.TOTAL):
            lines.append("")
        lines.append(_line(row))
    return lines


def _line(row: Row) -> str:
    indent = "  " if row.kind in (RowKind.ITEM, RowKind.VETO) else ""
    label = fitted(indent + row.label.strip(), _LABEL_WIDTH)
    detail = fitted(row.detail, max(_DETAIL_WIDTH, width_of(row.detail)))
    return f"{label}  {detail}  {row.figure:>8}".rstrip()

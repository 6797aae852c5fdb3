"""`qa-desktop rubrics check`: errors, the worked examples, and advice, each with its place."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.cli.context import AT_FAULT, DONE, Context
from qa_desktop.rubrics.advice import WARNING, Advice
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.examples import ExampleResult, run_examples
from qa_desktop.rubrics.files import source_of
from qa_desktop.rubrics.lint import lint
from qa_desktop.rubrics.loader import decoded
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.tree import path_text

FILE_HELP = "a rubric's file, or the id of one that ships"


def add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "files", nargs="+", metavar="FILE", help=f"{FILE_HELP}, or a folder of files"
    )
    check.add_argument(
        "--strict", action="store_true", help="warnings count as errors; advice never does"
    )
    check.set_defaults(run=_check)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """`problems`: errors of the file, and then the examples that fail."""

    name: str
    document: Document | None = None
    problems: tuple[Problem, ...] = ()
    examples: tuple[ExampleResult, ...] = ()
    advice: tuple[Advice, ...] = ()

    def is_good(self, *, strict: bool) -> bool:
        warns = any(advice.severity == WARNING for advice in self.advice)
        return not self.problems and not (strict and warns)


def _check(args: argparse.Namespace, context: Context) -> int:
    checked = [_checked(name) for name in _files(args.files)]
    good = [file for file in checked if file.is_good(strict=args.strict)]
    if args.json:
        files = [_file_json(file, context, strict=args.strict) for file in checked]
        context.say_json({"ok": len(good) == len(checked), "files": files})
    else:
        for file in checked:
            _say(file, context)
        if len(checked) > 1:
            words = context.words
            context.say(words("rubrics.cli.checked", good=len(good), all=len(checked)))
    return DONE if len(good) == len(checked) else AT_FAULT


def _files(names: list[str]) -> list[str]:
    """Folders stand for the rubrics in them."""
    found: list[str] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            suffixes = (".yaml", ".yml", ".json")
            found += sorted(str(file) for file in path.iterdir() if file.suffix in suffixes)
        else:
            found.append(name)
    return found


def _checked(name: str) -> _Checked:
    try:
        source, file = source_of(name)
        document = Document.of(decoded(source, file), file)
    except ProblemError as error:
        return _Checked(name=name, problems=error.problems)
    rubric = document.rubric
    if rubric is None:
        return _Checked(name=name, document=document, problems=document.problems)
    examples = run_examples(rubric)
    failing = [document.placed(problem) for run in examples for problem in run.failures]
    return _Checked(
        name=name,
        document=document,
        problems=tuple(failing),
        examples=examples,
        advice=lint(rubric),
    )


def _say(file: _Checked, context: Context) -> None:
    words = context.words
    for problem in file.problems:
        context.say(words.line(problem))
    for advice in file.advice:
        said = _advice_json(file, advice, context)
        severity = words(f"rubrics.cli.{advice.severity}")
        place = f"{said['where']}: " if said["where"] else ""
        context.say(f"{place}{severity}: {said['what']} {said['remedy']}")
    rubric = file.document.rubric if file.document else None
    if rubric is None:
        return
    if file.examples:
        passed = sum(run.passed for run in file.examples)
        values = {"file": file.name, "good": passed, "all": len(file.examples)}
        context.say(words("rubrics.cli.examples", **values))
    if not file.problems:
        values = {"file": file.name, "id": rubric.id, "version": rubric.version}
        values |= {"items": len(rubric.items()), "hash": rubric.content_hash}
        context.say(words("rubrics.cli.valid", **values))


def _file_json(file: _Checked, context: Context, *, strict: bool) -> dict[str, Any]:
    rubric = file.document.rubric if file.document else None
    return {
        "file": file.name,
        "ok": file.is_good(strict=strict),
        **(rubric_json(rubric, context.language) if rubric else {}),
        "problems": [context.problem_json(problem) for problem in file.problems],
        "examples": [_example_json(run, context) for run in file.examples],
        "advice": [_advice_json(file, advice, context) for advice in file.advice],
    }


def rubric_json(rubric: Rubric, language: str) -> dict[str, Any]:
    return {
        "id": rubric.id,
        "version": rubric.version,
        "hash": rubric.content_hash,
        "title": rubric.title.to(language),
        "channels": list(rubric.channels),
        "languages": list(rubric.languages),
        "items": len(rubric.items()),
    }


def _example_json(run: ExampleResult, context: Context) -> dict[str, Any]:
    return {
        "id": run.example.id,
        "title": run.example.title.to(context.language),
        "passed": run.passed,
        "compared": [
            {
                "part": part.part,
                "expected": part.expected,
                "actual": part.actual or None,
                "agrees": part.agrees,
            }
            for part in run.compared
        ],
        "problems": [context.problem_json(problem) for problem in run.problems],
    }


def _advice_json(file: _Checked, advice: Advice, context: Context) -> dict[str, Any]:
    """A problem's shape with its severity; advice on the whole file has no place in it."""
    where = Where(file=file.name, path=path_text(advice.path) or None)
    problem = Problem(code=f"rubrics.lint.{advice.code}", where=where, values=advice.values)
    if advice.path and file.document is not None:
        problem = file.document.placed(problem)
    return {**context.problem_json(problem), "severity": advice.severity}

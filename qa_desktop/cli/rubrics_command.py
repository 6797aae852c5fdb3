"""`qa-desktop rubrics`: check, hash, list and compare rubrics."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.cli.context import AT_FAULT, DONE, Context
from qa_desktop.rubrics.diff import Change, diff_rubrics
from qa_desktop.rubrics.diff_words import diff_lines
from qa_desktop.rubrics.files import rubric_from
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Rubric

_FILE = "a rubric's file, or the id of one that ships"


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "rubrics",
        help="check, hash, list and compare rubrics",
        description="Check, hash, list and compare rubrics.",
        epilog="example: qa-desktop rubrics check rubrics/*.yaml",
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    check = _action(
        actions,
        "check",
        "tell every error of each file",
        "qa-desktop rubrics check rubrics/*.yaml",
    )
    check.add_argument("files", nargs="+", metavar="FILE", help=f"{_FILE}, or a folder of files")
    check.set_defaults(run=_check)

    hash_ = _action(
        actions,
        "hash",
        "print the content hash that evaluations pin",
        "qa-desktop rubrics hash rubrics/service-five-dimensions.yaml",
    )
    hash_.add_argument("file", metavar="FILE", help=_FILE)
    hash_.set_defaults(run=_hash)

    list_ = _action(actions, "list", "list the rubrics that ship", "qa-desktop rubrics list --json")
    list_.set_defaults(run=_list)

    diff = _action(
        actions,
        "diff",
        "tell what a new version changes",
        "qa-desktop rubrics diff voice-3.yaml voice-4.yaml",
    )
    diff.add_argument("old", metavar="OLD", help=_FILE)
    diff.add_argument("new", metavar="NEW", help=_FILE)
    diff.set_defaults(run=_diff)


def _action(actions: Any, name: str, says: str, example: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(
        name,
        help=says,
        description=f"{says[0].upper()}{says[1:]}.",
        epilog=f"example: {example}",
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    return parser


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    name: str
    rubric: Rubric | None
    problems: tuple[Problem, ...]


def _check(args: argparse.Namespace, context: Context) -> int:
    checked = [_checked(name) for name in _files(args.files)]
    bad = [file for file in checked if file.problems]
    if args.json:
        context.say_json(
            {
                "ok": not bad,
                "files": [_checked_json(file, context) for file in checked],
            }
        )
    else:
        for file in checked:
            _say_checked(file, context)
        if len(checked) > 1:
            good = len(checked) - len(bad)
            context.say(context.words("rubrics.cli.checked", good=good, all=len(checked)))
    return AT_FAULT if bad else DONE


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
        return _Checked(name=name, rubric=rubric_from(name), problems=())
    except ProblemError as error:
        return _Checked(name=name, rubric=None, problems=error.problems)


def _checked_json(file: _Checked, context: Context) -> dict[str, Any]:
    about = _about(file.rubric, context.language) if file.rubric else {}
    problems = [context.problem_json(problem) for problem in file.problems]
    return {"file": file.name, "ok": not problems, **about, "problems": problems}


def _say_checked(file: _Checked, context: Context) -> None:
    for problem in file.problems:
        context.say(context.words.line(problem))
    if file.rubric is not None:
        rubric = file.rubric
        context.say(
            context.words(
                "rubrics.cli.valid",
                file=file.name,
                id=rubric.id,
                version=rubric.version,
                items=len(rubric.items()),
                hash=rubric.content_hash,
            )
        )


def _about(rubric: Rubric, language: str) -> dict[str, Any]:
    return {
        "id": rubric.id,
        "version": rubric.version,
        "hash": rubric.content_hash,
        "title": rubric.title.to(language),
        "channels": list(rubric.channels),
        "languages": list(rubric.languages),
        "items": len(rubric.items()),
    }


def _hash(args: argparse.Namespace, context: Context) -> int:
    rubric = rubric_from(args.file)
    if args.json:
        context.say_json(_about(rubric, context.language))
    else:
        context.say(rubric.content_hash)
    return DONE


def _list(args: argparse.Namespace, context: Context) -> int:
    rubrics = [load_rubric(source, name) for name, source in shipped_rubrics()]
    if args.json:
        context.say_json({"rubrics": [_about(rubric, context.language) for rubric in rubrics]})
        return DONE
    words = context.words
    for rubric in rubrics:
        parts = (
            rubric.id,
            words("rubrics.cli.version", version=rubric.version),
            rubric.title.to(context.language),
            ", ".join(rubric.channels),
            words("rubrics.cli.items", count=len(rubric.items())),
        )
        context.say("  ".join(parts))
    return DONE


def _diff(args: argparse.Namespace, context: Context) -> int:
    old, new = rubric_from(args.old), rubric_from(args.new)
    if args.json:
        changes = [_change_json(c, context.language) for c in diff_rubrics(old, new)]
        versions = {"old": _about(old, context.language), "new": _about(new, context.language)}
        context.say_json({**versions, "changes": changes})
    else:
        for line in diff_lines(old, new, context.language):
            context.say(line)
    return DONE


def _change_json(change: Change, language: str) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "what": change.what,
        "id": change.id,
        "title": change.title.to(language),
        "field": change.field,
        "old": change.old,
        "new": change.new,
    }

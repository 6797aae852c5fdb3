"""`qa-desktop rubrics`: check, hash, list and compare rubrics."""

import argparse
from typing import Any

from qa_desktop.cli.context import DONE, Context
from qa_desktop.cli.rubrics_check import FILE_HELP, add_check, rubric_json
from qa_desktop.rubrics.diff import Change, diff_rubrics
from qa_desktop.rubrics.diff_words import diff_lines
from qa_desktop.rubrics.files import rubric_from
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import load_rubric


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "rubrics",
        help="check, hash, list and compare rubrics",
        description="Check, hash, list and compare rubrics.",
        epilog="example: qa-desktop rubrics check rubrics/*.yaml",
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    add_check(
        _action(
            actions,
            "check",
            "tell every error of each file, run its examples, and give advice",
            "qa-desktop rubrics check rubrics/*.yaml",
        )
    )

    hash_ = _action(
        actions,
        "hash",
        "print the content hash that evaluations pin",
        "qa-desktop rubrics hash rubrics/service-five-dimensions.yaml",
    )
    hash_.add_argument("file", metavar="FILE", help=FILE_HELP)
    hash_.set_defaults(run=_hash)

    list_ = _action(actions, "list", "list the rubrics that ship", "qa-desktop rubrics list --json")
    list_.set_defaults(run=_list)

    diff = _action(
        actions,
        "diff",
        "tell what a new version changes",
        "qa-desktop rubrics diff voice-3.yaml voice-4.yaml",
    )
    diff.add_argument("old", metavar="OLD", help=FILE_HELP)
    diff.add_argument("new", metavar="NEW", help=FILE_HELP)
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


def _hash(args: argparse.Namespace, context: Context) -> int:
    rubric = rubric_from(args.file)
    if args.json:
        context.say_json(rubric_json(rubric, context.language))
    else:
        context.say(rubric.content_hash)
    return DONE


def _list(args: argparse.Namespace, context: Context) -> int:
    rubrics = [load_rubric(source, name) for name, source in shipped_rubrics()]
    if args.json:
        context.say_json({"rubrics": [rubric_json(rubric, context.language) for rubric in rubrics]})
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
        versions = {
            "old": rubric_json(old, context.language),
            "new": rubric_json(new, context.language),
        }
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

"""`qa-desktop rubrics`: check, compare, try, publish, share and list rubrics."""

import argparse
from typing import Any

from qa_desktop.cli.context import DONE, Context
from qa_desktop.cli.rubric_exchange import add_exchange
from qa_desktop.cli.rubric_libraries import add_libraries
from qa_desktop.cli.rubric_versions import add_versions
from qa_desktop.cli.rubrics_check import FILE_HELP, add_check, rubric_json
from qa_desktop.cli.what_if_command import add_what_if
from qa_desktop.rubrics.files import rubric_from


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "rubrics",
        help="check, compare, try, publish, share and list rubrics",
        description="Check, compare, try, publish, share and list rubrics.",
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

    add_versions(actions, _action)
    add_what_if(actions, _action)
    add_exchange(actions, _action)
    add_libraries(actions, _action)


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

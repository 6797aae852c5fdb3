"""Reads the command line and runs one command."""

import argparse
import importlib
import locale
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from qa_desktop import __version__
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.settings import default_workspace, load_settings, settings_file
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.cli.context import AT_FAULT, Context

COMMAND_MODULES = (
    "demo_command",
    "doctor_command",
    "import_command",
    "rubrics_command",
    "score_command",
    "agreement_command",
    "peaks_command",
    "speech_command",
    "review_command",
    "calibration_command",
    "sheet_command",
    "screens_command",
    "backup_command",
    "verify_command",
)


@dataclass(frozen=True, kw_only=True)
class Launchers:
    """What needs a screen, or Qt without one; given from outside so that commands stay Qt-free.

    `open_app(workspace folder)` returns the exit code. `take_screens(workspace folder, out, theme,
    language, (width, height), text size in percent)` returns the pictures it wrote.
    `has_display()` says whether a window could be opened. `engines()` tells each sound engine:
    its name, whether it can be used, what was found of it, the outputs it can be heard on.
    """

    open_app: Callable[[Path | None], int]
    take_screens: Callable[[Path, Path, str, str, tuple[int, int], int], Sequence[Path]]
    has_display: Callable[[], bool]
    engines: Callable[[], Sequence[tuple[str, bool, str, Sequence[str]]]]


def run(arguments: Sequence[str], launchers: Launchers) -> int:
    """The exit code: 0 done, 1 the input or the environment is at fault, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        # Windows defaults to a code page that has no Chinese, and would double CSV's line ends.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    if not arguments:
        return launchers.open_app(None)
    args = _parser(arguments).parse_args(arguments)
    if args.command is None:
        return launchers.open_app(args.workspace)
    settings = load_settings(settings_file())
    context = Context(
        workspace_folder=args.workspace or default_workspace(),
        language=args.language or _language(settings.language),
        reviewer=args.reviewer or settings.reviewer,
    )
    args.launchers = launchers
    try:
        code = int(args.run(args, context))
        _flush_answer()
    except ProblemError as error:
        return _at_fault(args, context, error.problems)
    except BrokenPipeError:
        # Whoever read our answer has seen enough.
        _drop_answer()
        return AT_FAULT
    except OSError as error:
        # What no room expected of disks and folders is still not our bug.
        return _outside_fault(args, context, error)
    except KeyboardInterrupt:
        return 130
    return code


def _at_fault(args: argparse.Namespace, context: Context, problems: Sequence[Problem]) -> int:
    context.complain(problems)
    if getattr(args, "json", False):
        context.say_json({"problems": [context.problem_json(problem) for problem in problems]})
    return AT_FAULT


def _outside_fault(args: argparse.Namespace, context: Context, error: OSError) -> int:
    where = Where(file=None if error.filename is None else str(error.filename))
    said = reason_of(error)
    problem = Problem(code="cli.unusable", where=where, values={"reason": said})
    try:
        code = _at_fault(args, context, [problem])
        _flush_answer()
    except OSError:
        # It is the answer itself that found no room.
        _drop_answer()
        return AT_FAULT
    return code


def _flush_answer() -> None:
    """Raises OSError where the answer can't be written; a program may run without an output."""
    stream: TextIO | None = sys.stdout
    if stream is not None:
        stream.flush()


def _drop_answer() -> None:
    """Python flushes once more when it ends, which would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _CommandParser(argparse.ArgumentParser):
    """Takes the general options after the command too; its own of the same name come first."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, conflict_handler="resolve")
        _add_general_options(self, default=argparse.SUPPRESS)


def _add_general_options(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    def told(text: str) -> str:
        return argparse.SUPPRESS if default else text

    parser.add_argument(
        "-w",
        "--workspace",
        type=Path,
        metavar="DIR",
        default=default,
        help=told("the workspace's folder (default: the user's own)"),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=default,
        help=told("language of answers and problems"),
    )
    parser.add_argument(
        "--reviewer", metavar="NAME", default=default, help=told("who acts, for the audit trail")
    )


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Knows the commands that `arguments` name, or all: loading all takes a third of a second."""
    parser = argparse.ArgumentParser(
        prog="qa-desktop",
        description="Quality review of calls, chats and tickets. Without a command, opens the app.",
        epilog="example: qa-desktop -w ~/reviews import calls/ --metadata agents.csv",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    _add_general_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_CommandParser)
    named = [name for name in COMMAND_MODULES if name.removesuffix("_command") in arguments]
    for name in named or COMMAND_MODULES:
        importlib.import_module(f"qa_desktop.cli.{name}").add_to(commands)
    return parser


def _language(setting: str) -> str:
    if setting in LANGUAGES:
        return setting
    # What is asked for counts even where the system has no such locale installed.
    asked = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    system = next((name for name in asked if name), None) or locale.getlocale()[0] or ""
    return "zh-CN" if system.lower().startswith(("zh", "chinese")) else "en"

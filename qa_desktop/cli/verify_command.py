"""`qa-desktop verify`: is everything in the workspace as it was written?"""

import argparse

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.cli.context import AT_FAULT, DONE, Context
from qa_desktop.database.verify import verify_workspace
from qa_desktop.database.workspace import Workspace

EXAMPLE = "example: qa-desktop -w ~/qa verify --json"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "verify", help="check database, audit trail, recordings and backup", epilog=EXAMPLE
    )
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=verify)


def verify(args: argparse.Namespace, context: Context) -> int:
    """Exit 1 when anything is not as it was written."""
    workspace = context.open_workspace()
    try:
        report = verify_workspace(workspace, progress=context.progress)
    except BaseException:
        workspace.close()
        raise
    problems = (*workspace.warnings, *report.problems, *_close(workspace))
    if args.json:
        context.say_json(
            {
                "ok": not problems,
                "problems": [context.problem_json(problem) for problem in problems],
                "schema_version": report.schema_version,
                "audit_head": report.audit_head,
                "recordings_checked": report.recordings_checked,
                "rows": dict(report.rows),
                "newest_backup": None
                if report.newest_backup is None
                else str(report.newest_backup),
            }
        )
    else:
        context.complain(problems)
        said = "problems" if problems else "verified"
        context.say(
            context.words(
                f"database.cli.{said}",
                problems=len(problems),
                recordings=report.recordings_checked,
                interactions=report.rows.get("interactions", 0),
                reviews=report.rows.get("reviews", 0),
                entries=report.rows.get("audit", 0),
            )
        )
        context.say(context.words("database.cli.audit_head", head=report.audit_head))
    return AT_FAULT if problems else DONE


def _close(workspace: Workspace) -> tuple[Problem, ...]:
    """Closing backs up, which what is damaged does not pass: one more finding, not the end."""
    try:
        workspace.close()
    except ProblemError as error:
        return error.problems
    return ()

"""`qa-desktop verify`: is everything in the workspace as it was written?"""

import argparse

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.cli.context import AT_FAULT, DONE, Context
from qa_desktop.database.verify import WorkspaceReport, sweep_media, verify_workspace
from qa_desktop.database.workspace import Workspace
from qa_desktop.rubrics.versions_store import changed_versions

EXAMPLE = "example: qa-desktop -w ~/qa verify --json"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "verify",
        help="check database, audit trail, published rubrics, recordings and backup",
        epilog=EXAMPLE,
    )
    parser.add_argument(
        "--sweep",
        action="store_true",
        help="remove the media files that no recording refers to, if all else is in order",
    )
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=verify)


def verify(args: argparse.Namespace, context: Context) -> int:
    """Exit 1 when anything is not as it was written."""
    workspace = context.open_workspace()
    try:
        report = verify_workspace(workspace, progress=context.progress)
        changed = changed_versions(workspace.database)
        swept, stuck = _sweep(workspace, report) if args.sweep else ((), ())
    except BaseException:
        workspace.close()
        raise
    problems = (*workspace.warnings, *report.problems, *changed, *stuck, *_close(workspace))
    notes = tuple(note for note in report.notes if note.where.file not in swept)
    if args.json:
        context.say_json(
            {
                "ok": not problems,
                "problems": [context.problem_json(problem) for problem in problems],
                "notes": [context.problem_json(note) for note in notes],
                "swept": list(swept),
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
        context.complain(notes)
        if swept:
            context.say(context.words("database.cli.swept", files=len(swept)))
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


def _sweep(
    workspace: Workspace, report: WorkspaceReport
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The files that are gone, and why nothing or not everything is."""
    if report.problems:
        return (), (Problem(code="database.not_swept"),) if report.notes else ()
    try:
        return tuple(str(file) for file in sweep_media(workspace)), ()
    except ProblemError as error:
        stuck = {problem.where.file for problem in error.problems}
        files = (note.where.file or "" for note in report.notes)
        return tuple(file for file in files if file not in stuck), error.problems


def _close(workspace: Workspace) -> tuple[Problem, ...]:
    """Closing backs up, which what is damaged does not pass: one more finding, not the end."""
    try:
        workspace.close()
    except ProblemError as error:
        return error.problems
    return ()

"""`qa-desktop import`: recordings, chats and tickets from files, folders and archives."""

import argparse
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.cli.context import AT_FAULT, DONE, Context
from qa_desktop.database.workspace import DATABASE_NAME
from qa_desktop.interactions.importing import (
    ImportOptions,
    ImportPlan,
    ImportReport,
    MetadataUse,
    PlanEntry,
    State,
    Taken,
    commit_import,
    plan_import,
    undo_import,
)
from qa_desktop.interactions.model import AgentChannel, KnownContent
from qa_desktop.interactions.own_profiles import FOLDER_NAME
from qa_desktop.interactions.store import InteractionStore

EXAMPLE = """examples:
  qa-desktop import calls/ --metadata calls.csv --dry-run
  qa-desktop import 17.agent.wav 17.customer.wav --pair-offset 2050
  qa-desktop import export.zip --agent-channel right --json"""

_DAY_MS = 86_400_000


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "import",
        help="bring in recordings, chats and tickets",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files, folders, ZIP archives"
    )
    parser.add_argument(
        "--agent-channel",
        choices=[channel.value for channel in AgentChannel],
        help="where the agent is heard (default: as known of the source, else left of two)",
    )
    parser.add_argument(
        "--metadata", type=Path, metavar="FILE.csv", help="facts by file name or id"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would come in")
    parser.add_argument("--reference", action="store_true", help="leave recordings where they are")
    parser.add_argument(
        "--separate-legs",
        action="store_true",
        help="recordings named as legs of one call (call-7_leg1, call-7_leg2) stay calls of "
        "their own",
    )
    parser.add_argument(
        "--pair-offset",
        type=_offset,
        metavar="MS",
        help="how much later the agent's one-sided file begins than the customer's",
    )
    parser.add_argument(
        "--profile",
        type=Path,
        action="append",
        default=[],
        metavar="FILE.yaml",
        help="an import profile for a format of your own; those in the workspace's folder "
        "“profiles” are always used",
    )
    parser.add_argument("--undo", metavar="BATCH", help="take an import back")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=bring_in, parser=parser)


def _offset(said: str) -> int:
    """Milliseconds, of either sign, within a day."""
    digits = said.removeprefix("-")
    if not digits.isdecimal() or len(digits) > len(str(_DAY_MS)) or int(digits) > _DAY_MS:
        raise argparse.ArgumentTypeError(f"whole milliseconds, {_DAY_MS} at most")
    return int(said)


def bring_in(args: argparse.Namespace, context: Context) -> int:
    if bool(args.paths) == bool(args.undo):
        args.parser.error("give PATHs to import, or --undo BATCH")
    if args.undo:
        return _undo(args, context)
    options = ImportOptions(
        agent_channel=AgentChannel(args.agent_channel) if args.agent_channel else None,
        copy_media=not args.reference,
        metadata_file=args.metadata,
        pair_offset_ms=args.pair_offset,
        join_legs=not args.separate_legs,
        profile_paths=(*args.profile, context.workspace_folder / FOLDER_NAME),
    )
    if args.dry_run:
        return _preview(args, context, options)
    with context.open_workspace(create=True) as workspace:
        store = InteractionStore(workspace.database, context.clock, context.reviewer)
        plan = plan_import(
            args.paths,
            options,
            known_hashes=store.known_hashes(),
            progress=context.progress,
        )
        report = commit_import(plan, store, workspace, context.progress)
    if args.json:
        context.say_json(_json(context, report))
    else:
        _say(context, report, "took")
    return AT_FAULT if report.failed else DONE


def _preview(args: argparse.Namespace, context: Context, options: ImportOptions) -> int:
    """What would come in; a workspace that isn't there yet is not made for it."""
    with ExitStack() as stack:
        known = KnownContent()
        if (context.workspace_folder / DATABASE_NAME).exists():
            workspace = stack.enter_context(context.open_workspace())
            known = InteractionStore(
                workspace.database, context.clock, context.reviewer
            ).known_hashes()
        plan = plan_import(args.paths, options, known_hashes=known, progress=context.progress)
    report = _as_report(plan)
    plan.close()
    if args.json:
        context.say_json({**_json(context, report), "dry_run": True})
    else:
        _say(context, report, "would_take")
        context.say(context.words("interactions.cli.dry"))
    return AT_FAULT if report.failed else DONE


def _as_report(plan: ImportPlan) -> ImportReport:
    return ImportReport(
        batch_id=None,
        taken=tuple(
            Taken(
                id=entry.content.attach_to.id if entry.content and entry.content.attach_to else "",
                entry=entry,
                attached=bool(entry.content and entry.content.attach_to),
            )
            for entry in plan.of(State.TAKE)
        ),
        skipped=plan.of(State.SKIP),
        failed=plan.of(State.FAIL),
        metadata=plan.metadata,
    )


def _undo(args: argparse.Namespace, context: Context) -> int:
    with context.open_workspace() as workspace:
        store = InteractionStore(workspace.database, context.clock, context.reviewer)
        batch_id = _whole_id(store, args.undo)
        undone = undo_import(batch_id, store, workspace)
    if args.json:
        context.say_json(
            {
                "batch": undone.batch_id,
                "removed": [{"id": one.id, "title": one.title} for one in undone.removed],
                "kept": [{"id": one.id, "title": one.title} for one in undone.kept],
                "untranscribed": [
                    {"id": one.id, "title": one.title} for one in undone.untranscribed
                ],
                "restored": [{"id": one.id, "title": one.title} for one in undone.restored],
                "left_behind": list(undone.media),
            }
        )
    else:
        lines = [("undone", one.title) for one in undone.removed]
        lines += [("kept", one.title) for one in undone.kept]
        lines += [("restored", one.title) for one in undone.restored]
        lines += [("untranscribed", one.title) for one in undone.untranscribed]
        for key, title in lines:
            context.say(context.words(f"interactions.cli.{key}", title=title))
        for path in undone.media:
            context.say(context.words("interactions.cli.stuck", path=path))
        context.say(
            context.words(
                "interactions.cli.undo_summary",
                removed=len(undone.removed),
                kept=len(undone.kept),
            )
        )
    return AT_FAULT if undone.kept else DONE


def _whole_id(store: InteractionStore, given: str) -> str:
    """A batch's id from its first characters; "last" is the newest that is still there."""
    batches = [batch.id for batch in store.batches() if batch.undone_at is None]
    if given == "last" and batches:
        return batches[0]
    fitting = [batch_id for batch_id in batches if batch_id.startswith(given)]
    if len(fitting) == 1:
        return fitting[0]
    if given in (batch.id for batch in store.batches()):
        return given
    raise ProblemError(Problem(code="interactions.batch_unknown", where=Where(path=given)))


def _json(context: Context, report: ImportReport) -> dict[str, object]:
    return {
        "taken": [_taken_json(context, taken) for taken in report.taken],
        "skipped": [
            {
                "path": entry.path,
                "why": " ".join(context.words.what(problem) for problem in entry.problems),
                "remedy": " ".join(context.words.remedy(problem) for problem in entry.problems),
                "code": entry.problems[0].code if entry.problems else None,
                "same_as": entry.same_as.id if entry.same_as else None,
                "files": list(entry.files),
            }
            for entry in report.skipped
        ],
        "failed": [
            {
                "path": entry.path,
                "problems": [context.problem_json(problem) for problem in entry.problems],
            }
            for entry in report.failed
        ],
        "metadata": [_use_json(context, use) for use in report.metadata],
        "batch": report.batch_id,
    }


def _taken_json(context: Context, taken: Taken) -> dict[str, object]:
    entry = taken.entry
    content = entry.content
    return {
        "path": entry.path,
        "id": taken.id or None,
        "kind": entry.kind,
        "title": entry.title,
        "agent": entry.agent,
        "started_at": entry.started_at.isoformat() if entry.started_at else None,
        "duration_ms": entry.duration_ms,
        "turns": entry.turn_count,
        "external_id": content.external_id if content else None,
        "files": list(entry.files),
        "attached": taken.attached,
        "warnings": [context.problem_json(problem) for problem in entry.warnings],
    }


def _use_json(context: Context, use: MetadataUse) -> dict[str, object]:
    return {
        "path": use.path,
        "rows": use.rows,
        "matched": use.matched,
        "problems": [context.problem_json(problem) for problem in use.problems],
    }


def _say(context: Context, report: ImportReport, verb: str) -> None:
    words = context.words
    for taken in report.taken:
        how = ("attached" if taken.entry.turn_count else "new_facts") if taken.attached else verb
        _line(context, how, taken.entry, _facts(context, taken))
        for problem in taken.entry.warnings:
            context.say(f"    {words('interactions.cli.warning')}: {words.line(problem)}")
    for entry in report.skipped:
        _line(context, "skipped", entry, [_why_skipped(context, one) for one in entry.problems])
    for entry in report.failed:
        _line(context, "failed", entry, [_reason(context, one) for one in entry.problems])
    for use in report.metadata:
        values = {"path": use.path, "matched": use.matched, "rows": use.rows}
        context.say(words("interactions.cli.metadata", **values))
        for problem in use.problems:
            context.say(f"    {words.line(problem)}")
    counts = {
        "taken": len(report.taken),
        "skipped": len(report.skipped),
        "failed": len(report.failed),
    }
    context.say(words("interactions.cli.summary", **counts))
    if report.batch_id:
        context.say(words("interactions.cli.batch", batch=report.batch_id))


def _line(context: Context, verb: str, entry: PlanEntry, said: Sequence[str]) -> None:
    context.say(f"{context.words(f'interactions.cli.{verb}')}  {entry.path}  {' '.join(said)}")


def _facts(context: Context, taken: Taken) -> list[str]:
    entry = taken.entry
    kind = context.words(f"interactions.cli.{entry.kind}") if entry.kind else ""
    facts = [f"{kind} “{entry.title}”"]
    if entry.duration_ms is not None:
        minutes, seconds = divmod(entry.duration_ms // 1000, 60)
        facts.append(f"{minutes}:{seconds:02d}")
    if entry.agent:
        facts.append(entry.agent)
    return facts


def _why_skipped(context: Context, problem: Problem) -> str:
    """With what to do where someone may have expected it to come in."""
    what = context.words.what(problem)
    expected = problem.code.startswith("parsers.")
    return f"{what} {context.words.remedy(problem)}" if expected else what


def _reason(context: Context, problem: Problem) -> str:
    place = problem.where
    at = f"({place.line}:{place.column}) " if place.line and place.column else ""
    at = at or (f"({place.line}) " if place.line else "")
    return f"{at}{context.words.what(problem)} {context.words.remedy(problem)}"

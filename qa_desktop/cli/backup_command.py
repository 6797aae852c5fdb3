"""`qa-desktop backup`: copies the workspace's database and proves that the copy is whole."""

import argparse
from datetime import datetime
from pathlib import Path

from qa_desktop.base.clock import to_text
from qa_desktop.cli.context import DONE, Context
from qa_desktop.database.backup import Contents, back_up, backups, check_backup

EXAMPLE = """examples:
  qa-desktop -w ~/qa backup
  qa-desktop -w ~/qa backup --list
  qa-desktop backup --check ~/qa/backups/qa-20261101T170000.000Z.sqlite3"""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "backup",
        help="copy the workspace's database, and check the copy",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="name the backups that are there")
    what.add_argument("--check", type=Path, metavar="FILE", help="only check this backup")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=copy)


def copy(args: argparse.Namespace, context: Context) -> int:
    if args.check is not None:
        return _tell(args.check, check_backup(args.check), args, context)
    with context.open_workspace() as workspace:
        if args.list:
            return _list(backups(workspace.backups_folder), args, context)
        made = back_up(workspace, context.clock)
        return _tell(made, check_backup(made), args, context)


def _list(made: list[tuple[datetime, Path]], args: argparse.Namespace, context: Context) -> int:
    if args.json:
        context.say_json(
            {"backups": [{"made_at": to_text(at), "file": str(file)} for at, file in made]}
        )
        return DONE
    for _, file in made:
        context.say(f"{file}  {file.stat().st_size / 1e6:.1f} MB")
    if not made:
        context.say(context.words("database.cli.no_backups"))
    return DONE


def _tell(file: Path, holds: Contents, args: argparse.Namespace, context: Context) -> int:
    size = file.stat().st_size
    if args.json:
        context.say_json(
            {
                "backup": str(file),
                "bytes": size,
                "schema_version": holds.schema_version,
                "audit_head": holds.audit_head,
                "rows": dict(holds.rows),
            }
        )
    else:
        context.say(
            context.words(
                "database.cli.backed_up",
                file=file,
                megabytes=f"{size / 1e6:.1f}",
                interactions=holds.rows.get("interactions", 0),
                reviews=holds.rows.get("reviews", 0),
            )
        )
        context.say(context.words("database.cli.audit_head", head=holds.audit_head))
    return DONE

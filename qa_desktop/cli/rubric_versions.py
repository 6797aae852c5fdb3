"""`qa-desktop rubrics list|diff|publish|retire`: what there is, what changed, what is in force."""

import argparse
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from qa_desktop.base.clock import to_text
from qa_desktop.base.problems import ProblemError
from qa_desktop.cli.context import DONE, Context
from qa_desktop.cli.rubrics_check import FILE_HELP, rubric_json
from qa_desktop.database.workspace import DATABASE_NAME, Workspace
from qa_desktop.reviews.what_if_store import Graded, WhatIfStore
from qa_desktop.rubrics.diff import Change, ChangeKind, ShareChange, diff_rubrics, share_changes
from qa_desktop.rubrics.diff_words import diff_lines
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.files import rubric_from, source_of
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import decoded, load_rubric
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.numbers import format_score
from qa_desktop.rubrics.publishing import check_publishable
from qa_desktop.rubrics.reminders import Reminder, reminders
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.rubrics.versions import Version
from qa_desktop.rubrics.versions_store import VersionsStore
from qa_desktop.rubrics.word_marks import word_marks

_PUBLISHED = re.compile(r"([a-z0-9-]+):([0-9]{1,9})")
_VERSION_HELP = f"{FILE_HELP}, or ID:VERSION of one published in the workspace"
Action = Callable[[Any, str, str, str], argparse.ArgumentParser]


def add_versions(actions: Any, action: Action) -> None:
    list_ = action(
        actions,
        "list",
        "list the rubrics that ship, and what is published in the workspace",
        "qa-desktop rubrics list --json",
    )
    list_.set_defaults(run=_list)

    diff = action(
        actions,
        "diff",
        "tell what a new version changes",
        "qa-desktop rubrics diff service:3 service-4.yaml",
    )
    diff.add_argument("old", metavar="OLD", help=_VERSION_HELP)
    diff.add_argument("new", metavar="NEW", help=_VERSION_HELP)
    diff.set_defaults(run=_diff)

    publish = action(
        actions,
        "publish",
        "publish a file's version in the workspace, for ever",
        'qa-desktop rubrics publish service-4.yaml --note "Wait times as agreed in May"',
    )
    publish.add_argument("file", metavar="FILE", help=FILE_HELP)
    publish.add_argument("--note", default="", metavar="TEXT", help="what changed and why")
    publish.set_defaults(run=_publish)

    retire = action(
        actions,
        "retire",
        "take a version out of use; reviews made with it keep it",
        "qa-desktop rubrics retire service 3",
    )
    retire.add_argument("id", metavar="ID")
    retire.add_argument("version", metavar="VERSION", type=int)
    retire.add_argument("--undo", action="store_true", help="bring it back into use")
    retire.set_defaults(run=_retire)


def _list(args: argparse.Namespace, context: Context) -> int:
    shipped = [load_rubric(source, name) for name, source in shipped_rubrics()]
    published: list[tuple[Version, Graded]] = []
    due: tuple[Reminder, ...] = ()
    if (context.workspace_folder / DATABASE_NAME).is_file():
        with context.open_workspace() as workspace:
            published, due = _published(workspace, context)
    today = _today(context)
    if args.json:
        context.say_json(
            {
                "rubrics": [rubric_json(rubric, context.language) for rubric in shipped],
                "published": [_version_json(*one, today, context) for one in published],
                "reviews_due": [_reminder_json(one, today) for one in due],
            }
        )
        return DONE
    words = context.words
    for rubric in shipped:
        context.say(
            "  ".join(
                (
                    rubric.id,
                    words("rubrics.cli.version", version=rubric.version),
                    rubric.title.to(context.language),
                    ", ".join(rubric.channels),
                    words("rubrics.cli.items", count=len(rubric.items())),
                )
            )
        )
    if published:
        context.say()
        context.say(words("versions.cli.published"))
    for version, graded in published:
        context.say(f"  {_version_line(version, graded, today, context)}")
    for one in due:
        if one.due <= today:
            said = words("versions.cli.due", id=one.rubric.id, due=one.due.isoformat())
            owner = one.rubric.owner
            context.say(f"{said} ({owner})" if owner else said)
    return DONE


def _published(
    workspace: Workspace, context: Context
) -> tuple[list[tuple[Version, Graded]], tuple[Reminder, ...]]:
    versions = VersionsStore(workspace.database, context.clock, context.reviewer)
    store = WhatIfStore(workspace.database)
    found = versions.all()
    graded = {name: store.graded(name) for name in {one.rubric_id for one in found}}
    told = [(one, graded[one.rubric_id].get(one.version, Graded())) for one in found]
    return told, reminders(found, versions.checkups(), _today(context))


def _version_line(version: Version, graded: Graded, today: date, context: Context) -> str:
    words = context.words
    parts = [
        version.rubric_id,
        words("rubrics.cli.version", version=version.version),
        words(f"versions.state.{version.state(today).value}"),
        to_text(version.published_at)[:10],
        version.published_by or "",
        words("versions.cli.reviews", count=graded.submitted),
        version.note,
    ]
    return "  ".join(" ".join(part.split()) for part in parts if part)


def _version_json(
    version: Version, graded: Graded, today: date, context: Context
) -> dict[str, Any]:
    rubric = version.rubric
    retired_at = version.retired_at
    return {
        "id": version.rubric_id,
        "version": version.version,
        "hash": version.content_hash,
        "title": None if rubric is None else rubric.title.to(context.language),
        "state": version.state(today).value,
        "effective_from": _day(None if rubric is None else rubric.effective_from),
        "effective_until": _day(None if rubric is None else rubric.effective_until),
        "published_at": to_text(version.published_at),
        "published_by": version.published_by,
        "note": version.note,
        "retired_at": None if retired_at is None else to_text(retired_at),
        "retired_by": version.retired_by,
        "reviews": graded.submitted,
        "open_drafts": graded.drafts,
    }


def _reminder_json(one: Reminder, today: date) -> dict[str, Any]:
    return {
        "id": one.rubric.id,
        "version": one.rubric.version,
        "owner": one.rubric.owner,
        "last": one.last.isoformat(),
        "due": one.due.isoformat(),
        "is_due": one.due <= today,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _today(context: Context) -> date:
    return context.clock.now().astimezone().date()


def _diff(args: argparse.Namespace, context: Context) -> int:
    old, new = _either(args.old, context), _either(args.new, context)
    if not args.json:
        for line in diff_lines(old, new, context.language):
            context.say(line)
        return DONE
    context.say_json(
        {
            "old": rubric_json(old, context.language),
            "new": rubric_json(new, context.language),
            "changes": [_change_json(c, context.language) for c in diff_rubrics(old, new)],
            "shares": [_share_json(c, context.language) for c in share_changes(old, new)],
        }
    )
    return DONE


def _either(name: str, context: Context) -> Rubric:
    """A file, one that ships, or a version of the workspace."""
    published = _PUBLISHED.fullmatch(name)
    if published is None or Path(name).exists():
        return rubric_from(name)
    with _store(context) as store:
        return store.get(published[1], int(published[2]))


@contextmanager
def _store(context: Context, *, create: bool = False) -> Iterator[RubricStore]:
    with context.open_workspace(create=create) as workspace:
        yield RubricStore(workspace.database, context.clock, context.reviewer)


def _change_json(change: Change, language: str) -> dict[str, Any]:
    """`words` only of what was reworded: each piece with its mark, "same", "gone" or "new"."""
    said: dict[str, Any] = {
        "kind": change.kind.value,
        "what": change.what,
        "id": change.id,
        "title": change.title.to(language),
        "field": change.field,
        "old": change.old,
        "new": change.new,
    }
    if change.kind is ChangeKind.REWEIGHTED and change.field == "weight":
        shares = change.old_share, change.new_share
        said |= dict(zip(("old_share", "new_share"), map(_percent, shares), strict=True))
    if change.kind is ChangeKind.REWORDED and change.old is not None and change.new is not None:
        pieces = word_marks(change.old, change.new)
        said["words"] = [{"text": piece.text, "mark": piece.mark.value} for piece in pieces]
    return said


def _share_json(change: ShareChange, language: str) -> dict[str, Any]:
    return {
        "what": change.what,
        "id": change.id,
        "title": change.title.to(language),
        "old": _percent(change.old),
        "new": _percent(change.new),
    }


def _percent(share: Any) -> str | None:
    return None if share is None else format_score(share, 2)


def _publish(args: argparse.Namespace, context: Context) -> int:
    source, name = source_of(args.file)
    document = Document.of(decoded(source, name), name)
    with _store(context, create=True) as store:
        problems = check_publishable(document, store)
        again = [p.code for p in problems] == ["rubrics.already_published"]
        if problems and not again:
            raise ProblemError(problems)
        rubric = store.publish(source, name, note=args.note)
    if args.json:
        about = rubric_json(rubric, context.language)
        context.say_json({**about, "published": not again, "note": args.note.strip()})
    else:
        key = "already" if again else "now_published"
        said = context.words(
            f"versions.cli.{key}", title=rubric.title.to(context.language), version=rubric.version
        )
        context.say(said)
    return DONE


def _retire(args: argparse.Namespace, context: Context) -> int:
    with _store(context) as store:
        if args.undo:
            store.bring_back(args.id, args.version)
        else:
            store.retire(args.id, args.version)
    if args.json:
        context.say_json({"id": args.id, "version": args.version, "retired": not args.undo})
    else:
        key = "brought_back" if args.undo else "retired"
        context.say(context.words(f"versions.cli.{key}", id=args.id, version=args.version))
    return DONE

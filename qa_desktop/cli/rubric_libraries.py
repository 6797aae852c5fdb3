"""`qa-desktop rubrics libraries`: folders that a team shares rubrics in."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qa_desktop.base.clock import to_text
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.cli.context import AT_FAULT, DONE, Context
from qa_desktop.rubrics.libraries import FoundFile, Library
from qa_desktop.rubrics.libraries_desk import LibrariesDesk, Looked
from qa_desktop.rubrics.libraries_index import Colleague
from qa_desktop.rubrics.libraries_store import LibrariesStore
from qa_desktop.rubrics.store import RubricStore

Action = Callable[[Any, str, str, str], argparse.ArgumentParser]


def add_libraries(actions: Any, action: Action) -> None:
    parser = action(
        actions,
        "libraries",
        "folders that rubrics are shared in: look, add, remove, take, put",
        "qa-desktop rubrics libraries add /shared/rubrics --read-only",
    )
    parser.set_defaults(run=_look)
    inner = parser.add_subparsers(dest="library_action", metavar="WHAT")

    look = action(
        inner,
        "look",
        "what is in each library, and which versions colleagues expect",
        "qa-desktop rubrics libraries look --json",
    )
    look.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="default: all of them")
    look.set_defaults(run=_look)

    add = action(
        inner,
        "add",
        "add a folder",
        "qa-desktop rubrics libraries add /shared/rubrics --name Team",
    )
    add.add_argument("folder", type=Path, metavar="FOLDER")
    add.add_argument("--read-only", action="store_true", help="never write anything into it")
    add.add_argument("--name", default="", metavar="NAME", help="default: the folder's")
    add.set_defaults(run=_add)

    remove = action(
        inner,
        "remove",
        "no longer look into a folder; it stays as it is",
        "qa-desktop rubrics libraries remove /shared/rubrics",
    )
    remove.add_argument("folder", type=Path, metavar="FOLDER")
    remove.set_defaults(run=_remove)

    take = action(
        inner,
        "take",
        "publish a file of a library here",
        "qa-desktop rubrics libraries take /shared/rubrics voice-v4.yaml",
    )
    take.add_argument("folder", type=Path, metavar="FOLDER")
    take.add_argument("file", metavar="FILE", help="its name in the library")
    take.set_defaults(run=_take)

    put = action(
        inner,
        "put",
        "put a published version into a library; nothing is ever overwritten",
        "qa-desktop rubrics libraries put /shared/rubrics voice:4",
    )
    put.add_argument("folder", type=Path, metavar="FOLDER")
    put.add_argument("rubric", metavar="ID:VERSION")
    put.set_defaults(run=_put)


@contextmanager
def _desk(context: Context) -> Iterator[LibrariesDesk]:
    with context.open_workspace() as workspace:
        database, clock, reviewer = workspace.database, context.clock, context.reviewer
        libraries = LibrariesStore(database, clock, reviewer)
        rubrics = RubricStore(database, clock, reviewer)
        yield LibrariesDesk(libraries, rubrics, clock, reviewer)


def _library(desk: LibrariesDesk, folder: Path) -> Library:
    place = folder.expanduser().absolute()
    for library in desk.libraries.all():
        if library.folder == place:
            return library
    raise ProblemError(Problem(code="rubrics.no_such_library", where=Where(file=str(place))))


def _look(args: argparse.Namespace, context: Context) -> int:
    folder = getattr(args, "folder", None)
    with _desk(context) as desk:
        wanted = [_library(desk, folder)] if folder else list(desk.libraries.all())
        looked = [desk.look(library, context.progress, tell=True) for library in wanted]
        for found in looked:
            if found.scan is not None:
                desk.libraries.note_seen(found.library.folder, found.scan.files)
    if args.json:
        context.say_json({"libraries": [_looked_json(found, context) for found in looked]})
    else:
        for found in looked:
            _say_looked(found, context)
        if not looked:
            context.say(context.words("rubrics.libraries.none"))
    return DONE if all(found.scan is not None for found in looked) else AT_FAULT


def _looked_json(found: Looked, context: Context) -> dict[str, Any]:
    library, scan = found.library, found.scan
    about = {
        "folder": str(library.folder),
        "name": library.name,
        "read_only": library.read_only,
        "reachable": scan is not None,
    }
    problems = [context.problem_json(problem) for problem in found.problems]
    if scan is None:
        return {**about, "problems": problems}
    problems += [context.problem_json(problem) for problem in scan.problems]
    return {
        **about,
        "files": [_file_json(file, context) for file in scan.files],
        "left_out": scan.more,
        "colleagues": [_colleague_json(colleague) for colleague in scan.colleagues],
        "problems": problems,
    }


def _file_json(file: FoundFile, context: Context) -> dict[str, Any]:
    rubric = file.rubric
    facts: dict[str, Any] = {"file": file.name, "state": file.state.value, "unseen": file.unseen}
    if rubric is not None:
        facts |= {"id": rubric.id, "version": rubric.version, "hash": rubric.content_hash}
    if file.twin:
        facts["other"] = file.twin
    return {**facts, "problems": [context.problem_json(problem) for problem in file.problems]}


def _colleague_json(colleague: Colleague) -> dict[str, Any]:
    return {
        "reviewer": colleague.reviewer,
        "machine": colleague.machine,
        "told_at": to_text(colleague.told_at),
        "rubrics": [
            {"id": e.rubric_id, "version": e.version, "hash": e.content_hash}
            for e in colleague.expects
        ],
    }


def _say_looked(found: Looked, context: Context) -> None:
    words = context.words
    context.say(f"{found.library.name}  {found.library.folder}")
    context.complain(found.problems)
    if found.scan is None:
        return
    for file in found.scan.files:
        state = words(f"rubrics.libraries.state.{file.state.value}", other=file.twin)
        rubric = file.rubric
        about = f"{rubric.id} v{rubric.version}" if rubric is not None else ""
        context.say("  " + "  ".join(part for part in (file.name, about, state) if part))
        context.complain(file.problems)
    for colleague in found.scan.colleagues:
        versions = ", ".join(f"{e.rubric_id} v{e.version}" for e in colleague.expects)
        context.say(f"  {colleague.reviewer} ({colleague.machine}): {versions}")
    context.complain(found.scan.problems)


def _add(args: argparse.Namespace, context: Context) -> int:
    with _desk(context) as desk:
        library = desk.libraries.add(args.folder, read_only=args.read_only, name=args.name)
    return _say(args, context, {"folder": str(library.folder), "name": library.name})


def _remove(args: argparse.Namespace, context: Context) -> int:
    with _desk(context) as desk:
        library = _library(desk, args.folder)
        desk.libraries.remove(library.folder)
    return _say(args, context, {"folder": str(library.folder)})


def _take(args: argparse.Namespace, context: Context) -> int:
    with _desk(context) as desk:
        library = _library(desk, args.folder)
        found = desk.look(library, context.progress)
        files = found.scan.files if found.scan is not None else ()
        chosen = next((file for file in files if file.name == args.file), None)
        if chosen is None:
            where = Where(file=args.file)
            absent = Problem(code="rubrics.library_no_file", where=where)
            raise ProblemError(found.problems or absent)
        rubric = desk.take(library, chosen, context.progress)
    facts = {"id": rubric.id, "version": rubric.version, "hash": rubric.content_hash}
    return _say(args, context, facts)


def _put(args: argparse.Namespace, context: Context) -> int:
    rubric_id, _, version = args.rubric.rpartition(":")
    with _desk(context) as desk:
        library = _library(desk, args.folder)
        number = int(version) if version.isdecimal() else 0
        rubric = desk.rubrics.get(rubric_id, number)
        file = desk.put(library, rubric, context.progress)
    if file is None and not args.json:
        context.say(context.words("rubrics.libraries.has_it"))
        return DONE
    return _say(args, context, {"file": None if file is None else str(file)})


def _say(args: argparse.Namespace, context: Context, facts: dict[str, Any]) -> int:
    if args.json:
        context.say_json(facts)
    else:
        context.say("  ".join(str(value) for value in facts.values()))
    return DONE

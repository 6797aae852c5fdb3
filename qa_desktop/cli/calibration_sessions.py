"""`qa-desktop calibration new|list|show|move|save`: sessions, as those in them see them."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from qa_desktop.base.clock import to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.model import CalibrationSession, Mode, SessionRole
from qa_desktop.calibration.sessions.desk_model import (
    NewSession,
    ReferenceFrom,
    SessionSummary,
    Standing,
    Work,
)
from qa_desktop.calibration.sessions.work_store import WorkStore
from qa_desktop.cli.calibration_said import (
    Action,
    Json,
    Place,
    arrival_json,
    delivery_json,
    exclusion_json,
    folder_of,
    place,
    reason_words,
    say_delivery,
    session_json,
    session_line,
    work_json,
)
from qa_desktop.cli.context import DONE, Context


def add_sessions(actions: Any, action: Action) -> None:
    _add_new(actions, action)
    listed = action(
        actions, "list", "the sessions of this workspace", "qa-desktop calibration list --json"
    )
    listed.set_defaults(run=_list)
    show = action(
        actions,
        "show",
        "one session: one's own work and, for its lead, who is in",
        "qa-desktop calibration show 5e0d",
    )
    _add_session(show)
    show.set_defaults(run=_show)
    move = action(
        actions,
        "move",
        "say where a session's files go from now on: the share is somewhere else",
        "qa-desktop calibration move 5e0d --folder /mnt/calibration",
    )
    _add_session(move)
    where = move.add_mutually_exclusive_group(required=True)
    where.add_argument("--folder", type=Path, metavar="DIR")
    where.add_argument("--by-hand", action="store_true", help="no folder any more")
    move.set_defaults(run=_move)
    save = action(
        actions,
        "save",
        "write one's files of a session into a folder, to hand them on",
        "qa-desktop calibration save 5e0d --out /media/stick",
    )
    _add_session(save)
    save.add_argument("--out", type=Path, required=True, metavar="DIR")
    save.set_defaults(run=_save)


def _add_session(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help="a session's id or its start")


def _add_new(actions: Any, action: Action) -> None:
    new = action(
        actions,
        "new",
        "make a session and send the invitation",
        "qa-desktop calibration new --title November --rubric voice-service:3 --interaction 8a4f"
        " --participant Anna --participant Bo --mode strict --folder /shared/calibration",
    )
    new.add_argument("--title", required=True)
    new.add_argument("--rubric", required=True, metavar="ID:VERSION", help="a published version")
    new.add_argument(
        "--interaction",
        action="append",
        required=True,
        metavar="ID",
        help="what is graded: an id or its start; give it several times",
    )
    new.add_argument(
        "--participant",
        action="append",
        required=True,
        metavar="FINGERPRINT",
        help="who grades, besides you: a fingerprint, its start, or a name",
    )
    new.add_argument(
        "--mode",
        choices=[mode.value for mode in Mode],
        default=Mode.SEALED.value,
        help="sealed: you can open once you have submitted; strict: nobody can before all are in",
    )
    new.add_argument("--deadline", type=_moment, metavar="TIME", help="as 2026-12-01T17:00")
    new.add_argument("--only-lead", action="store_true", help="you don't grade yourself")
    new.add_argument(
        "--reference",
        choices=[one.value for one in ReferenceFrom],
        help="commit to reference reviews now: the newest of each interaction, or your own",
    )
    new.add_argument("--folder", type=Path, metavar="DIR", help="the shared folder")
    new.set_defaults(run=_new)


def _moment(said: str) -> datetime:
    """A time without a zone is meant here."""
    try:
        return datetime.fromisoformat(said).astimezone()
    except ValueError as error:
        raise argparse.ArgumentTypeError("a time as 2026-12-01T17:00 is needed") from error


def _new(args: argparse.Namespace, context: Context) -> int:
    with place(context) as here:
        rubric_id, _, version = args.rubric.rpartition(":")
        rubric = here.rubrics.get(rubric_id, int(version) if version.isdecimal() else 0)
        session = here.desk.create(
            NewSession(
                title=args.title,
                mode=Mode(args.mode),
                rubric_id=rubric.id,
                rubric_version=rubric.version,
                interaction_ids=_interactions(here, args.interaction),
                participants=tuple(
                    here.person(said).person.fingerprint for said in args.participant
                ),
                lead_grades=not args.only_lead,
                deadline=args.deadline,
                reference=None if args.reference is None else ReferenceFrom(args.reference),
                folder=None if args.folder is None else folder_of(args.folder),
            ),
            context.progress,
        )
        delivery = here.desk.deliver(context.progress)
        if args.json:
            said = {**session_json(session), "delivery": delivery_json(delivery, context)}
            context.say_json(said)
        else:
            context.say(session_line(session, context))
            say_delivery(delivery, context)
    return DONE


def _interactions(here: Place, said: list[str]) -> tuple[str, ...]:
    store = WorkStore(here.workspace.database)
    found: list[str] = []
    problems: list[Problem] = []
    for beginning in said:
        ids = store.beginning_with(beginning)
        if len(ids) == 1:
            found.append(ids[0])
        else:
            code = "several_interactions" if ids else "no_such_interaction"
            problems.append(Problem(code=f"calibration_cli.{code}", values={"said": beginning}))
    if problems:
        raise ProblemError(problems)
    return tuple(found)


def _list(args: argparse.Namespace, context: Context) -> int:
    with place(context) as here:
        sessions = here.desk.sessions()
    if args.json:
        context.say_json({"sessions": [_summary_json(one) for one in sessions]})
        return DONE
    for one in sessions:
        context.say(f"{session_line(one.session, context)}  {_count(one, context)}".rstrip())
    if not sessions:
        context.say(context.words("calibration_cli.none"))
    return DONE


def _summary_json(one: SessionSummary) -> Json:
    return {
        **session_json(one.session),
        "done": one.done,
        "total": one.total,
        "arrived": one.arrived,
        "expected": one.expected,
        "waiting": one.waiting,
        "overdue": one.overdue,
    }


def _count(one: SessionSummary, context: Context) -> str:
    words = context.words
    parts = []
    if one.total:
        parts.append(words("calibration_cli.mine", done=one.done, total=one.total))
    if one.expected:
        parts.append(words("calibration_cli.in", arrived=one.arrived, expected=one.expected))
    if one.overdue:
        parts.append(words("calibration_cli.overdue"))
    return "  ".join(parts)


def _show(args: argparse.Namespace, context: Context) -> int:
    with place(context) as here:
        session = here.desk.session(args.session)
        work = here.desk.work(session.id)
        leads = session.role is SessionRole.LEAD
        standing = here.desk.standing(session.id) if leads else None
    if args.json:
        said = {**session_json(session), "work": [work_json(one) for one in work]}
        if standing is not None:
            said |= standing_json(standing, context)
        context.say_json(said)
        return DONE
    _say(session, work, standing, context)
    return DONE


def standing_json(standing: Standing, context: Context) -> Json:
    hinders = {"closing": standing.hinders_closing, "reveal": standing.hinders_reveal}
    return {
        "cells": [
            {
                "fingerprint": cell.fingerprint,
                "pseudonym": cell.pseudonym,
                "state": cell.state.value,
                "revision": cell.revision,
            }
            for cell in standing.cells
        ],
        "arrivals": [arrival_json(one, context) for one in standing.arrivals],
        "exclusions": [exclusion_json(one) for one in standing.exclusions],
        "hinders": {
            what: [context.problem_json(problem) for problem in problems]
            for what, problems in hinders.items()
        },
    }


def _say(
    session: CalibrationSession,
    work: tuple[Work, ...],
    standing: Standing | None,
    context: Context,
) -> None:
    words = context.words
    context.say(session_line(session, context))
    context.say(f"{session.rubric_id} {session.rubric_version}")
    if session.deadline is not None:
        context.say(words("calibration_cli.deadline", moment=to_text(session.deadline)))
    for one in work:
        state = words(f"calibration_cli.work.{one.state.value}")
        pseudonym, copy = one.interaction.pseudonym, one.interaction.interaction_id
        context.say(f"  {pseudonym:<10}  {copy[:8]}  {state}")
    if standing is None:
        return
    for person in session.participants:
        cells = (standing.cell(person.fingerprint, i.pseudonym) for i in session.interactions)
        states = ", ".join(
            f"{cell.pseudonym} {words(f'calibration_cli.cell.{cell.state.value}')}"
            for cell in cells
            if cell is not None
        )
        context.say(f"  {person.fingerprint[:12]}  {person.name}: {states}")
    for exclusion in standing.exclusions:
        part = f" {exclusion.pseudonym}" if exclusion.pseudonym else ""
        reason = reason_words(exclusion.reason, context)
        context.say(f"  {exclusion.fingerprint[:12]}{part}: {reason}")


def _move(args: argparse.Namespace, context: Context) -> int:
    folder = None if args.folder is None else folder_of(args.folder)
    with place(context) as here:
        session = here.desk.move(here.desk.session(args.session).id, folder)
        delivery = here.desk.deliver(context.progress)
    if args.json:
        said = {**session_json(session), "delivery": delivery_json(delivery, context)}
        context.say_json(said)
    else:
        context.say(session_line(session, context))
        say_delivery(delivery, context)
    return DONE


def _save(args: argparse.Namespace, context: Context) -> int:
    out = folder_of(args.out)
    with place(context) as here:
        session = here.desk.session(args.session)
        files = here.desk.save_files(session.id, out)
    if args.json:
        context.say_json({"files": [str(file) for file in files]})
    else:
        for file in files:
            context.say(str(file))
    return DONE

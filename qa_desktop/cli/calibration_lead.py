"""`qa-desktop calibration collect|close|reveal|verify`: the end of a session."""

import argparse
from pathlib import Path
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.files.file_names import REVEAL_ENDING
from qa_desktop.calibration.model import CalibrationSession, SessionRole
from qa_desktop.calibration.sessions.desk_model import FileKind, RevealCheck
from qa_desktop.cli.calibration_people import news_json, say_news
from qa_desktop.cli.calibration_said import (
    Action,
    Json,
    Place,
    delivery_json,
    exclusion_json,
    folder_of,
    place,
    reason_words,
    say_delivery,
    session_json,
    session_line,
)
from qa_desktop.cli.calibration_sessions import standing_json
from qa_desktop.cli.context import AT_FAULT, DONE, Context


def add_lead(actions: Any, action: Action) -> None:
    collect = action(
        actions,
        "collect",
        "look into the session's folder and take in what is new",
        "qa-desktop calibration collect 5e0d",
    )
    _add_session(collect)
    collect.set_defaults(run=_collect)

    close = action(
        actions,
        "close",
        "sign what counts; nothing comes in after that",
        'qa-desktop calibration close 5e0d --exclude "3f1c90aa77b0=ill this week"',
    )
    _add_session(close)
    close.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="FINGERPRINT=REASON",
        help="leave somebody out; everybody will see who, and why",
    )
    close.set_defaults(run=_close)

    reveal = action(
        actions,
        "reveal",
        "open everything and write the file that everybody checks",
        "qa-desktop calibration reveal 5e0d",
    )
    _add_session(reveal)
    reveal.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="FINGERPRINT=REASON",
        help="strict: whoever released no keys",
    )
    reveal.set_defaults(run=_reveal)

    verify = action(
        actions,
        "verify",
        "check a reveal: every signature, that one's own submissions are in there unchanged",
        "qa-desktop calibration verify 5e0d",
    )
    verify.add_argument(
        "what", metavar="FILE|SESSION", help="a .qareveal file, or a session's id or its start"
    )
    verify.set_defaults(run=_verify)


def _add_session(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help="a session's id or its start")


def _collect(args: argparse.Namespace, context: Context) -> int:
    with place(context) as here:
        session = here.desk.session(args.session)
        if session.folder is None:
            raise ProblemError(Problem(code="calibration_cli.no_folder"))
        news = here.desk.look_in(session.folder, context.progress)
        # Looking in may have made something to send: released keys.
        delivery = here.desk.deliver(context.progress)
        session = here.desk.session(session.id)
        leads = session.role is SessionRole.LEAD
        standing = here.desk.standing(session.id) if leads else None
    if args.json:
        said = {**session_json(session), **news_json(news, context)}
        if standing is not None:
            said |= {**standing_json(standing, context)}
        context.say_json({**said, "delivery": delivery_json(delivery, context)})
        return AT_FAULT if news.problems else DONE
    say_news(news, context)
    context.say(session_line(session, context))
    if standing is not None:
        missing = sum(cell.revision is None for cell in standing.cells)
        total = len(standing.cells)
        words = context.words("calibration_cli.in", arrived=total - missing, expected=total)
        context.say(words)
    say_delivery(delivery, context)
    return AT_FAULT if news.problems else DONE


def _exclude(here: Place, session: CalibrationSession, said: list[str]) -> None:
    for one in said:
        whose, equals, reason = one.partition("=")
        found = [
            person
            for person in session.participants
            if person.fingerprint.startswith(whose.lower()) and whose
        ]
        if not equals or len(found) != 1:
            values = {"said": one}
            raise ProblemError(Problem(code="calibration_cli.exclude_whom", values=values))
        here.desk.exclude(session.id, found[0].fingerprint, reason)


def _close(args: argparse.Namespace, context: Context) -> int:
    with place(context) as here:
        session = here.desk.session(args.session)
        _exclude(here, session, args.exclude)
        session = here.desk.close(session.id)
        _say_done(args, here, session)
    return DONE


def _reveal(args: argparse.Namespace, context: Context) -> int:
    with place(context) as here:
        session = here.desk.session(args.session)
        _exclude(here, session, args.exclude)
        session = here.desk.reveal(session.id, context.progress)
        _say_done(args, here, session)
    return DONE


def _say_done(args: argparse.Namespace, here: Place, session: CalibrationSession) -> None:
    context = here.context
    delivery = here.desk.deliver(context.progress)
    standing = here.desk.standing(session.id)
    if args.json:
        said = {**session_json(session), **standing_json(standing, context)}
        context.say_json({**said, "delivery": delivery_json(delivery, context)})
        return
    context.say(session_line(session, context))
    for exclusion in standing.exclusions:
        context.say(f"  {exclusion.fingerprint[:12]}: {reason_words(exclusion.reason, context)}")
    say_delivery(delivery, context)


def _verify(args: argparse.Namespace, context: Context) -> int:
    with place(context) as here:
        file = folder_of(Path(args.what))
        if args.what.endswith(REVEAL_ENDING) or file.is_file():
            check = here.desk.check_reveal(file, context.progress)
        else:
            session = here.desk.session(args.what)
            check = here.desk.check_session(session.id, context.progress)
    if args.json:
        context.say_json(_check_json(check))
    else:
        _say_check(check, context)
    return AT_FAULT if check.not_counted else DONE


def _check_json(check: RevealCheck) -> Json:
    return {
        "session": check.session_id,
        "title": check.title,
        "lead": {"name": check.lead, "fingerprint": check.fingerprint},
        "submissions": check.submissions,
        "participants": check.participants,
        "own": check.own,
        "not_counted": list(check.not_counted),
        "reference": check.has_reference,
        "exclusions": [exclusion_json(one) for one in check.exclusions],
    }


def _say_check(check: RevealCheck, context: Context) -> None:
    words = context.words
    kind = words(f"calibration_cli.kind.{FileKind.REVEAL.value}")
    said = words(
        "calibration_cli.holds",
        kind=kind,
        title=check.title,
        lead=check.lead,
        fingerprint=check.fingerprint[:12],
        submissions=check.submissions,
        participants=check.participants,
    )
    context.say(said)
    if check.own:
        context.say(words("calibration_cli.own_in", count=check.own))
    if check.not_counted:
        left_out = ", ".join(check.not_counted)
        context.say(words("calibration_cli.own_out", pseudonyms=left_out))
    for one in check.exclusions:
        part = f" {one.pseudonym}" if one.pseudonym else ""
        context.say(f"  {one.fingerprint[:12]}{part}: {reason_words(one.reason, context)}")

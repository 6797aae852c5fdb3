"""`qa-desktop calibration submit|deliver`: one's own part of a session."""

import argparse
from pathlib import Path
from typing import Any

from qa_desktop.cli.calibration_answers import grade_from
from qa_desktop.cli.calibration_said import (
    Action,
    delivery_json,
    place,
    say_delivery,
    work_json,
)
from qa_desktop.cli.context import AT_FAULT, DONE, Context

ANSWERS_HELP = (
    'FILE.json says by pseudonym what you answer, as "qa-desktop score" takes it, with'
    ' "notes", "comments" and "summary" where you like:\n'
    '  {"call-1": {"answers": {"greeting": {"value": 5}},\n'
    '              "notes": {"greeting": {"comment": "by name"}},\n'
    '              "comments": [{"text": "calm", "kind": "praise", "start_ms": 12000}],\n'
    '              "summary": "A good call."}}'
)


def add_part(actions: Any, action: Action) -> None:
    submit = action(
        actions,
        "submit",
        "seal every review that is submitted, and send it",
        "qa-desktop calibration submit 5e0d --answers mine.json",
    )
    submit.description = f"{submit.description}\n\n{ANSWERS_HELP}"
    submit.add_argument("session", metavar="SESSION", help="a session's id or its start")
    submit.add_argument(
        "--answers", type=Path, metavar="FILE.json", help="grade and submit from a file first"
    )
    submit.set_defaults(run=_submit)

    deliver = action(
        actions,
        "deliver",
        "send what waits because a folder was away",
        "qa-desktop calibration deliver",
    )
    deliver.set_defaults(run=_deliver)


def _submit(args: argparse.Namespace, context: Context) -> int:
    with place(context) as here:
        session = here.desk.session(args.session)
        if args.answers is not None:
            grade_from(here, session, args.answers)
        sealed = here.desk.submit(session.id)
        delivery = here.desk.deliver(context.progress)
        work = here.desk.work(session.id)
    if args.json:
        context.say_json(
            {
                "sealed": list(sealed),
                "work": [work_json(one) for one in work],
                "delivery": delivery_json(delivery, context),
            }
        )
        return DONE
    for pseudonym in sealed:
        context.say(context.words("calibration_cli.sealed", pseudonym=pseudonym))
    left = [one.interaction.pseudonym for one in work if not one.sealed]
    if left:
        context.say(context.words("calibration_cli.left", pseudonyms=", ".join(left)))
    say_delivery(delivery, context)
    return DONE


def _deliver(args: argparse.Namespace, context: Context) -> int:
    with place(context) as here:
        delivery = here.desk.deliver(context.progress)
    if args.json:
        context.say_json(delivery_json(delivery, context))
    else:
        say_delivery(delivery, context)
    return AT_FAULT if delivery.problems else DONE

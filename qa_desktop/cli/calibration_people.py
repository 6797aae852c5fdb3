"""`qa-desktop calibration join|people`: cards, codes to compare, and what lies in a folder."""

import argparse
from pathlib import Path
from typing import Any

from qa_desktop.calibration.model import Acquaintance
from qa_desktop.calibration.sessions.desk_model import News
from qa_desktop.cli.calibration_said import (
    Action,
    Json,
    Place,
    acquaintance_json,
    arrival_json,
    arrival_words,
    folder_of,
    person_json,
    place,
    session_json,
    session_line,
    taken_json,
)
from qa_desktop.cli.context import AT_FAULT, DONE, Context


def add_people(actions: Any, action: Action) -> None:
    join = action(
        actions,
        "join",
        "leave one's card in a folder and take in what lies there; or take in one file",
        "qa-desktop calibration join /shared/calibration",
    )
    join.add_argument(
        "place", type=Path, metavar="FOLDER|FILE", help="the team's folder, or a file by hand"
    )
    join.set_defaults(run=_join)

    people = action(
        actions,
        "people",
        "who is known, and the code to compare with each",
        "qa-desktop calibration people --trust 3f1c90aa77b0",
    )
    for flag, says in (
        ("--trust", "the codes were compared, and match"),
        ("--untrust", "take that back"),
        ("--forget", "take somebody off the list"),
    ):
        people.add_argument(
            flag, action="append", default=[], metavar="FINGERPRINT", help=f"{says}; or a name"
        )
    people.add_argument(
        "--save-card", type=Path, metavar="FILE|DIR", help="one's own card, to hand on"
    )
    people.set_defaults(run=_people)


def _join(args: argparse.Namespace, context: Context) -> int:
    where = folder_of(args.place)
    with place(context, create=True) as here:
        if where.is_dir():
            here.desk.hand_in_card(where)
            news = here.desk.look_in(where, context.progress)
            delivery = here.desk.deliver(context.progress)
            people = here.desk.people()
            if args.json:
                said = news_json(news, context)
                me = person_json(here.desk.identity())
                context.say_json({"me": me, **said, "people": _people_json(people)})
            else:
                say_news(news, context)
                context.complain(delivery.problems)
                _say_people(here, people, context)
            return AT_FAULT if news.problems else DONE
        taken = here.desk.take_in(where, context.progress)
    if args.json:
        context.say_json(taken_json(taken, context))
        return DONE
    code = "took" if taken.is_new else "had"
    kind = context.words(f"calibration_cli.kind.{taken.kind.value}")
    context.say(context.words(f"calibration_cli.{code}", kind=kind))
    if taken.arrival is not None:
        context.say(arrival_words(taken.arrival, context))
    if taken.session is not None:
        context.say(session_line(taken.session, context))
    if taken.person is not None:
        context.say(_line(taken.person, context))
    context.complain(taken.problems)
    return DONE


def news_json(news: News, context: Context) -> Json:
    return {
        "cards": _people_json(news.cards),
        "invitations": [session_json(one) for one in news.invitations],
        "closings": [one.id for one in news.closings],
        "reveals": [one.id for one in news.reveals],
        "arrivals": [arrival_json(one, context) for one in news.arrivals],
        "problems": [context.problem_json(problem) for problem in news.problems],
    }


def say_news(news: News, context: Context) -> None:
    words = context.words
    for kind, sessions in (
        ("invitation", news.invitations),
        ("closing", news.closings),
        ("reveal", news.reveals),
    ):
        for session in sessions:
            said = words("calibration_cli.took", kind=words(f"calibration_cli.kind.{kind}"))
            context.say(f"{said} {session_line(session, context)}")
    for arrival in news.arrivals:
        context.say(f"{arrival.file_name}: {arrival_words(arrival, context)}")
    context.complain(news.problems)


def _people(args: argparse.Namespace, context: Context) -> int:
    with place(context, create=True) as here:
        desk = here.desk
        for said in args.trust:
            desk.trust(here.person(said).person.fingerprint)
        for said in args.untrust:
            desk.untrust(here.person(said).person.fingerprint)
        for said in args.forget:
            desk.forget(here.person(said).person.fingerprint)
        card = None if args.save_card is None else desk.save_card(folder_of(args.save_card))
        people = desk.people()
        if args.json:
            me = person_json(desk.identity())
            saved = None if card is None else str(card)
            context.say_json({"me": me, "people": _people_json(people), "card": saved})
        else:
            if card is not None:
                context.say(str(card))
            _say_people(here, people, context)
    return DONE


def _people_json(people: tuple[Acquaintance, ...]) -> list[Json]:
    return [acquaintance_json(one) for one in people]


def _say_people(here: Place, people: tuple[Acquaintance, ...], context: Context) -> None:
    me = here.desk.identity()
    context.say(context.words("calibration_cli.me", name=me.name, fingerprint=me.fingerprint[:12]))
    for one in people:
        context.say(_line(one, context))
    if any(one.trusted_at is None for one in people):
        context.say(context.words("calibration_cli.compare"))


def _line(one: Acquaintance, context: Context) -> str:
    state = "compared" if one.trusted_at is not None else "not_compared"
    return "  ".join(
        (
            one.person.fingerprint[:12],
            one.code,
            context.words(f"calibration_cli.{state}"),
            one.person.name,
        )
    )

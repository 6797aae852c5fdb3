"""The desk of one command, and sessions, people and files in words and as JSON."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qa_desktop.base.clock import to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.settings import NAMELESS
from qa_desktop.calibration.model import (
    Acquaintance,
    Arrival,
    CalibrationSession,
    Exclusion,
    Person,
)
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.sessions.desk_model import Delivery, TakenIn, WaitingFile, Work
from qa_desktop.cli.context import Context
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

Action = Callable[[Any, str, str, str], argparse.ArgumentParser]
Json = dict[str, Any]


class Place:
    """An open workspace as a command of calibration uses it."""

    def __init__(self, workspace: Workspace, context: Context) -> None:
        actor = context.reviewer or NAMELESS
        database, clock = workspace.database, context.clock
        self.workspace = workspace
        self.context = context
        self.actor = actor
        self.rubrics = RubricStore(database, clock, actor)
        self.reviews = ReviewStore(database, clock, actor)
        self.desk = CalibrationDesk(
            workspace,
            clock,
            actor,
            interactions=InteractionStore(database, clock, actor),
            reviews=self.reviews,
            rubrics=self.rubrics,
        )

    def person(self, said: str) -> Acquaintance:
        """By the beginning of the fingerprint, or the name where only one has it.

        Raises ProblemError calibration_cli.no_such_person, several_people.
        """
        people = self.desk.people()
        found = [p for p in people if p.person.fingerprint.startswith(said.lower())]
        found = found or [p for p in people if p.person.name == said]
        if len(found) != 1 or not said:
            code = "several_people" if len(found) > 1 else "no_such_person"
            raise ProblemError(Problem(code=f"calibration_cli.{code}", values={"said": said}))
        return found[0]


@contextmanager
def place(context: Context, *, create: bool = False) -> Iterator[Place]:
    with context.open_workspace(create=create) as workspace:
        yield Place(workspace, context)


def folder_of(said: Path) -> Path:
    return said.expanduser().absolute()


def person_json(person: Person) -> Json:
    return {"name": person.name, "fingerprint": person.fingerprint}


def acquaintance_json(one: Acquaintance) -> Json:
    trusted = one.trusted_at
    return {
        **person_json(one.person),
        "code": one.code,
        "trusted_at": None if trusted is None else to_text(trusted),
    }


def session_json(session: CalibrationSession) -> Json:
    def moment(at: Any) -> str | None:
        return None if at is None else to_text(at)

    return {
        "session": session.id,
        "kind": session.kind.value,
        "title": session.title,
        "mode": session.mode.value,
        "role": session.role.value,
        "state": session.state.value,
        "revision": session.revision,
        "deadline": moment(session.deadline),
        "lead": person_json(session.lead),
        "me": session.me,
        "participants": [person_json(person) for person in session.participants],
        "rubric": {
            "id": session.rubric_id,
            "version": session.rubric_version,
            "hash": session.rubric_hash,
        },
        "reference": session.has_reference,
        "interactions": [
            {
                "pseudonym": one.pseudonym,
                "kind": one.kind.value,
                "duration_ms": one.duration_ms,
                "interaction": one.interaction_id,
            }
            for one in session.interactions
        ],
        "folder": None if session.folder is None else str(session.folder),
        "closed_at": moment(session.closed_at),
        "revealed_at": moment(session.revealed_at),
    }


def session_line(session: CalibrationSession, context: Context) -> str:
    words = context.words
    return "  ".join(
        (
            session.id[:8],
            words(f"calibration_cli.state.{session.state.value}"),
            words(f"calibration_cli.role.{session.role.value}"),
            session.title,
        )
    )


def work_json(work: Work) -> Json:
    return {
        "pseudonym": work.interaction.pseudonym,
        "interaction": work.interaction.interaction_id,
        "state": work.state.value,
        "review": work.review_id,
        "submitted_revision": work.submitted_revision,
        "delivered": work.delivered,
    }


def arrival_json(arrival: Arrival, context: Context) -> Json:
    return {
        "file": arrival.file_name,
        "verdict": arrival.verdict.value,
        "said": arrival_words(arrival, context),
        "fingerprint": arrival.fingerprint,
        "pseudonym": arrival.pseudonym,
        "revision": arrival.revision,
        "seen_at": to_text(arrival.seen_at),
    }


def arrival_words(arrival: Arrival, context: Context) -> str:
    said = context.words(f"calibration.verdict.{arrival.verdict.value}")
    cause = arrival.detail.get("cause")
    why = context.words.get(f"calibration.cause.{cause}", "") if cause else ""
    return f"{said}. {why}" if why else said


def exclusion_json(exclusion: Exclusion) -> Json:
    return {
        "fingerprint": exclusion.fingerprint,
        "pseudonym": exclusion.pseudonym,
        "reason": exclusion.reason,
    }


def reason_words(reason: str, context: Context) -> str:
    return context.words.get(f"calibration.reason.{reason}", reason)


def waiting_json(file: WaitingFile, context: Context) -> Json:
    return {
        "file": file.file_name,
        "session": file.session_id,
        "folder": None if file.folder is None else str(file.folder),
        "tries": file.tries,
        "problem": None if file.problem is None else context.problem_json(file.problem),
    }


def delivery_json(delivery: Delivery, context: Context) -> Json:
    return {
        "sent": list(delivery.sent),
        "waiting": [waiting_json(file, context) for file in delivery.waiting],
        "problems": [context.problem_json(problem) for problem in delivery.problems],
    }


def say_delivery(delivery: Delivery, context: Context) -> None:
    """What is not sent is kept: that is said, and why."""
    if delivery.sent:
        context.say(context.words("calibration_cli.sent", count=len(delivery.sent)))
    held_up = [file for file in delivery.waiting if file.folder is not None]
    by_hand = len(delivery.waiting) - len(held_up)
    if held_up:
        context.say(context.words("calibration_cli.waiting", count=len(held_up)))
    if by_hand:
        context.say(context.words("calibration_cli.by_hand", count=by_hand))
    context.complain(delivery.problems)


def taken_json(taken: TakenIn, context: Context) -> Json:
    session, person, arrival = taken.session, taken.person, taken.arrival
    return {
        "kind": taken.kind.value,
        "new": taken.is_new,
        "session": None if session is None else session_json(session),
        "person": None if person is None else acquaintance_json(person),
        "arrival": None if arrival is None else arrival_json(arrival, context),
        "problems": [context.problem_json(problem) for problem in taken.problems],
    }


def say_lines(context: Context, lines: Iterable[str]) -> None:
    for line in lines:
        context.say(line)

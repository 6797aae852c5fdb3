"""Grades a session's interactions from a file, as a person would on the review page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.calibration.model import CalibrationSession
from qa_desktop.cli.calibration_said import Place
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry, ReviewState, StepLabel
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.json_reading import parse_json
from qa_desktop.rubrics.model import Given, Rubric

_GIVEN = ("scenario", "answers", "adjustments")
_MORE = ("notes", "comments", "summary")
_ANCHORS = ("start_ms", "end_ms", "turn")
_COMMENT = ("text", "kind", "item", *_ANCHORS)


def grade_from(here: Place, session: CalibrationSession, file: Path) -> None:
    """Submits a review of each interaction that the file answers; what was submitted before is
    corrected. All of the file is checked before anything is written.

    Raises ProblemError with everything that is wrong in it.
    """
    said = _read(file)
    rubric = here.rubrics.get(session.rubric_id, session.rubric_version)
    copies = {one.pseudonym: one.interaction_id for one in session.interactions}
    problems: list[Problem] = []
    drafts: dict[str, Draft] = {}
    for pseudonym, answers in said.items():
        if pseudonym not in copies:
            where = Where(file=str(file), path=pseudonym[:60])
            problems.append(Problem(code="calibration_cli.no_such_pseudonym", where=where))
            continue
        try:
            drafts[pseudonym] = _draft(here, rubric, answers)
        except ProblemError as error:
            problems += [_placed(problem, file, pseudonym) for problem in error.problems]
    if problems:
        raise ProblemError(problems)
    for pseudonym, draft in drafts.items():
        try:
            _grade(here, rubric, copies[pseudonym], draft)
        except ProblemError as error:
            raise ProblemError(_placed(p, file, pseudonym) for p in error.problems) from error


def _read(file: Path) -> Mapping[str, Any]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        said = reason_of(error) if isinstance(error, OSError) else "UTF-8"
        where, values = Where(file=str(file)), {"reason": said}
        problem = Problem(code="calibration.file_unreadable", where=where, values=values)
        raise ProblemError(problem) from error
    said = parse_json(text, str(file))
    if not isinstance(said, dict) or not said:
        raise _wrong(file, "")
    return said


def _draft(here: Place, rubric: Rubric, said: Any) -> Draft:
    """Raises ProblemError with all that does not fit."""
    if not isinstance(said, dict) or not set(said) <= {*_GIVEN, *_MORE}:
        raise _wrong(None, "")
    given = given_from_json({key: said[key] for key in _GIVEN if key in said}, rubric)
    notes = said.get("notes", {})
    known = {item.id for item in rubric.items()}
    if not isinstance(notes, dict) or not set(notes) <= known:
        raise _wrong(None, "notes")
    summary = said.get("summary", "")
    comments = said.get("comments", [])
    if not isinstance(summary, str) or not isinstance(comments, list):
        raise _wrong(None, "comments")
    return Draft(
        scenario=given.scenario,
        entries=_entries(given, notes),
        adjustments=dict(given.adjustments),
        comments=tuple(_comment(here, one, known) for one in comments),
        summary=summary,
    )


def _entries(given: Given, notes: Mapping[str, Any]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for item in {**given.answers, **notes}:
        note = notes.get(item, {})
        if not isinstance(note, dict) or not set(note) <= {"comment", "reasons"}:
            raise _wrong(None, f"notes.{item}")
        comment, reasons = note.get("comment", ""), note.get("reasons", [])
        good = isinstance(comment, str) and isinstance(reasons, list)
        if not good or not all(isinstance(reason, str) for reason in reasons):
            raise _wrong(None, f"notes.{item}")
        answer = given.answers.get(item)
        entries[item] = Entry(answer=answer, comment=comment, reasons=tuple(reasons))
    return entries


def _comment(here: Place, said: Any, items: set[str]) -> Comment:
    if not isinstance(said, dict) or not set(said) <= set(_COMMENT):
        raise _wrong(None, "comments")
    anchors = {name: said[name] for name in _ANCHORS if said.get(name) is not None}
    kinds = [kind.value for kind in CommentKind]
    item, kind = said.get("item"), said.get("kind", CommentKind.COACHING.value)
    whole = all(type(value) is int and value >= 0 for value in anchors.values())
    named = isinstance(said.get("text"), str) and (item is None or item in items)
    if not whole or not named or kind not in kinds:
        raise _wrong(None, "comments")
    return Comment(
        id=new_id(),
        kind=CommentKind(kind),
        text=said["text"],
        created_at=here.context.clock.now(),
        item_id=item,
        **anchors,
    )


def _grade(here: Place, rubric: Rubric, interaction_id: str, draft: Draft) -> None:
    reviews = here.reviews
    review = reviews.latest_for(interaction_id)
    mine = review is not None and review.reviewer == here.actor
    if review is None or not mine:
        review = reviews.start(interaction_id, rubric, scenario=draft.scenario)
    elif review.state is ReviewState.SUBMITTED:
        reason = here.context.words("calibration_cli.corrected")
        review = reviews.correct(review.id, reason)
    reviews.save(review.id, draft, StepLabel(code="answer"))
    reviews.submit(review.id, rubric)


def _wrong(file: Path | None, path: str) -> ProblemError:
    where = Where(file=None if file is None else str(file), path=path or None)
    return ProblemError(Problem(code="calibration_cli.answers_wrong", where=where))


def _placed(problem: Problem, file: Path, pseudonym: str) -> Problem:
    path = ".".join(part for part in (pseudonym, problem.where.path) if part)
    where = Where(file=str(file), path=path)
    return Problem(code=problem.code, where=where, values=problem.values)

"""What a meeting agreed on, answer by answer, as the reference of a session."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from qa_desktop.calibration.model import GradedSession, Grading, Ruling
from qa_desktop.reviews.grading import given_of
from qa_desktop.reviews.model import Draft, Entry
from qa_desktop.rubrics.given import answer_fits, answer_from_json, answer_to_json
from qa_desktop.rubrics.model import Answer, Item, Note
from qa_desktop.rubrics.result import result_json
from qa_desktop.rubrics.scoring import score

Answers = Mapping[str, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedReference:
    """`answers`, as in ANSWERS.json, by the interaction's pseudonym and the item."""

    answers: Answers
    agreed_at: datetime
    agreed_by: str


def answer_of(grading: Grading, item_id: str) -> Answer | None:
    """None: not answered, or not asked."""
    entry = grading.draft.entries.get(item_id)
    return None if entry is None else entry.answer


def agreed_answers(
    graded: GradedSession, rulings: Iterable[Ruling]
) -> dict[str, dict[str, dict[str, Any]]]:
    """By interaction and item: what was ruled, about the interaction before about the item; else
    what all gave; else what the reference said. Nobody's answer is made up: where there is none of
    these the item stays open.

    Rulings that were withdrawn, or whose answer no longer fits the item, don't count.
    """
    ruled: dict[tuple[str | None, str], Answer] = {}
    items = {item.id: item for item in graded.rubric.items()}
    for ruling in sorted(rulings, key=lambda one: one.ruled_at):
        answer = ruled_answer(ruling, items.get(ruling.item_id))
        if answer is not None:
            ruled[ruling.pseudonym, ruling.item_id] = answer
    agreed: dict[str, dict[str, dict[str, Any]]] = {}
    for interaction in graded.session.interactions:
        name = interaction.pseudonym
        for item_id in items:
            answer = (
                ruled.get((name, item_id))
                or ruled.get((None, item_id))
                or unanimous(graded, name, item_id)
                or _referred(graded, name, item_id)
            )
            if answer is not None:
                agreed.setdefault(name, {})[item_id] = answer_to_json(answer)
    return agreed


def ruled_answer(ruling: Ruling, item: Item | None) -> Answer | None:
    """The answer that a ruling in force agreed on, where it fits the item."""
    if ruling.withdrawn_at is not None or ruling.answer is None or item is None:
        return None
    if isinstance(item.answer, Note):
        return None
    answer = answer_from_json(dict(ruling.answer))
    return answer if answer_fits(item, answer) else None


def unanimous(graded: GradedSession, pseudonym: str, item_id: str) -> Answer | None:
    """What two or more people gave without exception."""
    given = [
        answer
        for grading in graded.gradings
        if grading.pseudonym == pseudonym and (answer := answer_of(grading, item_id)) is not None
    ]
    return given[0] if len(given) > 1 and all(one == given[0] for one in given) else None


def _referred(graded: GradedSession, pseudonym: str, item_id: str) -> Answer | None:
    reference = first_reference(graded).get(pseudonym)
    return None if reference is None else answer_of(reference, item_id)


def first_reference(graded: GradedSession) -> Mapping[str, Grading]:
    """The one that the session began with, whatever its statistics go by now."""
    return graded.reference if graded.agreed_at is None else graded.first_reference


def open_answers(graded: GradedSession, answers: Answers) -> tuple[tuple[str, str], ...]:
    """(interaction, item) pairs that somebody answered and that `answers` leave open."""
    asked = {
        (grading.pseudonym, item_id)
        for grading in graded.gradings
        for item_id, entry in grading.draft.entries.items()
        if entry.answer is not None
    }
    order = [
        (interaction.pseudonym, item.id)
        for interaction in graded.session.interactions
        for item in graded.rubric.items()
    ]
    return tuple(
        (name, item)
        for name, item in order
        if (name, item) in asked and item not in answers.get(name, {})
    )


def with_agreed(graded: GradedSession, agreed: AgreedReference | None) -> GradedSession:
    """The session with the agreed answers as its reference, and the first one beside them.

    Scenario and adjustments are those of the first reference, else those that most gave.
    """
    if agreed is None:
        return graded
    first = first_reference(graded)
    known = {item.id: item for item in graded.rubric.items()}
    reference = {}
    for interaction in graded.session.interactions:
        name = interaction.pseudonym
        entries = {}
        for item_id, said in agreed.answers.get(name, {}).items():
            item = known.get(item_id)
            answer = answer_from_json(dict(said))
            if item is not None and answer_fits(item, answer):
                entries[item_id] = Entry(answer=answer)
        if not entries:
            continue
        around = first[name].draft if name in first else _usual(graded, name)
        draft = Draft(scenario=around.scenario, adjustments=around.adjustments, entries=entries)
        reference[name] = Grading(
            fingerprint=graded.session.lead.fingerprint,
            pseudonym=name,
            revision=1,
            draft=draft,
            result=result_json(score(graded.rubric, given_of(draft)), graded.rubric),
        )
    return replace(graded, reference=reference, first_reference=first, agreed_at=agreed.agreed_at)


def _usual(graded: GradedSession, pseudonym: str) -> Draft:
    """Scenario and adjustments that most chose; of as many, those that come first."""
    drafts = [one.draft for one in graded.gradings if one.pseudonym == pseudonym]
    if not drafts:
        return Draft()

    def alike(draft: Draft) -> int:
        chosen = (draft.scenario, dict(draft.adjustments))
        return sum((one.scenario, dict(one.adjustments)) == chosen for one in drafts)

    return max(drafts, key=alike)

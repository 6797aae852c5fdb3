"""A revealed session laid out for counting: who answered what, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from qa_desktop.calibration.agreement.ratings import Floats
from qa_desktop.calibration.model import GradedSession, Grading
from qa_desktop.rubrics.model import Answer, Item
from qa_desktop.rubrics.visibility import is_given


@dataclass(frozen=True, slots=True, eq=False)
class SessionSheet:
    """`interactions` are pseudonyms in the session's order, `reviewers` fingerprints in the
    roster's, those without a grading left out; the lead stands where the roster has them, or
    first.
    """

    interactions: tuple[str, ...]
    reviewers: tuple[str, ...]
    gradings: Mapping[tuple[str, str], Grading]
    reference: Mapping[str, Grading]

    @classmethod
    def of(cls, graded: GradedSession) -> "SessionSheet":
        session = graded.session
        roster = [person.fingerprint for person in session.participants]
        if session.lead.fingerprint not in roster:
            roster.insert(0, session.lead.fingerprint)
        gradings = {(g.pseudonym, g.fingerprint): g for g in graded.gradings}
        present = {fingerprint for _, fingerprint in gradings}
        listed = [fingerprint for fingerprint in roster if fingerprint in present]
        return cls(
            tuple(interaction.pseudonym for interaction in session.interactions),
            (*listed, *sorted(present.difference(listed))),
            gradings,
            graded.reference,
        )

    def answers(self, item: Item) -> dict[str, dict[str, Answer | None]]:
        """By pseudonym, then by fingerprint."""
        return {
            pseudonym: {
                fingerprint: answer_in(self.gradings.get((pseudonym, fingerprint)), item)
                for fingerprint in self.reviewers
            }
            for pseudonym in self.interactions
        }

    def reference_answers(self, item: Item) -> dict[str, Answer | None]:
        if not self.reference:
            return {}
        return {p: answer_in(self.reference.get(p), item) for p in self.interactions}

    def scores(self, section_id: str | None) -> Floats:
        """Interactions x reviewers, in percent; NaN where there is none."""
        rows = [
            [score_in(self.gradings.get((p, f)), section_id) for f in self.reviewers]
            for p in self.interactions
        ]
        return np.array(rows, dtype=np.float64).reshape(len(self.interactions), len(self.reviewers))

    def reference_scores(self, section_id: str | None) -> Floats:
        """By interaction; NaN where there is none."""
        found = [score_in(self.reference.get(p), section_id) for p in self.interactions]
        return np.array(found, dtype=np.float64)


def answer_in(grading: Grading | None, item: Item) -> Answer | None:
    """None where the item was not asked, after another answer, or not answered."""
    if grading is None or item.id in _listed(grading, "hidden"):
        return None
    entry = grading.draft.entries.get(item.id)
    answer = None if entry is None else entry.answer
    return answer if answer is not None and is_given(answer) else None


def score_in(grading: Grading | None, section_id: str | None) -> float:
    """In percent, NaN where there is none."""
    if grading is None:
        return np.nan
    if section_id is None:
        shown = grading.result.get("score")
    else:
        sections = _listed(grading, "sections")
        shown = next((s["score"] for s in sections if s["id"] == section_id), None)
    return np.nan if shown is None else float(str(shown))


def outcome_in(grading: Grading | None) -> str | None:
    """ "pass", "fail" or "not_scored"; None where the review is incomplete or there is none."""
    outcome = None if grading is None else grading.result.get("outcome")
    return str(outcome) if outcome in ("pass", "fail", "not_scored") else None


def veto_in(grading: Grading | None) -> str | None:
    """ "veto" where one holds, else "no_veto"; None without a grading."""
    if grading is None:
        return None
    return "veto" if _listed(grading, "vetoes") else "no_veto"


def _listed(grading: Grading, key: str) -> list[Any]:
    found = grading.result.get(key)
    return found if isinstance(found, list) else []

"""A revealed session as statistics, the meeting and the report take it."""

import json
from collections.abc import Mapping

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.files.reference import open_reference
from qa_desktop.calibration.model import GradedSession, Grading
from qa_desktop.calibration.sessions.desk_stores import DeskStores
from qa_desktop.calibration.sessions.session_reading import SessionReading
from qa_desktop.reviews.draft_json import draft_from_json
from qa_desktop.reviews.grading import given_of
from qa_desktop.reviews.model import Draft
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.scoring import result_json, score


class GradedReading:
    """As the desk says."""

    def __init__(self, stores: DeskStores, reading: SessionReading) -> None:
        self._stores = stores
        self._reading = reading

    def graded(self, session_id: str) -> GradedSession:
        session = self._reading.session(session_id)
        if session.revealed_at is None:
            raise ProblemError(Problem(code="calibration.not_revealed"))
        rubric = self._stores.rubrics.get(session.rubric_id, session.rubric_version)
        opened = self._stores.submissions.opened(session_id)
        exclusions = self._stores.submissions.exclusions(session_id)
        return GradedSession(
            session=session,
            rubric=rubric,
            gradings=tuple(
                Grading(
                    fingerprint=one.fingerprint,
                    pseudonym=one.pseudonym,
                    revision=one.revision,
                    draft=draft_from_json(json.loads(one.opening)),
                    result=json.loads(one.result),
                )
                for one in opened
            ),
            reference={
                pseudonym: Grading(
                    fingerprint=session.lead.fingerprint,
                    pseudonym=pseudonym,
                    revision=1,
                    draft=draft,
                    result=scored(rubric, draft),
                )
                for pseudonym, draft in self._reference(session_id).items()
            },
            exclusions=exclusions,
        )

    def _reference(self, session_id: str) -> Mapping[str, Draft]:
        secrets = self._stores.sessions.secrets(session_id)
        if secrets.reference is None:
            return {}
        if secrets.reference_nonce is not None:
            manifest, _ = self._reading.newest(session_id)
            return open_reference(secrets.reference, secrets.reference_nonce, manifest)
        said = json.loads(secrets.reference)
        return {pseudonym: draft_from_json(draft) for pseudonym, draft in said.items()}


def scored(rubric: Rubric, draft: Draft) -> Mapping[str, object]:
    """As a review keeps it."""
    return result_json(score(rubric, given_of(draft)), rubric)

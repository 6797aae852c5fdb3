"""The reference review, to which the lead commits at the start without showing it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hmac import compare_digest

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.files import padding
from qa_desktop.calibration.files.canonical import canonical
from qa_desktop.calibration.files.fields import Fields, Paper
from qa_desktop.calibration.files.manifest import MOST_INTERACTIONS, Manifest
from qa_desktop.calibration.files.sealed_drafts import NotADraftError, opened_draft, sealed_draft
from qa_desktop.calibration.files.signing import KEY_BYTES, sha256
from qa_desktop.reviews.model import Draft

MOST_REFERENCE_BYTES = 64 * 1024**2
_FORMAT = "qa-reference/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """`commitment`, hex of SHA-256(nonce + payload), stands in the manifest from the start; the
    other two are the lead's until the reveal.
    """

    commitment: str
    payload: bytes = field(repr=False)
    nonce: bytes = field(repr=False)


def commit(session: str, drafts: Mapping[str, Draft]) -> Commitment:
    """`drafts` by pseudonym. Without the nonce the few answers of a form could be guessed.

    Raises ProblemError calibration.review_too_long.
    """
    reviews = {pseudonym: sealed_draft(draft) for pseudonym, draft in drafts.items()}
    payload = canonical({"format": _FORMAT, "session": session, "reviews": reviews})
    if len(payload) > MOST_REFERENCE_BYTES:
        values = {"limit_kib": padding.MOST_BYTES // 1024}
        raise ProblemError(Problem(code="calibration.review_too_long", values=values))
    nonce = os.urandom(KEY_BYTES)
    return Commitment(commitment=sha256(nonce + payload), payload=payload, nonce=nonce)


def open_reference(payload: bytes, nonce: bytes, manifest: Manifest) -> Mapping[str, Draft]:
    """By pseudonym. Raises ProblemError calibration.reveal_reference: it is not the one that
    `manifest` committed to, or no reference of this session.
    """
    committed = manifest.reference_commitment
    if committed is None or not compare_digest(sha256(nonce + payload), committed):
        raise _other()
    try:
        said = Fields.of_bytes(Paper.REVEAL, payload, MOST_REFERENCE_BYTES)
        said.format(_FORMAT)
        session = said.text("session", r"[0-9a-f]{32}")
        reviews = said.by_name("reviews", MOST_INTERACTIONS)
        said.end()
        drafts = {pseudonym: opened_draft(draft) for pseudonym, draft in reviews.items()}
    except (ProblemError, NotADraftError):
        raise _other() from None
    if session != manifest.session:
        raise _other()
    # An interaction may have been taken out of the session since.
    return {p: draft for p, draft in drafts.items() if manifest.interaction(p) is not None}


def _other() -> ProblemError:
    return ProblemError(Problem(code="calibration.reveal_reference"))

"""Which reviews of daily work get a second opinion, and why."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

# Keeps this hash apart from every other one in the program.
_DOMAIN = b"qa-desktop second opinion 1\0"
_BITS = 64


class Cause(StrEnum):
    """`DRAWN` by the share in the settings; `DISPUTED` by the agent or the team; `ASKED` by the
    reviewer."""

    DRAWN = "drawn"
    DISPUTED = "disputed"
    ASKED = "asked"


class OpinionState(StrEnum):
    """`SENT`: with the second reviewer. `OPENED`: both can be compared."""

    WAITING = "waiting"
    SENT = "sent"
    OPENED = "opened"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinion:
    """A review that is to be graded once more, with what the list shows of it.

    `score` (decimal text) and `outcome` are of the newest submitted revision; `agent` is "" where
    nobody is named.
    """

    review_id: str
    cause: Cause
    asked_at: datetime
    asked_by: str
    note: str
    state: OpinionState
    interaction_id: str
    title: str
    kind: str
    agent: str
    rubric_id: str
    rubric_version: int
    reviewer: str
    submitted_at: datetime
    score: str | None
    outcome: str | None
    session_id: str | None = None
    dropped_at: datetime | None = None
    drop_reason: str | None = None


def is_drawn(review_id: str, submission_hash: str, share_pct: int) -> bool:
    """Whether a review belongs to the share that is graded twice.

    `submission_hash` is that of the audit entry which the first submission wrote: it holds 128 bits
    of chance which nobody knows before, the grader included, and which nobody can change after.
    HMAC-SHA256 under it, over the review's id, is read as a number between 0 and 100. The same
    review is always drawn again, and a greater share draws all that a smaller one drew.
    """
    digest = hmac.new(bytes.fromhex(submission_hash), _DOMAIN + review_id.encode(), hashlib.sha256)
    number = int.from_bytes(digest.digest()[: _BITS // 8], "big")
    return number * 100 < share_pct << _BITS

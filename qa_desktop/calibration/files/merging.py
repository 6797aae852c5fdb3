"""What a submission that arrives is, told without opening it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.files.closing import Closing
from qa_desktop.calibration.files.envelope import Envelope, read_envelope
from qa_desktop.calibration.files.manifest import Manifest
from qa_desktop.calibration.files.union import Cell, Marked, Merged, merge
from qa_desktop.calibration.model import Mode, Verdict

__all__ = ["Cell", "Context", "Judgement", "Merged", "judge", "merge"]

_MERGED = {Verdict.ACCEPTED, Verdict.LATE, Verdict.SUPERSEDED, Verdict.CONFLICT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a workspace knows of a session when a file arrives.

    `manifests` are all its revisions by hash, `newest` the hash of the last; `accepted` what was
    merged so far. `now` None: nothing is late.
    """

    manifests: Mapping[str, Manifest]
    newest: str
    closing: Closing | None = None
    accepted: Collection[Marked] = ()
    now: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`detail` {"cause": ...} has its words under calibration.cause; `envelope` None: not read."""

    verdict: Verdict
    detail: Mapping[str, str] = field(default_factory=dict)
    envelope: Envelope | None = None

    @property
    def is_merged(self) -> bool:
        """Whether it belongs to what `merge` is given: a conflict does too, since it keeps both
        from counting.
        """
        return self.verdict in _MERGED


def judge(content: bytes, context: Context) -> Judgement:
    """Without opening it."""
    try:
        envelope = read_envelope(content)
    except ProblemError as error:
        return Judgement(
            verdict=Verdict.UNREADABLE, detail={"problem": error.problems[0].code.split(".")[1]}
        )
    verdict, cause = _origin(envelope, context) or _standing(envelope, context)
    return Judgement(verdict=verdict, detail={"cause": cause} if cause else {}, envelope=envelope)


def _origin(envelope: Envelope, context: Context) -> tuple[Verdict, str] | None:
    """Why it is no submission to this session at all."""
    newest = context.manifests[context.newest]
    writer = newest.person(envelope.fingerprint)
    if writer is None:
        if envelope.session != newest.session:
            return Verdict.REPLAYED, "other_session"
        was_there = any(m.person(envelope.fingerprint) for m in context.manifests.values())
        return Verdict.FOREIGN, "left_roster" if was_there else ""
    if not envelope.is_by(writer):
        return Verdict.ALTERED, ""
    if envelope.session != newest.session:
        return Verdict.REPLAYED, "other_session"
    cause = _misfit(envelope, context.manifests.get(envelope.manifest), newest)
    if cause:
        return Verdict.REPLAYED, cause
    if (envelope.commitment is not None) != (newest.mode is Mode.STRICT):
        return Verdict.UNREADABLE, "wrong_mode"
    return None


def _misfit(envelope: Envelope, named: Manifest | None, newest: Manifest) -> str:
    """ "" where what it was made for is still what is graded."""
    if named is None:
        return "other_manifest"
    then, now = (m.interaction(envelope.pseudonym) for m in (named, newest))
    if then is None or now is None or named.person(envelope.fingerprint) is None:
        return "other_interaction"
    if named.rubric != newest.rubric:
        return "changed_rubric"
    return "" if then == now else "changed_interaction"


def _standing(envelope: Envelope, context: Context) -> tuple[Verdict, str]:
    """What it is among those that are there."""
    of_cell = [one for one in context.accepted if one.cell == envelope.cell]
    if any(one.hash == envelope.hash for one in of_cell):
        return Verdict.REPEATED, ""
    if context.closing is not None and not context.closing.counts(envelope.hash):
        return Verdict.TOO_LATE, ""
    if any(one.revision == envelope.revision for one in of_cell):
        return Verdict.CONFLICT, ""
    if any(one.revision > envelope.revision for one in of_cell):
        return Verdict.SUPERSEDED, ""
    deadline = context.manifests[context.newest].deadline
    if context.now is not None and deadline is not None and context.now > deadline:
        return Verdict.LATE, ""
    return Verdict.ACCEPTED, ""

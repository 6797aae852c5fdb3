"""What a reveal holds, and what somebody who opens it knows already."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa_desktop.calibration.files.closing import Closing, Own
from qa_desktop.calibration.files.manifest import Manifest
from qa_desktop.calibration.files.reference import Commitment
from qa_desktop.calibration.model import Exclusion
from qa_desktop.reviews.model import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealParts:
    """What the lead puts in: files as they were signed.

    `manifests` are (bytes, signature) of every revision, the oldest first; `submissions` all that
    were merged, those that don't count too; `unopened` who counts by the closing but whose key
    never came, or opens nothing, with the reason that the lead gives.
    """

    manifests: tuple[tuple[bytes, bytes], ...]
    closing: bytes
    submissions: tuple[bytes, ...] = field(repr=False)
    session_secret: bytes = field(repr=False)
    releases: tuple[bytes, ...] = field(default=(), repr=False)
    reference: Commitment | None = None
    unopened: tuple[Exclusion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a workspace knows of the session that it is part of.

    `lead` and `me` are fingerprints; `manifests` the hashes of the revisions that it was given,
    `closing` that of the closing list, `own` the newest submissions by pseudonym; `released`:
    strict mode's keys were given out.
    """

    session: str
    lead: str
    me: str
    manifests: frozenset[str]
    closing: str | None = None
    own: Mapping[str, Own] = field(default_factory=dict)
    released: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSubmission:
    """`hash` is that of the file it was in."""

    fingerprint: str
    pseudonym: str
    revision: int
    hash: str
    draft: Draft = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveal:
    """A reveal of which everything was checked.

    `manifests` are (hash, manifest) of every revision, `manifest` the last; `gradings` what counts,
    by person and pseudonym; `reference` by pseudonym; `exclusions` those of the closing and whose
    keys never came. `hash` is that of its signed list.
    """

    hash: str
    manifest: Manifest
    manifests: tuple[tuple[str, Manifest], ...]
    closing: Closing
    closing_hash: str
    gradings: tuple[OpenedSubmission, ...]
    reference: Mapping[str, Draft] = field(default_factory=dict, repr=False)
    exclusions: tuple[Exclusion, ...] = ()

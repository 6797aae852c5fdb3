"""A small session whose files are made once, with two reviewers of the same name."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from functools import cached_property

import pytest

from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.files.closing import (
    Closing,
    Own,
    SignedFile,
    make_closing,
    read_closing,
    sign_closing,
)
from qa_desktop.calibration.files.envelope import Envelope, Sealed, read_envelope, seal_submission
from qa_desktop.calibration.files.identity import Identity
from qa_desktop.calibration.files.key_release import release_keys
from qa_desktop.calibration.files.manifest import (
    Manifest,
    ManifestInteraction,
    ManifestRecording,
    ManifestRubric,
    manifest_bytes,
    manifest_hash,
)
from qa_desktop.calibration.files.merging import Context, merge
from qa_desktop.calibration.files.reference import Commitment, commit
from qa_desktop.calibration.files.reveal import Expected, RevealParts
from qa_desktop.calibration.model import Mode, SessionKind
from qa_desktop.interactions.model import AgentChannel, Kind
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry
from qa_desktop.rubrics.model import Answer

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CANARY = "CANARY-7391-坏坐席"
BLOBS = {hashlib.sha256(data).hexdigest(): data for data in (b"rubric", b"turns", b"fLaC sound")}
RUBRIC, TURNS, SOUND = BLOBS


def a_draft(number: int = 1) -> Draft:
    return Draft(
        scenario="complaint",
        entries={
            "greeting": Entry(answer=Answer(value="yes"), comment=CANARY, reasons=("late",)),
            "hold": Entry(answer=Answer(value=Fraction(number, 3)), marks_ms=(10, 20)),
            "tone": Entry(answer=Answer(na=True)),
            "empathy": Entry(answer=Answer(values=("named", "apologised"))),
        },
        adjustments={"extra-help": 1},
        comments=(
            Comment(id="c1", kind=CommentKind.PRAISE, text=CANARY, created_at=MOMENT, start_ms=300),
        ),
        summary=CANARY,
    )


@dataclass(frozen=True)
class Scene:
    """Files of a session of the given mode; small ones, so that each of their bits can be turned.

    `pad_bytes` is less than a real manifest may say.
    """

    mode: Mode
    lead: Identity
    ann: Identity
    other_ann: Identity
    secret: bytes
    session_key: bytes
    reference: Commitment
    pad_bytes: int = 1024
    alone: bool = False

    @cached_property
    def manifest(self) -> Manifest:
        return Manifest(
            session="ab" * 16,
            kind=SessionKind.CALIBRATION,
            title="March",
            mode=self.mode,
            revision=1,
            previous=None,
            lead=self.lead.person,
            roster=tuple(who.person for who in self.people),
            session_key=self.session_key,
            reference_commitment=self.reference.commitment,
            deadline=MOMENT,
            rubric=ManifestRubric(id="voice", version=3, hash=f"sha256:{'0' * 64}", blob=RUBRIC),
            interactions=(
                ManifestInteraction(
                    pseudonym="call-1",
                    kind=Kind.RECORDING,
                    duration_ms=1000,
                    content=TURNS,
                    recordings=(
                        ManifestRecording(
                            blob=SOUND,
                            duration_ms=1000,
                            sample_rate_hz=8000,
                            channels=2,
                            agent_channel=AgentChannel.LEFT,
                        ),
                    ),
                ),
            ),
            pad_bytes=self.pad_bytes,
        )

    @property
    def blobs(self) -> Mapping[str, bytes]:
        return BLOBS

    @property
    def canary(self) -> str:
        return CANARY

    @cached_property
    def manifest_bytes(self) -> bytes:
        return manifest_bytes(self.manifest)

    @cached_property
    def hash(self) -> str:
        return manifest_hash(self.manifest_bytes)

    @cached_property
    def signature(self) -> bytes:
        return self.lead.sign(self.manifest_bytes, "manifest")

    @property
    def people(self) -> tuple[Identity, ...]:
        return (self.ann,) if self.alone else (self.ann, self.other_ann)

    def draft(self, number: int = 1) -> Draft:
        return a_draft(number)

    def seal(self, who: Identity, revision: int = 1, *, number: int = 1) -> Sealed:
        return seal_submission(who, self.manifest, self.hash, "call-1", revision, a_draft(number))

    @cached_property
    def sealed(self) -> tuple[Sealed, ...]:
        """Each one's."""
        return tuple(self.seal(who, number=number) for number, who in enumerate(self.people, 1))

    @cached_property
    def envelopes(self) -> tuple[Envelope, ...]:
        return tuple(read_envelope(one.content) for one in self.sealed)

    @property
    def manifests(self) -> Mapping[str, Manifest]:
        return {self.hash: self.manifest}

    @property
    def context(self) -> Context:
        return Context(manifests=self.manifests, newest=self.hash)

    def close(self, *envelopes: Envelope) -> SignedFile:
        closing = make_closing(self.manifest, self.hash, merge(envelopes), (), MOMENT)
        return sign_closing(self.lead, closing)

    @cached_property
    def signed_closing(self) -> SignedFile:
        return self.close(*self.envelopes)

    @cached_property
    def closing(self) -> Closing:
        return read_closing(self.signed_closing.content, self.manifests)

    def own(self, who: Identity) -> Mapping[str, Own]:
        sealed = self.sealed[self.people.index(who)]
        return {"call-1": Own(revision=sealed.revision, hash=sealed.hash)}

    @cached_property
    def releases(self) -> tuple[SignedFile, ...]:
        """None in sealed mode."""
        return tuple(
            release_keys(
                who,
                self.manifest,
                self.closing,
                self.signed_closing.hash,
                self.own(who),
                {sealed.hash: sealed.own_key},
            )
            for who, sealed in zip(self.people, self.sealed, strict=True)
            if sealed.own_key is not None
        )

    @property
    def parts(self) -> RevealParts:
        return RevealParts(
            manifests=((self.manifest_bytes, self.signature),),
            closing=self.signed_closing.content,
            submissions=tuple(one.content for one in self.sealed),
            session_secret=self.secret,
            releases=tuple(one.content for one in self.releases),
            reference=self.reference,
        )

    def expected(self, who: Identity) -> Expected:
        return Expected(
            session=self.manifest.session,
            lead=self.lead.fingerprint,
            me=who.fingerprint,
            manifests=frozenset({self.hash}),
            closing=self.signed_closing.hash,
            own=self.own(who),
        )


def _scene(mode: Mode, *, alone: bool = False) -> Scene:
    """The same keys in every run, so that a failure can be looked at again."""
    lead, ann, other_ann = (
        Identity.of_seeds(name, bytes([number]) * 32, bytes([number + 8]) * 32)
        for number, name in enumerate(("Lead", "Ann", "Ann"), 1)
    )
    secret = Identity.of_seeds("", b"s" * 32, b"t" * 32)
    return Scene(
        mode=mode,
        lead=lead,
        ann=ann,
        other_ann=other_ann,
        secret=secret.seeds[1],
        session_key=secret.person.box_key,
        reference=commit("ab" * 16, {"call-1": a_draft(9)}),
        alone=alone,
    )


@pytest.fixture(scope="session", params=[Mode.SEALED, Mode.STRICT])
def scene(request: pytest.FixtureRequest) -> Scene:
    return _scene(request.param)


@pytest.fixture(scope="session")
def sealed_scene() -> Scene:
    return _scene(Mode.SEALED)


@pytest.fixture(scope="session")
def strict_scene() -> Scene:
    return _scene(Mode.STRICT)


@pytest.fixture(scope="session")
def code_of() -> Callable[[Callable[[], object]], str]:
    """Does it, and gives the code of the problem that it must end with."""

    def code_of_problem(act: Callable[[], object]) -> str:
        with pytest.raises(ProblemError) as told:
            act()
        return told.value.problems[0].code.removeprefix("calibration.")

    return code_of_problem


@pytest.fixture(scope="session")
def smallest_scene() -> Scene:
    """One reviewer alone, in strict mode."""
    return _scene(Mode.STRICT, alone=True)

"""How a lead makes a session: blind copies, a signed package, and its next revisions."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from nacl.public import PrivateKey

from qa_desktop.base.clock import to_text
from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.blind.gathering import Gathered, gather
from qa_desktop.calibration.blind.taking_in import taking_in
from qa_desktop.calibration.files.fields import label
from qa_desktop.calibration.files.file_names import invitation_name
from qa_desktop.calibration.files.manifest import (
    TITLE_CHARS,
    Manifest,
    ManifestRubric,
    check_size,
    manifest_bytes,
)
from qa_desktop.calibration.files.package import Package, open_package, write_package
from qa_desktop.calibration.files.reference import Commitment, commit
from qa_desktop.calibration.files.signing import sha256
from qa_desktop.calibration.model import Person, SessionKind, SessionRole
from qa_desktop.calibration.sessions.acquaintances import Acquaintances
from qa_desktop.calibration.sessions.desk_model import NewSession, ReferenceFrom
from qa_desktop.calibration.sessions.desk_stores import FILES, DeskStores
from qa_desktop.calibration.sessions.session_reading import SessionReading
from qa_desktop.calibration.sessions.store import (
    Secrets,
    SessionRow,
    StoredInteraction,
    StoredManifest,
)
from qa_desktop.calibration.sessions.submitting import Submitting
from qa_desktop.calibration.sessions.work_store import WorkStore
from qa_desktop.reviews.model import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What was asked for, found good. `reviews` by the interaction's id: the reference, or the
    first opinions."""

    title: str
    roster: tuple[Person, ...]
    rubric: ManifestRubric
    source: bytes
    reviews: Mapping[str, str]


class Making:
    """As the desk says."""

    def __init__(
        self,
        stores: DeskStores,
        people: Acquaintances,
        reading: SessionReading,
        submitting: Submitting,
    ) -> None:
        self._stores = stores
        self._people = people
        self._reading = reading
        self._submitting = submitting
        self._work = WorkStore(stores.workspace.database)

    def create(self, wanted: NewSession, progress: Progress) -> str:
        """The session's id."""
        plan = self._plan(wanted)
        session_id = new_id()
        details = [self._stores.interactions.detail(one) for one in wanted.interaction_ids]
        key = PrivateKey.generate()
        file = self._stores.files / invitation_name(session_id, 1)
        with self._scratch() as scratch:
            folder = self._stores.workspace.folder
            gathered = gather(details, folder, scratch, progress)
            reference = self._reference(wanted, plan, gathered, session_id)
            manifest = Manifest(
                session=session_id,
                kind=wanted.kind,
                title=plan.title,
                mode=wanted.mode,
                revision=1,
                previous=None,
                lead=self._people.identity(),
                roster=plan.roster,
                session_key=bytes(key.public_key),
                reference_commitment=None if reference is None else reference.commitment,
                deadline=_in_whole_ms(wanted.deadline),
                rubric=plan.rubric,
                interactions=gathered.interactions,
            )
            blobs = {**gathered.blobs, plan.rubric.blob: plan.source}
            write_package(file, manifest, blobs, self._stores.identity(), progress)
        secrets = Secrets(
            session_secret=bytes(key),
            reference=None if reference is None else reference.payload,
            reference_nonce=None if reference is None else reference.nonce,
        )
        try:
            with open_package(file, progress) as package:
                self._settle(package, wanted, plan, gathered, secrets, progress)
        except BaseException:
            file.unlink(missing_ok=True)
            raise
        return session_id

    def _settle(
        self,
        package: Package,
        wanted: NewSession,
        plan: _Plan,
        gathered: Gathered,
        secrets: Secrets,
        progress: Progress,
    ) -> None:
        stores, manifest = self._stores, package.manifest
        session_id = manifest.session
        with taking_in(
            package, session_id, stores.workspace, stores.clock, stores.actor, progress
        ) as copies:
            stores.sessions.add_session(
                SessionRow(
                    id=session_id,
                    kind=manifest.kind,
                    title=manifest.title,
                    mode=manifest.mode,
                    role=SessionRole.LEAD,
                    reviewer=stores.actor,
                    lead=manifest.lead.fingerprint,
                    rubric_id=manifest.rubric.id,
                    rubric_version=manifest.rubric.version,
                    rubric_hash=manifest.rubric.hash,
                    folder=wanted.folder,
                    made_at=stores.clock.now(),
                ),
                secrets,
            )
            stores.sessions.add_manifest(session_id, stored(package))
            stores.sessions.add_interactions(
                session_id,
                [
                    StoredInteraction(
                        pseudonym=copy.pseudonym,
                        interaction_id=copy.interaction_id,
                        origin_id=gathered.origins[copy.pseudonym],
                        origin_review_id=plan.reviews.get(gathered.origins[copy.pseudonym]),
                    )
                    for copy in copies
                ],
            )
            self._send(session_id, manifest, wanted.folder)
            stores.sessions.note("session_made", session_id, _told(package))
            if wanted.kind is SessionKind.SECOND:
                self._submitting.seal_first_opinions(session_id)

    def revise(
        self,
        session_id: str,
        deadline: datetime | None,
        more_participants: tuple[str, ...],
        progress: Progress,
    ) -> None:
        row = self._stores.mine(session_id)
        if row.role is not SessionRole.LEAD:
            raise ProblemError(Problem(code="calibration.not_the_lead"))
        if row.closed_at is not None:
            raise ProblemError(Problem(code="calibration.closed"))
        manifest, previous = self._reading.newest(session_id)
        known = {person.fingerprint for person in manifest.roster}
        added = [self._people.trusted(one) for one in more_participants if one not in known]
        newer = replace(
            manifest,
            revision=manifest.revision + 1,
            previous=previous,
            deadline=_in_whole_ms(deadline),
            roster=(*manifest.roster, *added),
        )
        if replace(newer, revision=manifest.revision, previous=manifest.previous) == manifest:
            return
        self._check_deadline(deadline)
        file = self._stores.files / invitation_name(session_id, newer.revision)
        earlier = self.package_file(session_id, manifest)
        with self._scratch() as scratch, open_package(earlier, progress) as package:
            blobs: dict[str, Path | bytes] = {}
            for sha in newer.blobs:
                blobs[sha] = scratch / sha
                package.copy_blob(sha, scratch / sha)
            write_package(file, newer, blobs, self._stores.identity(), progress)
        data = manifest_bytes(newer)
        signed = StoredManifest(
            revision=newer.revision,
            hash=sha256(data),
            manifest=data,
            signature=self._stores.identity().sign(data, "manifest"),
        )
        with self._stores.sessions.changing():
            self._stores.sessions.add_manifest(session_id, signed)
            self._send(session_id, newer, row.folder)
            payload = {"revision": newer.revision, "manifest": signed.hash}
            self._stores.sessions.note("session_revised", session_id, payload)

    def package_file(self, session_id: str, manifest: Manifest) -> Path:
        """Where the newest invitation lies. Raises ProblemError calibration.package_missing."""
        file = self._stores.files / invitation_name(session_id, manifest.revision)
        if not file.is_file():
            raise ProblemError(
                Problem(code="calibration.package_missing", where=Where(file=str(file)))
            )
        return file

    def _send(self, session_id: str, manifest: Manifest, folder: Path | None) -> None:
        name = invitation_name(session_id, manifest.revision)
        self._stores.outbox.add(session_id, folder, name, source=f"{FILES}/{name}")

    def _plan(self, wanted: NewSession) -> _Plan:
        """Raises ProblemError with all that is wrong with what was asked for."""
        problems: list[Problem] = []
        title = label(wanted.title, TITLE_CHARS)
        if not title:
            problems.append(Problem(code="calibration.title_needed"))
        if not wanted.interaction_ids:
            problems.append(Problem(code="calibration.interactions_needed"))
        if not wanted.participants:
            problems.append(Problem(code="calibration.participants_needed"))
        problems += self._wrong_interactions(wanted)
        me, others = self._people.identity(), []
        for fingerprint in dict.fromkeys(wanted.participants):
            try:
                others.append(self._people.trusted(fingerprint))
            except ProblemError as error:
                problems += error.problems
        reviews, lacking = self._reviews(wanted)
        problems += lacking
        if problems:
            raise ProblemError(problems)
        self._check_deadline(wanted.deadline)
        check_size(len(others) + 1, len(wanted.interaction_ids))
        rubric = self._stores.rubrics.get(wanted.rubric_id, wanted.rubric_version)
        source = self._stores.rubrics.source(rubric.id, rubric.version).encode("utf-8")
        grades = wanted.lead_grades or wanted.kind is SessionKind.SECOND
        return _Plan(
            title=title,
            roster=(*((me,) if grades else ()), *others),
            rubric=ManifestRubric(
                id=rubric.id,
                version=rubric.version,
                hash=rubric.content_hash,
                blob=sha256(source),
            ),
            source=source,
            reviews=reviews,
        )

    def _wrong_interactions(self, wanted: NewSession) -> Iterator[Problem]:
        titles = self._work.titles(wanted.interaction_ids)
        for interaction_id in wanted.interaction_ids:
            if interaction_id not in titles:
                yield Problem(code="interactions.unknown")
            elif titles[interaction_id][1] != "work":
                values = {"title": titles[interaction_id][0]}
                yield Problem(code="calibration.is_a_copy", values=values)
        if len(set(wanted.interaction_ids)) != len(wanted.interaction_ids):
            yield Problem(code="calibration.interaction_twice")

    def _reviews(self, wanted: NewSession) -> tuple[dict[str, str], list[Problem]]:
        """The reference, or the first opinions, by the interaction's id; those that lack one."""
        if wanted.reference is None and wanted.kind is not SessionKind.SECOND:
            return {}, []
        rubric = (wanted.rubric_id, wanted.rubric_version)
        whose = self._stores.actor if wanted.reference is ReferenceFrom.MINE else None
        found: dict[str, str] = {}
        for interaction_id in wanted.interaction_ids:
            review = wanted.reviews.get(interaction_id)
            review = review or self._work.submitted(interaction_id, rubric, whose)
            if review is not None:
                found[interaction_id] = review
        titles = self._work.titles(wanted.interaction_ids)
        return found, [
            Problem(code="calibration.reference_lacking", values={"title": title})
            for interaction_id, (title, _) in titles.items()
            if interaction_id not in found
        ]

    def _check_deadline(self, deadline: datetime | None) -> None:
        if deadline is not None and deadline <= self._stores.clock.now():
            values = {"deadline": to_text(deadline)}
            raise ProblemError(Problem(code="calibration.deadline_past", values=values))

    def _reference(
        self, wanted: NewSession, plan: _Plan, gathered: Gathered, session_id: str
    ) -> Commitment | None:
        if wanted.reference is None:
            return None
        drafts = {
            pseudonym: self._blind_draft(plan.reviews[origin])
            for pseudonym, origin in gathered.origins.items()
        }
        return commit(session_id, drafts)

    def _blind_draft(self, review_id: str) -> Draft:
        review = self._stores.reviews.valid(review_id)
        if review is None:
            raise ProblemError(Problem(code="reviews.unknown", values={"review": review_id}))
        # Whom it was about may be a name.
        return replace(review.draft, agent=None)

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        folder = self._stores.files / f"{new_id()}.tmp"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def stored(package: Package) -> StoredManifest:
    return StoredManifest(
        revision=package.manifest.revision,
        hash=package.hash,
        manifest=package.manifest_bytes,
        signature=package.signature,
    )


def _told(package: Package) -> dict[str, object]:
    manifest = package.manifest
    return {
        "manifest": package.hash,
        "mode": manifest.mode.value,
        "kind": manifest.kind.value,
        "rubric": f"{manifest.rubric.id}:{manifest.rubric.version}",
        "participants": [person.fingerprint for person in manifest.roster],
        "interactions": len(manifest.interactions),
    }


def _in_whole_ms(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    told = moment.astimezone(UTC)
    return told.replace(microsecond=told.microsecond // 1000 * 1000)

"""How an invitation comes in: from somebody trusted, for oneself, in the order of its revisions."""

from dataclasses import replace
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.blind.taking_in import taking_in
from qa_desktop.calibration.files.manifest import Manifest, check_successor
from qa_desktop.calibration.files.package import Package, open_package
from qa_desktop.calibration.model import SessionRole
from qa_desktop.calibration.sessions.acquaintances import Acquaintances
from qa_desktop.calibration.sessions.desk_stores import DeskStores
from qa_desktop.calibration.sessions.making import stored
from qa_desktop.calibration.sessions.session_reading import SessionReading
from qa_desktop.calibration.sessions.store import SessionRow, StoredInteraction


class Joining:
    """As the desk says."""

    def __init__(self, stores: DeskStores, people: Acquaintances, reading: SessionReading) -> None:
        self._stores = stores
        self._people = people
        self._reading = reading

    def take(self, file: Path, folder: Path | None, progress: Progress) -> tuple[str, bool]:
        """The session's id, and whether anything was new. `folder` is where its files go from now
        on; None: by hand, or where they went before."""
        with open_package(file, progress) as package:
            try:
                return package.manifest.session, self._taken(package, folder, progress)
            except ProblemError as error:
                raise ProblemError(_of_file(one, file) for one in error.problems) from error

    def _taken(self, package: Package, folder: Path | None, progress: Progress) -> bool:
        manifest = package.manifest
        row = self._stores.sessions.find(manifest.session)
        if row is None:
            self._check_lead(manifest)
            self._join(package, folder, progress)
            return True
        known = self._reading.manifests(row.id)
        if manifest.lead.fingerprint != row.lead:
            raise _about("forged_revision", manifest, lead=known[0][0].lead.name)
        if any(content_hash == package.hash for _, content_hash in known):
            return self._restore(package, row, folder, progress)
        if row.role is SessionRole.LEAD:
            raise _about("own_session", manifest)
        self._check_order(package, known)
        self._follow(package, row, folder)
        return True

    def _check_lead(self, manifest: Manifest) -> None:
        me, lead = self._people.identity(), manifest.lead
        if lead.fingerprint == me.fingerprint:
            raise _about("own_session", manifest)
        known = self._stores.people.person(lead.fingerprint)
        if known is None:
            # So that there is somebody to compare the code with.
            self._stores.people.see(lead)
        if known is None or known.trusted_at is None:
            code = self._people.required(lead.fingerprint).code
            raise _about("lead_not_trusted", manifest, lead=lead.name, pair_code=code)
        if manifest.person(me.fingerprint) is None:
            raise _about("not_on_roster", manifest, lead=lead.name, name=me.name)

    def _check_order(self, package: Package, known: tuple[tuple[Manifest, str], ...]) -> None:
        manifest, (newest, newest_hash) = package.manifest, known[-1]
        if any(one.revision == manifest.revision for one, _ in known):
            raise _about("revision_twice", manifest, revision=manifest.revision)
        if manifest.revision < newest.revision:
            found, here = manifest.revision, newest.revision
            raise _about("older_revision", manifest, revision=found, newest=here)
        if manifest.revision > newest.revision + 1:
            raise _about("revision_missing", manifest, revision=newest.revision + 1)
        check_successor(newest, newest_hash, manifest)
        if (manifest.rubric, manifest.interactions) != (newest.rubric, newest.interactions):
            raise _about("other_work", manifest, revision=manifest.revision)

    def _join(self, package: Package, folder: Path | None, progress: Progress) -> None:
        stores, manifest = self._stores, package.manifest
        source = package.blob(manifest.rubric.blob)
        self._check_rubric(manifest)
        with taking_in(
            package, manifest.session, stores.workspace, stores.clock, stores.actor, progress
        ) as copies:
            if stores.sessions.find(manifest.session) is not None:
                # Somebody was faster: another window, the look into the folder.
                return
            self._publish(manifest, source)
            stores.sessions.add_session(
                SessionRow(
                    id=manifest.session,
                    kind=manifest.kind,
                    title=manifest.title,
                    mode=manifest.mode,
                    role=SessionRole.PARTICIPANT,
                    reviewer=stores.actor,
                    lead=manifest.lead.fingerprint,
                    rubric_id=manifest.rubric.id,
                    rubric_version=manifest.rubric.version,
                    rubric_hash=manifest.rubric.hash,
                    folder=folder,
                    made_at=stores.clock.now(),
                )
            )
            stores.sessions.add_manifest(manifest.session, stored(package))
            stores.sessions.add_interactions(
                manifest.session,
                [
                    StoredInteraction(pseudonym=copy.pseudonym, interaction_id=copy.interaction_id)
                    for copy in copies
                ],
            )
            payload = {"manifest": package.hash, "lead": manifest.lead.fingerprint}
            stores.sessions.note("session_joined", manifest.session, payload)

    def _follow(self, package: Package, row: SessionRow, folder: Path | None) -> None:
        """A next revision: another deadline, more people."""
        stores = self._stores
        with stores.sessions.changing():
            if any(one.hash == package.hash for one in stores.sessions.manifests(row.id)):
                return
            stores.sessions.add_manifest(row.id, stored(package))
            if folder is not None and row.folder is None:
                self._move(row, folder)
            payload = {"revision": package.manifest.revision, "manifest": package.hash}
            stores.sessions.note("revision_taken", row.id, payload)

    def _restore(
        self, package: Package, row: SessionRow, folder: Path | None, progress: Progress
    ) -> bool:
        """One that is here already: brings back sound that the workspace lost, and learns the
        folder where files went by hand so far."""
        stores = self._stores
        arguments = (package, row.id, stores.workspace, stores.clock, stores.actor, progress)
        with taking_in(*arguments):
            if folder is None or row.folder is not None or row.role is SessionRole.LEAD:
                return False
            self._move(row, folder)
            stores.sessions.note("folder_known", row.id, {})
        return True

    def move(self, session_id: str, folder: Path | None) -> None:
        """Its files go there from now on, those too that wait; None: by hand."""
        row = self._stores.mine(session_id)
        if row.folder == folder:
            return
        with self._stores.sessions.changing():
            self._move(row, folder)
            self._stores.sessions.note("folder_known", row.id, {})

    def _move(self, row: SessionRow, folder: Path | None) -> None:
        self._stores.sessions.set_folder(row.id, folder)
        self._stores.outbox.move(row.id, folder)

    def _check_rubric(self, manifest: Manifest) -> None:
        known = dict(self._stores.rubrics.hashes(manifest.rubric.id))
        here = known.get(manifest.rubric.version)
        if here is not None and here != manifest.rubric.hash:
            said = manifest.rubric
            raise _about("rubric_differs", manifest, id=said.id, version=said.version)

    def _publish(self, manifest: Manifest, source: bytes) -> None:
        said = manifest.rubric
        known = dict(self._stores.rubrics.hashes(said.id))
        if said.version in known:
            return
        rubric = self._stores.rubrics.publish(source, f"{said.id}.yaml")
        if (rubric.id, rubric.version, rubric.content_hash) != (said.id, said.version, said.hash):
            raise _about("rubric_not_as_said", manifest, id=said.id, version=said.version)


def _about(code: str, manifest: Manifest, **values: str | int) -> ProblemError:
    told = {"session": manifest.title, **values}
    return ProblemError(Problem(code=f"calibration.{code}", values=told))


def _of_file(problem: Problem, file: Path) -> Problem:
    if problem.where.file is not None:
        return problem
    return replace(problem, where=Where(file=file.name, path=problem.where.path))

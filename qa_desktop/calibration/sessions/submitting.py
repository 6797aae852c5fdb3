"""One's own part of a session: what is graded, sealing it, and releasing the keys."""

from dataclasses import replace

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.files.closing import Own, read_closing
from qa_desktop.calibration.files.envelope import seal_submission
from qa_desktop.calibration.files.key_release import release_keys
from qa_desktop.calibration.files.share import listing
from qa_desktop.calibration.files.signing import sha256
from qa_desktop.calibration.model import CalibrationSession, Mode, SessionInteraction
from qa_desktop.calibration.sessions.desk_model import Work, WorkState
from qa_desktop.calibration.sessions.desk_stores import DeskStores
from qa_desktop.calibration.sessions.session_reading import SessionReading, takes_part
from qa_desktop.calibration.sessions.submissions_store import SubmissionHead
from qa_desktop.calibration.sessions.work_store import OwnReview, WorkStore
from qa_desktop.reviews.model import Draft


class Submitting:
    """As the desk says."""

    def __init__(self, stores: DeskStores, reading: SessionReading) -> None:
        self._stores = stores
        self._reading = reading
        self._work = WorkStore(stores.workspace.database)

    def work(self, session_id: str) -> tuple[Work, ...]:
        session = self._reading.session(session_id)
        if not takes_part(session):
            return ()
        sealed = self._sealed(session)
        made = self._made(session)
        files = {
            (file.file_name.rsplit("-", 1)[0]): file.delivered_at is not None
            for file in self._stores.outbox.of_session(session_id)
        }
        return tuple(
            _work(
                one,
                made.get(one.interaction_id),
                sealed.get(one.pseudonym),
                delivered=self._delivered(session, sealed.get(one.pseudonym), files),
            )
            for one in session.interactions
        )

    def _delivered(
        self, session: CalibrationSession, head: SubmissionHead | None, files: dict[str, bool]
    ) -> bool:
        if head is None:
            return False
        name = f"{session.id}-{session.me[:12]}-{head.pseudonym}-{head.revision}"
        return files.get(name, False)

    def submit(self, session_id: str) -> tuple[str, ...]:
        row = self._stores.mine(session_id)
        session = self._reading.session(session_id)
        if not takes_part(session):
            raise ProblemError(Problem(code="calibration.not_taking_part"))
        made, sealed = self._made(session), self._sealed(session)
        done: list[str] = []
        for one in session.interactions:
            review, head = made.get(one.interaction_id), sealed.get(one.pseudonym)
            if review is None or review.submitted is None or _is_of(head, review.submitted):
                continue
            if row.closed_at is not None:
                raise ProblemError(Problem(code="calibration.closed"))
            review_id, revision = review.submitted
            draft = self._stores.reviews.get(review_id, revision).draft
            self._seal(session, one.pseudonym, head, draft, review.submitted)
            done.append(one.pseudonym)
        return tuple(done)

    def seal_first_opinions(self, session_id: str) -> None:
        """A second opinion's lead has graded already; whom it was about may be a name."""
        session = self._reading.session(session_id)
        for one in self._stores.sessions.interactions(session_id):
            review = self._stores.reviews.valid(one.origin_review_id or "")
            if review is None:
                values = {"review": one.origin_review_id or "-"}
                raise ProblemError(Problem(code="reviews.unknown", values=values))
            draft = replace(review.draft, agent=None)
            self._seal(session, one.pseudonym, None, draft, (review.id, review.revision))

    def _seal(
        self,
        session: CalibrationSession,
        pseudonym: str,
        before: SubmissionHead | None,
        draft: Draft,
        review: tuple[str, int],
    ) -> None:
        """One transaction: what is kept of it here, and the file on its way."""
        manifest, manifest_hash = self._reading.newest(session.id)
        known = 0 if before is None else before.revision
        revision = 1 + max(known, self._handed_in(session, pseudonym))
        sealed = seal_submission(
            self._stores.identity(), manifest, manifest_hash, pseudonym, revision, draft
        )
        with self._stores.sessions.changing():
            if self._sealed(session).get(pseudonym) != before:
                # Another window was faster: two of the same revision would count neither.
                return
            self._stores.submissions.add(
                session.id,
                sealed.hash,
                sealed.content,
                file_name=sealed.file_name,
                fingerprint=session.me,
                pseudonym=pseudonym,
                revision=revision,
                review=review,
                own_key=sealed.own_key,
            )
            self._stores.outbox.add(session.id, session.folder, sealed.file_name, sealed.content)
            payload = {"interaction": pseudonym, "revision": revision, "hash": sealed.hash}
            self._stores.sessions.note("submitted", session.id, payload)

    def _handed_in(self, session: CalibrationSession, pseudonym: str) -> int:
        """The highest revision of one's own that lies in the folder: more than is known here where
        a backup was restored since."""
        if session.folder is None:
            return 0
        try:
            names = [file.name for file in listing(session.folder)]
        except ProblemError:
            # Away: what is known here has to do.
            return 0
        start = f"{session.id}-{session.me[:12]}-{pseudonym}-"
        revisions = [name.removeprefix(start).split("-")[0] for name in names if start in name]
        return max((int(one) for one in revisions if one.isdecimal()), default=0)

    def release(self, session_id: str) -> int:
        """How many keys are in the file that went out; 0: none had to, or they are out already."""
        row = self._stores.required(session_id)
        content = self._stores.sessions.closing(session_id)
        if content is None or row.closed_at is None:
            raise ProblemError(Problem(code="calibration.not_closed"))
        session = self._reading.session(session_id)
        if row.mode is not Mode.STRICT or not takes_part(session):
            return 0
        if self._stores.submissions.release_of(session_id, session.me) is not None:
            return 0
        manifest, _ = self._reading.newest(session_id)
        manifests = {content_hash: one for one, content_hash in self._reading.manifests(session_id)}
        closing = read_closing(content, manifests)
        keys = self._stores.submissions.own_keys(session_id, session.me)
        counted = [entry for entry in closing.counted if entry.fingerprint == session.me]
        foreign = [entry.pseudonym for entry in counted if entry.hash not in keys]
        if foreign:
            # Somebody else's under one's name: no key helps to open that.
            raise ProblemError(
                Problem(code="calibration.closing_own_changed", values={"pseudonym": pseudonym})
                for pseudonym in foreign
            )
        mine = {entry.hash: keys[entry.hash] for entry in counted}
        # What was sealed after the closing does not count, and keeps its key.
        own = {one.pseudonym: Own(revision=one.revision, hash=one.hash) for one in counted}
        if not mine:
            return 0
        identity = self._stores.identity(row.reviewer)
        signed = release_keys(identity, manifest, closing, sha256(content), own, mine)
        with self._stores.sessions.changing():
            if self._stores.submissions.release_of(session_id, session.me) is not None:
                return 0
            self._stores.submissions.add_release(
                session_id, signed.hash, session.me, signed.content
            )
            self._stores.submissions.set_released(mine)
            self._stores.outbox.add(session_id, row.folder, signed.file_name, signed.content)
            payload = {"keys": len(mine), "closing": sha256(content)}
            self._stores.sessions.note("keys_released", session_id, payload)
        return len(mine)

    def own(self, session: CalibrationSession) -> dict[str, Own]:
        """One's newest submissions by pseudonym, as closings and reveals are checked against."""
        return {
            pseudonym: Own(revision=head.revision, hash=head.hash)
            for pseudonym, head in self._sealed(session).items()
        }

    def _sealed(self, session: CalibrationSession) -> dict[str, SubmissionHead]:
        """One's newest submission of each interaction."""
        newest: dict[str, SubmissionHead] = {}
        for head in self._stores.submissions.heads(session.id):
            if head.fingerprint != session.me or head.review_id is None:
                continue
            if head.pseudonym not in newest or newest[head.pseudonym].revision < head.revision:
                newest[head.pseudonym] = head
        return newest

    def _made(self, session: CalibrationSession) -> dict[str, OwnReview]:
        row = self._stores.required(session.id)
        return self._work.own(
            [one.interaction_id for one in session.interactions],
            (session.rubric_id, session.rubric_version),
            row.reviewer,
        )


def _is_of(head: SubmissionHead | None, review: tuple[str, int]) -> bool:
    return head is not None and (head.review_id, head.review_revision) == review


def _work(
    one: SessionInteraction,
    review: OwnReview | None,
    head: SubmissionHead | None,
    *,
    delivered: bool,
) -> Work:
    return Work(
        interaction=one,
        state=_work_state(review, head),
        review_id=None if review is None else review.review_id,
        submitted_revision=None if head is None else head.revision,
        sealed_at=None if head is None else head.seen_at,
        delivered=delivered,
    )


def _work_state(review: OwnReview | None, head: SubmissionHead | None) -> WorkState:
    if head is not None:
        unsealed = review is not None and (
            review.has_draft
            or (review.submitted is not None and not _is_of(head, review.submitted))
        )
        return WorkState.CORRECTED if unsealed else WorkState.SEALED
    if review is None:
        return WorkState.UNGRADED
    return WorkState.SUBMITTED if review.submitted is not None else WorkState.DRAFT

"""What the lead's program makes of files that arrive: nothing is opened, everything is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.files.closing import Closing, read_closing
from qa_desktop.calibration.files.file_names import SUBMISSION_ENDING, session_in_name
from qa_desktop.calibration.files.manifest import Manifest
from qa_desktop.calibration.files.merging import Context, judge
from qa_desktop.calibration.files.share import read
from qa_desktop.calibration.files.signing import sha256
from qa_desktop.calibration.model import Arrival, SessionRole, Verdict
from qa_desktop.calibration.sessions.desk_stores import DeskStores
from qa_desktop.calibration.sessions.session_reading import SessionReading
from qa_desktop.calibration.sessions.store import SessionRow
from qa_desktop.calibration.sessions.submissions_store import SubmissionHead

# So many files are written down at once: a crash costs no more than looking at them again.
_BATCH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    hash: str
    content: bytes
    arrival: Arrival
    is_merged: bool


class Collecting:
    """As the desk says."""

    def __init__(self, stores: DeskStores, reading: SessionReading) -> None:
        self._stores = stores
        self._reading = reading
        # Files that this run of the program has looked at, by name, size and time.
        self._seen: set[tuple[str, int, int]] = set()

    def submissions(
        self, session_id: str, files: Iterable[Path], progress: Progress
    ) -> tuple[Arrival, ...]:
        """What is new among those of `files` that say they are this session's."""
        row = self.led(session_id)
        named = [
            file
            for file in files
            if file.suffix == SUBMISSION_ENDING and session_in_name(file.name) == session_id
        ]
        looking = _Looking(self, row)
        marks: set[tuple[str, int, int]] = set()
        for done, file in enumerate(named):
            progress.report(done, len(named), file.name)
            mark = _mark(file)
            if mark is None or mark in self._seen:
                continue
            content = _content(file)
            if content is None:
                # Gone or unreadable at the moment: the next look may find it whole.
                continue
            looking.look(file.name, content)
            marks.add(mark)
        looking.keep()
        # Only now: what could not be written down is looked at again.
        self._seen |= marks
        return tuple(looking.arrivals)

    def submission(self, session_id: str, file_name: str, content: bytes) -> Arrival:
        """One that came by hand; one that was here before is told as such."""
        looking = _Looking(self, self.led(session_id))
        arrival = looking.look(file_name, content)
        looking.keep()
        if arrival is not None:
            return arrival
        known = self._stores.submissions.refused(session_id).get(sha256(content))
        if known is not None:
            return known
        head = next(h for h in looking.heads if h.hash == sha256(content))
        return Arrival(
            file_name=file_name,
            verdict=Verdict.REPEATED,
            seen_at=self._stores.clock.now(),
            fingerprint=head.fingerprint,
            pseudonym=head.pseudonym,
            revision=head.revision,
        )

    def led(self, session_id: str) -> SessionRow:
        """Raises ProblemError calibration.not_the_lead."""
        row = self._stores.mine(session_id)
        if row.role is not SessionRole.LEAD:
            raise ProblemError(Problem(code="calibration.not_the_lead"))
        return row

    def closing(self, session_id: str) -> Closing | None:
        content = self._stores.sessions.closing(session_id)
        return None if content is None else read_closing(content, self.manifests(session_id))

    def manifests(self, session_id: str) -> Mapping[str, Manifest]:
        """Every revision by its hash."""
        return {content_hash: one for one, content_hash in self._reading.manifests(session_id)}

    @property
    def stores(self) -> DeskStores:
        return self._stores


class _Looking:
    """One round; files that follow one another are judged by each other."""

    def __init__(self, collecting: Collecting, row: SessionRow) -> None:
        self._stores = collecting.stores
        self._session = row.id
        manifests = collecting.manifests(row.id)
        self.heads = list(self._stores.submissions.heads(row.id))
        self._context = Context(
            manifests=manifests,
            newest=list(manifests)[-1],
            closing=collecting.closing(row.id),
            accepted=self.heads,
            now=self._stores.clock.now(),
        )
        self._known = {head.hash: head.file_name for head in self.heads}
        self._refused = self._stores.submissions.refused(row.id)
        self._batch: list[_Judged] = []
        self.arrivals: list[Arrival] = []

    def look(self, file_name: str, content: bytes) -> Arrival | None:
        """None: it is here already, under this name."""
        content_hash = sha256(content)
        if content_hash in self._refused or self._known.get(content_hash) == file_name:
            return None
        judged = self._judged(file_name, content, content_hash)
        self._refused[content_hash] = judged.arrival
        if judged.is_merged:
            self._merge(judged)
        self._batch.append(judged)
        if len(self._batch) >= _BATCH:
            self.keep()
        return judged.arrival

    def _judged(self, file_name: str, content: bytes, content_hash: str) -> _Judged:
        judgement = judge(content, self._context)
        envelope = judgement.envelope
        arrival = Arrival(
            file_name=file_name,
            verdict=judgement.verdict,
            seen_at=self._stores.clock.now(),
            fingerprint=None if envelope is None else envelope.fingerprint,
            pseudonym=None if envelope is None else envelope.pseudonym,
            revision=None if envelope is None else envelope.revision,
            detail=judgement.detail,
        )
        return _Judged(
            hash=content_hash,
            content=content,
            arrival=arrival,
            is_merged=judgement.is_merged and envelope is not None,
        )

    def _merge(self, judged: _Judged) -> None:
        arrival = judged.arrival
        self.heads.append(
            SubmissionHead(
                hash=judged.hash,
                file_name=arrival.file_name,
                fingerprint=arrival.fingerprint or "",
                pseudonym=arrival.pseudonym or "",
                revision=arrival.revision or 0,
                seen_at=arrival.seen_at,
                review_id=None,
                review_revision=None,
                has_own_key=False,
                has_released_key=False,
            )
        )

    def keep(self) -> None:
        if not self._batch:
            return
        with self._stores.sessions.changing():
            for one in self._batch:
                self._write(one)
            payload = {"files": [_told(one) for one in self._batch]}
            self._stores.sessions.note("files_arrived", self._session, payload)
        self.arrivals += [one.arrival for one in self._batch]
        self._batch = []

    def _write(self, one: _Judged) -> None:
        arrival = one.arrival
        if not one.is_merged:
            self._stores.submissions.refuse(self._session, one.hash, arrival)
            return
        self._stores.submissions.add(
            self._session,
            one.hash,
            one.content,
            file_name=arrival.file_name,
            fingerprint=arrival.fingerprint or "",
            pseudonym=arrival.pseudonym or "",
            revision=arrival.revision or 0,
        )


def _told(one: _Judged) -> dict[str, str]:
    return {"hash": one.hash, "verdict": one.arrival.verdict.value}


def _mark(file: Path) -> tuple[str, int, int] | None:
    try:
        told = file.stat()
    except OSError:
        return None
    return str(file), told.st_size, told.st_mtime_ns


def _content(file: Path) -> bytes | None:
    try:
        return read(file)
    except ProblemError:
        return None


def labelled(head: SubmissionHead, verdict: Verdict, deadline: datetime | None) -> Arrival:
    """A submission that was merged, as it stands now; late where it counts after the deadline."""
    is_late = deadline is not None and head.seen_at > deadline
    if verdict is Verdict.ACCEPTED and is_late:
        verdict = Verdict.LATE
    return Arrival(
        file_name=head.file_name,
        verdict=verdict,
        seen_at=head.seen_at,
        fingerprint=head.fingerprint,
        pseudonym=head.pseudonym,
        revision=head.revision,
    )

"""Gathers all that a session's report and files are made of."""

from qa_desktop.base.clock import Clock
from qa_desktop.base.progress import NoProgress, Progress
from qa_desktop.calibration.exporting.anchors_store import anchors_of
from qa_desktop.calibration.exporting.model import Results
from qa_desktop.calibration.model import Arrival, SessionRole, Verdict
from qa_desktop.calibration.naming import called
from qa_desktop.calibration.rulings.consensus import with_agreed
from qa_desktop.calibration.rulings.rulings_store import RulingStore
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.sessions.desk_model import Standing
from qa_desktop.calibration.statistics.session import Targets, session_statistics
from qa_desktop.database.connection import Database

# Files that left no trace in the count, and that somebody may want to know of.
_REFUSED = frozenset(Verdict) - {
    Verdict.ACCEPTED,
    Verdict.LATE,
    Verdict.SUPERSEDED,
    Verdict.REPEATED,
}
_STEPS = 3


def gather_results(
    desk: CalibrationDesk,
    rulings: RulingStore,
    database: Database,
    clock: Clock,
    session_id: str,
    *,
    targets: Targets,
    anonymous: bool = True,
    progress: Progress | None = None,
) -> Results:
    """Checks the reveal once more: every signature, hash and commitment in it.

    Takes a second for a large session; for a worker. Raises ProblemError calibration.not_revealed,
    and the cause where the reveal is not any more what the lead signed.
    """
    shown = NoProgress() if progress is None else progress
    shown.report(0, _STEPS)
    graded = desk.graded(session_id)
    checked = desk.check_session(graded.session.id)
    shown.report(1, _STEPS)
    session = graded.session
    graded = with_agreed(graded, rulings.agreed(session.id))
    said = session_statistics(graded, targets)
    shown.report(2, _STEPS)
    standing = desk.standing(session.id) if session.role is SessionRole.LEAD else None
    return Results(
        graded=graded,
        statistics=said,
        called=called(session, anonymous=anonymous),
        anonymous=anonymous,
        made_at=clock.now(),
        checked=checked.submissions,
        rulings=rulings.of_session(session.id),
        refused=_refused(standing),
        late=_late(standing),
        anchors=anchors_of(database, session.id),
    )


def _refused(standing: Standing | None) -> tuple[Arrival, ...]:
    arrivals = () if standing is None else standing.arrivals
    return tuple(arrival for arrival in arrivals if arrival.verdict in _REFUSED)


def _late(standing: Standing | None) -> int:
    arrivals = () if standing is None else standing.arrivals
    return sum(arrival.verdict is Verdict.LATE for arrival in arrivals)

"""Whether an interaction is graded blind, and who may open it then."""

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.calibration.blind.blind_store import BlindStore, BlindWork
from qa_desktop.desktop.services import Services


def blind_work(services: Services, interaction_id: str) -> BlindWork | None:
    """None: daily work. Raises ProblemError calibration.other_reviewer where it is somebody else's
    to grade, calibration.session_gone where its session was deleted.
    """
    found = BlindStore(services.workspace.database).of(interaction_id)
    if found is not None and found.reviewer != services.reviews.actor:
        values = {"reviewer": found.reviewer}
        raise ProblemError(Problem(code="calibration.other_reviewer", values=values))
    return found

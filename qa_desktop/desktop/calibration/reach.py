"""Asks a folder whether it answers, before anything is done in it: a dead share holds a thread for
as long as it likes."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import Progress
from qa_desktop.rubrics.libraries_patience import PATIENCE_S, patiently


def make_sure_it_answers(folder: Path, progress: Progress, patience_s: float = PATIENCE_S) -> None:
    """Raises ProblemError calibration.folder_away for one that keeps silent; Cancelled. What else
    is wrong with it is told by whoever works in it."""
    try:
        patiently(folder, lambda _: _look(folder), progress, patience_s)
    except ProblemError as error:
        raise ProblemError(
            Problem(
                code="calibration.folder_away",
                where=Where(file=str(folder)),
                values={"reason": os.strerror(errno.ETIMEDOUT)},
            )
        ) from error


def _look(folder: Path) -> None:
    """One entry is enough, and that it is not there is an answer too."""
    with suppress(OSError), os.scandir(folder) as entries:
        next(entries, None)

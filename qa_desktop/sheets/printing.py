"""Writes the feedback sheet of a review into a file."""

import re
from pathlib import Path

from qa_desktop.audio.joined_cache import JoinedCache
from qa_desktop.audio.peak_cache import PeakCache
from qa_desktop.audio.peaks import Peaks
from qa_desktop.base.clock import SystemClock
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.whole_files import written_beside
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.call_sound import call_peaks
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.sheets.collect import collect_feedback
from qa_desktop.sheets.feedback import render_feedback

UNSAFE_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
# Devices of Windows, also with an extension; a file of that name can't be made there.
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
# File systems allow 255; an id and an extension come behind.
_MOST_BYTES = 200


def print_sheet(
    workspace: Workspace,
    review_id: str,
    *,
    folder: Path,
    language: str,
    revision: int | None = None,
    page_size: str = "A4",
    organisation: str = "",
    rubrics: RubricStore | None = None,
) -> Path:
    """The PDF's path; an older one of the same name is replaced once the new one is whole.

    `review_id` may be the beginning of an id where only one review begins so; `rubrics` spares
    reading the rubric anew for each of many. Raises ProblemError where there is no such review,
    and reviews.not_written.
    """
    clock = SystemClock()
    reviews = ReviewStore(workspace.database, clock, "")
    review = reviews.get(reviews.full_id(review_id), revision)
    content = collect_feedback(
        workspace,
        review.id,
        language=language,
        revision=review.revision,
        peaks=peaks_of(workspace, review.interaction_id),
        organisation=organisation,
        rubrics=rubrics,
    )
    file = folder / f"{file_name(content.heading)} {review.id[:8]}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with written_beside(file) as beside, beside.open("wb") as stream:
            render_feedback(content, stream, language=language, page_size=page_size)
    except OSError as error:
        raise ProblemError(_not_written(file, error)) from error
    return file


def peaks_of(workspace: Workspace, interaction_id: str) -> Peaks | None:
    """Of the whole call; None for chats, and where no file of it is at hand."""
    store = InteractionStore(workspace.database, SystemClock(), "")
    folder = workspace.peaks_folder
    try:
        return call_peaks(
            store.detail(interaction_id), workspace.folder, PeakCache(folder), JoinedCache(folder)
        )
    except ProblemError:
        # The sheet is worth printing without its picture of the sound.
        return None


def file_name(heading: str) -> str:
    """A heading as a file's name on every system, without extension; never empty."""
    plain = UNSAFE_IN_NAMES.sub("-", heading).replace("，", " ")[:80]
    short = plain.encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
    return f"-{short}" if not short or _RESERVED.match(short) else short


def _not_written(file: Path, error: OSError) -> Problem:
    reason = reason_of(error)
    where = Where(file=str(file))
    return Problem(code="reviews.not_written", where=where, values={"reason": reason})

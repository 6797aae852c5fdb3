"""Makes a review's feedback sheet in the language and paper size that are chosen."""

from dataclasses import dataclass
from io import BytesIO

from qa_desktop.audio.joined_cache import JoinedCache
from qa_desktop.audio.peak_cache import PeakCache
from qa_desktop.audio.peaks import Peaks
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.call_sound import call_peaks
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.sheets.collect import collect_feedback
from qa_desktop.sheets.feedback import render_feedback
from qa_desktop.sheets.printing import file_name

PAGE_SIZES = ("A4", "Letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWish:
    language: str
    page_size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A finished PDF, what it was wished to be, and the name to save it under."""

    wish: SheetWish
    pdf: bytes
    file_name: str


class SheetPresenter:
    def __init__(
        self,
        workspace: Workspace,
        reviews: ReviewStore,
        interactions: InteractionStore,
        rubrics: RubricStore,
        peaks: PeakCache,
        review_id: str,
        organisation: str,
    ) -> None:
        self._workspace = workspace
        self._interactions = interactions
        self._rubrics = rubrics
        self._peaks = peaks
        self._organisation = organisation
        review = reviews.get(review_id)
        valid = reviews.valid(review_id)
        # While a correction is open the sheet is that of the revision which counts.
        self._review = valid or review

    def make(self, wish: SheetWish, progress: Progress) -> Sheet:
        """Takes about a tenth of a second; for a worker. Raises ProblemError."""
        progress.report(0, 3)
        peaks = self._sound(progress)
        progress.report(1, 3)
        content = collect_feedback(
            self._workspace,
            self._review.id,
            language=wish.language,
            revision=self._review.revision,
            peaks=peaks,
            organisation=self._organisation,
            rubrics=self._rubrics,
        )
        progress.report(2, 3)
        stream = BytesIO()
        render_feedback(content, stream, language=wish.language, page_size=wish.page_size)
        progress.report(3, 3)
        name = f"{file_name(content.heading)}.pdf"
        return Sheet(wish=wish, pdf=stream.getvalue(), file_name=name)

    def _sound(self, progress: Progress) -> Peaks | None:
        """None for chats, and where the recording isn't at hand: the sheet has no strip then."""
        detail = self._interactions.detail(self._review.interaction_id)
        joined = JoinedCache(self._workspace.peaks_folder)
        try:
            return call_peaks(detail, self._workspace.folder, self._peaks, joined, progress)
        except ProblemError:
            return None

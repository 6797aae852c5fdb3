"""What the list of a rubric's versions shows, without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from qa_desktop.base.clock import Clock
from qa_desktop.base.progress import Progress
from qa_desktop.reviews.trends import ItemTrend, item_trends
from qa_desktop.reviews.what_if_store import Graded, WhatIfStore
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.draft_store import RubricDraft, RubricDraftStore
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.reminders import Reminder, due_reminders, reminders
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.rubrics.versions import Version, VersionState
from qa_desktop.rubrics.versions_store import VersionsStore


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A draft of the rubric; `version` None: what it says can't be read. `rubric` None: it has
    errors."""

    draft: RubricDraft
    version: int | None
    rubric: Rubric | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    version: Version
    state: VersionState
    graded: Graded


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsState:
    """All of one rubric, the newest first; `reminder` of the version in force, None: nobody wants
    to be reminded."""

    rubric_id: str
    drafts: tuple[DraftRow, ...] = ()
    versions: tuple[VersionRow, ...] = ()
    reminder: Reminder | None = None
    today: date = date.min

    @property
    def readable(self) -> tuple[Rubric, ...]:
        """The versions that are what was published, the newest first."""
        found = (row.version.rubric for row in self.versions)
        return tuple(rubric for rubric in found if rubric is not None)


class VersionsPresenter:
    """Every method may run off the window's thread: rubrics that were not read yet take a while."""

    def __init__(
        self,
        versions: VersionsStore,
        rubrics: RubricStore,
        drafts: RubricDraftStore,
        reviews: WhatIfStore,
        clock: Clock,
    ) -> None:
        self._versions = versions
        self._rubrics = rubrics
        self._drafts = drafts
        self._reviews = reviews
        self._clock = clock

    def today(self) -> date:
        return self._clock.now().astimezone().date()

    def read(self, rubric_id: str) -> VersionsState:
        today = self.today()
        found = self._versions.of(rubric_id)
        graded: Mapping[int, Graded] = self._reviews.graded(rubric_id)
        told = reminders(found, self._versions.checkups(), today)
        return VersionsState(
            rubric_id=rubric_id,
            drafts=tuple(self._rows_of_drafts(rubric_id)),
            versions=tuple(
                VersionRow(
                    version=version,
                    state=version.state(today),
                    graded=graded.get(version.version, Graded()),
                )
                for version in found
            ),
            reminder=told[0] if told else None,
            today=today,
        )

    def _rows_of_drafts(self, rubric_id: str) -> list[DraftRow]:
        rows = []
        for draft in self._drafts.all():
            document = Document.of(draft.text)
            data = document.data if isinstance(document.data, dict) else {}
            based_on = None if draft.based_on is None else draft.based_on[0]
            if rubric_id not in (data.get("id"), based_on):
                continue
            number = str(data.get("version", ""))
            rows.append(
                DraftRow(
                    draft=draft,
                    version=int(number) if number.isdecimal() else None,
                    rubric=document.rubric,
                )
            )
        return rows

    def trends(self, rubrics: tuple[Rubric, ...], progress: Progress) -> tuple[ItemTrend, ...]:
        """Raises Cancelled."""
        return item_trends(self._reviews, rubrics, progress)

    def due(self) -> tuple[Reminder, ...]:
        """Of all rubrics: those that somebody should look at now."""
        return due_reminders(self._versions.in_use(), self._versions.checkups(), self.today())

    def retired(self) -> tuple[Version, ...]:
        """The newest version of each rubric of which none is in use, by id."""
        newest: dict[str, Version] = {}
        in_use = set()
        for version in self._versions.all():
            newest.setdefault(version.rubric_id, version)
            if version.retired_at is None:
                in_use.add(version.rubric_id)
        return tuple(version for name, version in newest.items() if name not in in_use)

    def still_fits(self, rubric_id: str, version: int) -> None:
        """Raises ProblemError."""
        self._versions.still_fits(rubric_id, version)

    def retire(self, rubric_id: str, version: int) -> None:
        """Raises ProblemError."""
        self._rubrics.retire(rubric_id, version)

    def bring_back(self, rubric_id: str, version: int) -> None:
        """Raises ProblemError."""
        self._rubrics.bring_back(rubric_id, version)

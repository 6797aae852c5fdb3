"""Tries a draft of a rubric on a sample of the workspace's reviews."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.reviews.what_if import Tried, WhatIf
from qa_desktop.reviews.what_if_store import SampleFilter, WhatIfStore
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.store import RubricStore


def try_draft(
    store: WhatIfStore,
    rubrics: RubricStore,
    draft: Rubric,
    wanted: SampleFilter,
    progress: Progress,
) -> Tried:
    """Reads the sample and scores it again; writes nothing. Raises Cancelled."""
    chosen = store.choose(wanted)
    cases = store.read(chosen, _Half(progress, 0))
    versions = published_versions(rubrics, wanted.rubric_id, {case.version for case in cases})
    return WhatIf(draft, versions).run(cases, _Half(progress, 1))


def published_versions(
    rubrics: RubricStore, rubric_id: str, versions: Iterable[int]
) -> dict[int, Rubric]:
    """Those that are still what was published: reviews of the others are told as left out."""
    found = {}
    for version in versions:
        try:
            found[version] = rubrics.get(rubric_id, version)
        except ProblemError:
            continue
    return found


@dataclass(frozen=True, slots=True)
class _Half:
    """The first or the second half of the way."""

    whole: Progress
    number: int

    def report(self, done: int, total: int, what: str = "") -> None:
        self.whole.report(self.number * total + done, 2 * total, what)

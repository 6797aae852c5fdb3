"""Makes a draft a published version."""

from qa_desktop.base.problems import ProblemError
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.draft_store import RubricDraftStore
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.publishing import check_publishable
from qa_desktop.rubrics.store import RubricStore


def publish_draft(
    drafts: RubricDraftStore, rubrics: RubricStore, draft_id: str, note: str = ""
) -> Rubric:
    """Freezes what is on disk of the draft and closes it: both, or neither.

    Raises ProblemError with all that stands against it, and rubrics.draft_gone.
    """
    draft = drafts.get(draft_id)
    problems = check_publishable(Document.of(draft.text), rubrics)
    if problems:
        raise ProblemError(problems)
    source = draft.text.encode("utf-8")
    return rubrics.publish(source, note=note, also=lambda: drafts.close(draft_id))

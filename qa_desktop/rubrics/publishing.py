"""What stands between a draft and its publication; RubricStore.publish is the only way through."""

from collections.abc import Iterator

from qa_desktop.base.problems import Problem, Where
from qa_desktop.rubrics.document import Document
from qa_desktop.rubrics.examples import example_problems
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.store import RubricStore


def check_publishable(
    document: Document, store: RubricStore, *, is_new: bool = False
) -> tuple[Problem, ...]:
    """All that keeps the draft from being published, each with its place; () when nothing does.

    Errors of the file, missing translations among them; examples that fail; a version that was
    published already or is not newer than the newest. `is_new`: the draft was not opened from a
    published version, so that its id must be new too.
    """
    rubric = document.rubric
    if rubric is None:
        return document.problems
    found = [*_version_problems(rubric, store, is_new=is_new), *example_problems(rubric)]
    return tuple(document.placed(problem) for problem in found)


def _version_problems(rubric: Rubric, store: RubricStore, *, is_new: bool) -> Iterator[Problem]:
    known = dict(store.hashes(rubric.id))
    if not known:
        return
    newest = max(known)
    values: dict[str, str | int | float] = {"id": rubric.id, "version": rubric.version}
    if is_new:
        yield Problem(code="rubrics.id_published", where=Where(path="id"), values=values)
        return
    where = Where(path="version")
    if known.get(rubric.version) == rubric.content_hash:
        yield Problem(code="rubrics.already_published", where=where, values=values)
    elif rubric.version in known:
        yield Problem(code="rubrics.version_taken", where=where, values=values)
    elif rubric.version < newest:
        values["newest"] = newest
        yield Problem(code="rubrics.version_not_newer", where=where, values=values)

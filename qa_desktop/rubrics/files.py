"""Finds a rubric by its file or, where no such file is, by the id of one that ships."""

from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.rubrics.library import shipped_rubric, shipped_rubrics
from qa_desktop.rubrics.loader import MAX_BYTES, load_rubric
from qa_desktop.rubrics.model import Rubric


def rubric_from(name: str) -> Rubric:
    """Raises ProblemError with all that is wrong in the file, or that there is none."""
    return load_rubric(*source_of(name))


def source_of(name: str) -> tuple[bytes, str]:
    """What the file holds, at most one byte more than a rubric may have, and its name.

    Raises ProblemError where there is none.
    """
    path = Path(name)
    shipped = None if path.exists() else shipped_rubric(name)
    if shipped is not None:
        return shipped[1], shipped[0]
    if not path.exists() and not path.suffix:
        known = ", ".join(file.removesuffix(".yaml") for file, _ in shipped_rubrics())
        values = {"name": name, "known": known}
        raise ProblemError(Problem(code="rubrics.no_such_rubric", values=values))
    return read_bounded(path), name


def read_bounded(path: Path) -> bytes:
    """At most one byte more than a rubric may have. Raises ProblemError rubrics.file_unreadable."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ProblemError(unreadable(path, error)) from None


def unreadable(path: Path, error: OSError) -> Problem:
    said = reason_of(error)
    return Problem(
        code="rubrics.file_unreadable", where=Where(file=str(path)), values={"said": said}
    )

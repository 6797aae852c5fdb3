"""Builds what a person is told about a sound file."""

from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of


def problem(path: Path, code: str, **values: str | float) -> Problem:
    """`code` without the room's name: "empty" stands for "audio.empty"."""
    return Problem(code=f"audio.{code}", where=Where(file=str(path)), values=values)


def fault(path: Path, code: str, **values: str | float) -> ProblemError:
    return ProblemError(problem(path, code, **values))


def os_fault(path: Path, error: OSError) -> ProblemError:
    """The operating system would not let us read `path`."""
    if isinstance(error, FileNotFoundError):
        return fault(path, "missing")
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return fault(path, "is_a_folder")
    return fault(path, "unreadable", reason=reason_of(error))


def check_readable(path: Path) -> None:
    """Raises ProblemError where the operating system can't give every byte of `path`."""
    try:
        with path.open("rb") as file:
            while file.read(1 << 20):
                pass
    except OSError as error:
        raise os_fault(path, error) from error

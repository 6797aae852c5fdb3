"""Takes versions out of libraries and puts them in: hashes verified, nothing ever overwritten."""

import os
from contextlib import suppress
from pathlib import Path

from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.base.progress import NoProgress
from qa_desktop.base.whole_files import TEMPORARY
from qa_desktop.rubrics.files import read_bounded
from qa_desktop.rubrics.libraries import FoundFile, Known, Library, digest_of, scan_library
from qa_desktop.rubrics.libraries_index import not_written
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Rubric


def source_of(library: Library, file: FoundFile) -> bytes:
    """The file's content, which is still what was shown.

    Raises ProblemError rubrics.library_file_changed, or that it can't be read.
    """
    source = read_bounded(library.folder / file.name)
    if digest_of(source) != file.digest:
        where = Where(file=file.name)
        raise ProblemError(Problem(code="rubrics.library_file_changed", where=where))
    return source


def file_name_of(rubric: Rubric) -> str:
    return f"{rubric.id}-v{rubric.version}.yaml"


def put_into_library(library: Library, rubric: Rubric, source: bytes) -> Path | None:
    """The new file; None where the library has this very version already, under any name.

    Raises ProblemError: rubrics.library_read_only, .library_has_other (that version with other
    content), .library_not_written, .library_unreachable, and what is wrong with `source`.
    """
    if library.read_only:
        where = Where(file=str(library.folder))
        raise ProblemError(Problem(code="rubrics.library_read_only", where=where))
    load_rubric(source, file_name_of(rubric))
    if _is_there(library, rubric):
        return None
    file = library.folder / file_name_of(rubric)
    beside = library.folder / f"{new_id()}{TEMPORARY}"
    try:
        with beside.open("xb") as stream:
            stream.write(source)
            stream.flush()
            os.fsync(stream.fileno())
        _appear(beside, file, source)
    except FileExistsError:
        # Somebody was faster, or a file that can't be read has the name.
        if _is_there(library, rubric):
            return None
        raise ProblemError(_other(file.name, rubric)) from None
    except OSError as error:
        raise ProblemError(not_written(file, error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return file


def _is_there(library: Library, rubric: Rubric) -> bool:
    """Raises ProblemError where another content has the same id and version."""
    scan = scan_library(library.folder, Known(), NoProgress())
    same = False
    for found in scan.files:
        there = found.rubric
        if there is None or (there.id, there.version) != (rubric.id, rubric.version):
            continue
        if there.content_hash != rubric.content_hash:
            raise ProblemError(_other(found.name, rubric))
        same = True
    return same


def _other(name: str, rubric: Rubric) -> Problem:
    values: dict[str, str | int | float] = {"id": rubric.id, "version": rubric.version}
    return Problem(code="rubrics.library_has_other", where=Where(file=name), values=values)


def _appear(beside: Path, file: Path, source: bytes) -> None:
    """Under its name at once and whole, and never in the place of another file.

    Raises FileExistsError where one has the name.
    """
    try:
        # A second name can't be given to what already has one; renaming would replace in silence.
        os.link(beside, file)
    except FileExistsError:
        raise
    except OSError:
        # Not every share knows links: then it is written under its own name, which must be new.
        try:
            with file.open("xb") as stream:
                stream.write(source)
        except FileExistsError:
            raise
        except OSError:
            with suppress(OSError):
                file.unlink(missing_ok=True)
            raise

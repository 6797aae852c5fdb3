"""The rubrics that ship with the program."""

from importlib.resources.abc import Traversable

from qa_desktop.base.resources import resource


def shipped_rubrics() -> list[tuple[str, bytes]]:
    """(file name, content) of each, by name; they are read with `load_rubric` like any other."""
    return _files(resource("rubrics"))


def earlier_rubrics() -> list[tuple[str, bytes]]:
    """The same for versions that shipped before: `<id>-<version>.yaml`. What was graded with them
    keeps them, and nobody gets them anew."""
    return _files(resource("rubrics", "earlier"))


def _files(folder: Traversable) -> list[tuple[str, bytes]]:
    files = [file for file in folder.iterdir() if file.name.endswith(".yaml")]
    return [(file.name, file.read_bytes()) for file in sorted(files, key=lambda f: f.name)]


def shipped_rubric(rubric_id: str) -> tuple[str, bytes] | None:
    """The one whose file is named after the id, or after id and version; None where none is."""
    for name, source in (*shipped_rubrics(), *earlier_rubrics()):
        if name == f"{rubric_id}.yaml":
            return name, source
    return None

"""Finds the files that ship with the program."""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """A file or folder below `resources/`; the shipped rubrics are `resource("rubrics")`.

    In a wheel both lie inside the package, in a checkout beside it.
    """
    return _root(parts[:1] == ("rubrics",)).joinpath(*parts)


@cache
def _root(of_rubrics: bool) -> Traversable:
    inside = resources.files("qa_desktop") / "resources"
    if inside.is_dir():
        return inside
    checkout = Path(__file__).resolve().parents[2]
    return checkout if of_rubrics else checkout / "resources"


def resource_path(*parts: str) -> Path:
    """The same as a real path, for libraries that insist on one."""
    found = resource(*parts)
    if not isinstance(found, Path):
        raise TypeError(f"{found} is not on the file system")
    return found

"""Finds the files that ship with the program."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """A file or folder below `resources/`; the shipped rubrics are `resource("rubrics")`.

    In a wheel both lie inside the package, in a checkout beside it.
    """
    inside = resources.files("qa_desktop") / "resources"
    if inside.is_dir():
        return inside.joinpath(*parts)
    checkout = Path(__file__).resolve().parents[2]
    root = checkout if parts and parts[0] == "rubrics" else checkout / "resources"
    return root.joinpath(*parts)


def resource_path(*parts: str) -> Path:
    """The same as a real path, for libraries that insist on one."""
    found = resource(*parts)
    if not isinstance(found, Path):
        raise TypeError(f"{found} is not on the file system")
    return found

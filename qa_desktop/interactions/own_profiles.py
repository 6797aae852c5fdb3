"""The import profiles of a team, beside those that ship."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.interactions.profiles import MAX_BYTES, Profile, load_profile, shipped_profiles

FOLDER_NAME = "profiles"
"""In a workspace: its *.yaml files are used by every import into it."""
_SUFFIXES = (".yaml", ".yml")


def with_shipped(paths: Iterable[Path]) -> tuple[tuple[Profile, ...], list[Problem]]:
    """The profiles in `paths` (files, or folders, which need not exist) and those that ship.

    What a team describes is tried first, and one called like a shipped profile takes its place.
    The problems tell each mistake of each file, which is then left out.
    """
    own: dict[str, Profile] = {}
    problems: list[Problem] = []
    for file in (file for path in paths for file in _files(path)):
        try:
            profile = _read(file)
        except ProblemError as error:
            problems += error.problems
            continue
        if profile.name in own:
            where, values = Where(file=str(file)), {"name": profile.name}
            problems.append(Problem(code="parsers.profile_twice", where=where, values=values))
        own.setdefault(profile.name, profile)
    shipped = (profile for profile in shipped_profiles() if profile.name not in own)
    return (*own.values(), *shipped), problems


def _files(path: Path) -> Sequence[Path]:
    if path.is_dir():
        return sorted(file for file in path.iterdir() if file.suffix.lower() in _SUFFIXES)
    return [path] if path.exists() or path.suffix.lower() in _SUFFIXES else []


def _read(file: Path) -> Profile:
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        code = "missing_file" if isinstance(error, FileNotFoundError) else "unreadable_file"
        values = {"reason": error.strerror or type(error).__name__}
        raise ProblemError(
            Problem(code=f"interactions.{code}", where=Where(file=str(file)), values=values)
        ) from error
    return load_profile(data, str(file))

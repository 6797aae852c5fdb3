"""Which versions each colleague's workspace expects, told in small files beside the rubrics.

<library>/.qa-desktop/<reviewer>-<8 digits>.json, one a reviewer and machine, written by nobody
else: {"schema": "qa-library-index/1", "reviewer": "Lin", "machine": "PC-7",
"told_at": "2026-11-21T09:00:00.000Z", "rubrics": [{"id": "voice", "version": 3, "hash":
"sha256:..."}]}. Nothing of customers, agents, interactions or reviews is ever in it.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from qa_desktop.base.clock import from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.progress import Progress
from qa_desktop.base.whole_files import written_beside
from qa_desktop.rubrics.model import Rubric

FOLDER = ".qa-desktop"
SCHEMA = "qa-library-index/1"
_MOST_COLLEAGUES = 300
_MOST_BYTES = 256 * 1024
_MOST_RUBRICS = 500
# Told anew once a day even if nothing changed, so that everybody sees who still works here.
_STALE = timedelta(days=1)
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A version that somebody's workspace uses."""

    rubric_id: str
    version: int
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    reviewer: str
    machine: str
    told_at: datetime
    expects: tuple[Expected, ...]


def expected(rubrics: Iterable[Rubric]) -> tuple[Expected, ...]:
    return tuple(
        Expected(rubric_id=r.id, version=r.version, content_hash=r.content_hash) for r in rubrics
    )


def tell_colleagues(folder: Path, mine: Colleague) -> bool:
    """Writes this workspace's file; whether there was anything new to tell.

    Raises ProblemError rubrics.library_not_written.
    """
    file = folder / FOLDER / _file_name(mine)
    try:
        before = _read(file)
        if before is not None and _says_the_same(before, mine):
            return False
        file.parent.mkdir(exist_ok=True)
        with written_beside(file, synced=False) as beside:
            text = json.dumps(_as_json(mine), ensure_ascii=False, indent=1) + "\n"
            beside.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ProblemError(not_written(file, error)) from error
    return True


def not_written(file: Path, error: OSError) -> Problem:
    where, values = Where(file=str(file)), {"said": reason_of(error)}
    return Problem(code="rubrics.library_not_written", where=where, values=values)


def read_colleagues(
    folder: Path, progress: Progress
) -> tuple[tuple[Colleague, ...], tuple[Problem, ...]]:
    """By name; those whose file can't be read are told as problems."""
    index = folder / FOLDER
    try:
        files = sorted(file for file in index.iterdir() if file.suffix == ".json")
    except OSError:
        # Nobody told anything yet.
        return (), ()
    found: list[Colleague] = []
    problems: list[Problem] = []
    for number, file in enumerate(files[:_MOST_COLLEAGUES]):
        progress.report(number, len(files), file.name)
        try:
            colleague = _read(file)
        except OSError as error:
            problems.append(_unreadable(file, reason_of(error)))
            continue
        if colleague is None:
            problems.append(_unreadable(file, SCHEMA))
        else:
            found.append(colleague)
    return tuple(sorted(found, key=lambda c: (c.reviewer, c.machine))), tuple(problems)


def _unreadable(file: Path, said: str) -> Problem:
    where = Where(file=f"{FOLDER}/{file.name}")
    return Problem(code="rubrics.colleague_unreadable", where=where, values={"said": said})


def _file_name(mine: Colleague) -> str:
    plain = _UNSAFE.sub("-", mine.reviewer).strip("-.")[:40]
    digest = hashlib.sha256(f"{mine.reviewer}\0{mine.machine}".encode()).hexdigest()[:8]
    return f"{plain}-{digest}.json" if plain else f"{digest}.json"


def _says_the_same(before: Colleague, mine: Colleague) -> bool:
    return (
        before.expects == mine.expects
        and before.reviewer == mine.reviewer
        and timedelta(0) <= mine.told_at - before.told_at < _STALE
    )


def _as_json(mine: Colleague) -> Mapping[str, Any]:
    return {
        "schema": SCHEMA,
        "reviewer": mine.reviewer,
        "machine": mine.machine,
        "told_at": to_text(mine.told_at),
        "rubrics": [
            {"id": e.rubric_id, "version": e.version, "hash": e.content_hash} for e in mine.expects
        ],
    }


def _read(file: Path) -> Colleague | None:
    """None for what is no such file; raises OSError."""
    if not file.exists():
        return None
    with file.open("rb") as stream:
        content = stream.read(_MOST_BYTES + 1)
    try:
        data = json.loads(content.decode("utf-8"))
        if len(content) > _MOST_BYTES or data["schema"] != SCHEMA:
            return None
        told_at = from_text(_text(data["told_at"]))
        if told_at.tzinfo is None:
            return None
        return Colleague(
            reviewer=_text(data["reviewer"]),
            machine=_text(data["machine"]),
            told_at=told_at,
            expects=tuple(
                Expected(
                    rubric_id=_text(entry["id"]),
                    version=int(entry["version"]),
                    content_hash=_text(entry["hash"]),
                )
                for entry in data["rubrics"][:_MOST_RUBRICS]
            ),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise TypeError("not a short text")
    return value

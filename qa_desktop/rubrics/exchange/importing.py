"""Tells what a file is that somebody wants to import, and makes drafts of it."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.rubrics.draft_store import RubricDraft, RubricDraftStore
from qa_desktop.rubrics.exchange.grid import Grid
from qa_desktop.rubrics.exchange.packages import RUBRIC_ENDINGS, unpack
from qa_desktop.rubrics.exchange.spreadsheets import read_bytes, read_spreadsheet
from qa_desktop.rubrics.exchange.template_reading import is_template, read_template
from qa_desktop.rubrics.loader import decoded, load_rubric
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.printing import print_data
from qa_desktop.rubrics.store import RubricStore

_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricFile:
    """A rubric as YAML or JSON, in a package or not; `rubric` None while it has `problems`."""

    name: str
    source: bytes
    rubric: Rubric | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledTemplate:
    """The program's own workbook; `data` is what it says."""

    name: str
    data: dict[str, Any]
    rubric: Rubric | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamForm:
    """A team's own spreadsheet: its sheets, whose columns must be told."""

    name: str
    grids: Sequence[Grid]


Readable = RubricFile | FilledTemplate | TeamForm


def read_import(path: Path, progress: Progress | None = None) -> Readable:
    """Raises ProblemError where the file can't be read at all."""
    if path.suffix.lower() in RUBRIC_ENDINGS:
        return _rubric_file(path.name, read_bytes(path))
    head = read_bytes(path)
    packed = head.startswith(_ZIP) and not _is_workbook(head)
    if packed or path.suffix.lower() == ".zip":
        return _rubric_file(*unpack(head, path.name))
    grids = read_spreadsheet(path, progress)
    if is_template(grids):
        found = read_template(grids)
        return FilledTemplate(
            name=path.name, data=found.data, rubric=found.rubric, problems=found.problems
        )
    return TeamForm(name=path.name, grids=grids)


def _is_workbook(data: bytes) -> bool:
    """Also of what can't be opened: then the reader of workbooks says why."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return True
    return bool(names & {"[Content_Types].xml", "content.xml", "xl/workbook.xml"})


def _rubric_file(name: str, source: bytes) -> RubricFile:
    try:
        rubric = load_rubric(source, name)
    except ProblemError as error:
        return RubricFile(name=name, source=source, rubric=None, problems=error.problems)
    return RubricFile(name=name, source=source, rubric=rubric, problems=())


def draft_of_file(file: RubricFile, drafts: RubricDraftStore) -> RubricDraft:
    """The file as it stands, mistakes and all. Raises ProblemError for what is no text."""
    return drafts.create(decoded(file.source, file.name))


def draft_of_template(
    filled: FilledTemplate, drafts: RubricDraftStore, rubrics: RubricStore
) -> RubricDraft:
    """Where its version is published with other content, it is the next one."""
    data, based_on = dict(filled.data), None
    if filled.rubric is not None:
        known = dict(rubrics.hashes(filled.rubric.id))
        if filled.rubric.version in known:
            based_on = (filled.rubric.id, filled.rubric.version)
            data["version"] = max(known) + 1
    return drafts.create(print_data(data), based_on)

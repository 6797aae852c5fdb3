"""Phrases as files: JSON or CSV, to keep them and to give them to colleagues."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from qa_desktop.base.decoding import decode
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.resources import resource
from qa_desktop.base.settings import Phrase
from qa_desktop.base.whole_files import written_beside
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.reviews.model import CommentKind

_COLUMNS = ("shortcut", "kind", "text")
_MOST_BYTES = 4 * 1024 * 1024
_KINDS = ("", *(kind.value for kind in CommentKind))
# A spreadsheet would take text that begins so for a formula.
_FORMULA = ("=", "+", "-", "@")


def starters(language: str) -> tuple[Phrase, ...]:
    """A few to begin with, in "en" or "zh-CN"."""
    name = f"{language if language in LANGUAGES else 'en'}.json"
    return read_phrases(resource("phrases", name).read_bytes(), name)


def phrases_text(phrases: Sequence[Phrase], *, as_csv: bool) -> str:
    """CSV has a BOM, so that spreadsheets read its Chinese."""
    if not as_csv:
        return json.dumps([asdict(p) for p in phrases], ensure_ascii=False, indent=2) + "\n"
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(_COLUMNS)
    for phrase in phrases:
        writer.writerow([_guarded(getattr(phrase, column)) for column in _COLUMNS])
    return "\ufeff" + lines.getvalue()


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith((*_FORMULA, "'")) else text


def save_phrases(phrases: Sequence[Phrase], file: Path) -> None:
    """As CSV where the name ends in .csv, else as JSON. Raises ProblemError."""
    text = phrases_text(phrases, as_csv=file.suffix.casefold() == ".csv")
    try:
        with written_beside(file) as beside:
            beside.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        where, values = Where(file=str(file)), {"reason": reason_of(error)}
        problem = Problem(code="reviews.not_written", where=where, values=values)
        raise ProblemError(problem) from error


def load_phrases(file: Path) -> tuple[Phrase, ...]:
    """Raises ProblemError with what is wrong; then nothing of the file is to be used."""
    try:
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        where, values = Where(file=str(file)), {"reason": reason_of(error)}
        problem = Problem(code="reviews.markers_unreadable", where=where, values=values)
        raise ProblemError(problem) from error
    if len(data) > _MOST_BYTES:
        raise ProblemError(Problem(code="reviews.phrases_unknown", where=Where(file=file.name)))
    return read_phrases(data, file.name)


def read_phrases(data: bytes, name: str) -> tuple[Phrase, ...]:
    """JSON where it begins as JSON does, else CSV with a first line of columns. Raises
    ProblemError."""
    text = decode(data, name).text
    rows = _json_rows(text, name) if text.lstrip()[:1] in ("[", "{") else _csv_rows(text, name)
    problems: list[Problem] = []
    phrases = []
    for line, row in rows:
        where = Where(file=name, line=line)
        if row.get("kind", "") not in _KINDS:
            values = {"kind": row["kind"][:40]}
            problems.append(Problem(code="reviews.phrase_kind", where=where, values=values))
            continue
        phrases.append(Phrase(**{column: row.get(column, "") for column in _COLUMNS}))
    if problems:
        raise ProblemError(problems[:50])
    return tuple(phrases)


def _json_rows(text: str, name: str) -> list[tuple[int | None, dict[str, str]]]:
    try:
        said = json.loads(text)
    except json.JSONDecodeError as error:
        where = Where(file=name, line=error.lineno, column=error.colno)
        raise ProblemError(Problem(code="reviews.phrases_broken", where=where)) from error
    except RecursionError as error:
        where = Where(file=name)
        raise ProblemError(Problem(code="reviews.phrases_broken", where=where)) from error
    good = isinstance(said, list) and all(
        isinstance(row, dict)
        and {"shortcut", "text"} <= set(row)
        and all(isinstance(row.get(column, ""), str) for column in _COLUMNS)
        for row in said
    )
    if not good:
        raise ProblemError(Problem(code="reviews.phrases_unknown", where=Where(file=name)))
    return [(None, {column: row.get(column, "") for column in _COLUMNS}) for row in said]


def _csv_rows(text: str, name: str) -> list[tuple[int | None, dict[str, str]]]:
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff")))
    rows: list[tuple[int | None, dict[str, str]]] = []
    try:
        head = [cell.strip().casefold() for cell in next(reader, [])]
        if not {"shortcut", "text"} <= set(head):
            raise ProblemError(Problem(code="reviews.phrases_unknown", where=Where(file=name)))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                said = dict(zip(head, (_unguarded(cell) for cell in cells), strict=False))
                rows.append((reader.line_num, said))
    except csv.Error as error:
        where = Where(file=name, line=reader.line_num)
        raise ProblemError(Problem(code="reviews.phrases_broken", where=where)) from error
    return rows


def merged(known: Sequence[Phrase], more: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """What is known with what is not there yet behind it; a shortcut that both have with other
    words stands twice, for its owner to settle."""
    return (*known, *(phrase for phrase in dict.fromkeys(more) if phrase not in known))

"""Every marker format: how it is named, told from the others, written and read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qa_desktop.base.decoding import MAX_BYTES, decode
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.reviews.markers import (
    audacity,
    elan,
    elan_reading,
    subrip,
    textgrid,
    webvtt,
)
from qa_desktop.reviews.markers.model import Marker, MarkerText


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerFormat:
    """`extension` with its point; `title` is the program's or the format's own name."""

    name: str
    title: str
    extension: str
    recognises: Callable[[str], bool]
    read: Callable[[MarkerText], tuple[Marker, ...]]


# Told apart in this order: a label track is known by its first line alone.
FORMATS: tuple[MarkerFormat, ...] = (
    MarkerFormat(
        name="labels",
        title="Audacity",
        extension=".txt",
        recognises=audacity.recognises,
        read=audacity.read,
    ),
    MarkerFormat(
        name="vtt",
        title="WebVTT",
        extension=".vtt",
        recognises=webvtt.recognises,
        read=webvtt.read,
    ),
    MarkerFormat(
        name="srt",
        title="SubRip",
        extension=".srt",
        recognises=subrip.recognises,
        read=subrip.read,
    ),
    MarkerFormat(
        name="textgrid",
        title="Praat TextGrid",
        extension=".TextGrid",
        recognises=textgrid.recognises,
        read=textgrid.read,
    ),
    MarkerFormat(
        name="eaf",
        title="ELAN",
        extension=".eaf",
        recognises=elan.recognises,
        read=elan_reading.read,
    ),
)
BY_NAME = {form.name: form for form in FORMATS}


def format_of_file(file: Path) -> MarkerFormat | None:
    """By its extension, in letters of any size."""
    suffix = file.suffix.casefold()
    return next((form for form in FORMATS if form.extension.casefold() == suffix), None)


def marker_file_text(
    name: str, markers: Sequence[Marker], *, duration_ms: int | None, made_at: datetime
) -> str:
    """The whole file in the format of that name; `duration_ms` is the recording's, if known."""
    match name:
        case "labels":
            return audacity.write(markers)
        case "vtt":
            return webvtt.write(markers)
        case "srt":
            return subrip.write(markers)
        case "textgrid":
            return textgrid.write(markers, duration_ms)
        case "eaf":
            return elan.write(markers, made_at)
    raise ValueError(name)


def read_marker_file(file: Path, form: MarkerFormat | None = None) -> tuple[Marker, ...]:
    """All markers in the order of time; `form` None finds out which format it is.

    Raises ProblemError with what is wrong and where; then nothing of the file is to be used.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        where, values = Where(file=str(file)), {"reason": reason_of(error)}
        raise ProblemError(
            Problem(code="reviews.markers_unreadable", where=where, values=values)
        ) from error
    return read_markers(data, file.name, form)


def read_markers(data: bytes, name: str, form: MarkerFormat | None = None) -> tuple[Marker, ...]:
    """As read_marker_file, of a file's bytes; `name` is what problems call it."""
    decoded = decode(data, name)
    # Letters that were lost are no ground to refuse a transcript; a comment they would falsify.
    if decoded.problems:
        raise ProblemError(decoded.problems)
    found = form or next((f for f in FORMATS if f.recognises(decoded.text)), None)
    if found is None:
        raise ProblemError(Problem(code="reviews.markers_unknown", where=Where(file=name)))
    return found.read(MarkerText(decoded.text, name))

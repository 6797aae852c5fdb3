"""SubRip: a cue a comment, its facts behind the text, a moment as a second."""

import re
from collections.abc import Sequence
from html import unescape

from qa_desktop.reviews.markers.cues import Cue, blocks, cue_of, payload_text
from qa_desktop.reviews.markers.facts import facts_text, from_flat, with_kind
from qa_desktop.reviews.markers.model import Marker, MarkerText
from qa_desktop.reviews.markers.times import clock_text

_TIMES = re.compile(r"^\s*\d+:\d+:\d+[,.]\d+\s*-->", re.MULTILINE)
_TAG = re.compile(r"</?[bius](?:\s[^<>]*)?>|</?font[^<>]*>|\{\\an?\d\}", re.IGNORECASE)


def recognises(text: str) -> bool:
    return _TIMES.search(text) is not None


def write(markers: Sequence[Marker]) -> str:
    return "\n".join(_cue(number, marker) for number, marker in enumerate(markers, start=1))


def _cue(number: int, marker: Marker) -> str:
    start, end = clock_text(marker.start_ms, ","), clock_text(marker.cue_end_ms, ",")
    # Some readers take an arrow for times wherever it stands.
    text = with_kind(marker, payload_text(marker.text)).replace("-->", "--\\>")
    return f"{number}\n{start} --> {end}\n{text} {{{facts_text(marker, point=True)}}}\n"


def read(source: MarkerText) -> tuple[Marker, ...]:
    """Raises ProblemError. Cues of others lose their markup."""
    found = (cue_of(source, first, lines) for first, lines in blocks(source.text))
    return source.finish([_marker(cue) for cue in found if cue is not None])


def _marker(cue: Cue) -> Marker:
    end_ms = None if cue.end_ms == cue.start_ms else cue.end_ms
    marker = from_flat(cue.payload, cue.start_ms, end_ms)
    if marker.id is not None:
        return marker
    return from_flat(unescape(_TAG.sub("", cue.payload)).strip(), cue.start_ms, end_ms)

r"""What of a comment has no place in a format: written beside its text, and read back.

A label is "[praise] text {item=empathy channel=1 id=3f1c}". The kind comes first so that it is
read first; the facts in braces come last. Values are percent-encoded. Text with facts behind it
has "\n" for a line break, "\\" for a backslash and "\u0007" for what a format can't hold; text
without them is another program's, and is taken as it is.
"""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote

from qa_desktop.reviews.markers.model import Marker
from qa_desktop.reviews.model import CommentKind

_KINDS = "|".join(kind.value for kind in CommentKind)
_KIND = re.compile(rf"\[({_KINDS})\](?: |$)")
_FACTS = re.compile(r" ?\{([^{}]*)\}$")
_FACT = re.compile(r"(?:(?P<flag>point)|(?P<key>item|channel|id)=(?P<value>[\w.~%-]+))", re.ASCII)
_ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|.)", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t"}
_CHANNELS = frozenset("01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """`point`: a span in the file that is a moment in truth."""

    id: str
    item_id: str | None = None
    channel: int | None = None
    point: bool = False


def facts_text(marker: Marker, *, point: bool = False) -> str:
    """ "item=empathy id=3f1c"; `point`: with the flag, where the marker is a moment."""
    said = []
    if marker.item_id is not None:
        said.append(f"item={_encoded(marker.item_id)}")
    if marker.channel is not None:
        said.append(f"channel={marker.channel}")
    if point and marker.end_ms is None:
        said.append("point")
    said.append(f"id={_encoded(marker.id or '')}")
    return " ".join(said)


def read_facts(text: str) -> Facts | None:
    """None where the text is anything else: facts of ours always name the comment."""
    said: dict[str, str] = {}
    for word in text.split(" "):
        match = _FACT.fullmatch(word)
        if match is None:
            return None
        said[match["key"] or match["flag"]] = match["value"] or ""
    channel = said.get("channel")
    if "id" not in said or (channel is not None and channel not in _CHANNELS):
        return None
    return Facts(
        id=_decoded(said["id"]),
        item_id=_decoded(said["item"]) if "item" in said else None,
        channel=None if channel is None else int(channel),
        point="point" in said,
    )


def _encoded(value: str) -> str:
    return quote(value, safe="", errors="surrogatepass")


def _decoded(value: str) -> str:
    return unquote(value, errors="surrogatepass")


def with_kind(marker: Marker, text: str) -> str:
    kind = marker.kind
    return text if kind is None else f"[{kind.value}] {text}"


def split_kind(text: str) -> tuple[CommentKind | None, str]:
    """Also in other programs' labels: "[praise] well done"."""
    match = _KIND.match(text)
    if match is None:
        return None, text
    return CommentKind(match[1]), text[match.end() :]


def flat(marker: Marker, *, point: bool = False) -> str:
    """All of a marker but its times, on one line."""
    return f"{with_kind(marker, escaped(marker.text))} {{{facts_text(marker, point=point)}}}"


def from_flat(label: str, start_ms: int, end_ms: int | None) -> Marker:
    """Of what flat() wrote, or of any label."""
    kind, text = split_kind(label)
    match = _FACTS.search(text)
    facts = read_facts(match[1]) if match else None
    if match is None or facts is None:
        return Marker(start_ms=start_ms, end_ms=end_ms, text=text, kind=kind)
    return with_facts(facts, kind, unescaped(text[: match.start()]), start_ms, end_ms)


def with_facts(
    facts: Facts, kind: CommentKind | None, text: str, start_ms: int, end_ms: int | None
) -> Marker:
    return Marker(
        start_ms=start_ms,
        end_ms=None if facts.point else end_ms,
        text=text,
        kind=kind,
        item_id=facts.item_id,
        channel=facts.channel,
        id=facts.id,
    )


def escaped(text: str) -> str:
    r"""On one line, of characters that every format and every reader takes."""
    return "".join(_safe(letter) for letter in text)


def _safe(letter: str) -> str:
    if letter == "\\":
        return "\\\\"
    if letter == "\n":
        return "\\n"
    if letter == "\t":
        return "\\t"
    # Controls, lone surrogates, line separators, what is no character, and the byte order mark.
    odd = unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") or letter in "\ufeff\ufffe\uffff"
    return f"\\u{ord(letter):04x}" if odd else letter


def unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: _meant(match[1]), text)


def _meant(code: str) -> str:
    if len(code) > 1:
        return chr(int(code[1:], 16))
    return _NAMED.get(code, code)

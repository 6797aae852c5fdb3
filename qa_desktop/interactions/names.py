"""What a file's name tells: which call it belongs to, and whose side is heard."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath


class Side(StrEnum):
    AGENT = "agent"
    CUSTOMER = "customer"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """A file name taken apart.

    `stem` is the name without extension and without words like "stereo" or "transcript"; it may
    still hold a side. `key` is the same for comparing, folder included; a file called just
    "recording" or "transcript" is of the call that its folder stands for.

    `side` and `side_key` are set where the name says whose side is heard, `side_stem` is the stem
    without that word. `certain_side`: the name says so even where the other side is missing.
    `guessed_side`: it only says left or right, in or out.

    `leg` is the number in "call-7_leg2" or "part 2": one recording of several of a call, whose
    files share `leg_key`; `leg_stem` is the stem without it.
    """

    stem: str
    key: str
    folder_key: str
    machine_made: bool
    side: Side | None = None
    side_key: str | None = None
    side_stem: str | None = None
    certain_side: bool = False
    guessed_side: bool = False
    leg: int | None = None
    leg_key: str | None = None
    leg_stem: str | None = None

    @property
    def call_key(self) -> str:
        """What the files of one call share."""
        return self.side_key if self.certain_side and self.side_key else self.key


_AGENT = {"agent", "agt", "operator", "rep", "advisor", "adviser", "坐席", "座席", "客服"}
_CUSTOMER = {"caller", "customer", "cust", "client", "客户", "顾客", "用户", "来电"}
# Asterisk: "in" is what comes from the caller's line, "out" what goes to it.
_UNCERTAIN = {
    "out": Side.AGENT,
    "tx": Side.AGENT,
    "in": Side.CUSTOMER,
    "rx": Side.CUSTOMER,
    "left": Side.LEFT,
    "l": Side.LEFT,
    "ch0": Side.LEFT,
    "right": Side.RIGHT,
    "r": Side.RIGHT,
}
_MACHINE = {"machine", "asr", "whisper", "auto", "stt"}
# fmt: off
_DECORATION = _MACHINE | {
    "stereo", "mono", "mixed", "mix", "audio", "recording", "transcript", "transcripts",
    "transcription", "metadata", "meta", "info", "human", "caption", "captions", "subtitle",
    "subtitles", "words", "diarized", "analytics", "ulaw", "mulaw", "alaw", "pcm", "gsm", "wav",
    "mp3", "ogg", "flac", "m4a", "opus", "录音", "转写", "转录", "文本", "字幕",
}
# fmt: on
# fmt: off
_ROLE_FOLDERS = _DECORATION | _AGENT | _CUSTOMER | {
    "recordings", "sound", "sounds", "calls", "json", "vtt", "srt", "text", "txt", "left", "right",
    "in", "out", "rx", "tx",
}
# fmt: on
_CJK_WORDS = re.compile("(坐席|座席|客服|客户|顾客|用户|来电|录音|转写|转录|文本|字幕)")
_SEPARATORS = "._- ()[]@+#"
_LEG = re.compile(r"(?:leg|part|segment|seg|分段|转接|轉接)(\d{1,2})|第(\d{1,2})[段部]")
_LEG_WORDS = {"leg", "part", "segment", "seg", "分段", "转接", "轉接"}
_TOKEN = re.compile(r"[^._\-\s()\[\]@+#]+")


def name_parts(path: str) -> NameParts:
    """Take apart a path whose folders are separated by "/"."""
    where = PurePosixPath(unicodedata.normalize("NFC", path.replace("\\", "/")))
    tokens = _tokens(where.stem)
    kept = [token for token in tokens if token.casefold() not in _DECORATION]
    folders = [fold(part) for part in where.parent.parts]
    folder_key = "/".join(part for part in folders if part not in _ROLE_FOLDERS)
    told = _told_side(kept, folders[-1] if folders else "")
    stem = _readable(where.stem, kept) if kept else where.parent.name or where.stem
    parts = NameParts(
        stem=stem,
        key=f"{folder_key}|{_joined(kept)}",
        folder_key=folder_key,
        machine_made=any(token.casefold() in _MACHINE for token in tokens),
    )
    parts = _with_leg(parts, told.rest if told else kept, kept, where.parent.name)
    if told is None:
        return parts
    left_out = [token for token in kept if token not in told.rest]
    return replace(
        parts,
        side=told.side,
        side_key=f"{folder_key}|{_joined(told.rest)}",
        side_stem=_without(stem, left_out) or where.parent.name or stem,
        certain_side=told.certain,
        guessed_side=told.guessed,
    )


def call_name(path: str) -> str:
    """The part of a file's name that the files of one call share, folders left out."""
    return name_parts(path).call_key.split("|", 1)[1]


def whole_name(path: str) -> str:
    """As call_name, of the call that a leg is of."""
    parts = name_parts(path)
    return (parts.leg_key or parts.call_key).split("|", 1)[1]


def belongs_to(longer: NameParts, shorter: NameParts) -> int:
    """How many letters of the name two files share where one name carries the other on.

    0: they don't belong together. "call-17 (draft)" carries "call-17" on; "call-170" does not.
    A shared part without any digit says nothing ("call" and "call-17").
    """
    if longer.folder_key != shorter.folder_key:
        return 0
    a, b = longer.call_key.split("|", 1)[1], shorter.call_key.split("|", 1)[1]
    if len(a) < len(b):
        a, b = b, a
    if not a.startswith(f"{b} ") or not any(letter.isdigit() for letter in b):
        return 0
    return len(b)


def _tokens(stem: str) -> list[str]:
    return _TOKEN.findall(_CJK_WORDS.sub(r" \1 ", stem)) or [stem]


def _joined(tokens: list[str]) -> str:
    return " ".join(fold(token) for token in tokens)


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """`rest`: the name's other words."""

    side: Side
    rest: list[str]
    certain: bool
    guessed: bool


def _told_side(tokens: list[str], folder: str) -> _Told | None:
    named = {side for token in tokens if (side := _named_side(token))}
    if len(named) > 1:
        return None
    if named:
        rest = [token for token in tokens if _named_side(token) is None]
        return _Told(side=named.pop(), rest=rest, certain=bool(rest), guessed=False)
    last = fold(tokens[-1]) if tokens else ""
    if last in _UNCERTAIN and (len(tokens) > 1 or len(last) > 1):
        return _Told(side=_UNCERTAIN[last], rest=tokens[:-1], certain=False, guessed=True)
    side = _named_side(folder)
    if side is not None:
        return _Told(side=side, rest=tokens, certain=False, guessed=False)
    if len(folder) > 1 and folder in _UNCERTAIN:
        return _Told(side=_UNCERTAIN[folder], rest=tokens, certain=False, guessed=True)
    return None


def _with_leg(parts: NameParts, rest: list[str], kept: list[str], folder: str) -> NameParts:
    """`rest` are the name's words but for the side. Without a name of its own, or its folder's, a
    leg belongs to nothing."""
    found = _leg_in(rest)
    if found is None:
        return parts
    number, at, words = found
    others = [*rest[:at], *rest[at + words :]]
    if not others and not parts.folder_key:
        return parts
    left_out = [token for token in kept if token not in others]
    return replace(
        parts,
        leg=number,
        leg_key=f"{parts.folder_key}|{_joined(others)}",
        leg_stem=(_without(parts.stem, left_out) if others else "") or folder or parts.stem,
    )


def _leg_in(tokens: list[str]) -> tuple[int, int, int] | None:
    """Its number, at which token, and of how many; None where there is none or more than one."""
    found = []
    for at, token in enumerate(tokens):
        folded = fold(token)
        match = _LEG.fullmatch(folded)
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if match:
            found.append((int(match[1] or match[2]), at, 1))
        elif folded in _LEG_WORDS and following.isdecimal() and len(following) <= 2:
            found.append((int(following), at, 2))
    return found[0] if len(found) == 1 else None


def _named_side(token: str) -> Side | None:
    folded = fold(token)
    if folded in _AGENT:
        return Side.AGENT
    return Side.CUSTOMER if folded in _CUSTOMER else None


def _readable(stem: str, kept: list[str]) -> str:
    """The stem as it was written, less the decoration at its end."""
    end = max((stem.rfind(token) + len(token) for token in kept), default=len(stem))
    return stem[:end] or stem


def _without(stem: str, tokens: list[str]) -> str:
    for token in tokens:
        before, _, after = stem.partition(token)
        stem = (
            before.rstrip(_SEPARATORS) + after if not after.strip(_SEPARATORS) else before + after
        )
    return stem.strip(_SEPARATORS)

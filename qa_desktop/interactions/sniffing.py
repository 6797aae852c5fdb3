"""Tells what a file is by its first bytes, whatever its name says."""

from enum import StrEnum


class Nature(StrEnum):
    EMPTY = "empty"
    SOUND = "sound"
    TEXT = "text"
    ZIP = "zip"
    OFFICE = "office"
    PACKED = "packed"
    OTHER = "other"


HEAD_BYTES = 4096

# fmt: off
CONTAINED_SOUND_SUFFIXES = frozenset((
    "wav", "wave", "mp3", "ogg", "oga", "opus", "flac", "m4a", "mp4", "aac", "amr", "awb", "wma",
    "asf", "3gp", "aif", "aiff", "au", "snd", "caf", "webm", "mka", "mkv", "spx", "wv",
    "ac3", "aifc", "mp2", "mpga", "bwf", "rf64", "w64", "tta", "voc",
    "flv",
))
# Without a header: the first sample may be any byte, so that such a file may look like a text.
BARE_SOUND_SUFFIXES = frozenset((
    "gsm", "g722", "g729", "g726", "g711", "ul", "ulaw", "mulaw", "pcmu", "al", "alaw", "pcma",
    "pcm", "raw", "sln", "sln16", "l16", "vox",
))
SOUND_SUFFIXES = CONTAINED_SOUND_SUFFIXES | BARE_SOUND_SUFFIXES
TEXT_SUFFIXES = frozenset(("json", "jsonl", "ndjson", "vtt", "srt", "csv", "tsv", "txt"))
# fmt: on

_SOUND_STARTS = (
    b"RIFF",
    b"RIFX",
    b"RF64",
    b"ID3",
    b"OggS",
    b"fLaC",
    b"#!AMR",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",
    b"FORM",
    b".snd",
    b"caff",
    b"\x1aE\xdf\xa3",
    b"wvpk",
    b"riff\x2e\x91\xcf\x11",
    b"TTA1",
    b"FLV\x01",
    b"Creative Voice File\x1a",
)
_PACKED_STARTS = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ\x00")
_OTHER_STARTS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format 3\x00",
    b"\x7fELF",
    b"MZ\x90",
)
_OFFICE_MARKS = (
    b"[Content_Types].xml",
    b"word/",
    b"xl/",
    b"ppt/",
    b"mimetypeapplication/vnd.oasis",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\x0c\x1b")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(head: bytes) -> Nature:
    """`head`: the first HEAD_BYTES of the file, or all of it where it is shorter."""
    if not head:
        return Nature.EMPTY
    if head.startswith(_BYTE_ORDER_MARKS):
        # FF FE could begin an MPEG Layer I frame too, but nobody records calls in that.
        return Nature.TEXT
    if head.startswith(_SOUND_STARTS) or head[4:8] == b"ftyp" or _is_mpeg_frame(head):
        return Nature.SOUND
    if head.startswith(b"PK"):
        return Nature.OFFICE if any(mark in head for mark in _OFFICE_MARKS) else Nature.ZIP
    if head.startswith(_OLE):
        return Nature.OFFICE
    if head.startswith(_PACKED_STARTS):
        return Nature.PACKED
    if head.startswith(_OTHER_STARTS) or not _reads_as_text(head):
        return Nature.OTHER
    return Nature.TEXT


def _is_mpeg_frame(head: bytes) -> bool:
    """An MPEG or ADTS frame header: eleven set bits, then a layer and a rate that exist."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    if head[1] & 0xF6 == 0xF0:
        return True
    return head[1] & 0x06 != 0 and head[1] & 0x18 != 0x08 and head[2] & 0xF0 not in (0xF0, 0x00)


def _reads_as_text(head: bytes) -> bool:
    """Text in UTF-8, GB18030 or the like; UTF-16 without a mark has a NUL in every other byte."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls == 0:
        return True
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    return zeros > 0.4 * len(head) / 2 and controls == head.count(0) and head.count(0) == zeros

"""Turns a file's bytes into text and tells which encoding it was in."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from charset_normalizer import from_bytes

from qa_desktop.base.problems import Problem, ProblemError, Where

MAX_BYTES = 128 * 1024 * 1024

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MAGICS = (
    (b"RIFF", "WAV"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"fLaC", "FLAC"),
    (b"#!AMR", "AMR"),
    (b"\x30\x26\xb2\x75", "WMA"),
    (b"PK\x03\x04", "ZIP / XLSX / DOCX"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
    (b"\xd0\xcf\x11\xe0", "XLS / DOC"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
)
# What else office programs still write; DOS code pages would fit any noise.
_OTHERS = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("cp932", "euc_jp", "cp949", "cp874", "koi8_r", "mac_roman"),
]
_SAMPLE = 400_000
# No text has characters without a meaning: bytes of another encoding come out as these.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f]")
# The characters that almost every Chinese conversation is full of, in both scripts.
_EVERYDAY = frozenset(
    "的一是不了在有我他这您你好请问可以吗是们来到个上大为和国地会说时要就出也得里后自以"
    "那么没没有能对订单客服谢帮电话号码什怎样多少钱天下单退款付费用户坐席時這個們來說國為會對"
    "沒嗎請問話號碼單務謝後樣錢費處理確認嘅咗唔喺"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """`encoding` is None for plain UTF-8; `problems` tell of bytes that could not be read."""

    text: str
    encoding: str | None = None
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Raises ProblemError when the bytes are empty, too many, binary or in no known encoding."""
    where = Where(file=name)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ProblemError(Problem(code="parsers.empty", where=where))
    if len(data) > MAX_BYTES:
        raise ProblemError(
            Problem(
                code="parsers.too_large",
                where=where,
                values={"megabytes": len(data) // 2**20, "limit": MAX_BYTES // 2**20},
            )
        )
    found = _by_mark(data) or _wide_without_mark(data)
    if found is None:
        _refuse_binary(data, where)
        found = _eight_bit(data, where)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text=text, encoding=found.encoding, problems=found.problems)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _strictly(data, encoding)
            if text is not None:
                return Decoded(text=text, encoding=encoding)
    return None


def _wide_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark: half of the bytes of plain ASCII text are zero."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or sample.count(0) < len(sample) * 0.3:
        return None
    encoding = "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    text = _strictly(data, encoding)
    if text is None or _looks_binary(text):
        return None
    return Decoded(text=text, encoding=encoding)


def _refuse_binary(data: bytes, where: Where) -> None:
    for magic, kind in _MAGICS:
        if data.startswith(magic) and (kind != "WAV" or data[8:12] in (b"WAVE", b"AVI ")):
            problem = Problem(code="parsers.binary_known", where=where, values={"kind": kind})
            raise ProblemError(problem)
    sample = data[:_SAMPLE]
    controls = sum(sample.count(c) for c in (*range(9), *range(14, 27), *range(28, 32)))
    if 0 in sample[:4096] or controls > max(2, len(sample) // 200):
        raise ProblemError(Problem(code="parsers.binary", where=where))


def _eight_bit(data: bytes, where: Where) -> Decoded:
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text=text)
    damaged = _slightly_damaged_utf8(data, where)
    if damaged is not None:
        return damaged
    candidates = [
        (_share(text, level_one), encoding, text)
        for encoding, level_one in (("gb18030", _common_gb), ("big5", _common_big5))
        if (text := _strictly(data, encoding) or _cut_off(data, encoding)) is not None
    ]
    if candidates:
        share, encoding, text = max(candidates, key=lambda c: c[0])
        if share >= 0.7:
            return Decoded(text=text, encoding=encoding)
    best = from_bytes(data[:_SAMPLE], cp_isolation=_OTHERS).best()
    guessed = _strictly(data, best.encoding) if best is not None else None
    if best is None or guessed is None or _looks_binary(guessed) or _PRIVATE.search(guessed):
        position = _first_bad_byte(data)
        raise ProblemError(
            Problem(
                code="parsers.encoding_unknown",
                where=Where(file=where.file, line=data.count(b"\n", 0, position) + 1),
                values={"byte": position + 1},
            )
        )
    return Decoded(text=guessed, encoding=best.encoding)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _cut_off(data: bytes, encoding: str) -> str | None:
    """A file that ends in the middle of a character is read up to there."""
    return _strictly(data[:-1], encoding)


def _slightly_damaged_utf8(data: bytes, where: Where) -> Decoded | None:
    """UTF-8 with a few broken bytes: read on, and say how many were lost."""
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(1 for c in text if ord(c) > 127) - lost
    if lost > max(1, good // 50) or good < 3:
        return None
    line = data.count(b"\n", 0, _first_bad_byte(data)) + 1
    problem = Problem(
        code="parsers.bytes_lost",
        where=Where(file=where.file, line=line),
        values={"count": lost},
    )
    return Decoded(text=text, problems=(problem,))


def _first_bad_byte(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > max(2, len(sample) // 200)


def _share(text: str, is_common: Callable[[str], bool]) -> float:
    """How much of the text outside ASCII is what people really write, 0 to 1."""
    foreign = [c for c in text[:_SAMPLE] if ord(c) > 127]
    if not foreign:
        return 0.0
    everyday = sum(1 for c in foreign if c in _EVERYDAY)
    common = sum(1 for c in foreign if is_common(c))
    return (common + everyday) / len(foreign)


def _common_gb(character: str) -> bool:
    """In the first level of GB 2312 (the 3,755 most used), its punctuation or full-width forms."""
    code = _bytes_in(character, "gb2312")
    return len(code) == 2 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3))


def _common_big5(character: str) -> bool:
    """In the first level of Big5 (the 5,401 most used) or its punctuation."""
    code = _bytes_in(character, "big5")
    return len(code) == 2 and (0xA4 <= code[0] <= 0xC6 or code[0] in (0xA1, 0xA2))


def _bytes_in(character: str, encoding: str) -> bytes:
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return b""

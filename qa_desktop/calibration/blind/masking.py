"""Finds the names of known people in texts, and puts asterisks in their place.

What is masked, compared by compatibility form (NFKC), with letter case, accents and invisible
characters aside:

* a known name as a whole, whatever stands between its parts, and in either order;
* in Latin script each of its parts from two letters on, as a whole word. A part that is an ordinary
  word too ("Will", "Page") goes where it is capitalised inside a sentence, not where it begins one;
* in Chinese a known name anywhere, and the given name where it has two characters or more; the
  family name only beside a title ("王女士", "小王") or after "姓". Names that are words ("高兴") go
  beside a title or after words that introduce somebody ("我叫高兴");
* addresses of e-mail as a whole, and what stands before the @ like a name;
* ids of four characters and more, or three where letters and digits mix; the digits of longer
  numbers may be parted by hyphens, points and spaces. Shorter numbers name nobody in a text, and
  without them "12 euros" would go.

Nobody can promise more: a name that no field knows, or that was heard otherwise, stays.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa_desktop.calibration.blind.ordinary_words import (
    COMPOUND_SURNAMES,
    NOBODY,
    ORDINARY,
    ORDINARY_CJK,
)

MASK = "***"

Span = tuple[int, int]

_LONGEST_NAME = 200
_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IS_CJK = re.compile(f"[{_CJK}]")
_ONLY_CJK = re.compile(f"[{_CJK}·•]+")
# Chinese is written without spaces: only letters and digits of other scripts make a word longer.
_WORD_CHAR = rf"[^\W_{_CJK}]"
_BEFORE, _AFTER = f"(?<!{_WORD_CHAR})", f"(?!{_WORD_CHAR})"
_BETWEEN = r"[\s.,·•_\-]{1,3}"
_PARTS = re.compile(r"[\s.,;·•_\-+()\[\]/|\"“”]+")
_TITLES = "(?:先生|女士|小姐|太太|老师|经理|主管|师傅|同学|哥|姐|总(?![共是之算体数会计]))"
_INTRODUCED = ("我是", "我叫", "名叫", "叫做", "姓名是", "名字是", "这里是", "联系人")
_ROLES = sorted(word for word in NOBODY if _IS_CJK.search(word) and len(word) > 1)
_LONGEST_CJK = 4
_SENTENCE_END = frozenset('.!?…。！？:：\n"“”•-–—')
# Latin, Greek and Cyrillic are below it; elsewhere marks make other letters.
_LAST_ACCENTED = "\u0530"
_LEAST_ID, _LEAST_MIXED_ID, _PARTED_DIGITS = 4, 3, 6


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text as it is compared; `at` gives the place in the original of each of its characters."""

    text: str
    at: tuple[Span, ...]


class Masker:
    """Knows some names; made once for all texts of an interaction."""

    def __init__(self, names: Iterable[str | None]) -> None:
        sure: set[str] = set()
        doubtful: set[str] = set()
        for name in {_plain(each).text.strip() for each in names if each}:
            if name and len(name) <= _LONGEST_NAME and name not in NOBODY:
                _add(name, sure, doubtful)
        self._sure = _any_of(sure)
        self._doubtful = _any_of(doubtful)

    def spans(self, text: str) -> list[Span]:
        """Where names stand, in order, none touching another."""
        if not text or (self._sure is None and self._doubtful is None):
            return []
        plain = _plain(text)
        found = [
            (match.start(), match.end())
            for match in (self._sure.finditer(plain.text) if self._sure else ())
            if match.end() > match.start()
        ]
        found += [
            (match.start(), match.end())
            for match in (self._doubtful.finditer(plain.text) if self._doubtful else ())
            if _is_named(text, plain.at[match.start()][0])
        ]
        return _merged((plain.at[start][0], plain.at[end - 1][1]) for start, end in found)

    def masked(self, text: str) -> str:
        return with_mask(text, self.spans(text))


def with_mask(text: str, spans: Sequence[Span], start: int = 0, end: int | None = None) -> str:
    """`text`, or its characters from `start` to `end`, with the mask in the place of `spans`."""
    end = len(text) if end is None else end
    parts, at = [], start
    for first, last in spans:
        if last <= start or first >= end:
            continue
        parts += [text[at : max(first, at)], MASK]
        at = last
    return "".join((*parts, text[at:end]))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _plain(text: str) -> _Plain:
    letters: list[str] = []
    at: list[Span] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for letter in _compared(text[start:end]):
            letters.append(letter)
            at.append((start, end))
        start = end
    return _Plain("".join(letters), tuple(at))


def _compared(cluster: str) -> str:
    """One letter with its marks, as it is compared: "Ë" is "e", what nobody sees is nothing."""
    folded = unicodedata.normalize("NFKC", cluster).casefold()
    if folded and folded[0] < _LAST_ACCENTED:
        folded = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return "".join(letter for letter in folded if unicodedata.category(letter) != "Cf")


def _is_named(text: str, start: int) -> bool:
    """Whether an ordinary word is a name here: capitalised, and not because a sentence begins."""
    if not text[start].isupper():
        return False
    before = text[:start].rstrip(" \t\u3000")
    return bool(before) and before[-1] not in _SENTENCE_END


def _any_of(patterns: set[str]) -> re.Pattern[str] | None:
    # Addresses, then the longest first: "ann miller" before "ann".
    ordered = sorted(patterns, key=lambda each: ("@" not in each, -len(each), each))
    return re.compile("|".join(ordered)) if ordered else None


def _add(name: str, sure: set[str], doubtful: set[str]) -> None:
    """`name` in its plain form."""
    if "@" in name:
        sure.add(_word(re.escape(name)))
        name = name.partition("@")[0]
    if name in NOBODY:
        return
    parts = [part for part in _PARTS.split(name) if part]
    if not any(letter.isalpha() for letter in name):
        _add_id(name, sure)
        return
    if all(part in NOBODY or part.isdecimal() for part in parts):
        # "Speaker 1"
        return
    if len(parts) > 1:
        for order in (parts, parts[::-1], [*parts[1:], parts[0]]):
            sure.add(_word(_BETWEEN.join(map(re.escape, order))))
        # Chinese, and handles, leave out what parts a name.
        sure.add(_word("".join(map(re.escape, parts))))
    chinese = sum(_ONLY_CJK.fullmatch(part) is not None for part in parts)
    for part in parts:
        _add_part(part, sure, doubtful, whole=chinese == 1)


def _add_part(part: str, sure: set[str], doubtful: set[str], *, whole: bool) -> None:
    """`whole`: a Chinese part is family and given name together."""
    if any(letter.isdigit() for letter in part):
        _add_id(part, sure)
        # Handles: "miller2".
        part = part.strip("0123456789")
    if part in NOBODY:
        return
    if _ONLY_CJK.fullmatch(part):
        _add_cjk(part, sure, whole=whole)
    elif _IS_CJK.search(part):
        sure.add(re.escape(part))
    elif len(part) > 1:
        (doubtful if part in ORDINARY else sure).add(_word(re.escape(part)))


def _add_cjk(name: str, sure: set[str], *, whole: bool) -> None:
    """A Chinese name; `whole`: family and given name together."""
    for role in _ROLES:
        # "客服小美" is called 小美.
        if name.startswith(role) and name != role:
            sure.add(re.escape(name))
            name, whole = name[len(role) :], False
    if len(name) == 1:
        _add_family(name, sure)
        return
    _add_cjk_word(name, sure)
    if not whole or len(name) > _LONGEST_CJK:
        return
    family = name[:2] if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else name[:1]
    given = name[len(family) :]
    _add_family(family, sure)
    if len(given) > 1:
        _add_cjk_word(given, sure)


def _add_cjk_word(name: str, sure: set[str]) -> None:
    said = re.escape(name)
    if name in ORDINARY_CJK:
        sure.add(f"{said}(?={_TITLES})")
        # A look-behind has one length only.
        sure.update(f"(?<={words}){said}" for words in _INTRODUCED)
    else:
        sure.add(said)


def _add_family(family: str, sure: set[str]) -> None:
    said = re.escape(family)
    sure.add(f"{said}(?={_TITLES})")
    sure.add(f"(?<=[小老阿姓]){said}")


def _add_id(name: str, sure: set[str]) -> None:
    solid = re.sub(r"[\s.\-_+()]", "", name)
    digits = solid.isdecimal()
    if len(solid) < (_LEAST_ID if digits else _LEAST_MIXED_ID):
        return
    sure.add(_word(re.escape(name)))
    if digits and len(solid) >= _PARTED_DIGITS:
        parted = r"[\s.\-]?".join(solid)
        sure.add(rf"(?<!\d){parted}(?!\d)")
    else:
        sure.add(_word(re.escape(solid)))


def _word(pattern: str) -> str:
    return f"{_BEFORE}{pattern}{_AFTER}"

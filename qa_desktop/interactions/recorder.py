"""Names the recorder that made a file, by what its files have in common.

A recorder writes its files by one pattern ("call-20260531-0017.wav") and in one format; folders
change by the day, and copies lie in the workspace, so neither tells anything. What differs from
file to file, numbers and ids, is left out of the name.
"""

import re
import unicodedata
from itertools import pairwise

_UUID = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")
_WORD = re.compile(r"[^\W_]+")
_LEAST_ID = 6
_HEX_ID = re.compile(r"[0-9a-f]{8,}")


def recorder_of(file_name: str, codec: str, sample_rate_hz: int) -> str:
    """For example "call-#-#.wav pcm_mulaw 8000"; the same for all files of one recorder."""
    return f"{name_pattern(file_name)} {codec} {sample_rate_hz}"


def name_pattern(file_name: str) -> str:
    """The name with "#" for each number and "*" for each id of letters and digits."""
    plain = unicodedata.normalize("NFKC", file_name).casefold()
    stem, dot, extension = plain.rpartition(".")
    if not stem:
        stem, dot, extension = plain, "", ""
    stem = _UUID.sub("*", stem)
    return f"{_WORD.sub(_without_number, stem)}{dot}{extension}"


def _without_number(word: re.Match[str]) -> str:
    text = word[0]
    has_digits = any(letter.isdigit() for letter in text)
    has_letters = any(letter.isalpha() for letter in text)
    if text.isascii() and has_digits and has_letters:
        changes = sum(a.isdigit() != b.isdigit() for a, b in pairwise(text))
        if (len(text) >= _LEAST_ID and changes > 1) or _HEX_ID.fullmatch(text):
            return "*"
    return re.sub(r"\d+", "#", text)

"""A reviewer's own phrases: found while typing `;shortcut`, filled in, checked."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa_desktop.base.settings import Phrase
from qa_desktop.reviews.model import CommentKind

# The full-width one is what a Chinese input method writes.
TRIGGERS = ";；"
LONGEST_SHORTCUT = 20
PLACES = ("agent", "time", "item")
_PLACE = re.compile(r"\{(" + "|".join(PLACES) + r")\}")


@dataclass(frozen=True, slots=True)
class Token:
    """`;wel` before the cursor: where it begins, what was typed behind the sign.

    `fresh`: nothing stands before it, or a space, so that the sign is no punctuation.
    """

    start: int
    prefix: str
    fresh: bool


def token_before(text: str, cursor: int) -> Token | None:
    """None where no phrase is being typed; `cursor` counts characters of `text`."""
    for at in range(cursor - 1, max(cursor - LONGEST_SHORTCUT - 2, -1), -1):
        letter = text[at]
        if letter in TRIGGERS:
            fresh = at == 0 or text[at - 1].isspace()
            return Token(at, text[at + 1 : cursor], fresh)
        if letter.isspace():
            return None
    return None


def matching(phrases: Sequence[Phrase], token: Token) -> tuple[Phrase, ...]:
    """Those whose shortcut begins so, then those whose shortcut or words hold it.

    Behind a word the sign may be punctuation: there only a begun shortcut counts.
    """
    wanted = token.prefix.casefold()
    begun = [p for p in phrases if p.shortcut.casefold().startswith(wanted)]
    if not token.fresh:
        return tuple(begun) if wanted else ()
    held = [p for p in phrases if p not in begun and wanted in f"{p.shortcut}\n{p.text}".casefold()]
    return (*begun, *held)


def exact(phrases: Sequence[Phrase], token: Token) -> Phrase | None:
    """The one that is typed out, which a space takes too."""
    wanted = token.prefix.casefold()
    return next((p for p in phrases if wanted and p.shortcut.casefold() == wanted), None)


def filled(phrase: Phrase, values: Mapping[str, str]) -> str:
    """{agent}, {time} and {item} become what they stand for; one without a value goes."""
    return _PLACE.sub(lambda match: values.get(match[1], ""), phrase.text)


def kind_of(phrase: Phrase) -> CommentKind | None:
    """None: the comment keeps its kind; also for what is no kind."""
    return CommentKind(phrase.kind) if phrase.kind in tuple(CommentKind) else None


class PhraseFault(StrEnum):
    NO_SHORTCUT = "no_shortcut"
    BAD_SHORTCUT = "bad_shortcut"
    TAKEN = "taken"
    NO_TEXT = "no_text"


def faults_of(phrases: Sequence[Phrase]) -> Mapping[int, tuple[PhraseFault, ...]]:
    """By the phrase's place; of two with one shortcut both are at fault."""
    used = Counter(phrase.shortcut.casefold() for phrase in phrases)
    found: dict[int, tuple[PhraseFault, ...]] = {}
    seen: set[str] = set()
    for place, phrase in enumerate(phrases):
        faults = []
        shortcut = phrase.shortcut.casefold()
        if not shortcut.strip():
            faults.append(PhraseFault.NO_SHORTCUT)
        elif not _typeable(phrase.shortcut):
            faults.append(PhraseFault.BAD_SHORTCUT)
        elif used[shortcut] > 1:
            faults.append(PhraseFault.TAKEN)
        seen.add(shortcut)
        if not phrase.text.strip():
            faults.append(PhraseFault.NO_TEXT)
        if faults:
            found[place] = tuple(faults)
    return found


def _typeable(shortcut: str) -> bool:
    """Without spaces, controls and the sign itself, and not too long."""
    return len(shortcut) <= LONGEST_SHORTCUT and not any(
        letter.isspace() or letter in TRIGGERS or unicodedata.category(letter) in ("Cc", "Cs")
        for letter in shortcut
    )

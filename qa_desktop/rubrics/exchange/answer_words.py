"""Answers as people write them in a cell: "是/否/不适用", "优秀(5)；良好(3)", "5: ...; 1: ..."."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from qa_desktop.rubrics.exchange.amounts import amount_in
from qa_desktop.rubrics.exchange.roles import form_words
from qa_desktop.rubrics.numbers import exact

_NUMBER = r"\d+(?:\.\d+)?"
_SEPARATORS = re.compile(r"\s*(?:\n|[;；|])\s*")
_FINER = re.compile(r"\s*[/／、,，]\s*")
_TAIL = re.compile(
    rf"^(?P<title>.+?)\s*[(（=＝:：]\s*(?P<number>-?{_NUMBER})\s*(?P<percent>[%％])?\s*"
    r"(?:分|pts?|points?)?\s*[)）]?$"
)
_HEAD = re.compile(
    rf"^[(（]?(?P<number>{_NUMBER})\s*(?P<percent>[%％])?\s*(?:分|pts?|points?)?\s*[)）]?\s*"
    r"[:：=＝.、\-–—]\s*(?P<title>.+)$"
)
_NOT_APPLICABLE = re.compile(r"^(n\s*/?\s*a|na|不适用|不涉及|无此项|not applicable)\.?$", re.I)

_SLASHED = re.compile(r"\bn\s?/\s?a\b", re.IGNORECASE)

YES, NO, PARTLY = "yes", "no", "partly"
_SHARES = {YES: Decimal(1), PARTLY: Decimal("0.5"), NO: Decimal(0)}


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """`score`: points or a share as written, None where nothing was; `percent` of a share."""

    title: str
    score: Decimal | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True)
class WrittenAnswers:
    """`na`: that it may not apply was among the answers."""

    answers: tuple[WrittenAnswer, ...]
    na: bool = False


def answers_in(text: str) -> WrittenAnswers | None:
    """None where the cell names fewer than two answers."""
    text = _SLASHED.sub("NA", text.strip())
    parts = [part for part in _SEPARATORS.split(text) if part]
    if len(parts) < 2:
        parts = [part for part in _FINER.split(text) if part]
    kept = [part for part in parts if not _NOT_APPLICABLE.fullmatch(part.strip())]
    if len(kept) < 2 or len(kept) > 30:
        return None
    return WrittenAnswers(answers=tuple(_answer(part) for part in kept), na=len(kept) < len(parts))


def _answer(part: str) -> WrittenAnswer:
    for form in (_TAIL, _HEAD):
        if found := form.match(part):
            score = exact(found["number"])
            if score is not None:
                return WrittenAnswer(found["title"].strip(), score, bool(found["percent"]))
    amount = amount_in(part)
    if amount is not None and not amount.taken:
        return WrittenAnswer(part.strip(), amount.value, amount.percent)
    return WrittenAnswer(part.strip())


def known_answer(title: str) -> tuple[str, Decimal] | None:
    """(id, share of the points) of a word that means yes, no or partly."""
    plain = unicodedata.normalize("NFKC", title).strip().lower()
    for meaning, words in form_words()["answers"].items():
        if plain in words:
            return meaning, _SHARES[meaning]
    return None


def truth_in(text: str) -> bool | None:
    """Whether a mark in a column says yes; None where it says something else or nothing."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    marks = form_words()["marks"]
    if plain in marks["true"]:
        return True
    return False if plain in marks["false"] else None


def shares(answers: Sequence[WrittenAnswer], most: Decimal | None) -> list[Decimal]:
    """Each answer's share of the points, 0 to 1, at most 6 decimals.

    Where scores are written they count against the highest (or `most`, where that is more); where
    none is, known words count as what they say, else the answers go down evenly.
    """
    written = [answer.score for answer in answers]
    known = [known_answer(answer.title) for answer in answers]
    if all(score is not None for score in written):
        scores = [score for score in written if score is not None]
        if all(answer.percent for answer in answers):
            top = Decimal(100)
        else:
            top = max(*scores, most or Decimal(0))
        if top > 0:
            return [_share(max(score, Decimal(0)) / top) for score in scores]
    if all(known):
        return [pair[1] for pair in known if pair is not None]
    steps = len(answers) - 1
    return [_share(Decimal(steps - place) / steps) for place in range(len(answers))]


def _share(value: Decimal) -> Decimal:
    kept = min(value, Decimal(1)).quantize(Decimal("0.000001")).normalize()
    return kept if kept else Decimal(0)

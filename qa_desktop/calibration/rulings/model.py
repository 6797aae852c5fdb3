"""What rulings say: how they are looked for, and how one changed."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from qa_desktop.calibration.model import Ruling
from qa_desktop.rubrics.model import Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingDraft:
    """What is typed about an item and not decided yet; `answer` as in ANSWERS.json."""

    item_id: str
    text: str
    saved_at: datetime
    pseudonym: str | None = None
    answer: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingChange:
    """One entry of a ruling's history: `what` is "made", "edited", "withdrawn", "brought_back",
    "proposed" or "unproposed"; `text` what it said from then on, where that changed."""

    what: str
    at: datetime
    by: str
    text: str | None = None
    answer: Mapping[str, object] | None = None


def folded(text: str) -> str:
    """As texts are compared: compatible forms are one, upper and lower case too."""
    return unicodedata.normalize("NFKC", text).casefold()


def words_of(query: str) -> tuple[str, ...]:
    """What must all occur. Chinese is written without spaces: a run of it is one word, found
    wherever its characters stand together."""
    return tuple(folded(query).split())


def says(ruling: Ruling, words: Sequence[str], around: Iterable[str] = ()) -> bool:
    """Whether every word (see `words_of`) is in the ruling, its tags or the texts `around` it."""
    said = folded("\n".join((ruling.text, *ruling.tags, ruling.item_id, *around)))
    return all(word in said for word in words)


def texts_around(rubric: Rubric, item_id: str) -> tuple[str, ...]:
    """The item's and the rubric's names in all their languages; none of an item that is gone."""
    found = [item for item in rubric.items() if item.id == item_id]
    texts = [rubric.title, *(item.text for item in found)]
    return tuple(text for one in texts for _, text in one.by_language)


def cleaned_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Without empty ones, and each once, in their order."""
    seen: dict[str, str] = {}
    for tag in tags:
        plain = " ".join(tag.split())
        if plain:
            seen.setdefault(folded(plain), plain)
    return tuple(seen.values())

"""A letter or two for each author of a conversation, never the same for two of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

_MOST = 99
_FIRST_WIDE = "\u2e80"


def initials_of(names: Sequence[str]) -> dict[str, str]:
    """JD of Jane Doe, 李 of 李雷, 46 of agent-0046; "" for a name without a letter or figure.

    What would stand for two of them stands for neither: more of each name tells them apart, and
    at the last a number.
    """
    choices = {name: list(dict.fromkeys(_candidates(name))) for name in dict.fromkeys(names)}
    firsts = Counter(said[0] for said in choices.values() if said)
    made: dict[str, str] = {}
    # Those with a first choice of their own have it, whoever comes before them.
    for name, said in choices.items():
        if not said or firsts[said[0]] == 1:
            made[name] = said[0] if said else ""
    for name, said in choices.items():
        if name not in made:
            made[name] = _free(said, set(made.values()))
    return made


def _free(said: Sequence[str], taken: set[str]) -> str:
    numbered = (f"{said[0][0]}{number}" for number in range(1, _MOST))
    return next((each for each in (*said[1:], *numbered) if each not in taken), said[0])


def _candidates(name: str) -> Iterator[str]:
    """The best first."""
    words = "".join(letter if letter.isalpha() else " " for letter in name).split()
    figures = "".join(letter for letter in name if letter.isdigit())
    if not words:
        if figures:
            yield figures[-2:]
            yield figures[:2]
        return
    first, last = words[0], words[-1]
    if first[0] >= _FIRST_WIDE:
        yield first[0]
        yield first[-1]
        yield first[:2]
        return
    yield (first[0] + (last[0] if len(words) > 1 else "")).upper()
    yield first[:2].title()
    if len(words) > 1:
        yield first[0].upper() + last[1:2]
    if figures:
        yield figures[-2:]
    yield first[0].upper() + first[-1].lower()

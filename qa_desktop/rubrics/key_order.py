"""The order in which a rubric's keys are usually written."""

from collections.abc import Iterable

from qa_desktop.rubrics.cursor import key_as_number
from qa_desktop.rubrics.tree import Path

_ORDERS = {
    "": (
        *("schema", "id", "version", "title", "channels", "languages", "effective"),
        *("review_every", "owner", "scoring", "grades", "abilities", "sections", "adjustments"),
        *("bonus_cap", "scenarios", "examples"),
    ),
    "effective": ("from", "until"),
    "active": ("from", "until"),
    "scoring": ("aggregation", "na", "na_scope", "floor", "cap", "pass_mark", "rounding"),
    "grades": ("id", "min", "title"),
    "abilities": ("id", "title"),
    "sections": ("id", "title", "weight", "items"),
    "items": (
        *("id", "text", "help", "abilities", "weight", "answer", "na", "comment", "reasons"),
        *("critical", "veto", "show_if"),
    ),
    "answer": ("type", "min", "max", "step", "unit", "map", "anchors", "options", "bands", "from"),
    "options": ("id", "title", "score"),
    "bands": ("up_to", "score"),
    "reasons": ("id", "title"),
    "veto": ("when", "scope", "effect", "count"),
    "show_if": ("item", "in"),
    "adjustments": ("id", "kind", "points", "steps", "times", "title"),
    "scenarios": ("id", "title", "match", "weights", "active"),
    "examples": ("id", "title", "given", "expect"),
    "given": ("scenario", "answers", "adjustments"),
    "expect": ("score", "grade", "outcome", "sections"),
}
# Tables whose keys are the file's own words: languages, scores of anchors, ids.
_OWN_WORDS = ("title", "text", "help", "anchors", "weights", "answers", "match")


def role_of(path: Path) -> str:
    """What a value goes by: its own key; for texts in several languages the text's."""
    keys = [step for step in path if isinstance(step, str)]
    above = keys[-3:-1]
    if "anchors" in above:
        return "anchor"
    if above and above[-1] in ("title", "text", "help"):
        return above[-1]
    return keys[-1] if keys else ""


def usual_order(path: Path) -> tuple[str, ...]:
    """The keys of the table at `path` in their usual order; () where they are the file's own."""
    keys = [step for step in path if isinstance(step, str)]
    last = keys[-1] if keys else ""
    if keys[:1] == ["examples"] and last not in ("examples", "given", "expect"):
        return ()
    return () if last in _OWN_WORDS else _ORDERS.get(last, ())


def place_of(key: str, keys: Iterable[str], order: tuple[str, ...]) -> int:
    """Where `key` belongs among `keys` as they are written: behind the last that comes before it.

    Scores of anchors stand highest first.
    """
    written = list(keys)
    number = key_as_number(key)
    if number is not None and not order:
        numbers = [key_as_number(name) for name in written]
        higher = [i for i, other in enumerate(numbers) if other is None or other > number]
        return higher[-1] + 1 if higher else 0
    ranks = {name: rank for rank, name in enumerate(order)}
    rank = ranks.get(key)
    if rank is None:
        return len(written)
    earlier = [index for index, name in enumerate(written) if ranks.get(name, rank) < rank]
    return earlier[-1] + 1 if earlier else 0

"""The columns of the list."""

from enum import IntEnum

from qa_desktop.desktop.theme import tokens
from qa_desktop.reviews.listing_store import Sort


class Column(IntEnum):
    TITLE = 0
    AGENT = 1
    QUEUE = 2
    STARTED = 3
    DURATION = 4
    TAGS = 5
    STATE = 6
    SCORE = 7
    GRADE = 8

    @property
    def is_number(self) -> bool:
        return self in (Column.DURATION, Column.SCORE)

    @property
    def sort(self) -> Sort | None:
        """None: the list can't be sorted by it."""
        return _SORTS.get(self)

    @property
    def width(self) -> int:
        """Pixels, at least, before anybody changed it."""
        return tokens.scaled(_WIDTHS[self])

    @property
    def share(self) -> float:
        """How much of the room that is left over it takes, before anybody changed it."""
        return _SHARES.get(self, 0.0)


_SORTS = {
    Column.TITLE: Sort.TITLE,
    Column.AGENT: Sort.AGENT,
    Column.QUEUE: Sort.QUEUE,
    Column.STARTED: Sort.WHEN,
    Column.DURATION: Sort.DURATION,
    Column.SCORE: Sort.SCORE,
}

_WIDTHS = {
    Column.TITLE: 196,
    Column.AGENT: 104,
    Column.QUEUE: 130,
    Column.STARTED: 144,
    Column.DURATION: 72,
    Column.TAGS: 120,
    Column.STATE: 112,
    Column.SCORE: 68,
    Column.GRADE: 164,
}

_SHARES = {Column.TITLE: 0.4, Column.QUEUE: 0.35, Column.TAGS: 0.25}

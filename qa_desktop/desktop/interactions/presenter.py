"""What the list shows and how it is narrowed down, without Qt."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from qa_desktop.reviews.listing_store import (
    Facets,
    ListingFilter,
    ListingRow,
    ListingStore,
    Sort,
)

# How far to look for what comes next before beginning at the top.
_NEARBY = 500
_UNGRADED = "ungraded"


class Emptiness(StrEnum):
    """Why nothing is listed: there is nothing at all, or nothing fits."""

    NOT_EMPTY = "not_empty"
    FIRST_USE = "first_use"
    NO_RESULT = "no_result"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """`total` counts what fits the filter, `all_there_is` everything."""

    filter: ListingFilter
    facets: Facets
    total: int
    all_there_is: int
    drafts: int
    submitted: int

    @property
    def emptiness(self) -> Emptiness:
        if not self.all_there_is:
            return Emptiness.FIRST_USE
        return Emptiness.NOT_EMPTY if self.total else Emptiness.NO_RESULT

    @property
    def filtered(self) -> bool:
        plain = replace(ListingFilter(), sort=self.filter.sort, descending=self.filter.descending)
        return self.filter != plain


class InteractionsPresenter:
    """Each intent gives the next state; rows are asked for page by page."""

    def __init__(self, listing: ListingStore) -> None:
        self._listing = listing
        self._facets = listing.facets()
        self.state = self._counted(ListingFilter())

    def reload(self) -> ListState:
        """After the workspace changed."""
        self._facets = self._listing.facets()
        self.state = self._counted(self.state.filter)
        return self.state

    def rows(self, offset: int, limit: int) -> list[ListingRow]:
        return self._listing.page(self.state.filter, limit, offset)

    def row_of(self, interaction_id: str, near: int) -> int | None:
        """Its number in the list, looked for around `near` and at the top; None: not found."""
        for first in (max(near - _NEARBY // 2, 0), 0):
            rows = self._listing.page(self.state.filter, _NEARBY, first)
            for number, found in enumerate(rows, start=first):
                if found.interaction.id == interaction_id:
                    return number
        return None

    def neighbour(
        self, interaction_id: str, near: int, by: int, but: Collection[str]
    ) -> tuple[int, str] | None:
        """The number and the interaction of the row before (`by` -1) or after (1) it.

        One that left the list, because it was graded, had the place of `near`.
        """
        at = self.row_of(interaction_id, near)
        if at is None:
            at = max(near, 0) - (1 if by > 0 else 0)
        at += by
        while 0 <= at < self.state.total:
            rows = self._listing.page(self.state.filter, 1, at)
            if rows and rows[0].interaction.id not in but:
                return at, rows[0].interaction.id
            at += by
        return None

    def next_to_grade(self, row: int, but: Collection[str]) -> tuple[int, str] | None:
        """The number and the interaction of the first row from `row` on that is to be graded.

        Where there is none nearby, the first of the whole list; None when all is graded. `but` are
        never it. Drafts are left for later, unless the list is one of drafts.
        """
        wanted = self.state.filter
        open_states = tuple(state for state in wanted.review_states if state != "submitted")
        states = open_states or (_UNGRADED,)
        nearby = self._listing.page(wanted, _NEARBY, max(row, 0))
        for number, found in enumerate(nearby, start=max(row, 0)):
            if found.review_state in states and found.interaction.id not in but:
                return number, found.interaction.id
        for found in self._listing.page(replace(wanted, review_states=states), len(but) + 1, 0):
            if found.interaction.id not in but:
                return 0, found.interaction.id
        return None

    def search(self, text: str) -> ListState:
        return self._filter(replace(self.state.filter, text=text))

    def choose(self, facet: str, values: tuple[str, ...]) -> ListState:
        """`facet`: kinds, agents, teams, queues, tags or review_states; no value: all."""
        if facet not in Facets.__dataclass_fields__:
            raise ValueError(facet)
        return self._filter(_with(self.state.filter, facet, values))

    def between(self, since: datetime | None, until: datetime | None) -> ListState:
        """`since` inclusive, `until` exclusive; None: open."""
        return self._filter(replace(self.state.filter, started_from=since, started_until=until))

    def only_batch(self, batch_id: str) -> ListState:
        """What came in at one import, whatever was chosen before."""
        return self._filter(replace(self._unfiltered(), batch_id=batch_id))

    def only_agent(self, agent: str) -> ListState:
        facet = self._listing.agent_facet(agent)
        return self._filter(replace(self._unfiltered(), agents=(facet,)))

    def clear(self) -> ListState:
        return self._filter(self._unfiltered())

    def sort(self, sort: Sort, *, descending: bool) -> ListState:
        self.state = replace(
            self.state, filter=replace(self.state.filter, sort=sort, descending=descending)
        )
        return self.state

    def _unfiltered(self) -> ListingFilter:
        now = self.state.filter
        return ListingFilter(sort=now.sort, descending=now.descending)

    def _filter(self, wanted: ListingFilter) -> ListState:
        self.state = replace(self.state, filter=wanted, total=self._listing.count(wanted))
        return self.state

    def _counted(self, wanted: ListingFilter) -> ListState:
        by_state = {facet.value: facet.count for facet in self._facets.review_states}
        return ListState(
            filter=wanted,
            facets=self._facets,
            total=self._listing.count(wanted),
            all_there_is=sum(by_state.values()),
            drafts=self._listing.count(ListingFilter(review_states=("draft",))),
            submitted=by_state.get("submitted", 0),
        )


def _with(wanted: ListingFilter, facet: str, values: tuple[str, ...]) -> ListingFilter:
    changes: dict[str, tuple[str, ...]] = {facet: values}
    return replace(wanted, **changes)  # type: ignore[arg-type]  # every facet is a tuple of texts

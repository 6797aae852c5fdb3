"""Which comments of a file are taken, before any is: without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa_desktop.reviews.markers.merging import Fate, Incoming
from qa_desktop.reviews.markers.model import Marker
from qa_desktop.reviews.model import CommentKind

Compare = Callable[[Sequence[Marker], CommentKind], tuple[Incoming, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportState:
    """`ticked` are places in `found`; `asks_kind`: some of the file's comments have none."""

    found: tuple[Incoming, ...]
    ticked: frozenset[int]
    kind: CommentKind
    asks_kind: bool

    def count(self, fate: Fate) -> int:
        return sum(incoming.fate is fate for incoming in self.found)

    @property
    def outside(self) -> int:
        return sum(incoming.outside for incoming in self.found)

    @property
    def unlinked(self) -> int:
        return sum(incoming.unlinked for incoming in self.found)

    @property
    def chosen(self) -> tuple[Incoming, ...]:
        return tuple(self.found[place] for place in sorted(self.ticked))


class CommentImport:
    """New comments are ticked; what would alter others, or lies past the end, is not."""

    def __init__(self, markers: Sequence[Marker], compare: Compare) -> None:
        self._markers = markers
        self._compare = compare
        found = compare(markers, CommentKind.COACHING)
        self.state = ImportState(
            found=found,
            ticked=frozenset(n for n, incoming in enumerate(found) if incoming.harmless),
            kind=CommentKind.COACHING,
            asks_kind=any(marker.kind is None for marker in markers),
        )

    def choose_kind(self, kind: CommentKind) -> ImportState:
        """For those that have none; what was ticked stays, as far as it still can be."""
        before = self.state
        found = self._compare(self._markers, kind)
        ticked = {
            n
            for n, incoming in enumerate(found)
            if incoming.fate is not Fate.SAME
            and (n in before.ticked or (before.found[n].fate is Fate.SAME and incoming.harmless))
        }
        self.state = replace(before, found=found, kind=kind, ticked=frozenset(ticked))
        return self.state

    def toggle(self, place: int) -> ImportState:
        if self.state.found[place].fate is not Fate.SAME:
            self.state = replace(self.state, ticked=self.state.ticked ^ {place})
        return self.state

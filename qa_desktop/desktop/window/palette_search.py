"""What the command palette finds for some words, without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qa_desktop.database.connection import Database

if TYPE_CHECKING:
    from qa_desktop.database.search import Hit

_MOST_OF_A_KIND = 8
_FEW = 4
_START, _END = "\x02", "\x03"


class EntryKind(StrEnum):
    ACTION = "action"
    RECENT = "recent"
    DRAFT = "draft"
    COMMAND = "command"
    AGENT = "agent"
    RUBRIC = "rubric"
    INTERACTION = "interaction"
    TURN = "turn"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the palette.

    `key` is what to open: a command's name, an agent's id, "rubric@version", an interaction's id.
    `place` is the turn's position or the comment's id within the interaction, else "".
    """

    kind: EntryKind
    title: str
    detail: str
    key: str
    place: str = ""


_UNASKED = (EntryKind.RECENT, EntryKind.DRAFT, EntryKind.ACTION, EntryKind.COMMAND)
_KNOWN_KINDS = (
    EntryKind.ACTION,
    EntryKind.COMMAND,
    EntryKind.DRAFT,
    EntryKind.RECENT,
    EntryKind.AGENT,
    EntryKind.RUBRIC,
)
# Asked once, at the first search.
Source = Callable[[], Sequence[Entry]]


class PaletteSearch:
    """Looks through commands, agents, rubrics, and everything that is indexed."""

    def __init__(
        self,
        database: Database,
        sources: Sequence[Source],
        title_of: Callable[[str], str],
    ) -> None:
        """`title_of(interaction id)` names the interaction that a hit lies in."""
        self._database = database
        self._sources = sources
        self._known: list[Entry] | None = None
        self._title_of = title_of

    def find(self, query: str) -> tuple[Entry, ...]:
        """An empty query gives what was open last, drafts, what the page can do, commands;
        otherwise the best of each kind."""
        wanted = query.casefold().split()
        if self._known is None:
            self._known = [entry for source in self._sources for entry in source()]
        known = self._known
        found: list[Entry] = []
        if not wanted:
            for kind in _UNASKED:
                most = _FEW if kind in (EntryKind.RECENT, EntryKind.DRAFT) else len(known)
                found += [e for e in known if e.kind is kind][:most]
            return tuple(found)
        for kind in _KNOWN_KINDS:
            fitting = [e for e in known if e.kind is kind and _fits(e, wanted)]
            found += fitting[:_MOST_OF_A_KIND]
        return (*found, *self._indexed(query))

    def _indexed(self, query: str) -> list[Entry]:
        # Here: the window must be there at once, the palette opens later.
        from qa_desktop.database import search

        by_kind: dict[str, list[Entry]] = {"interaction": [], "comment": [], "turn": []}
        titles: dict[str, str] = {}
        for hit in search.find(self._database, query):
            entries = by_kind.get(hit.kind)
            if entries is None or len(entries) >= _MOST_OF_A_KIND:
                continue
            where = hit.interaction_id
            if where not in titles:
                titles[where] = self._title_of(where)
            entries.append(_entry_of(hit, titles[where]))
        return [entry for entries in by_kind.values() for entry in entries]


def _entry_of(hit: "Hit", title: str) -> Entry:
    words = " ".join(hit.snippet.replace(_START, "").replace(_END, "").split())
    kind = EntryKind(hit.kind)
    if kind is EntryKind.INTERACTION:
        facts = " ".join(words.replace(title, "", 1).split())
        return Entry(kind=kind, title=title, detail=facts, key=hit.interaction_id)
    place = hit.subject.rpartition(":")[2]
    return Entry(kind=kind, title=words, detail=title, key=hit.interaction_id, place=place)


def _fits(entry: Entry, wanted: Sequence[str]) -> bool:
    said = f"{entry.title} {entry.detail}".casefold()
    return all(word in said for word in wanted)

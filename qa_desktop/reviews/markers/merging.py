"""What a file's markers would do to a review's comments; nothing changes before it is taken."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from qa_desktop.reviews.markers.model import POINT_MS, Marker, is_quote, marker_of
from qa_desktop.reviews.model import Comment, CommentKind, Draft


class Fate(StrEnum):
    """CHANGED: a comment with that id is there and says something else; SAME: it is there."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One marker and the comment it would make; `before` is the one it would replace.

    `outside`: it reaches past the recording's end. `unlinked`: its item is none of the rubric's.
    """

    comment: Comment
    fate: Fate
    before: Comment | None = None
    outside: bool = False
    unlinked: bool = False

    @property
    def harmless(self) -> bool:
        """Whether taking it alters nothing that is there and points at something."""
        return self.fate is Fate.NEW and not self.outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What markers are brought into. `duration_ms` None: not known."""

    comments: Sequence[Comment]
    item_ids: frozenset[str]
    duration_ms: int | None


def compare(
    markers: Iterable[Marker],
    target: Target,
    *,
    kind: CommentKind,
    now: datetime,
    fresh_id: Callable[[], str],
) -> tuple[Incoming, ...]:
    """In the markers' order. `kind` is for those that have none."""
    known = {comment.id: comment for comment in target.comments}
    seen: list[Marker] = [m for m in map(marker_of, target.comments) if m is not None]
    taken: set[str] = set()
    found = []
    for marker in markers:
        settled, unlinked = _settled(marker, target, kind)
        before = known.get(marker.id or "")
        if before is not None and before.id not in taken:
            taken.add(before.id)
            incoming = _known(settled, before)
        elif any(_alike(settled, other) for other in seen):
            incoming = Incoming(comment=_fresh(settled, settled.id or "", now), fate=Fate.SAME)
        else:
            # An id that is used twice was copied with its label.
            own_id = settled.id or ""
            if not own_id or own_id in taken or own_id in known:
                own_id = fresh_id()
            taken.add(own_id)
            incoming = Incoming(comment=_fresh(settled, own_id, now), fate=Fate.NEW)
            seen.append(settled)
        found.append(replace(incoming, outside=_outside(settled, target), unlinked=unlinked))
    return tuple(found)


def _settled(marker: Marker, target: Target, kind: CommentKind) -> tuple[Marker, bool]:
    """With a kind, and free where the rubric does not have its item."""
    unlinked = marker.item_id is not None and marker.item_id not in target.item_ids
    item_id = None if unlinked else marker.item_id
    return replace(marker, kind=marker.kind or kind, item_id=item_id), unlinked


def _known(marker: Marker, before: Comment) -> Incoming:
    was = marker_of(before)
    if not before.text and is_quote(marker.text):
        # It was written out with the words that it quotes: they are not its own text.
        marker = replace(marker, text="")
    if was is not None and replace(was, id=None) == replace(marker, id=None):
        return Incoming(comment=before, fate=Fate.SAME, before=before)
    after = replace(
        before,
        kind=marker.kind or before.kind,
        text=marker.text,
        channel=marker.channel,
        item_id=marker.item_id,
    )
    if was is None or (was.start_ms, was.end_ms) != (marker.start_ms, marker.end_ms):
        # Words of the transcript that it stood on are not where it stands now.
        after = replace(
            after,
            start_ms=marker.start_ms,
            end_ms=marker.end_ms,
            turn=None,
            start_char=None,
            end_char=None,
            end_turn=None,
        )
    return Incoming(comment=after, fate=Fate.CHANGED, before=before)


def _alike(marker: Marker, other: Marker) -> bool:
    """The same words of one kind at one time; a second stands for a moment in some formats."""
    ends = {marker.end_ms, other.end_ms}
    close = len(ends) == 1 or ends == {None, marker.start_ms + POINT_MS}
    return (
        close
        and marker.start_ms == other.start_ms
        and marker.kind == other.kind
        and " ".join(marker.text.split()) == " ".join(other.text.split())
    )


def _outside(marker: Marker, target: Target) -> bool:
    last_ms = marker.start_ms if marker.end_ms is None else marker.end_ms
    return target.duration_ms is not None and last_ms > target.duration_ms


def _fresh(marker: Marker, own_id: str, now: datetime) -> Comment:
    return Comment(
        id=own_id,
        kind=marker.kind or CommentKind.COACHING,
        text=marker.text,
        created_at=now,
        start_ms=marker.start_ms,
        end_ms=marker.end_ms,
        channel=marker.channel,
        item_id=marker.item_id,
    )


def taken(draft: Draft, chosen: Iterable[Incoming]) -> Draft:
    """The draft with the chosen ones in it; what is the same already changes nothing."""
    comments = {comment.id: comment for comment in draft.comments}
    for incoming in chosen:
        if incoming.fate is not Fate.SAME:
            comments[incoming.comment.id] = incoming.comment
    return replace(draft, comments=tuple(comments.values()))

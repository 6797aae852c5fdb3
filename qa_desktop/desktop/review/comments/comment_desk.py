"""The reviewer's comments under way: the one being written, and the changes to the others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qa_desktop.base.clock import Clock
from qa_desktop.base.ids import new_id
from qa_desktop.desktop.review.card import edits
from qa_desktop.desktop.review.comments.comment_states import Anchor, comment_states
from qa_desktop.desktop.review.labels import Step, comment_label, imported_label
from qa_desktop.desktop.review.session import GradingSession
from qa_desktop.desktop.review.state import CommentState
from qa_desktop.interactions.model import Turn
from qa_desktop.reviews.markers.merging import Incoming, Target, compare, taken
from qa_desktop.reviews.markers.model import Marker
from qa_desktop.reviews.model import Comment, CommentKind
from qa_desktop.rubrics.model import Rubric


class CommentDesk:
    """A new comment is pending until it has words; then it is in the draft like every other."""

    def __init__(self, session: GradingSession, clock: Clock) -> None:
        self._session = session
        self._clock = clock
        self._pending: Comment | None = None
        self._editing: str | None = None
        self._kind = CommentKind.DEDUCTION

    def states(
        self, turns: Mapping[int, Turn], rubric: Rubric, language: str
    ) -> tuple[CommentState, ...]:
        return comment_states(
            self._session.draft.comments, self._pending, self._editing, turns, rubric, language
        )

    def begin(self, anchor: Anchor, item_id: str | None) -> None:
        self.finish()
        self._pending = Comment(
            id=new_id(),
            kind=self._kind,
            text="",
            created_at=self._clock.now(),
            item_id=item_id,
            start_ms=anchor.start_ms,
            end_ms=anchor.end_ms,
            turn=anchor.turn,
            start_char=anchor.start_char,
            end_char=anchor.end_char,
            end_turn=anchor.end_turn,
        )
        self._editing = self._pending.id

    def quote(self, anchor: Anchor, item_id: str, kind: CommentKind) -> None:
        """Words as evidence of an item: saved at once, since they say something without a text."""
        self.finish()
        made = Comment(
            id=new_id(), kind=kind, text="", created_at=self._clock.now(), item_id=item_id
        )
        draft = edits.with_comment(self._session.draft, _moved(made, anchor))
        self._session.save(draft, comment_label(Step.QUOTE, made.id))

    def write(self, comment_id: str, text: str, anchor: Anchor | None) -> None:
        comment = self._find(comment_id)
        if comment is None:
            return
        moved = comment if anchor is None else _moved(comment, anchor)
        self._put(replace(moved, text=text), Step.COMMENT)

    def move(self, comment_id: str, anchor: Anchor) -> None:
        """Its words keep their place in the turn only as long as the comment does."""
        comment = self._find(comment_id)
        if comment is not None:
            self._put(_moved(comment, anchor), Step.COMMENT_MOVED)

    def set_kind(self, comment_id: str, kind: CommentKind) -> None:
        comment = self._find(comment_id)
        if comment is not None:
            self._kind = kind
            self._put(replace(comment, kind=kind), Step.COMMENT_KIND)

    def cycle_kind(self, comment_id: str) -> None:
        """Deduction, praise, coaching, question, and round."""
        comment = self._find(comment_id)
        if comment is not None:
            kinds = list(CommentKind)
            self.set_kind(comment_id, kinds[(kinds.index(comment.kind) + 1) % len(kinds)])

    def compare(
        self, markers: Sequence[Marker], kind: CommentKind, duration_ms: int | None
    ) -> tuple[Incoming, ...]:
        """What the markers of a file would do; nothing changes."""
        now, rubric = self._clock.now(), self._session.rubric
        target = Target(
            comments=self._session.draft.comments,
            item_ids=frozenset(item.id for item in rubric.items()) if rubric else frozenset(),
            duration_ms=duration_ms,
        )
        return compare(markers, target, kind=kind, now=now, fresh_id=new_id)

    def take(self, chosen: Sequence[Incoming]) -> None:
        """The chosen ones of a file, as one step of undo."""
        self.finish()
        if chosen:
            draft = taken(self._session.draft, chosen)
            self._session.save(draft, imported_label(len(chosen)))

    def link(self, comment_id: str, item_id: str | None) -> None:
        comment = self._find(comment_id)
        if comment is not None:
            self._put(replace(comment, item_id=item_id), Step.COMMENT_LINK)

    def edit(self, comment_id: str) -> None:
        self.finish()
        if self._find(comment_id) is not None:
            self._editing = comment_id

    def finish(self) -> None:
        editing = self._find(self._editing) if self._editing else None
        self._pending = None
        self._editing = None
        # A quotation of an item says something without a text.
        if editing is not None and not editing.text.strip() and not editing.is_evidence:
            self._drop(editing.id)

    def finish_quietly(self) -> None:
        """After an undo: the editor closes, whatever the draft now holds."""
        self._pending = None
        self._editing = None

    def delete(self, comment_id: str) -> None:
        if self._pending is not None and self._pending.id == comment_id:
            self._pending = None
        if self._editing == comment_id:
            self._editing = None
        self._drop(comment_id)

    def _put(self, comment: Comment, step: Step) -> None:
        """An empty comment is not saved before its first word."""
        pending = self._pending is not None and self._pending.id == comment.id
        if pending and not comment.text.strip():
            self._pending = comment
            return
        if pending:
            self._pending = None
        draft = edits.with_comment(self._session.draft, comment)
        self._session.save(draft, comment_label(step, comment.id), merge=True)

    def _drop(self, comment_id: str) -> None:
        draft = edits.without_comment(self._session.draft, comment_id)
        self._session.save(draft, comment_label(Step.COMMENT_DELETED, comment_id))

    def _find(self, comment_id: str) -> Comment | None:
        if self._pending is not None and self._pending.id == comment_id:
            return self._pending
        return next((c for c in self._session.draft.comments if c.id == comment_id), None)


def _moved(comment: Comment, anchor: Anchor) -> Comment:
    return replace(
        comment,
        start_ms=anchor.start_ms,
        end_ms=anchor.end_ms,
        turn=anchor.turn,
        start_char=anchor.start_char,
        end_char=anchor.end_char,
        end_turn=anchor.end_turn,
    )

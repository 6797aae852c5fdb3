"""Which of the comments are listed, without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_desktop.desktop.review.state import CommentState
from qa_desktop.reviews.model import CommentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFilter:
    """No `kinds` are all of them; `item_id` None is any item, "" those that belong to none."""

    kinds: frozenset[CommentKind] = frozenset()
    item_id: str | None = None
    text: str = ""

    @property
    def on(self) -> bool:
        return self != CommentFilter()

    def keeps(self, comment: CommentState) -> bool:
        """One that is being written stays in sight whatever is filtered."""
        if comment.editing or comment.pending:
            return True
        if self.kinds and comment.kind not in self.kinds:
            return False
        if self.item_id is not None and self.item_id != (comment.item_id or ""):
            return False
        said = f"{comment.text}\n{comment.quote}\n{comment.item_text}".casefold()
        return all(word in said for word in self.text.casefold().split())

    def toggled(self, kind: CommentKind) -> "CommentFilter":
        return CommentFilter(kinds=self.kinds ^ {kind}, item_id=self.item_id, text=self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChoice:
    """An item that comments belong to; `number` and `text` as the scorecard has them."""

    id: str
    number: int
    text: str


def items_of(comments: Sequence[CommentState]) -> tuple[ItemChoice, ...]:
    """In the order of the form."""
    found = {
        comment.item_id: ItemChoice(
            id=comment.item_id, number=comment.item_number, text=comment.item_text
        )
        for comment in comments
        if comment.item_id is not None and comment.item_number is not None
    }
    return tuple(sorted(found.values(), key=lambda item: item.number))

"""Comments as the reviewer writes them on the page: begun at a moment, stamped, linked, ended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qa_desktop.desktop.review.comments.comment_states import Anchor, AnchorChoice
from qa_desktop.desktop.review.state import CommentState, PageState, Phase

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage


class Commenting:
    """The active comment is the one being edited, or the one gone to last."""

    def __init__(self, page: "ReviewPage") -> None:
        self._page = page
        self._active: str | None = None
        self._stamp: Anchor | None = None
        self._live = False

    def active_of(self, state: PageState) -> str | None:
        """Which comment of that state is the active one."""
        editing = next((c.id for c in state.comments if c.editing), None)
        self._active = editing or self._active
        return self._active

    def activate(self, comment_id: str) -> None:
        """Goes to its moment or its turn."""
        page = self._page
        comment = next((c for c in page.state.comments if c.id == comment_id), None)
        if comment is not None:
            self._active = comment_id
            page.left.go_to(comment)
            page.show_state(page.state)
            page.panel.comments.reveal(comment_id)

    def begin(self, anchor: Anchor, live: bool) -> None:
        """`live`: at the running playhead, so that its first letter stamps it anew."""
        page = self._page
        if page.state.phase is Phase.GRADING:
            page.panel.comments.flush()
            self._live = live
            self._stamp = None
            page.show_state(page.presenter.begin_comment(anchor))

    def quote(self, anchor: Anchor) -> None:
        """The words as evidence of the current item."""
        page = self._page
        if page.state.phase is Phase.GRADING and page.state.current_item:
            page.flush()
            page.show_state(page.presenter.quote(anchor, page.state.current_item))

    def stamp(self, _comment_id: str) -> None:
        """The sound went on while the comment waited for its first letter: it is about now."""
        if self._live:
            self._stamp = self._page.left.live_anchor()
        self._live = False

    def type(self, comment_id: str, text: str) -> None:
        stamp, self._stamp = self._stamp, None
        self._page.show_state(self._page.presenter.type_comment(comment_id, text, stamp))

    def link(self, comment_id: str) -> None:
        """To the current item; a linked one becomes free again."""
        page = self._page
        comment = next((c for c in page.state.comments if c.id == comment_id), None)
        linked = comment is not None and comment.item_id is not None
        item_id = None if linked else page.state.current_item
        page.show_state(page.presenter.link_comment(comment_id, item_id))

    def places(self) -> tuple[AnchorChoice, ...]:
        """Where the comment under way could be put now, besides where it is."""
        comment = self._editing()
        if comment is None:
            return ()
        here = Anchor(
            start_ms=comment.start_ms,
            end_ms=comment.end_ms,
            turn=comment.turn,
            start_char=comment.start_char,
            end_char=comment.end_char,
        )
        possible = [c for c, anchor in self._page.left.places().items() if anchor != here]
        if comment.end_ms is not None:
            possible.insert(len(possible) - 1, AnchorChoice.POINT)
        return tuple(possible)

    def put(self, comment_id: str, choice: AnchorChoice) -> None:
        page = self._page
        comment = next((c for c in page.state.comments if c.id == comment_id), None)
        anchor = page.left.places().get(choice)
        if comment is not None and choice is AnchorChoice.POINT:
            anchor = Anchor(start_ms=comment.start_ms)
        if anchor is not None:
            # It stays where it was put, also before its first letter.
            self._live = False
            page.show_state(page.presenter.move_comment(comment_id, anchor))

    def _editing(self) -> CommentState | None:
        return next((c for c in self._page.state.comments if c.editing), None)

    def edit_active(self) -> bool:
        """Whether there was one to edit."""
        page = self._page
        known = any(comment.id == self._active for comment in page.state.comments)
        if not known or self._active is None or page.state.read_only:
            return False
        page.show_state(page.presenter.edit_comment(self._active))
        return True

    def next_kind(self) -> bool:
        """Of the active comment; whether there was one."""
        page = self._page
        known = any(comment.id == self._active for comment in page.state.comments)
        if not known or self._active is None or page.state.read_only:
            return False
        page.show_state(page.presenter.next_comment_kind(self._active))
        return True

    def finish(self) -> None:
        self._page.show_state(self._page.presenter.finish_comment())
        self._page.take_keys()

    def delete(self, comment_id: str) -> None:
        page = self._page
        kept = any(comment.id == comment_id for comment in page.presenter.draft.comments)
        page.show_state(page.presenter.delete_comment(comment_id))
        if kept and not page.state.save.unsaved:
            page.panel.comments.say(
                QCoreApplication.translate("Review", "Comment deleted"),
                QCoreApplication.translate("Review", "Undo"),
            )
        page.take_keys()

"""Comments as the reviewer writes them on the page: begun at a moment, stamped, linked, ended."""

from typing import TYPE_CHECKING

from qa_desktop.desktop.review.comment_states import Anchor
from qa_desktop.desktop.review.state import PageState, Phase

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

    def begin(self, anchor: Anchor, live: bool) -> None:
        """`live`: at the running playhead, so that its first letter stamps it anew."""
        page = self._page
        if page.state.phase is Phase.GRADING:
            page.panel.comments.flush()
            self._live = live
            self._stamp = None
            page.show_state(page.presenter.begin_comment(anchor))

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

    def finish(self) -> None:
        self._page.show_state(self._page.presenter.finish_comment())
        self._page.take_keys()

    def delete(self, comment_id: str) -> None:
        self._page.show_state(self._page.presenter.delete_comment(comment_id))
        self._page.take_keys()

"""The reviewer's phrases on the review page: what they are filled with, and what they settle."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qa_desktop.base.settings import Phrase
from qa_desktop.desktop.phrases.typing import PhraseTyping
from qa_desktop.desktop.review.card.item_card import ItemCard
from qa_desktop.desktop.review.state import Phase
from qa_desktop.desktop.review.text_field import TextField
from qa_desktop.desktop.services import Services
from qa_desktop.desktop.waveform.time_text import moment_text
from qa_desktop.reviews.phrases import kind_of

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage


class PagePhrases(QObject):
    def __init__(self, page: "ReviewPage", services: Services) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self.typing = PhraseTyping(
            page, services.theme, lambda: services.settings.phrases, self._values
        )
        self.typing.taken.connect(self._settle)
        self.typing.manage_requested.connect(self.manage)

    def begin_comment(self) -> bool:
        """A comment here and now, with the phrases to choose from."""
        page = self._page
        if page.state.phase is not Phase.GRADING:
            return False
        page.left.ask_comment()
        editor = page.panel.comments.editor
        if editor.comment is None:
            return False
        self.typing.offer(editor.text)
        return True

    def manage(self) -> None:
        # Loaded when it is wanted.
        from qa_desktop.desktop.phrases.dialog import PhrasesDialog

        services = self._services
        dialog = PhrasesDialog(services.theme, services.preferences, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _values(self, field: TextField) -> Mapping[str, str]:
        """Of the comment or the item that the field belongs to; else of the moment."""
        page = self._page
        agent = page.state.header.agent
        comment = page.panel.comments.editor.comment
        if comment is not None and field is page.panel.comments.editor.text:
            time = "" if comment.start_ms is None else moment_text(comment.start_ms)
            return {"agent": agent, "time": time, "item": comment.item_text}
        moment_ms = page.left.moment_ms()
        return {
            "agent": agent,
            "time": "" if moment_ms is None else moment_text(moment_ms),
            "item": self._item_of(field),
        }

    def _item_of(self, field: TextField) -> str:
        above = field.parentWidget()
        while above is not None and above is not self._page:
            if isinstance(above, ItemCard):
                return above.item().text
            above = above.parentWidget()
        return ""

    def _settle(self, field: TextField, phrase: Phrase) -> None:
        """The kind that the phrase makes is that of the comment under way."""
        editor = self._page.panel.comments.editor
        kind = kind_of(phrase)
        if kind is not None and field is editor.text and editor.comment is not None:
            editor.flush()
            editor.kind_chosen.emit(kind)

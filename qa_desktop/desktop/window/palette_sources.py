"""What the palette offers besides what is indexed, and what choosing it does."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from qa_desktop.desktop.local_time import moment_text
from qa_desktop.desktop.review.action_words import action_words
from qa_desktop.desktop.review.shortcuts import Action
from qa_desktop.desktop.window.pages import INTERACTIONS, RUBRICS
from qa_desktop.desktop.window.palette_search import Entry, EntryKind, Source
from qa_desktop.interactions.model import Metadata
from qa_desktop.reviews.listing_store import ListingFilter

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage
    from qa_desktop.desktop.window.main_window import MainWindow

_MOST_RECENT = 6
_MOST_DRAFTS = 50
_RECENT = "palette/recent"
# Digits need to be pressed, and the table of keys is a command already.
_NOT_HERE = frozenset({Action.DIGIT, Action.HELP})


class PaletteSources:
    """For one opening of the palette, over the review that was in front then."""

    def __init__(self, window: "MainWindow", page: "ReviewPage | None") -> None:
        self._window = window
        self._page = page

    def all(self) -> tuple[Source, ...]:
        return (
            self._actions,
            self._recent,
            self._drafts,
            self._commands,
            self._agents,
            self._rubrics,
        )

    def go(self, entry: Entry) -> None:
        window = self._window
        pages = window.pages
        match entry.kind:
            case EntryKind.COMMAND:
                window.actions_by_name[entry.key].trigger()
            case EntryKind.ACTION:
                self._act(entry.key)
            case EntryKind.AGENT:
                window.raise_it()
                pages.show_page(INTERACTIONS)
                pages.interactions.show_agent(entry.key)
            case EntryKind.RUBRIC:
                window.raise_it()
                self._show_rubric(entry.key)
            case _:
                window.open_review(entry.key, entry.place)

    def _act(self, name: str) -> None:
        page = self._page
        if page is not None and page.isVisible():
            page.window().activateWindow()
            page.take_keys()
            page.keys.perform(Action(name), "")

    def _actions(self) -> list[Entry]:
        page = self._page
        if page is None:
            return []
        return [
            Entry(
                kind=EntryKind.ACTION,
                title=word,
                detail=page.key_text(action) or "",
                key=str(action),
            )
            for action, word in action_words().items()
            if action not in _NOT_HERE and page.keys.offers(action)
        ]

    def _recent(self) -> list[Entry]:
        window = self._window
        open_now = {page.interaction_id for page in window.reviews.pages()}
        wanted = [each for each in recent_ids(window) if each not in open_now]
        # Those of another workspace, or of an import that was undone, are not there.
        found = {row.interaction.id: row.interaction for row in window.services.listing.of(wanted)}
        return [
            Entry(
                kind=EntryKind.RECENT,
                title=found[each].title,
                detail=_about(found[each].metadata),
                key=each,
            )
            for each in wanted
            if each in found
        ][:_MOST_RECENT]

    def _drafts(self) -> list[Entry]:
        rows = self._window.services.listing.page(
            ListingFilter(review_states=("draft",)), _MOST_DRAFTS
        )
        return [
            Entry(
                kind=EntryKind.DRAFT,
                title=row.interaction.title,
                detail=_about(row.interaction.metadata),
                key=row.interaction.id,
            )
            for row in rows
        ]

    def _commands(self) -> list[Entry]:
        native = QKeySequence.SequenceFormat.NativeText
        return [
            Entry(
                kind=EntryKind.COMMAND,
                title=action.text(),
                detail=action.shortcut().toString(native),
                key=name,
            )
            for name, action in self._window.actions_by_name.items()
            if name != "search"
        ]

    def _agents(self) -> list[Entry]:
        facets = self._window.services.listing.facets().agents
        return [
            Entry(kind=EntryKind.AGENT, title=f.label, detail=f.value, key=f.value) for f in facets
        ]

    def _rubrics(self) -> list[Entry]:
        services = self._window.services
        return [
            Entry(
                kind=EntryKind.RUBRIC,
                title=rubric.title.to(services.language),
                detail=f"v{rubric.version}",
                key=f"{rubric.id}@{rubric.version}",
            )
            for rubric in services.rubrics.all()
        ]

    def _show_rubric(self, key: str) -> None:
        from qa_desktop.desktop.rubrics.page import RubricsPage

        rubric_id, _, version = key.rpartition("@")
        page = self._window.pages.show_page(RUBRICS)
        if isinstance(page, RubricsPage):
            page.show_rubric(rubric_id, int(version))


def _about(known: Metadata) -> str:
    parts = (
        known.agent_name or known.agent_id,
        moment_text(known.started_at) if known.started_at else "",
    )
    return " · ".join(part for part in parts if part)


def recent_ids(window: "MainWindow") -> list[str]:
    """The interactions that were opened last, the newest first."""
    kept = window.services.shared.value(_RECENT)
    found = kept if isinstance(kept, list) else [kept]
    return [each for each in found if isinstance(each, str) and each]


def remember(window: "MainWindow", interaction_id: str) -> None:
    """It was opened just now."""
    others = [each for each in recent_ids(window) if each != interaction_id]
    window.services.shared.setValue(_RECENT, [interaction_id, *others][: 2 * _MOST_RECENT])

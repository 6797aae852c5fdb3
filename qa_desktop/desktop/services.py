"""What every page of one open workspace works with."""

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from qa_desktop.audio.peak_cache import PeakCache
from qa_desktop.base.clock import Clock
from qa_desktop.base.settings import Settings
from qa_desktop.database.workspace import Workspace
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.listing_store import ListingStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

_PEAK_BYTES = 2 * 1024**3
_NAMELESS = "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """`settings` and `language` are those of the moment; `preferences` tells when they change.

    `memory` keeps what is the screen's alone: splitters, widths of columns.
    """

    workspace: Workspace
    preferences: Preferences
    theme: Theme
    clock: Clock
    runner: TaskRunner
    memory: QSettings
    interactions: InteractionStore
    rubrics: RubricStore
    reviews: ReviewStore
    listing: ListingStore
    peaks: PeakCache

    @property
    def settings(self) -> Settings:
        return self.preferences.settings()

    @property
    def language(self) -> str:
        """ "en" or "zh-CN"."""
        return self.preferences.language()


def make_services(
    workspace: Workspace,
    *,
    preferences: Preferences,
    theme: Theme,
    clock: Clock,
    runner: TaskRunner,
    memory: QSettings | None = None,
) -> Services:
    """Stores over the workspace's database, all acting in the reviewer's name.

    `memory` None keeps the screen's memory in the workspace's folder.
    """
    if memory is None:
        memory = QSettings(str(workspace.folder / "window.ini"), QSettings.Format.IniFormat)
    database = workspace.database
    actor = preferences.settings().reviewer or _NAMELESS
    return Services(
        workspace=workspace,
        preferences=preferences,
        theme=theme,
        clock=clock,
        runner=runner,
        memory=memory,
        interactions=InteractionStore(database, clock, actor),
        rubrics=RubricStore(database, clock, actor),
        reviews=ReviewStore(database, clock, actor),
        listing=ListingStore(database),
        peaks=PeakCache(workspace.peaks_folder, _PEAK_BYTES),
    )

"""What every page of one open workspace works with."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from qa_desktop.base.clock import Clock
from qa_desktop.base.settings import NAMELESS, Settings
from qa_desktop.database.workspace import Workspace
from qa_desktop.desktop.news import News
from qa_desktop.desktop.preferences import Preferences
from qa_desktop.desktop.tasks import TaskRunner
from qa_desktop.desktop.theme.theme import Theme

if TYPE_CHECKING:
    from qa_desktop.audio.joined_cache import JoinedCache
    from qa_desktop.audio.known_files import KnownFiles
    from qa_desktop.audio.peak_cache import PeakCache
    from qa_desktop.calibration.rulings.rulings_store import RulingStore
    from qa_desktop.calibration.sessions.desk import CalibrationDesk
    from qa_desktop.desktop.calibration.watch import CalibrationWatch
    from qa_desktop.desktop.rubrics.sharing.watch import LibrariesWatch
    from qa_desktop.interactions.media_store import MediaStore
    from qa_desktop.interactions.store import InteractionStore
    from qa_desktop.interactions.transcript_store import TranscriptStore
    from qa_desktop.reviews.listing_store import ListingStore
    from qa_desktop.reviews.store import ReviewStore
    from qa_desktop.rubrics.draft_store import RubricDraftStore
    from qa_desktop.rubrics.store import RubricStore


class Services:
    """Stores over one workspace's database, all acting in the reviewer's name.

    Each store is made, and its module loaded, when it is first asked for: the list must be there
    before what only a review needs. `settings` and `language` are those of the moment;
    `preferences` tells when they change. `memory` keeps what is the screen's alone: splitters,
    widths of columns. `news` goes to every window. `listening_rate` is the speed of this run of
    the program, from one call to the next.
    """

    def __init__(
        self,
        *,
        workspace: Workspace,
        preferences: Preferences,
        theme: Theme,
        clock: Clock,
        runner: TaskRunner,
        memory: QSettings,
    ) -> None:
        self.workspace = workspace
        self.preferences = preferences
        self.theme = theme
        self.clock = clock
        self.runner = runner
        self.memory = memory
        # What a person chose in one window and means in all: the usual rubric, not a splitter.
        self.shared = memory
        self.listening_rate = 1.0
        self.news = News()
        self._actor = preferences.settings().reviewer or NAMELESS

    @property
    def settings(self) -> Settings:
        return self.preferences.settings()

    @property
    def language(self) -> str:
        """ "en" or "zh-CN"."""
        return self.preferences.language()

    @cached_property
    def listing(self) -> "ListingStore":
        from qa_desktop.reviews.listing_store import ListingStore

        return ListingStore(self.workspace.database)

    @cached_property
    def interactions(self) -> "InteractionStore":
        from qa_desktop.interactions.store import InteractionStore

        return InteractionStore(self.workspace.database, self.clock, self._actor)

    @cached_property
    def transcripts(self) -> "TranscriptStore":
        from qa_desktop.interactions.transcript_store import TranscriptStore

        return TranscriptStore(self.workspace.database, self.clock, self._actor)

    @cached_property
    def rubrics(self) -> "RubricStore":
        from qa_desktop.rubrics.store import RubricStore

        return RubricStore(self.workspace.database, self.clock, self._actor)

    @cached_property
    def rubric_drafts(self) -> "RubricDraftStore":
        from qa_desktop.rubrics.draft_store import RubricDraftStore

        return RubricDraftStore(self.workspace.database, self.clock, self._actor)

    @cached_property
    def libraries(self) -> "LibrariesWatch":
        """Does nothing before it is started."""
        from qa_desktop.desktop.rubrics.sharing.watch import LibrariesWatch
        from qa_desktop.rubrics.libraries_desk import LibrariesDesk
        from qa_desktop.rubrics.libraries_store import LibrariesStore

        store = LibrariesStore(self.workspace.database, self.clock, self._actor)
        desk = LibrariesDesk(store, self.rubrics, self.clock, self._actor)
        return LibrariesWatch(desk, self.clock)

    @cached_property
    def reviews(self) -> "ReviewStore":
        from qa_desktop.reviews.store import ReviewStore

        return ReviewStore(self.workspace.database, self.clock, self._actor)

    @cached_property
    def calibration(self) -> "CalibrationDesk":
        from qa_desktop.calibration.sessions.desk import CalibrationDesk

        return CalibrationDesk(
            self.workspace,
            self.clock,
            self._actor,
            interactions=self.interactions,
            reviews=self.reviews,
            rubrics=self.rubrics,
        )

    @cached_property
    def rulings(self) -> "RulingStore":
        from qa_desktop.calibration.rulings.rulings_store import RulingStore

        return RulingStore(self.workspace.database, self.clock, self._actor, self.rubrics)

    @cached_property
    def calibration_watch(self) -> "CalibrationWatch":
        """Does nothing by itself before it is started."""
        from qa_desktop.desktop.calibration.watch import CalibrationWatch

        watch = CalibrationWatch(self.calibration, self.preferences, self.clock)
        watch.runner.crashed.connect(self.runner.crashed)
        return watch

    @cached_property
    def media(self) -> "MediaStore":
        from qa_desktop.interactions.media_store import MediaStore

        return MediaStore(self.workspace.database, self.clock, self._actor)

    @cached_property
    def joined(self) -> "JoinedCache":
        from qa_desktop.audio.joined_cache import JoinedCache

        return JoinedCache(self.workspace.peaks_folder)

    @cached_property
    def known_files(self) -> "KnownFiles":
        from qa_desktop.audio.known_files import KnownFiles

        return KnownFiles(self.workspace.peaks_folder)

    @cached_property
    def peaks(self) -> "PeakCache":
        from qa_desktop.audio.peak_cache import PeakCache

        return PeakCache(self.workspace.peaks_folder)


def make_services(
    workspace: Workspace,
    *,
    preferences: Preferences,
    theme: Theme,
    clock: Clock,
    runner: TaskRunner,
    memory: QSettings | None = None,
) -> Services:
    """`memory` None keeps the screen's memory in the workspace's folder."""
    if memory is None:
        memory = QSettings(str(workspace.folder / "window.ini"), QSettings.Format.IniFormat)
    return Services(
        workspace=workspace,
        preferences=preferences,
        theme=theme,
        clock=clock,
        runner=runner,
        memory=memory,
    )

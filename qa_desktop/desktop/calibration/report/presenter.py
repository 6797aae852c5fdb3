"""Makes a session's report and its files as they are wished for."""

from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from qa_desktop.base.clock import Clock
from qa_desktop.base.progress import Progress
from qa_desktop.base.settings import Settings
from qa_desktop.calibration.exporting import Results
from qa_desktop.calibration.exporting.gathering import gather_results
from qa_desktop.calibration.naming import called
from qa_desktop.calibration.rulings.rulings_store import RulingStore
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.statistics.model import Targets
from qa_desktop.database.connection import Database
from qa_desktop.sheets.calibration_files import (
    ResultsWish,
    report_pdf,
    results_name,
    write_results,
)

_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWish:
    """`language`: "en", "zh-CN" or "both"."""

    language: str
    page_size: str
    anonymous: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A finished PDF, what it was wished to be, and the name to save files under, without
    extension."""

    wish: ReportWish
    pdf: bytes
    name: str


class ReportPresenter:
    """Its calls are for a worker; the results are gathered, and the reveal checked, once."""

    def __init__(
        self,
        desk: CalibrationDesk,
        rulings: RulingStore,
        database: Database,
        clock: Clock,
        settings: Settings,
        session_id: str,
    ) -> None:
        self._desk = desk
        self._rulings = rulings
        self._database = database
        self._clock = clock
        self._settings = settings
        self._session_id = session_id
        self._results: Results | None = None
        self._gathering = Lock()

    def make(self, wish: ReportWish, progress: Progress) -> Report:
        """Raises ProblemError calibration.not_revealed, or why the reveal does not hold."""
        results = self.results(anonymous=wish.anonymous, progress=progress)
        progress.report(_STEPS - 1, _STEPS)
        pdf = report_pdf(results, self._file_wish(wish))
        progress.report(_STEPS, _STEPS)
        return Report(wish=wish, pdf=pdf, name=results_name(results))

    def write(self, file: Path, wish: ReportWish, progress: Progress) -> Path:
        """The data as the file's extension says. Raises ProblemError exchange.not_written."""
        results = self.results(anonymous=wish.anonymous, progress=progress)
        write_results(results, file, self._file_wish(wish))
        return file

    def results(self, *, anonymous: bool, progress: Progress) -> Results:
        with self._gathering:
            if self._results is None:
                self._results = gather_results(
                    self._desk,
                    self._rulings,
                    self._database,
                    self._clock,
                    self._session_id,
                    targets=Targets.of(self._settings),
                    progress=progress,
                )
            found = self._results
        names = called(found.graded.session, anonymous=anonymous)
        return replace(found, called=names, anonymous=anonymous)

    def _file_wish(self, wish: ReportWish) -> ResultsWish:
        return ResultsWish(
            language=wish.language,
            page_size=wish.page_size,
            organisation=self._settings.organisation,
        )

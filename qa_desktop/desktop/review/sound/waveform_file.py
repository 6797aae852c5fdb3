"""The waveform of what is graded, out to a file that other programs draw."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.desktop.services import Services

if TYPE_CHECKING:
    from qa_desktop.desktop.review.page import ReviewPage

# About this fine; a whole number of cells, so that nothing has to be decoded again.
_FINENESS = 256


class WaveformFile(QObject):
    """What became of it stands over the comments, as with their files."""

    def __init__(
        self,
        page: "ReviewPage",
        services: Services,
        remember: Callable[[Path], None],
        folder: Callable[[], Path],
    ) -> None:
        """`remember` and `folder` keep where files were put the last time."""
        super().__init__(page)
        self._page = page
        self._services = services
        self._remember = remember
        self._folder = folder

    def ask_export(self) -> None:
        first = str(self._folder() / f"{self._page.interaction_id[:8]}.dat")
        filters = ";;".join((self.tr("audiowaveform data (*.dat)"), self.tr("JSON (*.json)")))
        name, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Export the waveform"), first, filters
        )
        if name:
            self.export(Path(name))

    def export(self, file: Path) -> None:
        """One file a recording: of several, each has its number before the extension."""
        if file.suffix.casefold() not in (".dat", ".json"):
            file = file.with_name(f"{file.name}.dat")
        self._remember(file)
        services = self._services
        detail = services.interactions.detail(self._page.interaction_id)
        sounds = [services.workspace.folder / recording.path for recording in detail.recordings]
        files = [file] if len(sounds) == 1 else _numbered(file, len(sounds))
        task = services.runner.start(lambda progress: _write(services, sounds, files, progress))
        task.finished.connect(lambda _: self._say(files))
        task.failed.connect(self._fail)

    def _say(self, files: list[Path]) -> None:
        names = ", ".join(file.name for file in files)
        self._page.panel.comments.say(self.tr("Waveform exported to {0}").format(names))

    def _fail(self, error: ProblemError) -> None:
        self._page.panel.comments.show_problems(error.problems)


def _numbered(file: Path, count: int) -> list[Path]:
    return [file.with_name(f"{file.stem}-{n}{file.suffix}") for n in range(1, count + 1)]


def _write(services: Services, sounds: list[Path], files: list[Path], progress: Progress) -> None:
    # Loaded when it is wanted: the page opens without it.
    from qa_desktop.audio.peaks import cell_samples
    from qa_desktop.audio.source import open_source
    from qa_desktop.audio.waveform_data import make_waveform, save_waveform

    for sound, file in zip(sounds, files, strict=True):
        with open_source(sound) as source:
            cell = cell_samples(source.sample_rate_hz)
        pixel = max(_FINENESS // cell, 1) * cell
        save_waveform(make_waveform(sound, pixel, services.peaks, progress), file)

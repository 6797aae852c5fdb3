"""Takes in files of sessions that came by hand: by the button, by a drop, by the command."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.base.progress import Progress
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.sessions.desk_model import FileKind, TakenIn
from qa_desktop.desktop.calibration.words import verdict_look, verdict_why

translate = QCoreApplication.translate
# In the order of taking in: who, then what, then what refers to it.
SUFFIXES = (".qaid", ".qacal", ".qasub", ".qaclose", ".qakey", ".qareveal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of a handful of files."""

    found: tuple[TakenIn, ...]
    problems: tuple[Problem, ...]


def take_all(desk: CalibrationDesk, files: Sequence[Path], progress: Progress) -> Taken:
    """Each for itself: one that is refused keeps no other away."""
    found: list[TakenIn] = []
    problems: list[Problem] = []
    for number, file in enumerate(sorted(files, key=_order)):
        progress.report(number, len(files), file.name)
        try:
            found.append(desk.take_in(file, progress))
        except ProblemError as error:
            problems += error.problems
    return Taken(found=tuple(found), problems=tuple(problems))


def _order(file: Path) -> tuple[int, str]:
    suffix = file.suffix.lower()
    return (SUFFIXES.index(suffix) if suffix in SUFFIXES else len(SUFFIXES), file.name)


def taken_words(taken: TakenIn) -> str:
    """What a file was, in one sentence."""
    if not taken.is_new:
        return translate("Calibration", "It was here already.")
    title = taken.session.title if taken.session is not None else ""
    if taken.kind is FileKind.CARD:
        name = taken.person.person.name if taken.person is not None else ""
        return translate("Calibration", "The card of {0}: compare the code in Team.").format(name)
    if taken.kind is FileKind.SUBMISSION and taken.arrival is not None:
        look = verdict_look(taken.arrival.verdict)
        return f"{look.word}: {verdict_why(taken.arrival)}"
    words = {
        FileKind.INVITATION: translate("Calibration", "The session “{0}” is here."),
        FileKind.SUBMISSION: translate("Calibration", "A submission to “{0}”."),
        FileKind.CLOSING: translate("Calibration", "“{0}” is closed."),
        FileKind.KEYS: translate("Calibration", "Keys for “{0}”."),
        FileKind.REVEAL: translate("Calibration", "“{0}” is revealed."),
    }
    return words[taken.kind].format(title)

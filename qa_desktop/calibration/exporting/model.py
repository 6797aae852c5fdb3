"""What a session's results are made of, whatever file they go into."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qa_desktop.calibration.model import Arrival, GradedSession, Ruling
from qa_desktop.calibration.statistics.model import ReviewerStatistics, SessionStatistics


class ExportForm(StrEnum):
    """The file's extension. `ZIP`: every table as CSV, with a description of their columns."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    ZIP = "zip"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """SHA-256, in hex, of what was signed: each revision of the manifest, the closing, the reveal.

    "" where it is not at hand. `audit_head` is that of this workspace when the results were made.
    """

    manifests: tuple[str, ...] = ()
    closing: str = ""
    reveal: str = ""
    audit_head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A revealed session with all that a report or a file says about it.

    `called` says what each fingerprint is called: a letter where `anonymous`, else a name; nothing
    else in a file tells who it is. `checked` submissions were opened and verified anew for these
    results. `refused` are files that were looked at and not taken, for the lead alone.
    """

    graded: GradedSession
    statistics: SessionStatistics
    called: Mapping[str, str]
    anonymous: bool
    made_at: datetime
    checked: int
    rulings: tuple[Ruling, ...] = ()
    refused: tuple[Arrival, ...] = ()
    late: int = 0
    anchors: Anchors = Anchors()

    def reviewers(self) -> list[ReviewerStatistics]:
        """By what they are called: the roster's order would tell whose letter it is."""
        return sorted(self.statistics.reviewers, key=lambda one: self.place(one.fingerprint))

    def place(self, fingerprint: str) -> tuple[int, str]:
        """To sort by: B before AA, names by the alphabet."""
        said = self.call(fingerprint)
        return (len(said) if self.anonymous else 0), said

    def call(self, fingerprint: str) -> str:
        """One who is on no roster any more has the beginning of the fingerprint."""
        return self.called.get(fingerprint, fingerprint[:8])

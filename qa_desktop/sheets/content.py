"""What a feedback sheet says, collected and worded but not yet laid out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from qa_desktop.reviews.model import CommentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One speaker's waveform over a clip, one value a column.

    `low` and `high` are in -1..1, where 1 is as loud as the recording gets.
    """

    role: str
    name: str
    low: npt.NDArray[np.float32]
    high: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A span of the recording as it is drawn."""

    start_ms: int
    end_ms: int
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment with its number on the sheet; `moment` is "00:24.3", "#12" for a turn, or ""."""

    number: int
    kind: CommentKind
    moment: str
    text: str
    quote: str = ""
    start_ms: int | None = None
    end_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLine:
    title: str
    weight: str
    score: str
    score_share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """An item that lost points. `lost` is "−3.75 points", "" where the form lost nothing.

    `suggestions` are the coaching remarks on it.
    """

    title: str
    answer: str
    lost: str
    guidance: str = ""
    note: str = ""
    reasons: tuple[str, ...] = ()
    veto: bool = False
    remarks: tuple[Remark, ...] = ()
    suggestions: tuple[Remark, ...] = ()
    clip: Clip | None = None

    @property
    def brief(self) -> bool:
        """Nothing was noted on it: the answer says all."""
        return not (self.note or self.reasons or self.remarks or self.suggestions or self.veto)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackContent:
    """One review as a sheet: every text in the sheet's language, every number already worded."""

    organisation: str
    heading: str
    score: str
    grade: str
    outcome: str
    pass_mark: str
    facts: Sequence[tuple[str, str]]
    vetoes: Sequence[str]
    praises: Sequence[Remark]
    full_marks: Sequence[str]
    sections: Sequence[SectionLine]
    adjustments: Sequence[tuple[str, str]]
    deductions: Sequence[Deduction]
    other_remarks: Sequence[Remark]
    summary: str
    whole: Clip | None
    pins: Sequence[Remark]
    small_print: str

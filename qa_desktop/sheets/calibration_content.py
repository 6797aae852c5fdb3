"""What a calibration report says, worded but not yet laid out."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A figure with its interval, as it is drawn; None: there is none. `met`: it reaches the
    target."""

    value: float | None
    low: float | None = None
    high: float | None = None
    met: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One figure in large type, what it counts, and what it means."""

    figure: str
    unit: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """`said` is "0.58 [0.41, 0.72]", or why there is no figure."""

    title: str
    section: str
    interval: Interval
    said: str
    exact: str
    share: str
    to_settle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCell:
    text: str
    deviates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGrid:
    """The answers to one item: reviewers across, interactions down; the last column is the
    reference's where `has_reference`."""

    title: str
    said: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[AnswerCell]]]
    legend: str
    has_reference: bool
    readings: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A row of a table of figures; the first cell is a title."""

    cells: Sequence[str]
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerLine:
    who: str
    bias: Interval
    cells: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingLine:
    item: str
    about: str
    text: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """Every text in the report's languages, every number already worded.

    `took_part`: letter, name ("" where anonymous), how much was graded. `target` is that of alpha;
    `bias_reach` how many points the reviewers' axis shows either way.
    """

    over: str
    heading: str
    figure: str
    figure_interval: str
    figure_name: str
    facts: Sequence[tuple[str, str]]
    tiles: Sequence[Tile]
    findings: Sequence[str]
    took_part: Sequence[tuple[str, str, str]]
    took_part_note: str
    verified: Sequence[str]
    not_counted: Sequence[str]
    target: float
    target_points: str
    items: Sequence[ItemLine]
    grids: Sequence[AnswerGrid]
    grids_left_out: str
    scores: Sequence[FigureLine]
    score_readings: Sequence[str]
    verdicts: Sequence[FigureLine]
    verdict_readings: Sequence[str]
    bias_reach: float
    reviewers: Sequence[ReviewerLine]
    reviewer_readings: Sequence[str]
    bias_note: str
    rulings: Sequence[RulingLine]
    method: Sequence[str]
    hashes: Sequence[tuple[str, str]]
    small_print: str

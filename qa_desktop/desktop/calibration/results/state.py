"""What the results of a session show, in one language and anonymous or not."""

from dataclasses import dataclass
from enum import StrEnum

from qa_desktop.calibration.agreement.model import Coefficient
from qa_desktop.calibration.model import CalibrationSession, SessionInteraction
from qa_desktop.calibration.statistics.moments import Moment


class Tone(StrEnum):
    """How near a coefficient is to its target; NONE where there is no value."""

    GOOD = "good"
    CAUTION = "caution"
    BAD = "bad"
    NONE = "muted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One answer of a cell. `odd`: it deviates; it is marked, not only coloured."""

    text: str
    odd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCell:
    """One reviewer's answers to an item, one a shown interaction; `said` is all of them in words.

    `summary` stands instead where there are too many to be read: how many of them deviate.
    """

    pieces: tuple[Piece, ...]
    said: str
    odd_count: int = 0
    summary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A coefficient as it is drawn. `note` says in words why there is none; `spoken` all of it."""

    coefficient: Coefficient
    tone: Tone
    note: str = ""
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """`share_pct` of all disagreement; `ruled`: a ruling of this session is about it."""

    id: str
    title: str
    section: str
    agreement: Agreement
    answers: tuple[AnswerCell, ...]
    reference: AnswerCell | None
    share_pct: int
    to_settle: bool
    ruled: bool


class PartKind(StrEnum):
    FORM = "form"
    OUTCOME = "outcome"
    VETO = "veto"
    SECTION = "section"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """The form's score, its outcome, or a section. `within_pct`: of pairs of scores how many lie
    within the target's points; of outcomes how many are the same."""

    kind: PartKind
    title: str
    agreement: Agreement
    within_pct: int | None
    answers: tuple[AnswerCell, ...]
    reference: AnswerCell | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One reviewer in points of the form's score; `label` a letter or the name."""

    fingerprint: str
    label: str
    scores: int
    bias: Coefficient
    bias_from_reference: bool
    spread: float | None
    deviation: Coefficient
    severity: Coefficient
    same_pct: int | None
    most_differing: tuple[str, ...]
    readings: tuple[str, ...]
    stands_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """The four figures. `odd`: the reviewer who stands out, None: nobody does."""

    overall: Agreement
    pairs_alike: int
    pairs: int
    outcome_readings: tuple[str, ...]
    odd: PersonRow | None
    to_settle: int
    to_settle_pct: int
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    fingerprint: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDetail:
    """The chosen item. `moments` of the interaction that is shown, or of all."""

    id: str
    title: str
    guidance: str
    anchors: tuple[tuple[str, str], ...]
    moments: tuple[Moment, ...]
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsState:
    """`interaction` None: all of them at once. `submissions` of `expected` count."""

    session: CalibrationSession
    rubric_title: str
    anonymous: bool
    agreed: bool
    can_agree: bool
    submissions: int
    expected: int
    reviewers: tuple[Reviewer, ...]
    interactions: tuple[SessionInteraction, ...]
    interaction: str | None
    has_reference: bool
    target_alpha: float
    cards: Cards
    items: tuple[ItemRow, ...]
    parts: tuple[PartRow, ...]
    people: tuple[PersonRow, ...]
    detail: ItemDetail | None

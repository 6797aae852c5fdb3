"""The rubric as the program holds it after the strict loader has read it.

Every number is an exact Fraction made from the decimal text of the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from qa_desktop.base.local_text import LocalText


class Aggregation(StrEnum):
    WEIGHTED = "weighted"
    SECTIONED = "sectioned"
    POOLED_POINTS = "pooled_points"
    POINTS = "points"


class NaKind(StrEnum):
    EXCLUDE = "exclude"
    AS_FULL = "as_full"
    AS_SCORE = "as_score"


@dataclass(frozen=True, slots=True, kw_only=True)
class NaRule:
    kind: NaKind
    score: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    id: str
    title: LocalText
    score: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    min: Fraction
    max: Fraction
    anchors: tuple[tuple[Fraction, LocalText], ...] = ()
    ratio: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Multi:
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    max: Fraction
    step: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """`up_to` None: every value that no band before it took."""

    up_to: Fraction | None
    score: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    unit: str
    bands: tuple[Band, ...]
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    pass


AnswerType = Scale | Choice | Multi | Points | Measure | Note


class Scope(StrEnum):
    ITEM = "item"
    SECTION = "section"
    FORM = "form"


class Effect(StrEnum):
    ZERO = "zero"
    CAP = "cap"
    FAIL_KEEP_SCORE = "fail_keep_score"


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """`when` holds option ids, or numbers as Fractions, that trigger it."""

    when: tuple[str | Fraction, ...]
    scope: Scope
    effect: Effect
    cap: Fraction | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowIf:
    item: str
    values: tuple[str | Fraction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    id: str
    title: LocalText


class CommentRule(StrEnum):
    OPTIONAL = "optional"
    ALWAYS = "always"
    NEVER = "never"
    BELOW = "below"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """What items can show of a person: product knowledge, empathy, process..."""

    id: str
    title: LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question. `na_allowed` says whether N/A may be chosen, `na` what it then counts
    (None: the rubric's rule). `abilities` are ids of those that it shows."""

    id: str
    text: LocalText
    answer: AnswerType
    help: LocalText | None = None
    weight: Fraction = Fraction(1)
    na_allowed: bool = True
    na: NaRule | None = None
    comment: CommentRule = CommentRule.OPTIONAL
    comment_below: Fraction | None = None
    reasons: tuple[Reason, ...] = ()
    critical: str | None = None
    veto: Veto | None = None
    show_if: ShowIf | None = None
    abilities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    id: str
    title: LocalText
    weight: Fraction
    items: tuple[Item, ...]


class AdjustmentKind(StrEnum):
    BONUS = "bonus"
    DEDUCTION = "deduction"
    GRADE_LIFT = "grade_lift"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """`points` each time, at most `times`; a grade lift has `steps` instead."""

    id: str
    kind: AdjustmentKind
    title: LocalText
    points: Fraction = Fraction(0)
    times: int = 1
    steps: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    id: str
    min: Fraction
    title: LocalText


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    id: str
    title: LocalText
    weights: Mapping[str, Fraction]
    match_tags: tuple[str, ...] = ()
    active_from: date | None = None
    active_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """`cap` None: a bonus may pass 100."""

    aggregation: Aggregation
    na: NaRule
    na_by_form: bool
    floor: Fraction
    cap: Fraction | None
    pass_mark: Fraction
    rounding: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered to one item: a value, several option ids, or N/A."""

    value: str | Fraction | None = None
    values: tuple[str, ...] | None = None
    na: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """All that a score is made from."""

    scenario: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    adjustments: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What an example's author expects; None and absent sections are not looked at."""

    score: Fraction | None = None
    grade: str | None = None
    outcome: str | None = None
    sections: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Answers with the score that they should have; run before a rubric is published."""

    id: str
    title: LocalText
    given: Given
    expect: Expectation


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """`content_hash` is "sha256:" + SHA-256 of the canonical JSON (RFC 8785) of the parsed file.

    `owner` is who is reminded after each `review_every`.
    """

    id: str
    version: int
    title: LocalText
    channels: tuple[str, ...]
    languages: tuple[str, ...]
    scoring: Scoring
    grades: tuple[Grade, ...]
    sections: tuple[Section, ...]
    content_hash: str
    adjustments: tuple[Adjustment, ...] = ()
    bonus_cap: Fraction | None = None
    scenarios: tuple[Scenario, ...] = ()
    effective_from: date | None = None
    effective_until: date | None = None
    review_every: str | None = None
    owner: str | None = None
    abilities: tuple[Ability, ...] = ()
    examples: tuple[Example, ...] = ()

    def items(self) -> tuple[Item, ...]:
        """Every item in the order of the form."""
        return tuple(item for section in self.sections for item in section.items)

"""What the review page shows, as one frozen state that knows nothing of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from qa_desktop.base.problems import Problem
from qa_desktop.desktop.review.conversation.graded_agents import AgentState
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.model import CommentKind


class Tone(StrEnum):
    """Which of the theme's colours something takes; always beside a word or an icon."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    CAUTION = "caution"
    BAD = "bad"


class AnswerForm(StrEnum):
    """How an item is answered: one of several, several, a number, a measured number, text."""

    SINGLE = "single"
    TOGGLES = "toggles"
    NUMBER = "number"
    MEASURE = "measure"
    NOTE = "note"


class Phase(StrEnum):
    """FOREIGN: the open draft is another reviewer's, to be read only until one decides. CLOSED: the
    blind session was closed before this was submitted."""

    CHOOSE_RUBRIC = "choose_rubric"
    NO_RUBRIC = "no_rubric"
    GRADING = "grading"
    FOREIGN = "foreign"
    SUBMITTED = "submitted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionState:
    """One answer button, or one reason. `digit`: the key that chooses it, "" for none."""

    key: str
    label: str
    chosen: bool = False
    tone: Tone = Tone.ACCENT
    hint: str = ""
    digit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandState:
    """One step of a measure: values up to `up_to` ("" for all the rest) give `score_pct`."""

    up_to: str
    score_pct: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberState:
    """A typed or measured number. `value` "" is unanswered; `marks_ms` as far as they are set.

    `maximum` and `step` None: any number from 0 up. `markable`: the unit is a time, so two
    moments can give the value.
    """

    value: str
    unit: str = ""
    maximum: str | None = None
    step: str | None = None
    bands: tuple[BandState, ...] = ()
    markable: bool = False
    marks_ms: tuple[int | None, int | None] = (None, None)
    score_pct: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentState:
    """A comment in the order of time. `pending`: begun, with nothing written yet."""

    id: str
    number: int
    kind: CommentKind
    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    turn: int | None = None
    start_char: int | None = None
    end_char: int | None = None
    end_turn: int | None = None
    quote: str = ""
    item_id: str | None = None
    item_number: int | None = None
    item_text: str = ""
    editing: bool = False
    pending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemState:
    """One visible item. `lacking` says what a submission still needs: "answer"..., once asked.

    `evidence`: the quotations that are linked to it; `precedents`: what was ruled about it.
    """

    id: str
    number: int
    text: str
    guidance: str
    anchors: tuple[tuple[str, str], ...]
    form: AnswerForm
    options: tuple[OptionState, ...] = ()
    amount: NumberState | None = None
    answered: bool = False
    na: bool = False
    na_allowed: bool = True
    comment: str = ""
    comment_allowed: bool = True
    comment_required: bool = False
    reasons: tuple[OptionState, ...] = ()
    reasons_wanted: bool = False
    critical: str | None = None
    has_veto: bool = False
    veto_held: bool = False
    current: bool = False
    lacking: tuple[str, ...] = ()
    evidence: tuple[CommentState, ...] = ()
    precedents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionState:
    """A section and what it has come to. `weight` and `score` are texts, "" for none."""

    id: str
    title: str
    weight: str
    score: str
    answered: int
    folded: bool
    items: tuple[ItemState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarState:
    """A section's bar in the score panel; `share` 0 to 1, None where nothing is scored yet."""

    id: str
    title: str
    score: str
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoState:
    """One veto that holds: whose, on what scope, and what it does (with its cap)."""

    item_id: str
    item_text: str
    scope: str
    effect: str
    cap: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreState:
    """The live score. `text` "" when there is no number; `provisional` while answers lack.

    `grade` is that of the score so far; `form_veto`: one that fails the whole review holds.
    """

    text: str = ""
    provisional: bool = True
    outcome: str = "incomplete"
    grade: str = ""
    bars: tuple[BarState, ...] = ()
    vetoes: tuple[VetoState, ...] = ()
    form_veto: bool = False
    before_veto: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingState:
    """How many items lack something, and the next of them after the current one."""

    count: int = 0
    first_id: str | None = None
    next_id: str | None = None
    next_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentState:
    id: str
    title: str
    kind: str
    points: str
    steps: int
    times: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveState:
    """`saved_at` is the last COMMIT; `unsaved`: the newest change is not on disk.

    `problems` say why, or why the review could not be submitted or corrected.
    """

    saved_at: datetime | None = None
    unsaved: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """A step that can be undone or done again.

    `item_text` is the item it was done to and `answer` what that was given, "" for none;
    `comment_number` the comment, None for none and for one that is not there any more.
    """

    code: str
    item_text: str = ""
    answer: str = ""
    comment_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricChoice:
    """`usual`: it was chosen last for this kind of interaction, and stands first."""

    id: str
    version: int
    title: str
    items: int
    digit: str = ""
    usual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderState:
    """Who, when, queue, tags, rubric and scenario.

    `agent` is a name, or the id where there is none: of the graded agent, else the interaction's.
    `agents` are all who took part; `agent_open`: nobody said yet which of them is graded. `faint`
    are the positions of what the others said. `scenario` "" is the rubric's own weights.
    """

    kind: Kind
    title: str
    agent: str = ""
    agent_id: str = ""
    agents: tuple[AgentState, ...] = ()
    agent_open: bool = False
    faint: frozenset[int] = frozenset()
    team: str = ""
    queue: str = ""
    started_at: datetime | None = None
    duration_ms: int | None = None
    messages: int = 0
    tags: tuple[str, ...] = ()
    rubric: str = ""
    scenarios: tuple[tuple[str, str], ...] = ()
    scenario: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindState:
    """The blind session of what is graded: `place` of `count`, the number that its name has.

    `sealed_at`: when what is shown was sealed, None: it is not. `waiting`: not in the folder yet;
    `by_hand`: somebody hands it on. `closed_at` None: it is open.
    """

    session_id: str
    title: str
    number: int
    place: int
    count: int
    sealed_at: datetime | None = None
    waiting: bool = False
    by_hand: bool = False
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """Everything of the page but the sound, the turns and what was typed and not yet sent."""

    header: HeaderState
    phase: Phase
    language: str
    rubrics: tuple[RubricChoice, ...] = ()
    sections: tuple[SectionState, ...] = ()
    current_item: str | None = None
    score: ScoreState = ScoreState()
    missing: MissingState = MissingState()
    adjustments: tuple[AdjustmentState, ...] = ()
    comments: tuple[CommentState, ...] = ()
    summary: str = ""
    save: SaveState = SaveState()
    undo: StepState | None = None
    redo: StepState | None = None
    review_id: str | None = None
    revision: int = 1
    reviewer: str = ""
    submitted_at: datetime | None = None
    correction_reason: str | None = None
    lacks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    blind: BlindState | None = None

    @property
    def read_only(self) -> bool:
        return self.phase is not Phase.GRADING

    def items(self) -> tuple[ItemState, ...]:
        """Every visible item in the order of the form."""
        return tuple(item for section in self.sections for item in section.items)

    def item(self, item_id: str) -> ItemState | None:
        return next((item for item in self.items() if item.id == item_id), None)

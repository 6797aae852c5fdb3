"""A review: a rubric filled in for one interaction, with its comments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from qa_desktop.rubrics.model import Answer


class CommentKind(StrEnum):
    DEDUCTION = "deduction"
    PRAISE = "praise"
    COACHING = "coaching"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark anchored to a moment, a span, a turn, or (all None) to the whole interaction.

    `end_ms` None with `start_ms` set is a point. On chats the anchor is `turn` (its position) and
    character offsets into its text as it was imported; `end_char` counts in `end_turn` where that
    is another one. `channel` 0 or 1 ties it to one lane.
    """

    id: str
    kind: CommentKind
    text: str
    created_at: datetime
    start_ms: int | None = None
    end_ms: int | None = None
    channel: int | None = None
    turn: int | None = None
    start_char: int | None = None
    end_char: int | None = None
    item_id: str | None = None
    end_turn: int | None = None

    @property
    def quotes(self) -> bool:
        """Whether it is on words of its own choice, so that it says something without a text."""
        return None not in (self.turn, self.start_char, self.end_char)

    @property
    def is_evidence(self) -> bool:
        """A quotation of an item; it needs no text."""
        return self.quotes and self.item_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the reviewer put at one item. `marks_ms`: the two moments a measure was taken from."""

    answer: Answer | None = None
    comment: str = ""
    reasons: tuple[str, ...] = ()
    marks_ms: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything a reviewer can enter, as one frozen state; undo is a list of these.

    `agent` is whom the score goes to where several took part: an author of the turns, as imported.
    None: the interaction's own agent.
    """

    scenario: str | None = None
    agent: str | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)
    adjustments: Mapping[str, int] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLabel:
    """What a step of undo was, for the screen to say in its language.

    `code` is "answer", "comment" ...; `values` name what it was done to: {"item": "greeting"}.
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


class LackOf(StrEnum):
    ANSWER = "answer"
    COMMENT = "comment"
    REASON = "reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """What an item still needs before the review can be submitted."""

    item_id: str
    what: LackOf


class ReviewState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One revision of a review.

    `revision` counts from 1; a correction of a submitted review is the next revision, with
    `correction_reason`. `reviewer` is who made this revision. `result` is the score as JSON (see
    rubrics.scoring) once submitted.
    """

    id: str
    revision: int
    interaction_id: str
    rubric_id: str
    rubric_version: int
    rubric_hash: str
    reviewer: str
    state: ReviewState
    draft: Draft
    started_at: datetime
    saved_at: datetime
    submitted_at: datetime | None = None
    correction_reason: str | None = None
    result: Mapping[str, object] | None = None

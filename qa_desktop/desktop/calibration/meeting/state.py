"""What the meeting shows of one item."""

from dataclasses import dataclass

from qa_desktop.calibration.statistics.moments import Moment
from qa_desktop.desktop.calibration.results.state import Agreement
from qa_desktop.rubrics.model import Answer, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotColumn:
    """One possible answer, and who gave it. `answer` None: one that can't be chosen as it is,
    being one of several."""

    label: str
    meaning: str
    people: tuple[str, ...]
    answer: Answer | None
    is_reference: bool = False
    is_agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """In a line: the item, and what was decided about it."""

    item_id: str
    title: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingState:
    """`place` of `count` divided items; `interaction` is the one that is looked at.

    `text` is what is written about the item, `agreed` the answer that is chosen for this
    interaction; `unsaved`: some of that is typed and not decided. `undecided` counts the items
    that nothing was decided about.
    """

    place: int
    count: int
    item: Item
    title: str
    section: str
    share_pct: int
    agreement: Agreement
    guidance: str
    anchors: tuple[tuple[str, str], ...]
    interactions: tuple[str, ...]
    divided: tuple[str, ...]
    interaction: str
    columns: tuple[PlotColumn, ...]
    missing: tuple[str, ...]
    moments: tuple[Moment, ...]
    names_shown: bool
    text: str
    agreed: Answer | None
    unsaved: bool
    is_decided: bool
    decided: tuple[Decided, ...]
    undecided: int

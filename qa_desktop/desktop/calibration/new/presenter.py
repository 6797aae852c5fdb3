"""What a new session will be, step by step, without Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum, StrEnum
from pathlib import Path

from qa_desktop.calibration.model import Acquaintance, Mode
from qa_desktop.calibration.sessions.desk import CalibrationDesk
from qa_desktop.calibration.sessions.desk_model import NewSession, ReferenceFrom
from qa_desktop.calibration.sessions.divided import Divided
from qa_desktop.calibration.sessions.sampling import Candidate, DrawBy, draw
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.listing_store import ListingFilter, ListingRow, ListingStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Rubric

# More rows than anybody goes through by eye; the search finds the rest.
MOST_ROWS = 400
_MOST_TO_DRAW_FROM = 100_000
_CHANNEL_KINDS = {"voice": "recording"}


class Step(IntEnum):
    WHAT = 0
    WHO = 1
    CHECK = 2


class Lacking(StrEnum):
    """What must still be said before the session can go out."""

    TITLE = "title"
    RUBRIC = "rubric"
    INTERACTIONS = "interactions"
    PEOPLE = "people"
    REFERENCE = "reference"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewState:
    """`chosen` in the order of choosing; `rows` are those that the filter shows, `total` of how
    many. `referenceless` are chosen ones without the review that would be their reference."""

    rubrics: tuple[Rubric, ...] = ()
    rubric: Rubric | None = None
    title: str = ""
    text: str = ""
    rows: tuple[ListingRow, ...] = ()
    total: int = 0
    chosen: tuple[ListingRow, ...] = ()
    people: tuple[Acquaintance, ...] = ()
    participants: frozenset[str] = frozenset()
    mode: Mode = Mode.SEALED
    lead_grades: bool = True
    reference: ReferenceFrom | None = None
    referenceless: tuple[ListingRow, ...] = ()
    deadline: datetime | None = None
    folder: Path | None = None

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        return tuple(row.interaction.id for row in self.chosen)

    @property
    def trusted(self) -> tuple[Acquaintance, ...]:
        """Who can be invited."""
        return tuple(each for each in self.people if each.trusted_at is not None)

    @property
    def sound_ms(self) -> int:
        """How long all chosen calls last."""
        calls = (r.interaction for r in self.chosen if r.interaction.kind is Kind.RECORDING)
        return sum(call.duration_ms or 0 for call in calls)


class NewPresenter:
    def __init__(
        self,
        desk: CalibrationDesk,
        listing: ListingStore,
        reviews: ReviewStore,
        rubrics: Sequence[Rubric],
        folder: Path | None,
    ) -> None:
        self._desk = desk
        self._listing = listing
        self._reviews = reviews
        last = next((each.session.rubric_id for each in desk.sessions()), "")
        used = (rubric for rubric in rubrics if rubric.id == last)
        chosen = next(used, rubrics[0] if rubrics else None)
        self.state = NewState(rubrics=tuple(rubrics), rubric=chosen, folder=folder)
        self.reload_people()
        self.search("")

    # What is graded

    def use_rubric(self, place: int) -> NewState:
        """Interactions that it is not for are no longer chosen."""
        rubric = self.state.rubrics[place]
        kinds = _kinds(rubric)
        kept = tuple(row for row in self.state.chosen if row.interaction.kind.value in kinds)
        self.state = replace(self.state, rubric=rubric, chosen=kept)
        return self.search(self.state.text)

    def name_it(self, title: str) -> NewState:
        self.state = replace(self.state, title=title)
        return self.state

    def search(self, text: str) -> NewState:
        wanted = self._filter(text)
        rows = tuple(self._listing.page(wanted, MOST_ROWS))
        total = self._listing.count(wanted)
        self.state = replace(self.state, text=text, rows=rows, total=total)
        return self._look_for_references()

    def toggle(self, row: ListingRow) -> NewState:
        if row.interaction.id in self.state.chosen_ids:
            left = (one for one in self.state.chosen if one.interaction.id != row.interaction.id)
            return self._choose(left)
        return self._choose((*self.state.chosen, row))

    def clear(self) -> NewState:
        return self._choose(())

    def draw(self, count: int, by: DrawBy, seed: str) -> NewState:
        """Instead of what was chosen before; from all that the filter lets through."""
        rows = self._listing.page(self._filter(self.state.text), _MOST_TO_DRAW_FROM)
        drawn = draw(map(_candidate, rows), count, by, seed)
        known = {row.interaction.id: row for row in rows}
        return self._choose(known[each] for each in drawn)

    def add_divided(self, divided: Sequence[Divided], count: int) -> NewState:
        """The first of them that the rubric is for, beside what is chosen."""
        wanted = [each.interaction_id for each in divided]
        wanted = [each for each in wanted if each not in self.state.chosen_ids]
        kinds = self._filter("").kinds
        known = {row.interaction.id: row for row in self._listing.of(wanted)}
        fit = [known[each] for each in wanted if each in known]
        fit = [row for row in fit if not kinds or row.interaction.kind.value in kinds]
        return self._choose((*self.state.chosen, *fit[:count]))

    # Who and how

    def reload_people(self) -> NewState:
        people = self._desk.people()
        trusted = {each.person.fingerprint for each in people if each.trusted_at is not None}
        first = not self.state.people
        kept = trusted if first else self.state.participants & trusted
        self.state = replace(self.state, people=people, participants=frozenset(kept))
        return self.state

    def invite(self, fingerprint: str, *, invited: bool) -> NewState:
        one = frozenset((fingerprint,))
        now = self.state.participants
        self.state = replace(self.state, participants=now | one if invited else now - one)
        return self.state

    def settle(self, *, mode: Mode, lead_grades: bool, reference: ReferenceFrom | None) -> NewState:
        self.state = replace(self.state, mode=mode, lead_grades=lead_grades, reference=reference)
        return self._look_for_references()

    def set_deadline(self, deadline: datetime | None) -> NewState:
        self.state = replace(self.state, deadline=deadline)
        return self.state

    # Whether it can go out

    def lacking(self, now: datetime) -> tuple[Lacking, ...]:
        state = self.state
        lacks = {
            Lacking.TITLE: not state.title.strip(),
            Lacking.RUBRIC: state.rubric is None,
            Lacking.INTERACTIONS: not state.chosen,
            Lacking.PEOPLE: not state.participants,
            Lacking.REFERENCE: state.reference is not None and bool(state.referenceless),
            Lacking.DEADLINE: state.deadline is not None and state.deadline <= now,
        }
        return tuple(lack for lack, holds in lacks.items() if holds)

    def wanted(self) -> NewSession:
        """What to ask the desk for; only where nothing is lacking."""
        state = self.state
        if state.rubric is None:
            raise ValueError(Lacking.RUBRIC)
        return NewSession(
            title=state.title.strip(),
            mode=state.mode,
            rubric_id=state.rubric.id,
            rubric_version=state.rubric.version,
            interaction_ids=state.chosen_ids,
            participants=tuple(sorted(state.participants)),
            lead_grades=state.lead_grades,
            deadline=state.deadline,
            reference=state.reference,
            folder=state.folder,
        )

    def _filter(self, text: str) -> ListingFilter:
        rubric = self.state.rubric
        return ListingFilter(text=text, kinds=_kinds(rubric) if rubric is not None else ())

    def _choose(self, rows: Iterable[ListingRow]) -> NewState:
        self.state = replace(self.state, chosen=tuple(rows))
        return self._look_for_references()

    def _look_for_references(self) -> NewState:
        state = self.state
        lacking = tuple(row for row in state.chosen if not self._has_reference(row))
        self.state = replace(state, referenceless=lacking if state.reference else ())
        return self.state

    def _has_reference(self, row: ListingRow) -> bool:
        rubric, state = self.state.rubric, self.state
        newest = self._reviews.latest_for(row.interaction.id)
        review = self._reviews.valid(newest.id) if newest is not None else None
        if review is None or rubric is None:
            return False
        if state.reference is ReferenceFrom.MINE and review.reviewer != self._reviews.actor:
            return False
        return (review.rubric_id, review.rubric_version) == (rubric.id, rubric.version)


def _kinds(rubric: Rubric) -> tuple[str, ...]:
    return tuple(_CHANNEL_KINDS.get(channel, channel) for channel in rubric.channels)


def _candidate(row: ListingRow) -> Candidate:
    return Candidate(
        id=row.interaction.id,
        kind=row.interaction.kind.value,
        agent=row.agent,
        score_pct=None if row.score is None else float(row.score),
    )

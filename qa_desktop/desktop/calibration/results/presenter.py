"""What the results show of a session, and what a person chooses there; without Qt."""

from qa_desktop.calibration.naming import called, letters
from qa_desktop.calibration.rulings.consensus import agreed_answers
from qa_desktop.calibration.statistics.answer_texts import anchor_of
from qa_desktop.calibration.statistics.moments import Moment, moments
from qa_desktop.desktop.calibration.results.loading import Loaded
from qa_desktop.desktop.calibration.results.rows import Rows, Spoken
from qa_desktop.desktop.calibration.results.state import (
    Cards,
    ItemDetail,
    ItemRow,
    PartRow,
    PersonRow,
    ResultsState,
    Reviewer,
)
from qa_desktop.rubrics.model import Item, Scale
from qa_desktop.rubrics.numbers import number_text

# The readings of statistics that count the items to settle.
_TO_SETTLE = ("to_settle", "to_settle_one", "nothing_to_settle")


class ResultsPresenter:
    """Every call gives the state that follows."""

    def __init__(self, loaded: Loaded, language: str, spoken: Spoken) -> None:
        self.loaded = loaded
        self.language = language
        self.spoken = spoken
        self._anonymous = True
        self._interaction: str | None = None
        items = loaded.statistics.items
        self._item: str | None = items[0].item_id if items else None
        # Rows by the interaction that is shown: they name nobody, and thirty reviewers' take long.
        self._kept: dict[str | None, tuple[tuple[ItemRow, ...], tuple[PartRow, ...]]] = {}
        self._can_agree: bool | None = None

    # What a person chooses

    def show_names(self, *, anonymous: bool) -> ResultsState:
        self.name_silently(anonymous=anonymous)
        return self.state()

    def name_silently(self, *, anonymous: bool) -> None:
        """Without a state, which takes a while for thirty reviewers."""
        self._anonymous = anonymous

    def choose_interaction(self, pseudonym: str | None) -> ResultsState:
        """None: all of them."""
        self._interaction = pseudonym
        return self.state()

    def choose_interaction_silently(self, pseudonym: str | None) -> None:
        """Without a state, which takes a while for thirty reviewers."""
        self._interaction = pseudonym

    def choose_item(self, item_id: str) -> ResultsState:
        self._item = item_id
        return self.state()

    def go_on_from(self, before: "ResultsPresenter") -> None:
        """What was chosen there stays chosen, where it is still there."""
        self._anonymous, self._interaction = before.anonymous, before.interaction
        if before.item_id in [one.item_id for one in self.loaded.statistics.items]:
            self._item = before.item_id

    def speak(self, language: str, spoken: Spoken) -> None:
        if (language, spoken) != (self.language, self.spoken):
            self.language, self.spoken = language, spoken
            self._kept.clear()

    @property
    def anonymous(self) -> bool:
        return self._anonymous

    @property
    def item_id(self) -> str | None:
        return self._item

    @property
    def interaction(self) -> str | None:
        return self._interaction

    def item(self, item_id: str) -> Item:
        return self._items[item_id]

    # The state

    @property
    def _items(self) -> dict[str, Item]:
        return {item.id: item for item in self.loaded.graded.rubric.items()}

    @property
    def labels(self) -> dict[str, str]:
        return dict(called(self.loaded.graded.session, anonymous=self._anonymous))

    def reviewers(self) -> tuple[Reviewer, ...]:
        """Those whose gradings count, always in the order of their letters."""
        session = self.loaded.graded.session
        graded = {grading.fingerprint for grading in self.loaded.graded.gradings}
        labels = self.labels
        # Dictionaries keep the letters' order.
        return tuple(
            Reviewer(fingerprint=one, label=labels[one])
            for one in letters(session)
            if one in graded
        )

    def shown(self) -> tuple[str, ...]:
        """The pseudonyms that answers are shown of."""
        every = tuple(one.pseudonym for one in self.loaded.graded.session.interactions)
        return every if self._interaction is None else (self._interaction,)

    def rows(self) -> Rows:
        return Rows(
            loaded=self.loaded,
            language=self.language,
            spoken=self.spoken,
            labels=self.labels,
            reviewers=self.reviewers(),
            shown=self.shown(),
        )

    def state(self) -> ResultsState:
        loaded = self.loaded
        graded, statistics = loaded.graded, loaded.statistics
        session, rows = graded.session, self.rows()
        kept = self._kept.get(self._interaction)
        if kept is None:
            items = tuple(rows.item_row(one) for one in statistics.items)
            kept = self._kept[self._interaction] = (items, rows.parts())
        people = tuple(rows.person(one) for one in statistics.reviewers)
        return ResultsState(
            session=session,
            rubric_title=graded.rubric.title.to(self.language),
            anonymous=self._anonymous,
            agreed=graded.agreed_at is not None,
            can_agree=self._agreeable(),
            submissions=len(graded.gradings),
            expected=len(session.interactions) * len(session.participants),
            reviewers=self.reviewers(),
            interactions=session.interactions,
            interaction=self._interaction,
            has_reference=bool(graded.reference),
            target_alpha=statistics.targets.alpha,
            cards=Cards(
                overall=rows.agreement(
                    statistics.overall,
                    # How many are to settle stands on a card of its own.
                    tuple(one for one in statistics.readings if one.code not in _TO_SETTLE),
                ),
                pairs_alike=statistics.outcome.pairs_alike,
                pairs=statistics.outcome.pairs,
                outcome_readings=rows.say(statistics.outcome.readings),
                odd=_standing_out(people),
                to_settle=len(statistics.to_settle),
                to_settle_pct=round(statistics.to_settle_share * 100),
                readings=rows.say(statistics.readings),
            ),
            items=kept[0],
            parts=kept[1],
            people=people,
            detail=None if self._item is None else self.detail(self._item),
        )

    def _agreeable(self) -> bool:
        """Whether there are answers that all agreed on, or the meeting did."""
        if self._can_agree is None:
            self._can_agree = bool(agreed_answers(self.loaded.graded, self.loaded.rulings))
        return self._can_agree

    def detail(self, item_id: str) -> ItemDetail:
        item = self._items[item_id]
        found: list[Moment] = []
        for name in self.shown():
            known = self.loaded.details.get(name)
            turns = known.turns if known is not None else ()
            found.extend(moments(self.loaded.graded, item_id, name, turns))
        found.sort(key=lambda one: (one.start_ms is None and one.turn is None, -one.people))
        statistics = self.loaded.statistics.item(item_id)
        return ItemDetail(
            id=item_id,
            title=item.text.to(self.language),
            guidance=item.help.to(self.language) if item.help is not None else "",
            anchors=anchors_of(item, self.language),
            moments=tuple(found),
            readings=self.rows().say(statistics.readings),
        )


def anchors_of(item: Item, language: str) -> tuple[tuple[str, str], ...]:
    """What each value of a scale stands for, the highest first."""
    if not isinstance(item.answer, Scale):
        return ()
    values = sorted((value for value, _ in item.answer.anchors), reverse=True)
    return tuple((number_text(value), anchor_of(item, value, language)) for value in values)


def _standing_out(people: tuple[PersonRow, ...]) -> PersonRow | None:
    odd = [one for one in people if one.stands_out and one.bias.value is not None]
    return max(odd, key=lambda one: abs(one.bias.value or 0), default=None)

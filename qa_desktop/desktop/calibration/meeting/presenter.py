"""The meeting, item by item, without Qt: what is shown, chosen, typed and decided."""

from fractions import Fraction

from qa_desktop.calibration.statistics.answer_texts import anchor_of, long_text
from qa_desktop.calibration.statistics.session import ItemStatistics
from qa_desktop.desktop.calibration.meeting.state import Decided, MeetingState, PlotColumn
from qa_desktop.desktop.calibration.results.presenter import ResultsPresenter
from qa_desktop.desktop.calibration.results.ruling_desk import RulingDesk
from qa_desktop.desktop.review.card.form import MAX_BUTTONS, scale_values
from qa_desktop.rubrics.given import answer_from_json
from qa_desktop.rubrics.model import Answer, Choice, Item, Measure, Multi, Scale
from qa_desktop.rubrics.numbers import number_text


class MeetingPresenter:
    """Every call gives the state that follows; those that write may raise ProblemError.

    What is written is about the item; the agreed answer is about the interaction that is looked
    at. Both are on disk as soon as they are typed or chosen.
    """

    def __init__(self, results: ResultsPresenter, desk: RulingDesk) -> None:
        """`results` keeps whether names are shown, and the interface's words."""
        self._results = results
        self._desk = desk
        self.items: tuple[ItemStatistics, ...] = tuple(
            one for one in results.loaded.statistics.items if one.divided
        )
        ruled = {ruling.item_id for ruling in desk.made()}
        self._place = next((n for n, one in enumerate(self.items) if one.item_id not in ruled), 0)
        self._interaction = self._most_divided()
        self._names_shown = False
        results.name_silently(anonymous=True)

    @property
    def is_empty(self) -> bool:
        """Nobody was divided about anything."""
        return not self.items

    # Moving

    def go(self, by: int) -> MeetingState:
        """So many items on (below 0: back), as far as there are."""
        return self.go_to(self._place + by)

    def go_to(self, place: int) -> MeetingState:
        place = min(max(place, 0), len(self.items) - 1)
        if place != self._place:
            self._place = place
            self._interaction = self._most_divided()
        return self.state()

    def go_to_item(self, item_id: str) -> MeetingState:
        places = [n for n, one in enumerate(self.items) if one.item_id == item_id]
        return self.go_to(places[0]) if places else self.state()

    def step_interaction(self, by: int) -> MeetingState:
        """The next or the one before, round and round."""
        every = self._interactions()
        place = every.index(self._interaction) + by
        return self.choose_interaction(every[place % len(every)])

    def choose_interaction(self, pseudonym: str) -> MeetingState:
        self._interaction = pseudonym
        return self.state()

    def show_names(self, *, shown: bool) -> MeetingState:
        self._names_shown = shown
        self._results.name_silently(anonymous=not shown)
        return self.state()

    # Deciding

    def typed(self, text: str) -> MeetingState:
        item_id = self._item.item_id
        answer = self._desk.state(item_id).answer
        self._desk.typed(item_id, None, text, answer)
        return self.state()

    def agree_on(self, answer: Answer | None) -> MeetingState:
        """For the interaction that is looked at; None takes it back."""
        item_id, about = self._item.item_id, self._interaction
        state = self._desk.state(item_id, about)
        if answer is None and state.ruling is not None and not state.ruling.text:
            # Nothing is left of it.
            self._desk.typed(item_id, about, "", None)
            self._desk.withdraw(state.ruling.id)
        else:
            self._desk.typed(item_id, about, state.text, answer)
        return self.state()

    def decide(self) -> MeetingState:
        """All that is typed and chosen about the item becomes its rulings."""
        item_id = self._item.item_id
        for about in (None, *self._interactions()):
            state = self._desk.state(item_id, about)
            if state.unsaved:
                self._desk.decide(item_id, about, state.text, state.answer, state.tags)
        return self.state()

    # The state

    @property
    def _item(self) -> ItemStatistics:
        return self.items[self._place]

    @property
    def labels(self) -> dict[str, str]:
        return self._results.labels

    @property
    def results(self) -> ResultsPresenter:
        return self._results

    def _interactions(self) -> tuple[str, ...]:
        """Those in which somebody answered the item."""
        answered = self._item.answers
        return tuple(
            one.pseudonym
            for one in self._results.loaded.graded.session.interactions
            if any(answer is not None for answer in answered.get(one.pseudonym, {}).values())
        )

    def _most_divided(self) -> str:
        """The interaction with the most different answers to the item."""
        if self.is_empty:
            return ""
        one = self._item

        def different(name: str) -> int:
            given = [answer for answer in one.answers[name].values() if answer is not None]
            return len({repr(answer) for answer in given})

        return max(one.divided, key=different)

    def state(self) -> MeetingState:
        """Not of an empty meeting."""
        one = self._item
        item = self._results.item(one.item_id)
        row = self._results.rows().item_row(one)
        chosen = self._results.interaction
        self._results.choose_interaction_silently(self._interaction)
        detail = self._results.detail(one.item_id)
        self._results.choose_interaction_silently(chosen)
        about_item = self._desk.state(one.item_id)
        about_this = self._desk.state(one.item_id, self._interaction)
        every = [about_item, *(self._desk.state(one.item_id, n) for n in self._interactions())]
        decided = self._decided()
        known = {line.item_id for line in decided}
        columns, missing = self._columns(item, one, about_this.answer)
        return MeetingState(
            place=self._place,
            count=len(self.items),
            item=item,
            title=row.title,
            section=row.section,
            share_pct=row.share_pct,
            agreement=row.agreement,
            guidance=detail.guidance,
            anchors=detail.anchors,
            interactions=self._interactions(),
            divided=one.divided,
            interaction=self._interaction,
            columns=columns,
            missing=missing,
            moments=detail.moments,
            names_shown=self._names_shown,
            text=about_item.text,
            agreed=about_this.answer,
            unsaved=any(state.unsaved for state in every),
            is_decided=any(state.ruling is not None for state in every),
            decided=decided,
            undecided=sum(each.item_id not in known for each in self.items),
        )

    def _columns(
        self, item: Item, one: ItemStatistics, agreed: Answer | None
    ) -> tuple[tuple[PlotColumn, ...], tuple[str, ...]]:
        """And who gave no answer."""
        given = one.answers.get(self._interaction, {})
        reference = one.reference.get(self._interaction)
        labels = self.labels
        order = [(who.fingerprint, labels[who.fingerprint]) for who in self._results.reviewers()]
        missing = tuple(label for person, label in order if given.get(person) is None)
        columns = []
        for answer, label, meaning in self._possible(item, one):
            many = isinstance(item.answer, Multi) and not answer.na

            def has(said: Answer | None, answer: Answer = answer, many: bool = many) -> bool:
                if said is None:
                    return False
                if not many:
                    return said == answer
                return (answer.values or ("",))[0] in (said.values or ())

            columns.append(
                PlotColumn(
                    label=label,
                    meaning=meaning,
                    people=tuple(label for person, label in order if has(given.get(person))),
                    answer=answer,
                    is_reference=has(reference),
                    is_agreed=has(agreed),
                )
            )
        return tuple(columns), missing

    def _possible(self, item: Item, one: ItemStatistics) -> list[tuple[Answer, str, str]]:
        """Each with how it is called and what it stands for, from the lowest to the highest."""
        language = self._results.language
        found: list[tuple[Answer, str, str]] = []
        match item.answer:
            case Scale() as scale if len(scale_values(scale)) <= MAX_BUTTONS:
                for value in reversed(scale_values(scale)):
                    meaning = anchor_of(item, value, language)
                    found.append((Answer(value=value), number_text(value), meaning))
            case Choice(options=options):
                found += [(Answer(value=o.id), o.title.to(language), "") for o in options]
            case Multi(options=options):
                found += [(Answer(values=(o.id,)), o.title.to(language), "") for o in options]
            case _:
                found.extend(self._numbers(item, one))
        given = (*one.answers.get(self._interaction, {}).values(),)
        if item.na_allowed or any(answer is not None and answer.na for answer in given):
            na = Answer(na=True)
            words = self._results.spoken.answers
            found.append((na, long_text(item, na, language, words), ""))
        return found

    def _numbers(self, item: Item, one: ItemStatistics) -> list[tuple[Answer, str, str]]:
        """Those that somebody gave, and the reference's."""
        answers = (
            *one.answers.get(self._interaction, {}).values(),
            one.reference.get(self._interaction),
            self._desk.state(one.item_id, self._interaction).answer,
        )
        values = {a.value for a in answers if a is not None and isinstance(a.value, Fraction)}
        unit = f" {item.answer.unit}" if isinstance(item.answer, Measure) else ""
        return [(Answer(value=v), f"{number_text(v)}{unit}", "") for v in sorted(values)]

    def _decided(self) -> tuple[Decided, ...]:
        """One line an item, in the order it was first decided."""
        said: dict[str, list[str]] = {}
        words, language = self._results.spoken, self._results.language
        for ruling in self._desk.made():
            lines = said.setdefault(ruling.item_id, [])
            if ruling.text:
                lines.insert(0, ruling.text)
            if ruling.answer is not None:
                item = self._results.item(ruling.item_id)
                answer = answer_from_json(dict(ruling.answer))
                text = long_text(item, answer, language, words.answers).partition(" (")[0]
                where = words.interactions.get(ruling.pseudonym or "", "")
                lines.append(f"{where}: {text}" if where else text)
        return tuple(
            Decided(
                item_id=item_id,
                title=self._results.item(item_id).text.to(language),
                said=" · ".join(lines),
            )
            for item_id, lines in said.items()
        )

"""Makes the rows of the results: items, sections and form, reviewers; without Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from qa_desktop.base.wording import wording
from qa_desktop.calibration.agreement.model import Coefficient, Why
from qa_desktop.calibration.statistics.answer_texts import Words, long_text, short_text
from qa_desktop.calibration.statistics.readings import say
from qa_desktop.calibration.statistics.session import (
    ItemStatistics,
    Reading,
    ReviewerStatistics,
    ScoreStatistics,
    VerdictStatistics,
)
from qa_desktop.desktop.calibration.results.loading import Loaded
from qa_desktop.desktop.calibration.results.state import (
    Agreement,
    AnswerCell,
    ItemRow,
    PartKind,
    PartRow,
    PersonRow,
    Piece,
    Reviewer,
    Tone,
)
from qa_desktop.rubrics.model import Answer, Item, Measure
from qa_desktop.rubrics.numbers import number_text, round_half_up

# More answers than these, or longer ones, are not read one by one.
MOST_PIECES = 6
_MOST_SIGNS = 10
_BAD_SHARE = 0.6
_DASH = "–"
_MOST_DIFFERING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The words of the interface that states are made with."""

    answers: Words
    interactions: Mapping[str, str]
    form: str
    outcome: str
    veto: str
    verdicts: Mapping[str, str]
    unanimous: str
    # Of measures: one band holds all.
    same_band: str
    # "{0} of {1}".
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """`shown`: the pseudonyms that answers are shown of; `labels` are what reviewers are called."""

    loaded: Loaded
    language: str
    spoken: Spoken
    labels: Mapping[str, str]
    reviewers: tuple[Reviewer, ...]
    shown: tuple[str, ...]

    def say(self, readings: tuple[Reading, ...]) -> tuple[str, ...]:
        words = wording(self.language)
        return tuple(say(one, words, self.labels) for one in readings)

    def agreement(
        self, coefficient: Coefficient, readings: tuple[Reading, ...] = (), note: str = ""
    ) -> Agreement:
        if coefficient.value is None and not note and coefficient.why is not None:
            note = why_words(coefficient.why, self.language)
        return Agreement(
            coefficient=coefficient,
            tone=tone_of(coefficient.value, self.loaded.statistics.targets.alpha),
            note=note if coefficient.value is None else "",
            readings=self.say(readings),
        )

    def item_row(self, one: ItemStatistics) -> ItemRow:
        item = self.items[one.item_id]
        sections = {s.id: s.title.to(self.language) for s in self.loaded.graded.rubric.sections}
        note = ""
        if one.unanimous is not None and isinstance(item.answer, Measure):
            note = self.spoken.same_band
        elif one.unanimous is not None:
            said = long_text(item, one.unanimous, self.language, self.spoken.answers)
            note = self.spoken.unanimous.format(said)
        ruled = {ruling.item_id for ruling in self.loaded.rulings}
        answers = self.summed(
            self._answer_cell(
                item,
                {name: one.answers.get(name, {}).get(who.fingerprint) for name in self.shown},
                {name for name, odd in one.deviating.items() if who.fingerprint in odd},
            )
            for who in self.reviewers
        )
        return ItemRow(
            id=one.item_id,
            title=item.text.to(self.language),
            section=sections.get(one.section_id, ""),
            agreement=self.agreement(one.alpha, one.readings, note),
            answers=answers,
            reference=(
                self.alone(
                    self._answer_cell(item, {n: one.reference.get(n) for n in self.shown}, set()),
                    answers,
                )
                if self.loaded.graded.reference
                else None
            ),
            share_pct=round(one.share * 100),
            to_settle=one.to_settle,
            ruled=one.item_id in ruled,
        )

    def _answer_cell(
        self, item: Item, answers: Mapping[str, Answer | None], odd: set[str]
    ) -> AnswerCell:
        words = self.spoken.answers
        pieces = tuple(
            Piece(text=short_text(item, answer, self.language, words), odd=name in odd)
            for name, answer in answers.items()
        )
        said = {
            name: long_text(item, answer, self.language, words) for name, answer in answers.items()
        }
        return self._cell(pieces, said)

    def _cell(self, pieces: tuple[Piece, ...], said: Mapping[str, str]) -> AnswerCell:
        count = sum(piece.odd for piece in pieces)
        if len(pieces) == 1:
            return AnswerCell(pieces=pieces, said=next(iter(said.values())), odd_count=count)
        lines = (f"{self.spoken.interactions[name]}: {text}" for name, text in said.items())
        return AnswerCell(pieces=pieces, said="\n".join(lines), odd_count=count)

    def summed(self, cells: Iterable[AnswerCell]) -> tuple[AnswerCell, ...]:
        """Of one row: where one cell's answers are too many to be read, all say how many of them
        deviate."""
        row = tuple(cells)
        if not any(map(_is_long, row)):
            return row
        return tuple(
            replace(
                cell,
                summary=True,
                pieces=(
                    Piece(
                        text=self.spoken.of.format(cell.odd_count, len(cell.pieces))
                        if cell.odd_count
                        else "=",
                        odd=cell.odd_count > 0,
                    ),
                ),
            )
            for cell in row
        )

    def alone(self, cell: AnswerCell, row: tuple[AnswerCell, ...]) -> AnswerCell:
        """The reference's, which deviates from nothing; shortened where its row is."""
        if not _is_long(cell) and not any(one.summary for one in row):
            return cell
        return replace(cell, summary=True, pieces=(Piece(text="…"),))

    def parts(self) -> tuple[PartRow, ...]:
        statistics = self.loaded.statistics
        titles = {s.id: s.title.to(self.language) for s in self.loaded.graded.rubric.sections}
        return (
            self._score_row(PartKind.FORM, self.spoken.form, statistics.form),
            self._verdict_row(PartKind.OUTCOME, self.spoken.outcome, statistics.outcome),
            self._verdict_row(PartKind.VETO, self.spoken.veto, statistics.veto),
            *(
                self._score_row(PartKind.SECTION, titles.get(one.section_id or "", ""), one)
                for one in statistics.sections
            ),
        )

    def _score_row(self, kind: PartKind, title: str, one: ScoreStatistics) -> PartRow:
        points = self.loaded.statistics.targets.points

        def cell(scores: Mapping[str, float | None]) -> AnswerCell:
            pieces = []
            for name in self.shown:
                beside = one.reference.get(name)
                if beside is None:
                    beside = _middle(one.scores.get(name, {}))
                score = scores.get(name)
                odd = score is not None and beside is not None and abs(score - beside) > points
                pieces.append(Piece(text=_score_text(score), odd=odd))
            said = {name: p.text for name, p in zip(self.shown, pieces, strict=True)}
            return self._cell(tuple(pieces), said)

        answers = self.summed(
            cell({n: one.scores.get(n, {}).get(who.fingerprint) for n in self.shown})
            for who in self.reviewers
        )
        has_reference = bool(self.loaded.graded.reference)
        return PartRow(
            kind=kind,
            title=title,
            agreement=self.agreement(one.alpha, one.readings),
            within_pct=_percent(one.within.value),
            answers=answers,
            reference=self.alone(cell(one.reference), answers) if has_reference else None,
        )

    def _verdict_row(self, kind: PartKind, title: str, one: VerdictStatistics) -> PartRow:
        def cell(verdicts: Mapping[str, str | None], *, marked: bool) -> AnswerCell:
            pieces, said = [], {}
            for name in self.shown:
                verdict = verdicts.get(name)
                text = _DASH if verdict is None else self.spoken.verdicts.get(verdict, verdict)
                usual = one.reference.get(name) or _usual(one.verdicts.get(name, {}))
                odd = marked and None not in (verdict, usual) and verdict != usual
                pieces.append(Piece(text=text, odd=odd))
                said[name] = text
            return self._cell(tuple(pieces), said)

        answers = self.summed(
            cell(
                {n: one.verdicts.get(n, {}).get(who.fingerprint) for n in self.shown},
                marked=True,
            )
            for who in self.reviewers
        )
        reference = None
        if self.loaded.graded.reference:
            reference = self.alone(cell(one.reference, marked=False), answers)
        return PartRow(
            kind=kind,
            title=title,
            agreement=self.agreement(one.alpha, one.readings),
            within_pct=_percent(one.percent.value),
            answers=answers,
            reference=reference,
        )

    def person(self, one: ReviewerStatistics) -> PersonRow:
        items = self.items
        low, high = one.bias.ci_low, one.bias.ci_high
        return PersonRow(
            fingerprint=one.fingerprint,
            label=self.labels.get(one.fingerprint, one.fingerprint[:8]),
            scores=one.n_scores,
            bias=one.bias,
            bias_from_reference=one.bias_from == "reference",
            spread=one.spread,
            deviation=one.mad,
            severity=one.severity,
            same_pct=_percent(one.same_answers),
            most_differing=tuple(
                items[each.item_id].text.to(self.language)
                for each in one.items[:_MOST_DIFFERING]
                if each.differing and each.item_id in items
            ),
            readings=self.say(one.readings),
            stands_out=low is not None and high is not None and (low > 0 or high < 0),
        )

    @property
    def items(self) -> dict[str, Item]:
        return {item.id: item for item in self.loaded.graded.rubric.items()}


def tone_of(value: float | None, target: float) -> Tone:
    if value is None:
        return Tone.NONE
    if value >= target:
        return Tone.GOOD
    return Tone.CAUTION if value >= _BAD_SHARE * target else Tone.BAD


def why_words(why: Why, language: str) -> str:
    return wording(language)(f"agreement.why.{why.name.lower()}")


def _is_long(cell: AnswerCell) -> bool:
    signs = sum(len(piece.text) for piece in cell.pieces)
    return len(cell.pieces) > 1 and (len(cell.pieces) > MOST_PIECES or signs > _MOST_SIGNS)


def _percent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)


def _score_text(score: float | None) -> str:
    return _DASH if score is None else number_text(round_half_up(Fraction(score), 1))


def _middle(scores: Mapping[str, float | None]) -> float | None:
    known = sorted(score for score in scores.values() if score is not None)
    if not known:
        return None
    half = len(known) // 2
    return known[half] if len(known) % 2 else (known[half - 1] + known[half]) / 2


def _usual(verdicts: Mapping[str, str | None]) -> str | None:
    """What more than half say."""
    known = [one for one in verdicts.values() if one is not None]
    return next((one for one in known if 2 * known.count(one) > len(known)), None)

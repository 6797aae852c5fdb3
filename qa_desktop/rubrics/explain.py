"""Why a score is what it is: rows of figures that a person can add up by hand."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from qa_desktop.base.wording import Wording, wording
from qa_desktop.rubrics.model import AdjustmentKind, Effect, Item, Rubric, Scope
from qa_desktop.rubrics.numbers import format_score
from qa_desktop.rubrics.result import (
    AppliedAdjustment,
    HeldVeto,
    ItemScore,
    Outcome,
    Result,
    SectionScore,
)

_PLACES_PAST_ROUNDING = 2


class RowKind(StrEnum):
    SCENARIO = "scenario"
    SECTION = "section"
    ITEM = "item"
    SUBTOTAL = "subtotal"
    ADJUSTMENT = "adjustment"
    CLAMP = "clamp"
    VETO = "veto"
    TOTAL = "total"
    GRADE = "grade"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the explanation.

    `points` is what the row adds to the score, in points of the 0-100 scale; None for rows that
    only tell. The points of all rows add up to the score exactly. `figure` is what stands at the
    line's end. `id` is the section's, item's or adjustment's.
    """

    kind: RowKind
    label: str
    detail: str
    figure: str
    points: Fraction | None = None
    id: str = ""


def explain(rubric: Rubric, result: Result, language: str) -> tuple[Row, ...]:
    """The rows in reading order; while answers are missing they explain the score so far."""
    return _Explanation(rubric, result, wording(language)).rows()


class _Explanation:
    def __init__(self, rubric: Rubric, result: Result, words: Wording) -> None:
        self._rubric = rubric
        self._result = result
        self._words = words
        self._items = {item.id: item for item in rubric.items()}
        self._titles = {s.id: s.title.to(words.language) for s in rubric.sections}

    def rows(self) -> tuple[Row, ...]:
        result = self._result
        rows = self._scenario()
        for section in result.sections:
            rows += self._section(section)
        if result.raw is not None and result.score_so_far is not None:
            rows.append(self._telling(RowKind.SUBTOTAL, "subtotal", self._exact(result.raw)))
            rows += [self._adjustment(adjustment) for adjustment in result.adjustments]
            rows += self._ending(result.raw, result.score_so_far)
            rows += self._grade()
        rows.append(self._outcome())
        return tuple(rows)

    def _say(self, key: str, **values: object) -> str:
        return self._words(f"rubrics.explain.{key}", **values)

    def _exact(self, value: Fraction) -> str:
        """Enough decimals to add up by hand; those past the rubric's own only where they count."""
        decimals = self._result.rounding
        text = format_score(value, decimals + _PLACES_PAST_ROUNDING)
        for _ in range(_PLACES_PAST_ROUNDING):
            if not text.endswith("0"):
                return text
            text = text[:-1]
        return text.removesuffix(".")

    def _signed(self, value: Fraction) -> str:
        text = self._exact(value)
        return f"−{text[1:]}" if text.startswith("-") else f"+{text}"

    def _telling(self, kind: RowKind, key: str, figure: str, detail: str = "") -> Row:
        return Row(kind=kind, label=self._say(key), detail=detail, figure=figure)

    def _scenario(self) -> list[Row]:
        for scenario in self._rubric.scenarios:
            if scenario.id == self._result.scenario:
                title = scenario.title.to(self._words.language)
                return [self._telling(RowKind.SCENARIO, "scenario", title)]
        return []

    def _section(self, section: SectionScore) -> list[Row]:
        if section.score is None:
            detail, figure = self._say("section_left_out"), "–"
        else:
            detail = self._say("section_weight", weight=self._exact(section.weight))
            figure = self._exact(section.score)
        rows = [
            Row(
                kind=RowKind.SECTION,
                label=self._titles[section.id],
                detail=detail,
                figure=figure,
                id=section.id,
            )
        ]
        items = [item for item in self._result.items if item.section_id == section.id]
        rows += [self._item(item) for item in items]
        lost = section.contribution - sum((item.contribution for item in items), Fraction(0))
        held = [
            veto
            for veto in self._result.vetoes
            if veto.scope is Scope.SECTION and veto.section == section.id
        ]
        return rows + self._vetoes(held, lost)

    def _item(self, item: ItemScore) -> Row:
        text = self._items[item.id].text.to(self._words.language)
        if item.score is None:
            detail = self._say("item_na_excluded" if item.na else "item_missing")
            return Row(kind=RowKind.ITEM, label=text, detail=detail, figure="–", id=item.id)
        values = {
            "score": self._exact(item.score),
            "before": self._exact(item.score_before_veto or item.score),
            "weight": self._exact(item.weight),
        }
        key = "item_na_counted" if item.na else "item_times_weight"
        if any(v.item == item.id and v.scope is Scope.ITEM for v in self._result.vetoes):
            key = "item_vetoed"
        return Row(
            kind=RowKind.ITEM,
            label=text,
            detail=self._say(key, **values),
            figure=self._exact(item.contribution),
            points=item.contribution,
            id=item.id,
        )

    def _vetoes(self, held: list[HeldVeto], lost: Fraction) -> list[Row]:
        """Together they cost `lost`, which stands at the first that acts; the rest only tell."""
        rows = []
        costs = lost
        for veto in sorted(held, key=self._strictness):
            rows.append(
                Row(
                    kind=RowKind.VETO,
                    label=self._item_text(self._items[veto.item]),
                    detail=self._veto_detail(veto),
                    figure=self._signed(costs) if costs else "–",
                    points=costs,
                    id=veto.item,
                )
            )
            costs = Fraction(0)
        return rows

    def _strictness(self, veto: HeldVeto) -> tuple[int, Fraction]:
        order = {Effect.ZERO: 0, Effect.CAP: 1, Effect.FAIL_KEEP_SCORE: 2}
        return order[veto.effect], veto.cap or Fraction(0)

    def _item_text(self, item: Item) -> str:
        return self._say("veto_label", item=item.text.to(self._words.language))

    def _veto_detail(self, veto: HeldVeto) -> str:
        scope = self._say(f"scope_{veto.scope.value}")
        if veto.effect is Effect.CAP and veto.cap is not None:
            return self._say("veto_cap", scope=scope, cap=self._exact(veto.cap))
        return self._say(f"veto_{veto.effect.value}", scope=scope)

    def _adjustment(self, applied: AppliedAdjustment) -> Row:
        adjustment = next(a for a in self._rubric.adjustments if a.id == applied.id)
        full = adjustment.points * applied.times
        if applied.kind is AdjustmentKind.GRADE_LIFT:
            detail, figure = self._say("lift_detail", steps=applied.steps), "–"
        else:
            points = self._exact(adjustment.points)
            key = "points_capped" if abs(applied.points) < full else "points_times"
            detail = self._say(key, points=points, times=applied.times)
            figure = self._signed(applied.points)
        return Row(
            kind=RowKind.ADJUSTMENT,
            label=adjustment.title.to(self._words.language),
            detail=detail,
            figure=figure,
            points=applied.points,
            id=applied.id,
        )

    def _ending(self, raw: Fraction, final: Fraction) -> list[Row]:
        scoring = self._rubric.scoring
        adjusted = raw + sum((a.points for a in self._result.adjustments), Fraction(0))
        clamped = max(adjusted, scoring.floor)
        if scoring.cap is not None:
            clamped = min(clamped, scoring.cap)
        rows = []
        if clamped != adjusted:
            key = "floor" if clamped > adjusted else "cap"
            rows.append(
                Row(
                    kind=RowKind.CLAMP,
                    label=self._say(key),
                    detail=self._exact(clamped),
                    figure=self._signed(clamped - adjusted),
                    points=clamped - adjusted,
                )
            )
        held = [veto for veto in self._result.vetoes if veto.scope is Scope.FORM]
        rows += self._vetoes(held, final - clamped)
        key = "so_far" if self._result.missing else "total"
        figure = format_score(final, scoring.rounding)
        shown = self._exact(final)
        detail = self._say("rounded", exact=shown) if Fraction(shown) != Fraction(figure) else ""
        return [*rows, self._telling(RowKind.TOTAL, key, figure, detail)]

    def _grade(self) -> list[Row]:
        for grade in self._rubric.grades:
            if grade.id == self._result.grade_so_far:
                title = grade.title.to(self._words.language)
                return [self._telling(RowKind.GRADE, "grade", title)]
        return []

    def _outcome(self) -> Row:
        result = self._result
        detail = ""
        if result.outcome is Outcome.INCOMPLETE:
            detail = self._say("left_to_answer", count=len(result.missing))
        elif any(veto.scope is Scope.FORM for veto in result.vetoes):
            detail = self._say("failed_by_veto")
        elif result.score is not None:
            mark = self._exact(self._rubric.scoring.pass_mark)
            sign = "≥" if result.outcome is Outcome.PASS else "<"
            detail = f"{self._exact(result.score)} {sign} {mark}"
        figure = self._say(f"outcome_{result.outcome.value}")
        return self._telling(RowKind.OUTCOME, "outcome", figure, detail)

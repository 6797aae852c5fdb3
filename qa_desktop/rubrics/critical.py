"""Critical accuracy: how many contacts were free of an error that harms somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.result import Outcome, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalAccuracy:
    """`asked`: contacts on which an item of the class was answered; `with_error`: those of them
    with at least one such item below its full score."""

    asked: int
    with_error: int

    @property
    def accuracy(self) -> Fraction | None:
        """0..1; None when the class was never asked."""
        return 1 - Fraction(self.with_error, self.asked) if self.asked else None


def critical_accuracy(
    evaluations: Iterable[tuple[Rubric, Result]],
) -> dict[str, CriticalAccuracy]:
    """By class ("customer", "business", "compliance"); incomplete evaluations don't count."""
    asked: dict[str, int] = {}
    errors: dict[str, int] = {}
    for rubric, result in evaluations:
        if result.outcome is Outcome.INCOMPLETE:
            continue
        classes = {item.id: item.critical for item in rubric.items()}
        faultless: dict[str, bool] = {}
        for item in result.items:
            class_ = classes[item.id]
            if class_ is None or item.na or item.score_before_veto is None:
                continue
            right = item.score_before_veto >= 1
            faultless[class_] = faultless.get(class_, True) and right
        for class_, right in faultless.items():
            asked[class_] = asked.get(class_, 0) + 1
            errors[class_] = errors.get(class_, 0) + (not right)
    return {
        class_: CriticalAccuracy(asked=count, with_error=errors[class_])
        for class_, count in asked.items()
    }

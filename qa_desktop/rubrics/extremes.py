"""The best and the worst that an answer can score."""

from fractions import Fraction

from qa_desktop.rubrics.model import AnswerType, Choice, Measure, Multi, Note, Points, Scale

ZERO, ONE = Fraction(0), Fraction(1)


def best_and_worst(answer: AnswerType) -> tuple[Fraction, Fraction]:
    """Item scores in [0, 1]; a note has none and gives (0, 0)."""
    match answer:
        case Scale(min=low, max=high, ratio=ratio):
            return ONE, low / high if ratio and high else ZERO
        case Choice(options=options):
            scores = [option.score for option in options]
            return max(scores), min(scores)
        case Multi(options=options):
            gains = sum((o.score for o in options if o.score > 0), ZERO)
            return min(gains, ONE), ZERO
        case Points():
            return ONE, ZERO
        case Measure(bands=bands):
            scores = [band.score for band in bands]
            return max(scores), min(scores)
        case Note():
            return ZERO, ZERO

"""Words the scores, verdicts and reviewers of a calibration report."""

from functools import partial

from qa_desktop.calibration.exporting import Results
from qa_desktop.calibration.statistics.model import ScoreStatistics, VerdictStatistics
from qa_desktop.sheets.calibration_content import FigureLine, ReviewerLine
from qa_desktop.sheets.calibration_figures import (
    NOTHING,
    coefficient_words,
    drawn,
    percent,
    points,
    points_words,
)
from qa_desktop.sheets.calibration_items import unit_words
from qa_desktop.sheets.calibration_words import ReportWords

_LEAST_REACH = 10.0
_MOST_UNITS = 8


def score_lines(results: Results, words: ReportWords) -> list[FigureLine]:
    """The form first; title, alpha, ICC, within the target, near the reference, mean range."""
    said = results.statistics
    titles = {section.id: section.title for section in results.graded.rubric.sections}
    rows = [_score_line(words.label("whole_form"), said.form, words, strong=True)]
    return rows + [
        _score_line(words.text(titles[str(one.section_id)]), one, words) for one in said.sections
    ]


def _score_line(
    title: str, said: ScoreStatistics, words: ReportWords, *, strong: bool = False
) -> FigureLine:
    cells = (
        title,
        coefficient_words(said.alpha, words),
        coefficient_words(said.icc.icc2, words) if said.icc.icc2.value is not None else NOTHING,
        percent(said.within.value),
        percent(said.within_reference.value),
        points(said.mean_range),
    )
    return FigureLine(cells=cells, strong=strong)


def verdict_lines(results: Results, words: ReportWords) -> list[FigureLine]:
    """Question, pairs alike, alpha, AC1, on which interactions they differ."""
    said = results.statistics
    return [
        _verdict_line(words.label("verdict_outcome"), said.outcome, words),
        _verdict_line(words.label("verdict_veto"), said.veto, words),
    ]


def _verdict_line(title: str, said: VerdictStatistics, words: ReportWords) -> FigureLine:
    units = [words.each(partial(unit_words, unit)) for unit in said.divided[:_MOST_UNITS]]
    if len(said.divided) > _MOST_UNITS:
        units.append("…")
    alike = words.label("verdict_alike_of", alike=said.pairs_alike, pairs=said.pairs)
    cells = (
        title,
        f"{percent(said.percent.value)} ({alike})",
        coefficient_words(said.alpha, words),
        coefficient_words(said.gwet, words),
        ", ".join(units) or words.label("none"),
    )
    return FigureLine(cells=cells)


def bias_reach(results: Results) -> float:
    """So many points either way hold every reviewer's interval, 10 at least."""
    ends = [
        abs(end)
        for one in results.statistics.reviewers
        for end in (one.bias.value, one.bias.ci_low, one.bias.ci_high)
        if end is not None
    ]
    return min(max([_LEAST_REACH, *ends]), 50.0)


def reviewer_lines(results: Results) -> list[ReviewerLine]:
    """By what they are called: bias, spread, mean deviation, severity, same answers."""
    return [
        ReviewerLine(
            who=results.call(one.fingerprint),
            bias=drawn(one.bias),
            cells=(
                points_words(one.bias),
                points(one.spread),
                points(one.mad.value),
                points_words(one.severity),
                percent(one.same_answers),
            ),
        )
        for one in results.reviewers()
    ]

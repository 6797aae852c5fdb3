"""The tables of a session's results, the same in every kind of file."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_desktop.base.clock import to_text
from qa_desktop.calibration.agreement import Coefficient
from qa_desktop.calibration.exporting.model import Results
from qa_desktop.calibration.exporting.rated import by_call, in_order, rated_tables
from qa_desktop.calibration.exporting.values import (
    answer_text,
    category_text,
    place_on_scale,
    rated_value,
)
from qa_desktop.rubrics.given import answer_from_json
from qa_desktop.rubrics.model import Answer, Item

Cell = str | int | float | None
# The rater whose values are the reference's; it is none of the raters of a coefficient.
REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`name` is that of the file and of the sheet; None is an empty cell."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def all_tables(results: Results) -> tuple[Table, ...]:
    return (
        ratings_table(results),
        coefficients_table(results),
        items_table(results),
        reviewers_table(results),
        answers_table(results),
        scores_table(results),
        rulings_table(results),
        method_table(results),
    )


def ratings_table(results: Results) -> Table:
    rows = [
        (table.key, table.level.value, *rating)
        for table in rated_tables(results)
        for rating in table.ratings
    ]
    columns = ("table", "level", "unit", "rater", "value")
    return Table(name="ratings", columns=columns, rows=tuple(rows))


def coefficients(results: Results) -> Iterator[tuple[str, str, Coefficient]]:
    """Every published figure that has an interval: table, name, coefficient."""
    said = results.statistics
    yield "all items", "krippendorff_alpha", said.overall
    yield "all items", "percent_agreement", said.percent
    for key, score in (
        ("form", said.form),
        *((f"section:{s.section_id}", s) for s in said.sections),
    ):
        yield key, "krippendorff_alpha", score.alpha
        for name in ("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"):
            yield key, name, getattr(score.icc, name)
        yield key, "within_points", score.within
        yield key, "within_points_of_reference", score.within_reference
    for key, verdict in (("outcome", said.outcome), ("veto", said.veto)):
        yield key, "krippendorff_alpha", verdict.alpha
        yield key, "percent_agreement", verdict.percent
        yield key, "exact_agreement", verdict.exact
        yield key, "gwet_ac", verdict.gwet
    for item in in_order(results):
        key = f"item:{item.item_id}"
        yield key, "krippendorff_alpha", item.alpha
        yield key, "percent_agreement", item.percent
        yield key, "exact_agreement", item.exact
        yield key, "gwet_ac", item.gwet
    for reviewer in results.reviewers():
        key = f"reviewer:{results.call(reviewer.fingerprint)}"
        yield key, "bias", reviewer.bias
        yield key, "mean_absolute_deviation", reviewer.mad
        yield key, "severity", reviewer.severity


def coefficients_table(results: Results) -> Table:
    rows = [
        (table, name, *_interval(said), said.se, said.n, said.method, said.why, said.ci_why)
        for table, name, said in coefficients(results)
    ]
    columns = (
        *("table", "coefficient", "value", "ci_low", "ci_high", "se", "n", "method", "why"),
        "why_no_interval",
    )
    return Table(name="coefficients", columns=columns, rows=tuple(rows))


def items_table(results: Results) -> Table:
    """In the order of disagreement, as the report has them."""
    titles = {item.id: item.text for item in results.graded.rubric.items()}
    rows = []
    for item in results.statistics.items:
        title = titles[item.item_id]
        rows.append(
            (
                item.item_id,
                item.section_id,
                title.to("en"),
                title.to("zh-CN"),
                item.level.value,
                *_interval(item.alpha),
                item.alpha.why,
                item.percent.value,
                item.exact.value,
                item.gwet.value,
                item.disagreement,
                item.share,
                _yes(item.to_settle),
                item.with_reference,
            )
        )
    columns = (
        *("item", "section", "title_en", "title_zh", "level", "alpha", "alpha_low", "alpha_high"),
        *("alpha_why", "percent_agreement", "exact_agreement", "gwet_ac", "disagreement"),
        *("share_of_disagreement", "to_settle", "like_reference"),
    )
    return Table(name="items", columns=columns, rows=tuple(rows))


def reviewers_table(results: Results) -> Table:
    rows = [
        (
            results.call(one.fingerprint),
            one.n_scores,
            one.bias_from,
            *_interval(one.bias),
            one.spread,
            *_interval(one.mad),
            *_interval(one.severity),
            one.same_answers,
        )
        for one in results.reviewers()
    ]
    columns = (
        *("rater", "scores", "bias_from", "bias", "bias_low", "bias_high", "spread", "mad"),
        *("mad_low", "mad_high", "severity", "severity_low", "severity_high", "same_answers"),
    )
    return Table(name="reviewers", columns=columns, rows=tuple(rows))


def answers_table(results: Results) -> Table:
    """A line an answer, the reference's too; `value` as alpha has it, `category` as shares have."""
    rows: list[tuple[Cell, ...]] = []
    asked = {item.id: item for item in results.graded.rubric.items()}
    for said in in_order(results):
        item, head = asked[said.item_id], (said.item_id, said.section_id)
        for unit in results.statistics.interactions:
            for one, answer in by_call(results, said.answers.get(unit, {})):
                if answer is not None:
                    deviates = _yes(one in said.deviating.get(unit, frozenset()))
                    cells = _answer_cells(item, answer)
                    rows.append((*head, unit, results.call(one), *cells, deviates))
            reference = said.reference.get(unit)
            if reference is not None:
                rows.append((*head, unit, REFERENCE, *_answer_cells(item, reference), None))
    columns = (
        *("item", "section", "unit", "rater", "answer", "category", "value", "place", "na"),
        "deviates",
    )
    return Table(name="answers", columns=columns, rows=tuple(rows))


def _answer_cells(item: Item, answer: Answer) -> tuple[Cell, ...]:
    return (
        answer_text(answer),
        category_text(item, answer),
        rated_value(item, answer),
        place_on_scale(item, answer),
        _yes(answer.na),
    )


def scores_table(results: Results) -> Table:
    said = results.statistics
    rows: list[tuple[Cell, ...]] = []
    for unit in said.interactions:
        for one, score in by_call(results, said.form.scores.get(unit, {})):
            verdicts = (said.outcome.verdicts[unit].get(one), said.veto.verdicts[unit].get(one))
            sections = [section.scores[unit].get(one) for section in said.sections]
            # What was not graded has no line; what could not be scored has one without a score.
            if verdicts != (None, None):
                rows.append((unit, results.call(one), score, *verdicts, *sections))
        if said.form.reference.get(unit) is not None:
            verdicts = (said.outcome.reference.get(unit), said.veto.reference.get(unit))
            sections = [section.reference.get(unit) for section in said.sections]
            rows.append((unit, REFERENCE, said.form.reference[unit], *verdicts, *sections))
    names = [f"section:{section.section_id}" for section in said.sections]
    columns = ("unit", "rater", "score", "outcome", "veto", *names)
    return Table(name="scores", columns=columns, rows=tuple(rows))


def rulings_table(results: Results) -> Table:
    rows = [
        (
            ruling.item_id,
            ruling.pseudonym,
            ruling.text,
            answer_text(answer_from_json(dict(ruling.answer))) if ruling.answer else "",
            " ".join(ruling.tags),
            to_text(ruling.ruled_at),
        )
        for ruling in results.rulings
    ]
    columns = ("item", "unit", "ruling", "answer", "tags", "ruled_at")
    return Table(name="rulings", columns=columns, rows=tuple(rows))


def method_table(results: Results) -> Table:
    """Facts about the session and how its figures came about."""
    session, anchors = results.graded.session, results.anchors
    targets = results.statistics.targets
    facts: list[tuple[str, Cell]] = [
        ("session", session.id),
        ("title", session.title),
        ("mode", session.mode.value),
        ("revision", session.revision),
        ("rubric", session.rubric_id),
        ("rubric_version", session.rubric_version),
        ("rubric_hash", session.rubric_hash),
        ("interactions", len(session.interactions)),
        ("raters", len(results.statistics.reviewers)),
        ("submissions_verified", results.checked),
        ("reference", _reference_word(results)),
        ("target_alpha", targets.alpha),
        ("target_points", targets.points),
        ("target_exact", targets.exact),
        ("closed_at", "" if session.closed_at is None else to_text(session.closed_at)),
        ("revealed_at", "" if session.revealed_at is None else to_text(session.revealed_at)),
        ("made_at", to_text(results.made_at)),
        *((f"manifest_{n}", said) for n, said in enumerate(anchors.manifests, start=1)),
        ("closing", anchors.closing),
        ("reveal", anchors.reveal),
        ("audit_head", anchors.audit_head),
    ]
    for exclusion in results.graded.exclusions:
        who = results.call(exclusion.fingerprint)
        place = f"{who} {exclusion.pseudonym}" if exclusion.pseudonym else who
        facts.append((f"excluded: {place}", exclusion.reason))
    return Table(name="method", columns=("name", "value"), rows=tuple(facts))


def _interval(said: Coefficient) -> tuple[float | None, float | None, float | None]:
    return said.value, said.ci_low, said.ci_high


def _yes(told: bool) -> str:
    return "yes" if told else "no"


def _reference_word(results: Results) -> str:
    graded = results.graded
    if graded.agreed_at is not None:
        return "agreed on in the meeting"
    return "committed at the start" if graded.reference else "none"

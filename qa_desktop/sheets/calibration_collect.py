"""Words everything that a calibration report says."""

from collections import Counter
from functools import partial

from qa_desktop.base.wording import Wording
from qa_desktop.calibration.exporting import Results
from qa_desktop.calibration.model import Exclusion, Mode
from qa_desktop.calibration.naming import letters, people_of
from qa_desktop.calibration.statistics.model import Reading
from qa_desktop.calibration.statistics.readings import say
from qa_desktop.interactions.model import Kind
from qa_desktop.sheets import calibration_items, calibration_people
from qa_desktop.sheets.calibration_content import ReportContent, Tile
from qa_desktop.sheets.calibration_figures import figure, interval_words, percent, points, why_words
from qa_desktop.sheets.calibration_words import ReportWords
from qa_desktop.sheets.wordings import day

_SHORT = 8
_MANY_REVIEWERS = 8
_KIND_KEYS = {Kind.RECORDING: "call", Kind.CHAT: "chat", Kind.TICKET: "ticket"}


def word_report(results: Results, words: ReportWords, *, organisation: str = "") -> ReportContent:
    """Everything the report says, in the languages of `words`."""
    said = results.statistics
    session = results.graded.session
    grids, left_out = calibration_items.grids(results, words)
    return ReportContent(
        over=" · ".join(filter(None, (organisation, words.label("over")))),
        heading=session.title,
        figure=_alpha(results, words),
        figure_interval=interval_words(said.overall),
        figure_name=words.label("overall"),
        facts=_facts(results, words),
        tiles=_tiles(results, words),
        findings=readings(said.readings, results, words),
        took_part=_took_part(results, words),
        took_part_note=words.sentence("anonymous_note" if results.anonymous else "names_note"),
        verified=_verified(results, words),
        not_counted=_not_counted(results, words),
        target=said.targets.alpha,
        target_points=points(said.targets.points),
        items=calibration_items.lines(results, words),
        grids=grids,
        grids_left_out=words.sentence("grids_left_out", n=left_out) if left_out else "",
        scores=calibration_people.score_lines(results, words),
        score_readings=readings(said.form.readings, results, words),
        verdicts=calibration_people.verdict_lines(results, words),
        verdict_readings=readings((*said.outcome.readings, *said.veto.readings), results, words),
        bias_reach=calibration_people.bias_reach(results),
        reviewers=calibration_people.reviewer_lines(results),
        reviewer_readings=_reviewer_readings(results, words),
        bias_note=words.sentence(_bias_key(results)),
        rulings=calibration_items.rulings(results, words),
        method=_method(results, words),
        hashes=_hashes(results, words),
        small_print=_small_print(results, words),
    )


def readings(said: tuple[Reading, ...], results: Results, words: ReportWords) -> list[str]:
    return [words.lines(partial(say, reading, names=results.called)) for reading in said]


def _reviewer_readings(results: Results, words: ReportWords) -> list[str]:
    """Of many reviewers only those whose interval leaves zero out: the others may be chance."""
    told = results.reviewers()
    if len(told) > _MANY_REVIEWERS:
        told = [one for one in told if one.bias.interval and not _holds_zero(*one.bias.interval)]
    return [line for one in told for line in readings(one.readings, results, words)]


def _holds_zero(low: float, high: float) -> bool:
    return low <= 0 <= high


def _alpha(results: Results, words: ReportWords) -> str:
    overall = results.statistics.overall
    if overall.value is None:
        return "—" if overall.why is None else why_words(overall.why, words)
    return f"α {figure(overall.value)}"


def _facts(results: Results, words: ReportWords) -> list[tuple[str, str]]:
    session, rubric = results.graded.session, results.graded.rubric
    title = words.text(rubric.title)
    kinds = Counter(interaction.kind for interaction in session.interactions)
    graded = words.each(
        lambda one: one("calibration_report.list_separator").join(
            one(f"calibration_report.{_KIND_KEYS[kind]}{'_one' if n == 1 else ''}", n=n)
            for kind, n in kinds.items()
        )
    )
    revealed = session.revealed_at or results.made_at
    return [
        (
            words.label("fact_rubric"),
            words.each(
                lambda one: one(
                    "calibration_report.rubric",
                    title=rubric.title.to(one.language) if len(words.languages) > 1 else title,
                    version=rubric.version,
                )
            ),
        ),
        (words.label("fact_graded"), graded),
        (words.label("fact_reviewers"), str(len(results.statistics.reviewers))),
        (words.label("fact_mode"), words.label(f"mode_{session.mode.value}")),
        (words.label("fact_reference"), words.label(f"reference_{_reference(results)}")),
        (words.label("fact_revealed"), words.each(lambda one: day(revealed, one.language))),
        (words.label("fact_led_by"), session.lead.name),
    ]


def _reference(results: Results) -> str:
    if results.graded.agreed_at is not None:
        return "agreed"
    return "committed" if results.graded.reference else "none"


def _tiles(results: Results, words: ReportWords) -> list[Tile]:
    said = results.statistics
    outcome, form = said.outcome, said.form
    target = points(said.targets.points)
    tiles = [
        Tile(
            figure=percent(outcome.percent.value),
            unit=words.label("tile_outcome"),
            told=words.sentence("tile_outcome_told", alike=outcome.pairs_alike, pairs=outcome.pairs)
            if outcome.pairs
            else words.sentence("tile_outcome_none"),
        ),
        Tile(
            figure=percent(form.within.value),
            unit=words.label("tile_within", points=target),
            told=words.sentence("tile_within_none")
            if form.mean_range is None
            else words.sentence("tile_within_told", range=points(form.mean_range)),
        ),
    ]
    count = len(said.to_settle)
    told = words.sentence(
        "tile_settle_none", alpha=figure(said.targets.alpha), exact=percent(said.targets.exact)
    )
    if count:
        told = words.sentence("tile_settle_told", share=round(said.to_settle_share * 100))
    unit = words.label("tile_settle_one" if count == 1 else "tile_settle")
    return [*tiles, Tile(figure=str(count), unit=unit, told=told)]


def _took_part(results: Results, words: ReportWords) -> list[tuple[str, str, str]]:
    """Letter, name ("" where anonymous), how many of the interactions count."""
    session = results.graded.session
    count = Counter(grading.fingerprint for grading in results.graded.gradings)
    total = len(session.interactions)
    by_letter = letters(session)
    # B before AA.
    people = sorted(
        people_of(session), key=lambda p: (len(by_letter[p.fingerprint]), by_letter[p.fingerprint])
    )
    return [
        (
            by_letter[person.fingerprint],
            "" if results.anonymous else results.call(person.fingerprint),
            words.label("graded_of", n=count[person.fingerprint], total=total),
        )
        for person in people
        if count[person.fingerprint] or person in session.participants
    ]


def _verified(results: Results, words: ReportWords) -> list[str]:
    session = results.graded.session
    lines = [
        words.sentence("verified_submissions", n=results.checked),
        words.sentence("verified_manifest", n=session.revision),
    ]
    if session.has_reference:
        lines.append(words.sentence("verified_reference"))
    if results.graded.agreed_at is not None:
        lines.append(words.sentence("verified_agreed"))
    lines.append(
        words.sentence("verified_strict" if session.mode is Mode.STRICT else "verified_sealed")
    )
    if results.late:
        lines.append(words.sentence("verified_late", n=results.late))
    if not results.graded.exclusions:
        lines.append(words.sentence("verified_all_in"))
    return lines


def _not_counted(results: Results, words: ReportWords) -> list[str]:
    lines = [
        words.lines(partial(_exclusion, exclusion, results))
        for exclusion in results.graded.exclusions
    ]
    refused = Counter(arrival.verdict for arrival in results.refused)
    if refused:
        lines.append(
            words.lines(
                lambda one: one(
                    "calibration_report.refused",
                    what=one("calibration_report.list_separator").join(
                        one(
                            "calibration_report.refused_one",
                            n=n,
                            what=one(f"calibration_report.refused_{verdict.value}"),
                        )
                        for verdict, n in sorted(refused.items())
                    ),
                )
            )
        )
    return lines


def _exclusion(exclusion: Exclusion, results: Results, words: Wording) -> str:
    # What the closing itself gives is a word of the program; else the lead's own reason.
    reason = words.get(f"calibration.reason.{exclusion.reason}", exclusion.reason)
    who = results.call(exclusion.fingerprint)
    if exclusion.pseudonym is None:
        return words("calibration_report.excluded", who=who, reason=reason)
    unit = calibration_items.unit_words(exclusion.pseudonym, words)
    return words("calibration_report.excluded_part", who=who, unit=unit, reason=reason)


def _bias_key(results: Results) -> str:
    against = {one.bias_from for one in results.statistics.reviewers}
    return "bias_reference" if "reference" in against else "bias_others"


def _method(results: Results, words: ReportWords) -> list[str]:
    keys = ("alpha", "interval", "share", "severity", "small")
    session = results.graded.session.id[:_SHORT]
    return [
        *(words.sentence(f"method_{key}") for key in keys),
        words.sentence("method_data", session=session),
    ]


def _hashes(results: Results, words: ReportWords) -> list[tuple[str, str]]:
    anchors = results.anchors
    manifests = anchors.manifests or (results.graded.session.manifest_hash,)
    found = [
        (words.label("hash_rubric"), results.graded.session.rubric_hash),
        *(
            (words.label("hash_manifest", n=number), said)
            for number, said in enumerate(manifests, start=1)
        ),
        (words.label("hash_closing"), anchors.closing),
        (words.label("hash_reveal"), anchors.reveal),
        (words.label("hash_audit"), anchors.audit_head),
    ]
    return [(name, said) for name, said in found if said]


def _small_print(results: Results, words: ReportWords) -> str:
    session, anchors = results.graded.session, results.anchors
    return words.first(
        "calibration_report.small_print",
        session=session.id[:_SHORT],
        rubric=f"{session.rubric_id} v{session.rubric_version} {_short(session.rubric_hash)}",
        reveal=_short(anchors.reveal) or "—",
        head=_short(anchors.audit_head) or "—",
    )


def _short(said: str) -> str:
    plain = said.removeprefix("sha256:")
    return f"{plain[:_SHORT]}…{plain[-4:]}" if plain else ""

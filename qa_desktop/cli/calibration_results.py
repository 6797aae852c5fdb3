"""`qa-desktop calibration results`: how far a revealed session's reviewers agree."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa_desktop.base.settings import load_settings, settings_file
from qa_desktop.cli.calibration_said import Action, folder_of, place, session_line
from qa_desktop.cli.columns import fitted
from qa_desktop.cli.context import DONE, Context

if TYPE_CHECKING:
    from qa_desktop.calibration.agreement import Coefficient
    from qa_desktop.calibration.exporting.model import Results

_LABEL_WIDTH = 48
LANGUAGES = ("en", "zh-CN", "both")
PAPER = ("A4", "Letter")


def add_results(actions: Any, action: Action) -> None:
    results = action(
        actions,
        "results",
        "agreement of a revealed session, on screen or into a file",
        "qa-desktop calibration results 5e0d --out november.xlsx --names",
    )
    results.add_argument("session", metavar="SESSION", help="a session's id or its start")
    results.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="a report (.pdf), a workbook (.xlsx), or data (.csv, .zip, .json)",
    )
    results.add_argument(
        "--names", action="store_true", help="call reviewers by name (default: by letters)"
    )
    results.add_argument(
        "--in",
        dest="in_language",
        choices=LANGUAGES,
        help="language of the file (default: that of the answers)",
    )
    results.add_argument("--paper", choices=PAPER, help="of the report (default: as set)")
    results.set_defaults(run=_results)


def _results(args: argparse.Namespace, context: Context) -> int:
    if args.out is not None:
        from qa_desktop.sheets.calibration_files import ResultsWish, form_of, write_results

        # Before the work begins.
        form_of(args.out)
    results = _gathered(args, context)
    if args.out is not None:
        settings = load_settings(settings_file())
        wish = ResultsWish(
            language=args.in_language or context.language,
            page_size=args.paper or settings.page_size,
            organisation=settings.organisation,
        )
        out = folder_of(args.out)
        write_results(results, out, wish)
        if args.json:
            context.say_json({"file": str(out)})
        else:
            context.say(str(out))
    elif args.json:
        from qa_desktop.calibration.exporting import results_json

        context.say_json(json.loads(results_json(results)))
    else:
        _say(results, context)
    return DONE


def _gathered(args: argparse.Namespace, context: Context) -> "Results":
    from qa_desktop.calibration.exporting.gathering import gather_results
    from qa_desktop.calibration.rulings.rulings_store import RulingStore
    from qa_desktop.calibration.statistics.session import Targets

    with place(context) as here:
        database = here.workspace.database
        session = here.desk.session(args.session)
        return gather_results(
            here.desk,
            RulingStore(database, context.clock, here.actor, here.rubrics),
            database,
            context.clock,
            session.id,
            targets=Targets.of(load_settings(settings_file())),
            anonymous=not args.names,
            progress=context.progress,
        )


def _say(results: "Results", context: Context) -> None:
    from qa_desktop.calibration.statistics.readings import say

    words, said = context.words, results.statistics
    rubric = results.graded.rubric
    context.say(session_line(results.graded.session, context))
    for label, coefficient in (
        ("overall", said.overall),
        ("same", said.percent),
        ("outcome", said.outcome.alpha),
        ("within", said.form.within),
    ):
        context.say(_row(words(f"calibration_cli.result.{label}"), coefficient, context))
    for reading in said.readings:
        context.say(say(reading, words, results.called))
    context.say()
    titles = {item.id: item.text.to(context.language) for item in rubric.items()}
    for item in said.items:
        context.say(_row(titles[item.item_id], item.alpha, context))
    context.say()
    for reviewer in said.reviewers:
        called = results.called[reviewer.fingerprint]
        context.say(_row(called, reviewer.bias, context, places=1))


def _row(label: str, said: "Coefficient", context: Context, places: int = 2) -> str:
    start = f"{fitted(label, _LABEL_WIDTH)}  "
    if said.value is None:
        why = (
            ""
            if said.why is None
            else context.words.get(f"agreement.why.{said.why.name.lower()}", "")
        )
        return f"{start}{why or said.why}"
    value = f"{said.value:.{places}f}"
    if said.ci_low is None or said.ci_high is None:
        return f"{start}{value}"
    return f"{start}{value}  ({said.ci_low:.{places}f} … {said.ci_high:.{places}f})"

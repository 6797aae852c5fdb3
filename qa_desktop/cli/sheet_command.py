"""`qa-desktop sheet`: prints feedback sheets as PDF."""

import argparse
from pathlib import Path

from qa_desktop.base.problems import Problem
from qa_desktop.base.settings import load_settings, settings_file
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.cli.context import AT_FAULT, DONE, Context

EXAMPLE = "example: qa-desktop sheet 3f1c90aa --out sheets --in zh-CN"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("sheet", help="print feedback sheets as PDF", epilog=EXAMPLE)
    parser.add_argument("reviews", nargs="+", metavar="REVIEW", help="a review's id or its start")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the PDFs go")
    parser.add_argument(
        "--in", dest="sheet_language", choices=LANGUAGES, help="the sheet's language"
    )
    parser.add_argument(
        "--paper", choices=("A4", "Letter"), help="default: the one in the settings"
    )
    parser.add_argument("--revision", type=int, metavar="N", help="default: the newest")
    parser.add_argument("--json", action="store_true", help="say what was written as JSON")
    parser.set_defaults(run=print_sheets)


def print_sheets(args: argparse.Namespace, context: Context) -> int:
    from qa_desktop.base.problems import ProblemError
    from qa_desktop.rubrics.store import RubricStore
    from qa_desktop.sheets.printing import print_sheet

    settings = load_settings(settings_file())
    written: list[dict[str, str]] = []
    problems: list[Problem] = []
    with context.open_workspace() as workspace:
        rubrics = RubricStore(workspace.database, context.clock, context.reviewer)
        for number, review in enumerate(args.reviews):
            context.progress.report(number, len(args.reviews), review)
            try:
                file = print_sheet(
                    workspace,
                    review,
                    folder=args.out,
                    language=args.sheet_language or context.language,
                    revision=args.revision,
                    page_size=args.paper or settings.page_size,
                    organisation=settings.organisation,
                    rubrics=rubrics,
                )
            except ProblemError as error:
                problems += error.problems
                context.complain(error.problems)
                continue
            written.append({"review": review, "file": str(file)})
    if args.json:
        told = [context.problem_json(problem) for problem in problems]
        context.say_json({"sheets": written, "problems": told})
    else:
        for sheet in written:
            context.say(sheet["file"])
    return AT_FAULT if problems else DONE

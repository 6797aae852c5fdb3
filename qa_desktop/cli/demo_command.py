"""`qa-desktop demo`: the demo workspace in the app, or the same work without a display."""

import argparse
from pathlib import Path
from typing import Any

from qa_desktop.base.settings import default_workspace
from qa_desktop.base.wording import LANGUAGES
from qa_desktop.cli.context import DONE, Context
from qa_desktop.database.workspace import Workspace
from qa_desktop.reviews.model import Review
from qa_desktop.rubrics.model import Rubric

EXAMPLE = "example: qa-desktop demo --headless --out out"
PICTURES = (("light", "en"), ("dark", "zh-CN"))
SIZE = (1440, 900)
_TEXT_SIZE_PCT = 100


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("demo", help="try it on real calls and chats", epilog=EXAMPLE)
    parser.add_argument(
        "--workspace",
        dest="demo_folder",
        type=Path,
        metavar="DIR",
        help="where the demo workspace is, or is made",
    )
    parser.add_argument(
        "--headless", action="store_true", help="open no window; leave pictures and a PDF in --out"
    )
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR")
    parser.set_defaults(run=show)


def show(args: argparse.Namespace, context: Context) -> int:
    from qa_desktop.demo.workspace import make_demo_workspace

    headless = args.headless or not args.launchers.has_display()
    folder = args.demo_folder or args.workspace
    if folder is None:
        folder = args.out / "workspace" if headless else default_workspace().with_name("demo")
    workspace = make_demo_workspace(folder, context.clock, progress=context.progress)
    if not headless:
        workspace.close()
        return int(args.launchers.open_app(folder))
    args.out.mkdir(parents=True, exist_ok=True)
    context.say(context.words("cli.demo_made", folder=folder))
    with workspace:
        _grade_and_print(workspace, args.out, context)
    for theme, language in PICTURES:
        pictures = args.out / f"screens-{theme}-{language}"
        pictures.mkdir(exist_ok=True)
        args.launchers.take_screens(folder, pictures, theme, language, SIZE, _TEXT_SIZE_PCT)
        context.say(context.words("cli.demo_pictures", folder=pictures))
    return DONE


def _grade_and_print(workspace: Workspace, out: Path, context: Context) -> None:
    """One interaction from the first answer to the sheet and the report."""
    from qa_desktop.demo.grading import grade
    from qa_desktop.demo.workspace import demo_reviews, interactions_by_source
    from qa_desktop.reviews.store import ReviewStore
    from qa_desktop.rubrics.store import RubricStore
    from qa_desktop.sheets.printing import print_sheet

    written = next(review for review in demo_reviews() if not review["in_workspace"])
    interaction_id = interactions_by_source(workspace)[written["of"]]
    review = ReviewStore(workspace.database, context.clock, written["reviewer"]).latest_for(
        interaction_id
    )
    if review is None or review.submitted_at is None:
        review = grade(workspace, context.clock, interaction_id, written)
    rubric = RubricStore(workspace.database, context.clock, "").get(
        review.rubric_id, review.rubric_version
    )
    result: Any = review.result
    title = next((g.title for g in rubric.grades if g.id == result["grade"]), None)
    context.say(
        context.words(
            "cli.demo_graded",
            title=written["of"],
            score=result["score"],
            grade=title.to(context.language) if title else result["outcome"],
        )
    )
    for language in LANGUAGES:
        sheets = out / f"sheets-{language}"
        sheets.mkdir(exist_ok=True)
        file = print_sheet(workspace, review.id, folder=sheets, language=language)
        context.say(context.words("cli.demo_sheet", file=file))
    report = out / "report.md"
    report.write_text(_report(review, rubric, context.language), encoding="utf-8")
    context.say(context.words("cli.demo_report", file=report))


def _report(review: Review, rubric: Rubric, language: str) -> str:
    """The review as Markdown: its score explained row by row, then its comments."""
    from qa_desktop.reviews.grading import given_of
    from qa_desktop.rubrics.explain import explain
    from qa_desktop.rubrics.scoring import score

    lines = [f"# {rubric.title.to(language)}", "", "| | | |", "|---|---|---:|"]
    rows = explain(rubric, score(rubric, given_of(review.draft)), language)
    lines += [f"| {row.label} | {row.detail} | {row.figure} |" for row in rows]
    lines += ["", *(f"- {comment.kind}: {comment.text}" for comment in review.draft.comments)]
    return "\n".join(lines) + "\n"

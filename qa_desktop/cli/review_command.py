"""`qa-desktop review`: lists and shows reviews, takes comments out and in."""

import argparse
from collections.abc import Iterable

from qa_desktop.cli.context import DONE, Context
from qa_desktop.cli.review_files import add_export, add_import, find_review
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.model import Interaction
from qa_desktop.reviews.export import (
    graded_agent_of,
    review_json,
)
from qa_desktop.reviews.listing_store import ListingFilter, ListingRow, ListingStore
from qa_desktop.reviews.model import Comment, Entry, Review
from qa_desktop.rubrics.store import RubricStore
from qa_desktop.sheets.answers import answer_in_words

EXAMPLE = """examples:
  qa-desktop review list --state submitted --agent "Li Lei"
  qa-desktop review show 3f1c90aa
  qa-desktop review export 3f1c90aa 77b0c2d1 --format csv --out reviews.csv
  qa-desktop review export 3f1c90aa --format labels --out call.txt
  qa-desktop review import 3f1c90aa call.txt --dry-run"""

STATES = ("ungraded", "draft", "submitted")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "review",
        help="list and show reviews, export them, import comments",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(dest="action", metavar="list|show|export|import", required=True)
    _add_list(actions)
    show = actions.add_parser(
        "show",
        help="one review, with answers and comments",
        epilog="example: qa-desktop review show 3f1c90aa --json",
    )
    show.add_argument("review", metavar="REVIEW", help="a review's id or its start")
    show.add_argument("--revision", type=int, metavar="N", help="default: the newest")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=show_review)
    add_export(actions)
    add_import(actions)


def _add_list(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "list",
        help="interactions with the state of their review",
        epilog='example: qa-desktop review list --state submitted --agent "Li Lei" --json',
    )
    parser.add_argument(
        "--state", action="append", choices=STATES, help="default: draft and submitted"
    )
    parser.add_argument("--agent", action="append", metavar="ID", help="the agent's id, or name")
    parser.add_argument("--text", default="", metavar="WORDS", help="words said or written")
    parser.add_argument("--limit", type=int, default=1000, metavar="N", help="default: 1000")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=list_reviews)


def list_reviews(args: argparse.Namespace, context: Context) -> int:
    wanted = ListingFilter(
        text=args.text,
        agents=tuple(args.agent or ()),
        review_states=tuple(args.state or ("draft", "submitted")),
    )
    with context.open_workspace() as workspace:
        listing = ListingStore(workspace.database)
        rows, total = listing.page(wanted, args.limit), listing.count(wanted)
    if args.json:
        context.say_json({"total": total, "reviews": [_row_json(row) for row in rows]})
        return DONE
    for row in rows:
        context.say(_row_line(row, context))
    context.say(context.words("reviews.cli.listed", shown=len(rows), total=total))
    return DONE


def _row_json(row: ListingRow) -> dict[str, object]:
    interaction = row.interaction
    return {
        "review": row.review_id,
        "revision": row.revision,
        "state": row.review_state,
        "has_draft": row.has_draft,
        "score": row.score,
        "grade": row.grade,
        "outcome": row.outcome,
        "interaction": interaction.id,
        "kind": interaction.kind.value,
        "title": interaction.title,
        "agent": row.agent or None,
    }


def _row_line(row: ListingRow, context: Context) -> str:
    state = "correcting" if row.has_draft and row.review_state == "submitted" else row.review_state
    columns = (
        (row.review_id or "-")[:8].ljust(8),
        context.words(f"reviews.cli.state_{state}"),
        (row.score or "-").rjust(6),
        row.agent or "-",
        row.interaction.title,
    )
    return "  ".join(columns)


def show_review(args: argparse.Namespace, context: Context) -> int:
    with context.open_workspace() as workspace:
        review, interaction = find_review(workspace, args.review, args.revision, context)
        if args.json:
            context.say_json(review_json(review, interaction))
            return DONE
        for line in _lines(workspace, review, interaction, context):
            context.say(line)
    return DONE


def _lines(
    workspace: Workspace, review: Review, interaction: Interaction, context: Context
) -> Iterable[str]:
    words, language = context.words, context.language
    rubric = RubricStore(workspace.database, context.clock, context.reviewer).get(
        review.rubric_id, review.rubric_version
    )
    result = review.result or {}
    yield f"{interaction.title}  {graded_agent_of(review, interaction) or ''}".rstrip()
    yield f"{rubric.title.to(language)}  {rubric.id} {rubric.version}"
    yield words(
        "reviews.cli.made_by",
        review=review.id,
        revision=review.revision,
        state=words(f"reviews.cli.state_{review.state.value}"),
        reviewer=review.reviewer,
    )
    if review.correction_reason:
        yield words("reviews.cli.corrected", reason=review.correction_reason)
    if result:
        grades = {grade.id: grade.title.to(language) for grade in rubric.grades}
        yield words(
            "reviews.cli.result",
            outcome=words(f"reviews.cli.outcome_{result['outcome']}"),
            score=result["score"] or "-",
            grade=grades.get(str(result["grade"]), "-"),
        )
    hidden = result.get("hidden", ())
    for section in rubric.sections:
        yield ""
        yield section.title.to(language)
        for item in section.items:
            if isinstance(hidden, list) and item.id in hidden:
                continue
            entry = review.draft.entries.get(item.id, Entry())
            answer = answer_in_words(item, entry.answer, words) or "-"
            yield f"  {item.text.to(language)}: {answer}"
            if entry.comment:
                yield f"    {entry.comment}"
            reasons = {reason.id: reason.title.to(language) for reason in item.reasons}
            for reason in entry.reasons:
                yield f"    · {reasons.get(reason, reason)}"
    if review.draft.comments:
        yield ""
    for comment in review.draft.comments:
        kind = words(f"reviews.cli.kind_{comment.kind.value}")
        yield f"{_moment(comment)}  {kind}: {comment.text}"
    if review.draft.summary:
        yield ""
        yield review.draft.summary


def _moment(comment: Comment) -> str:
    """ "1:02.500", "1:02.500-1:04.000", "#3" for a turn (counted from 1), or "-"."""
    if comment.start_ms is None:
        return "-" if comment.turn is None else f"#{comment.turn + 1}"
    moments = [comment.start_ms] if comment.end_ms is None else [comment.start_ms, comment.end_ms]
    return "-".join(f"{ms // 60_000}:{ms // 1000 % 60:02}.{ms % 1000:03}" for ms in moments)

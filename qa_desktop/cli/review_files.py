"""`qa-desktop review export` and `review import`: reviews and their comments as files."""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from qa_desktop.base.ids import new_id
from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.base.settings import NAMELESS
from qa_desktop.base.whole_files import written_beside
from qa_desktop.cli.context import DONE, Context
from qa_desktop.database.workspace import Workspace
from qa_desktop.interactions.model import Interaction, Turn
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.draft_json import comment_to_json
from qa_desktop.reviews.export import review_json, reviews_csv
from qa_desktop.reviews.markers.formats import (
    BY_NAME,
    FORMATS,
    format_of_file,
    marker_file_text,
    read_marker_file,
)
from qa_desktop.reviews.markers.merging import Fate, Incoming, Target, compare, taken
from qa_desktop.reviews.markers.model import markers_of
from qa_desktop.reviews.model import CommentKind, Review, ReviewState, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.store import RubricStore

_TITLES = ", ".join(f"{form.name} ({form.title})" for form in FORMATS)
_NOBODY = (NAMELESS, "")


def add_export(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "export",
        help="reviews for other programs",
        description=f"Whole reviews as json or csv; one review's comments as {_TITLES}.",
        epilog="example: qa-desktop review export 3f1c90aa 77b0c2d1 --format csv --out reviews.csv",
    )
    parser.add_argument("reviews", nargs="+", metavar="REVIEW", help="ids or their starts")
    parser.add_argument(
        "--format", choices=("json", "csv", *BY_NAME), help="default: by --out, else json"
    )
    parser.add_argument("--revision", type=int, metavar="N", help="default: the newest")
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")
    parser.set_defaults(run=export_reviews, parser=parser)


def add_import(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "import",
        help="comments into an open review",
        description=f"Takes comments from {_TITLES}. What is there already stays as it is; a"
        " comment that the file says otherwise is taken over only when asked for.",
        epilog="example: qa-desktop review import 3f1c90aa call.txt --kind coaching --dry-run",
    )
    parser.add_argument("review", metavar="REVIEW", help="a review's id or its start")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=tuple(BY_NAME), help="default: by what it holds")
    parser.add_argument(
        "--kind",
        choices=tuple(kind.value for kind in CommentKind),
        default=CommentKind.COACHING.value,
        help="of comments without one (default: %(default)s)",
    )
    parser.add_argument("--take-changed", action="store_true", help="also what would alter others")
    parser.add_argument(
        "--take-outside", action="store_true", help="also what is past the recording's end"
    )
    parser.add_argument("--dry-run", action="store_true", help="change nothing")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=import_comments)


def find_review(
    workspace: Workspace, name: str, revision: int | None, context: Context
) -> tuple[Review, Interaction]:
    """By its id or the start of it. Raises ProblemError."""
    reviews = ReviewStore(workspace.database, context.clock, context.reviewer)
    review = reviews.get(reviews.full_id(name), revision)
    interactions = InteractionStore(workspace.database, context.clock, context.reviewer)
    return review, interactions.detail(review.interaction_id).interaction


def export_reviews(args: argparse.Namespace, context: Context) -> int:
    form = args.format or _format_of(args.out)
    if form in BY_NAME and len(args.reviews) > 1:
        args.parser.error(f"--format {form} takes one review")
    with context.open_workspace() as workspace:
        chosen = [find_review(workspace, name, args.revision, context) for name in args.reviews]
        store = InteractionStore(workspace.database, context.clock, context.reviewer)
        turns = store.detail(chosen[0][1].id).turns if form in BY_NAME else ()
    if form == "json":
        said = [review_json(review, interaction) for review, interaction in chosen]
        text = json.dumps(said, ensure_ascii=False, indent=2) + "\n"
    elif form == "csv":
        text = reviews_csv(chosen)
    else:
        text = _marker_text(form, *chosen[0], turns, context)
    if args.out is None:
        context.out.write(text)
        return DONE
    try:
        with written_beside(args.out) as beside:
            beside.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        where, values = Where(file=str(args.out)), {"reason": reason_of(error)}
        problem = Problem(code="reviews.not_written", where=where, values=values)
        raise ProblemError(problem) from error
    context.say(str(args.out))
    return DONE


def _format_of(out: Path | None) -> str:
    if out is None:
        return "json"
    form = format_of_file(out)
    if form is not None:
        return form.name
    return "csv" if out.suffix.casefold() == ".csv" else "json"


def _marker_text(
    form: str, review: Review, interaction: Interaction, turns: Sequence[Turn], context: Context
) -> str:
    comments = review.draft.comments
    markers = markers_of(comments, {turn.position: turn for turn in turns})
    left_out = len(comments) - len(markers)
    if left_out:
        print(context.words("reviews.cli.left_out", count=left_out), file=context.err)
    return marker_file_text(
        form, markers, duration_ms=interaction.duration_ms, made_at=context.clock.now()
    )


def import_comments(args: argparse.Namespace, context: Context) -> int:
    markers = read_marker_file(args.file, BY_NAME.get(args.format or ""))
    with context.open_workspace() as workspace:
        review, interaction = find_review(workspace, args.review, None, context)
        _may_change(review, context)
        rubrics = RubricStore(workspace.database, context.clock, context.reviewer)
        rubric = rubrics.get(review.rubric_id, review.rubric_version)
        target = Target(
            comments=review.draft.comments,
            item_ids=frozenset(item.id for item in rubric.items()),
            duration_ms=interaction.duration_ms,
        )
        found = compare(
            markers,
            target,
            kind=CommentKind(args.kind),
            now=context.clock.now(),
            fresh_id=new_id,
        )
        chosen = [incoming for incoming in found if _wanted(incoming, args)]
        if chosen and not args.dry_run:
            reviews = ReviewStore(workspace.database, context.clock, context.reviewer)
            values = {"count": str(len(chosen))}
            label = StepLabel(code="comments_imported", values=values)
            reviews.save(review.id, taken(review.draft, chosen), label)
    _tell(args, context, found, chosen)
    return DONE


def _wanted(incoming: Incoming, args: argparse.Namespace) -> bool:
    if incoming.outside and not args.take_outside:
        return False
    changes = incoming.fate is Fate.CHANGED and args.take_changed
    return incoming.fate is Fate.NEW or bool(changes)


def _may_change(review: Review, context: Context) -> None:
    if review.state is ReviewState.SUBMITTED:
        raise ProblemError(Problem(code="reviews.not_open"))
    if review.reviewer not in (context.reviewer, *_NOBODY):
        values = {"reviewer": review.reviewer}
        raise ProblemError(Problem(code="reviews.of_another", values=values))


def _tell(
    args: argparse.Namespace,
    context: Context,
    found: tuple[Incoming, ...],
    chosen: list[Incoming],
) -> None:
    if args.json:
        context.say_json(
            {
                "taken": len(chosen),
                "dry_run": args.dry_run,
                "comments": [_json(incoming, incoming in chosen) for incoming in found],
            }
        )
        return
    fates = Counter(incoming.fate for incoming in found)
    key = "reviews.cli.would_import" if args.dry_run else "reviews.cli.imported"
    context.say(
        context.words(
            key,
            taken=len(chosen),
            new=fates[Fate.NEW],
            changed=fates[Fate.CHANGED],
            same=fates[Fate.SAME],
            outside=sum(incoming.outside for incoming in found),
        )
    )


def _json(incoming: Incoming, chosen: bool) -> dict[str, object]:
    before = incoming.before
    changed = incoming.fate is Fate.CHANGED and before is not None
    return {
        "fate": incoming.fate.value,
        "taken": chosen,
        "outside": incoming.outside,
        "item_unknown": incoming.unlinked,
        "comment": comment_to_json(incoming.comment),
        **({"before": comment_to_json(before)} if changed and before else {}),
    }

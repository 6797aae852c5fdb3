"""`qa-desktop rubrics what-if`: how past reviews would come out under a draft."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from qa_desktop.base.whole_files import written_beside
from qa_desktop.cli.context import DONE, Context
from qa_desktop.cli.rubrics_check import FILE_HELP, rubric_json
from qa_desktop.reviews.trying import try_draft
from qa_desktop.reviews.what_if import Figures, Rescored, Tried
from qa_desktop.reviews.what_if_csv import what_if_csv
from qa_desktop.reviews.what_if_store import SampleFilter, WhatIfStore
from qa_desktop.reviews.what_if_summary import PartMove, Summary, summarise
from qa_desktop.rubrics.files import rubric_from
from qa_desktop.rubrics.model import Rubric
from qa_desktop.rubrics.numbers import format_score, number_text
from qa_desktop.rubrics.store import RubricStore

USUAL_SAMPLE = 200
_SHOWN = 10
Action = Callable[[Any, str, str, str], argparse.ArgumentParser]


def add_what_if(actions: Any, action: Action) -> None:
    what_if = action(
        actions,
        "what-if",
        "score past reviews again under a draft, in memory",
        "qa-desktop rubrics what-if service-4.yaml --last 500 --csv moved.csv",
    )
    what_if.add_argument("draft", metavar="DRAFT", help=FILE_HELP)
    many = what_if.add_mutually_exclusive_group()
    many.add_argument(
        "--last",
        type=_count,
        default=USUAL_SAMPLE,
        metavar="N",
        help=f"the reviews submitted last (default: {USUAL_SAMPLE})",
    )
    many.add_argument("--all", action="store_true", help="all of them")
    what_if.add_argument(
        "--since", type=date.fromisoformat, metavar="DAY", help="submitted on that day or later"
    )
    what_if.add_argument(
        "--until", type=date.fromisoformat, metavar="DAY", help="submitted on that day or before"
    )
    what_if.add_argument(
        "--agent",
        action="append",
        default=[],
        metavar="NAME",
        help="of this agent; can be repeated",
    )
    what_if.add_argument(
        "--team", action="append", default=[], metavar="NAME", help="of this team; can be repeated"
    )
    what_if.add_argument(
        "--csv", type=Path, metavar="FILE", help="write what each review would come to"
    )
    what_if.set_defaults(run=_what_if)


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError(text)
    return count


def _what_if(args: argparse.Namespace, context: Context) -> int:
    draft = rubric_from(args.draft)
    wanted = SampleFilter(
        rubric_id=draft.id,
        last=None if args.all else args.last,
        since=None if args.since is None else _start_of(args.since),
        until=None if args.until is None else _start_of(args.until + timedelta(days=1)),
        agents=tuple(args.agent),
        teams=tuple(args.team),
    )
    with context.open_workspace() as workspace:
        rubrics = RubricStore(workspace.database, context.clock, context.reviewer)
        store = WhatIfStore(workspace.database)
        tried = try_draft(store, rubrics, draft, wanted, context.progress)
    told = summarise(tried)
    if args.csv is not None:
        with written_beside(args.csv) as beside:
            beside.write_bytes(what_if_csv(tried).encode("utf-8"))
    if args.json:
        context.say_json(_json(told, tried, context))
    else:
        for line in _lines(told, draft, context):
            context.say(line)
    return DONE


def _start_of(day: date) -> datetime:
    """In this machine's time."""
    return datetime(day.year, day.month, day.day).astimezone()


def _json(told: Summary, tried: Tried, context: Context) -> dict[str, Any]:
    language = context.language
    return {
        "draft": rubric_json(tried.draft, language),
        "chosen": told.count + len(tried.left_out),
        "rescored": told.count,
        "left_out": {why.value: count for why, count in told.left_out.items()},
        "mean": {
            "before": _text(told.before),
            "after": _text(told.after),
            "change": _text(told.change),
            "lowest": _text(told.low),
            "highest": _text(told.high),
        },
        "grades": _moves_json(told.grades),
        "grades_changed": told.grades_changed,
        "outcomes": _moves_json(told.outcomes),
        "outcomes_changed": told.outcomes_changed,
        "outcomes_unsure": told.unsure,
        "distribution": [
            {"from": bar.start, "to": bar.end, "before": bar.before, "after": bar.after}
            for bar in told.bars
        ],
        "movers": [_mover_json(one) for one in told.movers],
        "sections": [_part_json(part, language) for part in told.sections],
        "scenarios": [_part_json(part, language) for part in told.scenarios],
        "without_answer": [
            {"item": gap.id, "why": gap.why.value, "reviews": gap.count} for gap in told.gaps
        ],
        "removed": [{"item": note.id, "reviews": note.count} for note in told.removed],
        "reworded": [{"item": note.id, "reviews": note.count} for note in told.reworded],
    }


def _moves_json(
    moves: Mapping[tuple[str | None, str | None], int] | Mapping[tuple[str, str], int],
) -> list[dict[str, Any]]:
    ordered = sorted(moves.items(), key=lambda pair: -pair[1])
    return [{"before": was, "after": is_, "reviews": count} for (was, is_), count in ordered]


def _mover_json(one: Rescored) -> dict[str, Any]:
    return {
        "review": one.case.review_id,
        "interaction": one.case.interaction_id,
        "title": one.case.title,
        "agent": one.case.agent,
        "before": _figures_json(one.case.before),
        "after": _figures_json(one.after),
        "lowest": _text(one.low.score),
        "highest": _text(one.high.score),
        "change": _text(one.change),
    }


def _figures_json(figures: Figures) -> dict[str, Any]:
    score = None if figures.score is None else number_text(figures.score)
    return {"score": score, "grade": figures.grade, "outcome": figures.outcome}


def _part_json(part: PartMove, language: str) -> dict[str, Any]:
    return {
        "id": part.id or None,
        "title": None if part.title is None else part.title.to(language),
        "reviews": part.count,
        "before": _text(part.before),
        "after": _text(part.after),
    }


def _text(score: Fraction | None) -> str | None:
    return None if score is None else format_score(score, 2)


def _lines(told: Summary, draft: Rubric, context: Context) -> list[str]:
    words = context.words

    def say(key: str, **values: object) -> str:
        return words(f"versions.what_if.{key}", **values)

    lines = [say("heading", title=draft.title.to(context.language), version=draft.version)]
    if not told.count and not told.left_out:
        return [*lines, say("no_reviews")]
    lines.append(say("rescored", count=told.count, all=told.count + sum(told.left_out.values())))
    lines += [say(f"left_out_{why.value}", count=n) for why, n in told.left_out.items()]
    if told.before is not None:
        lines.append(
            say(
                "mean",
                before=_text(told.before),
                after=_text(told.after),
                change=_sign(told.change),
            )
        )
    if told.bounded:
        lines.append(say("bounds", low=_text(told.low) or "–", high=_text(told.high) or "–"))
        lines += [
            "  " + say(f"gap_{gap.why.value}", item=gap.title.to(context.language), count=gap.count)
            for gap in told.gaps
        ]
    lines.append(say("grades", changed=told.grades_changed, all=told.count))
    lines.append(say("outcomes", changed=told.outcomes_changed, all=told.count))
    if told.unsure:
        lines.append(say("unsure", count=told.unsure))
    if told.movers:
        lines += ["", say("movers")]
    for one in told.movers[:_SHOWN]:
        scores = f"{_text(one.case.before.score)} → {_text(one.after.score)}"
        told_of = " ".join(part for part in (one.case.title, one.case.agent) if part)
        lines.append(f"  {one.case.review_id[:8]}  {scores} ({_sign(one.change)})  {told_of}")
    return lines


def _sign(change: Fraction | None) -> str:
    text = _text(change) or ""
    return text if text.startswith("-") or not change else f"+{text}"

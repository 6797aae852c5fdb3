"""Trying a draft on 10,000 past reviews of 30 items: reading them, scoring them again, summing up.

Run with the program's own Python: python benchmarks/bench_what_if.py [--json] [--reviews N]
"""

import argparse
import json
import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qa_desktop.base.clock import SystemClock, to_text
from qa_desktop.base.progress import NoProgress
from qa_desktop.database.connection import Database, open_database
from qa_desktop.reviews.trends import item_trends
from qa_desktop.reviews.what_if import Tried, WhatIf
from qa_desktop.reviews.what_if_csv import what_if_csv
from qa_desktop.reviews.what_if_store import SampleFilter, WhatIfStore
from qa_desktop.reviews.what_if_summary import summarise
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Answer, Given, Rubric
from qa_desktop.rubrics.scoring import result_json, score
from qa_desktop.rubrics.store import RubricStore

ITEMS, SECTIONS = 30, 5
MOST_S = {"all": 5.0, "all, one new item": 10.0}
# So many different sets of answers: the rest of the time would go into making them.
KINDS = 400


def rubric_data(version: int) -> dict[str, Any]:
    """Scales, choices and points, one of them with a veto; the second version weighs otherwise."""
    yes_no = [{"id": "yes", "title": "Yes", "score": 1}, {"id": "no", "title": "No", "score": 0}]
    kinds: list[dict[str, Any]] = [
        {"type": "scale", "min": 1, "max": 5},
        {"type": "choice", "options": yes_no},
        {"type": "points", "max": 10, "step": 1},
    ]
    items: list[dict[str, Any]] = [
        {"id": f"item-{n}", "text": f"Item {n}", "answer": kinds[n % 3], "weight": 1 + n % 4}
        for n in range(ITEMS)
    ]
    items[1]["veto"] = {"when": ["no"], "scope": "form", "effect": {"cap": 60}}
    return {
        "schema": "qa-rubric/1",
        "id": "bench",
        "version": version,
        "title": "Bench",
        "channels": ["voice", "chat", "ticket"],
        "languages": ["en"],
        "scoring": {"aggregation": "sectioned", "pass_mark": 70 + version, "rounding": 2},
        "grades": [
            {"id": "top", "min": 85, "title": "Top"},
            {"id": "low", "min": 0, "title": "Low"},
        ],
        "sections": [
            {
                "id": f"s{part}",
                "title": "S",
                "weight": 10 + (5 * part if version > 1 else 0),
                "items": items[part::SECTIONS],
            }
            for part in range(SECTIONS)
        ],
    }


def answers(chance: random.Random) -> dict[str, Answer]:
    said: dict[str, Answer] = {}
    for n in range(ITEMS):
        if n % 3 == 1:
            said[f"item-{n}"] = Answer(value=chance.choices(("yes", "no"), (9, 1))[0])
        elif chance.random() < 0.05:
            said[f"item-{n}"] = Answer(na=True)
        else:
            high = 10 if n % 3 == 2 else 5
            said[f"item-{n}"] = Answer(value=Fraction(chance.randint(high // 2, high)))
    return said


def fill(database: Database, rubric: Rubric, reviews: int, chance: random.Random) -> None:
    """Submitted reviews as the review store leaves them."""
    from qa_desktop.reviews.draft_json import answer_to_json

    kinds = []
    for _ in range(min(KINDS, reviews)):
        said = answers(chance)
        result = result_json(score(rubric, Given(answers=said)), rubric)
        rows = [(item, json.dumps(answer_to_json(answer))) for item, answer in said.items()]
        kinds.append((rows, result, json.dumps(result)))
    newest = datetime(2026, 10, 1, tzinfo=UTC)
    now = to_text(newest)
    with database.writing() as db:
        db.execute("INSERT INTO import_batches VALUES ('batch', ?, 'bench', NULL)", (now,))
        for number in range(reviews):
            name, at = f"{number:032x}", to_text(newest - timedelta(minutes=number))
            rows, result, text = kinds[number % len(kinds)]
            db.execute(
                "INSERT INTO interactions (id, kind, title, content_hash, source_name, batch_id,"
                " imported_at, agent_name, team) VALUES (?, 'chat', ?, ?, 'f', 'batch', ?, ?, ?)",
                (name, f"Contact {number}", name, at, f"Agent {number % 90}", f"T{number % 7}"),
            )
            db.execute(
                "INSERT INTO reviews VALUES (?, ?, 'bench', 1, ?, 'Lin', ?)",
                (name, name, rubric.content_hash, at),
            )
            key = (name, 1)
            db.execute(
                "INSERT INTO review_revisions (review_id, revision, state, reviewer, started_at,"
                " saved_at) VALUES (?, ?, 'draft', 'Lin', ?, ?)",
                (*key, at, at),
            )
            db.conn.executemany(
                "INSERT INTO answers (review_id, revision, item_id, answer) VALUES (?, ?, ?, ?)",
                ((*key, *row) for row in rows),
            )
            db.execute(
                "UPDATE review_revisions SET state = 'submitted', submitted_at = ?, outcome = ?,"
                " score = ?, grade = ?, result = ? WHERE review_id = ? AND revision = ?",
                (at, result["outcome"], result["score"], result["grade"], text, *key),
            )


def measure(reviews: int, folder: Path) -> Iterator[tuple[str, float, float]]:
    """What, seconds, and at most so many for 10,000 (0: no limit)."""
    database = open_database(folder / "qa.sqlite3")
    rubrics = RubricStore(database, SystemClock(), "bench")
    rubric = rubrics.publish(json.dumps(rubric_data(1)).encode())
    fill(database, rubric, reviews, random.Random(7))
    store = WhatIfStore(database)
    draft = rubric_from_mapping(rubric_data(2), "draft")
    data = rubric_data(2)
    data["sections"][0]["items"].append(
        {"id": "new", "text": "New", "answer": {"type": "scale", "min": 1, "max": 5}}
    )
    with_new = rubric_from_mapping(data, "draft")

    def tried(under: Rubric) -> Tried:
        chosen = store.choose(SampleFilter(rubric_id="bench"))
        return WhatIf(under, {1: rubric}).run(store.read(chosen), NoProgress())

    chosen, spent = timed(lambda: store.choose(SampleFilter(rubric_id="bench")))
    yield "choose", spent, 0
    cases, spent = timed(lambda: store.read(chosen))
    yield "read", spent, 0
    done, spent = timed(lambda: WhatIf(draft, {1: rubric}).run(cases, NoProgress()))
    yield "score", spent, 0
    yield "sum up", timed(lambda: summarise(done))[1], 0
    yield "CSV", timed(lambda: what_if_csv(done))[1], 0
    for name, under in (("all", draft), ("all, one new item", with_new)):
        yield name, timed(lambda under=under: summarise(tried(under)))[1], MOST_S[name]
    yield "trends of items", timed(lambda: item_trends(store, [rubric], NoProgress()))[1], 0
    tracemalloc.start()
    tried(draft)
    yield "memory at its peak, MB", tracemalloc.get_traced_memory()[1] / 1e6, 0
    tracemalloc.stop()
    database.close()


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    done = work()
    return done, time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--reviews", type=int, default=10_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-what-if-") as folder:
        rows = list(measure(args.reviews, Path(folder)))
    if args.json:
        said = [{"what": name, "seconds": s, "most": most} for name, s, most in rows]
        print(json.dumps({"reviews": args.reviews, "what_if": said}, indent=2))
    else:
        print(f"{args.reviews:,} reviews of {ITEMS} items, seconds")
        for name, seconds, most in rows:
            print(f"{name:26}{seconds:8.2f}{f'  at most {most:.0f}' if most else ''}")
    return 0 if all(not most or seconds <= most for _, seconds, most in rows) else 1


if __name__ == "__main__":
    sys.exit(main())

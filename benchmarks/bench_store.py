"""Saving, submitting, listing and searching, each beside the same SQL run bare.

Run with the program's own Python: python benchmarks/bench_store.py [--json] [--interactions N]
"""

import argparse
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qa_desktop.base.clock import SystemClock, to_text
from qa_desktop.database import search
from qa_desktop.database.connection import Database, connect, open_database
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore, Sort
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer, Rubric
from qa_desktop.rubrics.store import RubricStore

SAVES, SUBMITS, READS = 800, 60, 15
PAGE = 200
ITEMS = 30
MOST_MS = {"save": 5.0, "submit": 20.0, "list": 100.0, "search": 50.0}

ENGLISH_TEXT = (
    "hello thank you for calling my order has not arrived yet I would like a refund please could "
    "you check the account number delivery address changed yesterday payment card was charged "
    "twice sorry to hear that let me transfer you supervisor warranty kettle broken screen invoice"
)
ENGLISH = ENGLISH_TEXT.split()
CHINESE = (
    *(
        "您好",
        "请问",
        "有什么",
        "可以帮您",
        "我的订单",
        "还没有",
        "收到",
        "想要退款",
        "麻烦",
        "查一下",
    ),
    *(
        "快递",
        "地址",
        "改了",
        "昨天",
        "付款",
        "扣了两次",
        "非常抱歉",
        "给您带来不便",
        "转接",
        "主管",
    ),
    *("保修期", "电热水壶", "坏了", "发票", "稍等", "已经", "为您", "登记", "谢谢", "再见"),
)
AGENTS = [(f"a{number}", f"Agent {number}") for number in range(120)]
TEAMS = ("North", "South", "华东", "华北", "Night")
QUEUES = ("Billing", "Orders", "售后", "投诉", "VIP", "Technical")
TAGS = ("complaint", "vip", "投诉", "refund", "callback", "升级")


def rubric_source() -> bytes:
    items = [
        {
            "id": f"item-{number}",
            "text": f"Item {number}",
            "answer": {"type": "scale", "min": 1, "max": 5},
        }
        for number in range(ITEMS)
    ]
    rubric = {
        "schema": "qa-rubric/1",
        "id": "bench",
        "version": 1,
        "title": "Bench",
        "channels": ["voice", "chat", "ticket"],
        "languages": ["en"],
        "scoring": {
            "aggregation": "sectioned",
            "na": "exclude",
            "na_scope": "section",
            "floor": 0,
            "cap": 100,
            "pass_mark": 80,
            "rounding": 2,
        },
        "sections": [
            {"id": f"s{part}", "title": "S", "weight": 1, "items": items[part::3]}
            for part in range(3)
        ],
    }
    return json.dumps(rubric).encode()


def fill(database: Database, interactions: int, chance: random.Random) -> None:
    """Interactions over two years, five texts each, half of them Chinese, rare words among them."""
    newest = datetime(2026, 10, 1, tzinfo=UTC)
    now = to_text(newest)
    rows, texts, keys = [], [], []
    for number in range(interactions):
        agent, name = chance.choice(AGENTS)
        started = newest - timedelta(seconds=chance.randrange(2 * 365 * 86400))
        chinese = number % 2 == 0
        words, gap = (CHINESE, "") if chinese else (ENGLISH, " ")
        interaction_id, queue = f"{number:032x}", chance.choice(QUEUES)
        rows.append(
            (
                *(interaction_id, chance.choice(("recording", "chat", "ticket"))),
                *(f"Contact {number}", f"hash{number}", "export.json", "batch", now),
                *(agent, name, chance.choice(TEAMS), queue, to_text(started)),
                json.dumps(chance.sample(TAGS, chance.choice((0, 0, 1, 2))), ensure_ascii=False),
                chance.randrange(20_000, 900_000),
            )
        )
        said = [
            gap.join(chance.choices(words, k=chance.randrange(4, 16)))
            + f" {gap}{'单号' if chinese else 'ref'}{chance.randrange(10**6)}"
            for _ in range(4)
        ]
        for position, text in enumerate((f"Contact {number}\n{name}\n{queue}", *said)):
            keys.append(
                ("interaction", interaction_id, interaction_id)
                if position == 0
                else ("turn", f"{interaction_id}:{position - 1}", interaction_id)
            )
            texts.append(text)
    with database.writing() as db:
        db.execute("INSERT INTO import_batches VALUES ('batch', ?, 'bench', NULL)", (now,))
        db.conn.executemany(
            "INSERT INTO interactions (id, kind, title, content_hash, source_name, batch_id,"
            " imported_at, agent_id, agent_name, team, queue, started_at, tags, duration_ms)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        db.conn.executemany(
            "INSERT INTO search_rows VALUES (?, ?, ?, ?)",
            ((row_id(number), *key) for number, key in enumerate(keys)),
        )
        db.conn.executemany(
            "INSERT INTO search (rowid, body) VALUES (?, ?)",
            ((row_id(number), search.spaced(text)) for number, text in enumerate(texts)),
        )
        # What the review store would have left of a tenth that is graded.
        db.execute(
            "UPDATE interactions SET review_state = 'submitted', review_score = '87.50',"
            " review_outcome = 'pass' WHERE rowid % 10 = 0"
        )
        db.execute(
            "UPDATE interactions SET review_state = 'draft', review_has_draft = 1"
            " WHERE rowid % 10 = 1"
        )


def row_id(number: int) -> int:
    """As search.index_text numbers five texts an interaction."""
    return (number // 5 + 1 << 20) + number % 5 + 1


def medians_ms(
    ours: Callable[[], object], bare: Callable[[], object], times: int
) -> tuple[float, float]:
    """Measured in turns, so that a busy machine is as unfair to one as to the other."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for call, spent in zip((ours, bare), took, strict=True):
            began = time.perf_counter()
            call()
            spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(took[0]), statistics.median(took[1])


def draft_of(number: int, clock: SystemClock) -> Draft:
    """A draft late in grading: all answered, ten comments."""
    return Draft(
        entries={
            f"item-{item}": Entry(answer=Answer(value=Fraction(4)), comment="As agreed. 很好")
            for item in range(ITEMS)
        },
        comments=tuple(
            Comment(
                id=f"{number}-{comment}",
                kind=CommentKind.COACHING,
                text="请先确认订单号 and name the next step",
                created_at=clock.now(),
                start_ms=comment * 10_000,
            )
            for comment in range(10)
        ),
    )


def measure_saving(
    reviews: ReviewStore, rubric: Rubric, folder: Path, clock: SystemClock
) -> Iterator[tuple[str, float, float]]:
    review = reviews.start(f"{0:032x}", rubric)
    draft = draft_of(0, clock)
    reviews.save(review.id, draft, StepLabel(code="begin"))
    step = 0

    def click() -> None:
        nonlocal draft, step
        step += 1
        item = f"item-{step % ITEMS}"
        entry = Entry(answer=Answer(value=Fraction(1 + step % 5)), comment=f"Step {step}")
        draft = replace(draft, entries={**draft.entries, item: entry})
        reviews.save(review.id, draft, StepLabel(code="answer", values={"item": item}))

    bare = connect(folder / "bare.sqlite3")
    with bare.alone() as connection:
        connection.execute("CREATE TABLE answers (item TEXT PRIMARY KEY, answer TEXT) STRICT")

        def upsert() -> None:
            nonlocal step
            step += 1
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO answers VALUES (?, ?) ON CONFLICT DO UPDATE SET answer ="
                " excluded.answer",
                (f"item-{step % ITEMS}", f'{{"number":"{step}"}}'),
            )
            connection.execute("COMMIT")

        yield "save an answer", *medians_ms(click, upsert, SAVES)

        ready = []
        for number in range(1, SUBMITS + 1):
            one = reviews.start(f"{number:032x}", rubric)
            ready.append(reviews.save(one.id, draft_of(number, clock), StepLabel(code="all")).id)
        yield (
            "submit",
            *medians_ms(lambda: reviews.submit(ready.pop(), rubric), upsert, SUBMITS),
        )
    bare.close()


@contextmanager
def captured(database: Database) -> Iterator[list[str]]:
    """The SELECTs that run inside, with their values filled in."""
    statements: list[str] = []

    def note(sql: str) -> None:
        if sql.startswith("SELECT"):
            statements.append(sql)

    with database.alone() as connection:
        connection.set_trace_callback(note)
    yield statements
    with database.alone() as connection:
        connection.set_trace_callback(None)


def beside_bare(database: Database, call: Callable[[], object]) -> tuple[float, float]:
    with captured(database) as statements:
        call()

    def bare() -> None:
        with database.alone() as connection:
            for statement in statements:
                connection.execute(statement).fetchall()

    return medians_ms(call, bare, READS)


LISTS = {
    "open the list": ListingFilter(),
    "list: one agent": ListingFilter(agents=("a7",)),
    "list: not graded": ListingFilter(review_states=("ungraded",)),
    "list: drafts": ListingFilter(review_states=("draft",)),
    "list: team, queue, tag": ListingFilter(teams=("华东",), queues=("售后",), tags=("vip",)),
    "list: chats of a month": ListingFilter(
        kinds=("chat",),
        started_from=datetime(2026, 3, 1, tzinfo=UTC),
        started_until=datetime(2026, 4, 1, tzinfo=UTC),
    ),
    "list: a rare word": ListingFilter(text="单号123"),
    "list: two frequent words": ListingFilter(text="退款 发票"),
    "list: by duration": ListingFilter(sort=Sort.DURATION),
    "list: by agent": ListingFilter(sort=Sort.AGENT, descending=False),
    "list: by score": ListingFilter(sort=Sort.SCORE),
}
SEARCHES = {
    "search: 退": "退",
    "search: 退款": "退款",
    "search: 电热水壶": "电热水壶",
    "search: 退款 发票": "退款 发票",
    "search: refund": "refund",
    "search: re (prefix)": "re",
    "search: order number": "ref 4512",
    "search: nothing found": "量子 refund",
}


def measure(interactions: int, folder: Path) -> Iterator[tuple[str, float, float, float]]:
    clock = SystemClock()
    database = open_database(folder / "qa.sqlite3")
    fill(database, interactions, random.Random(7))
    rubric = RubricStore(database, clock, "bench").publish(rubric_source(), "bench")
    reviews, listing = ReviewStore(database, clock, "bench"), ListingStore(database)
    for name, ours, bare in measure_saving(reviews, rubric, folder, clock):
        yield name, ours, bare, MOST_MS["save" if name.startswith("save") else "submit"]
    for name, wanted in LISTS.items():

        def show(wanted: ListingFilter = wanted) -> None:
            listing.page(wanted, PAGE)
            listing.count(wanted)

        yield name, *beside_bare(database, show), MOST_MS["list"]
    yield (
        "list: last page",
        *beside_bare(database, lambda: listing.page(ListingFilter(), PAGE, interactions - PAGE)),
        MOST_MS["list"],
    )
    yield "list: facets", *beside_bare(database, listing.facets), MOST_MS["list"]
    for name, query in SEARCHES.items():
        yield (
            name,
            *beside_bare(database, lambda query=query: search.find(database, query)),
            MOST_MS["search"],
        )
    database.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--interactions", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="on the disk to measure (default: temporary)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder, prefix="bench-store-") as folder:
        rows = list(measure(args.interactions, Path(folder)))
    if args.json:
        said = [
            {"what": name, "ms": ours, "bare_ms": bare, "ratio": ours / bare, "most_ms": most}
            for name, ours, bare, most in rows
        ]
        print(json.dumps({"sqlite": sqlite3.sqlite_version, "store": said}, indent=2))
    else:
        print(f"{args.interactions:,} interactions, SQLite {sqlite3.sqlite_version}")
        print(f"{'':28}{'median ms':>10}{'bare ms':>10}{'ratio':>7}{'at most':>9}")
        for name, ours, bare, most in rows:
            width = 28 - sum(ord(char) > 0x2E80 for char in name)
            print(f"{name:{width}}{ours:10.2f}{bare:10.2f}{ours / bare:7.2f}{most:9.0f}")
    return 0 if all(ours <= most for _, ours, _, most in rows) else 1


if __name__ == "__main__":
    sys.exit(main())

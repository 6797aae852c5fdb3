"""The law: with copies graded blind, every list, count, facet, search and command is as without.

Each reader is asked before there are copies and after they were taken in, graded with words of
their own and submitted: its answer must be the same, to the letter.
"""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

import qa_desktop
from qa_desktop.base.clock import Clock
from qa_desktop.base.problems import ProblemError
from qa_desktop.base.progress import NoProgress
from qa_desktop.calibration.blind.taking_in import taking_in
from qa_desktop.calibration.files.package import Package
from qa_desktop.cli.app import Launchers, run
from qa_desktop.database import search
from qa_desktop.database.backup import back_up
from qa_desktop.database.verify import verify_workspace
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.interactions.isolation import ChildReader
from qa_desktop.interactions.media_store import MediaStore
from qa_desktop.interactions.model import InteractionDetail
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.grading_times_store import GradingTimesStore
from qa_desktop.reviews.listing_store import ListingFilter, ListingStore, Sort
from qa_desktop.reviews.model import Comment, CommentKind, Draft, Entry, StepLabel
from qa_desktop.reviews.open_drafts_store import OpenDraftStore
from qa_desktop.reviews.past_store import PastStore
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.reviews.trends import item_trends
from qa_desktop.reviews.what_if_store import SampleFilter, WhatIfStore
from qa_desktop.rubrics.model import Answer, Rubric
from qa_desktop.rubrics.store import RubricStore

DAY = datetime(2026, 3, 2, tzinfo=UTC)
CANARY = "Zebrafinch"
RUBRIC = """
schema: qa-rubric/1
id: service
version: 1
title: Service
channels: [voice, chat, ticket]
languages: [en]
scoring: {aggregation: sectioned, na: exclude, na_scope: section, floor: 0, cap: 100,
          pass_mark: 80, rounding: 2}
sections:
  - id: opening
    title: Opening
    weight: 1
    items:
      - {id: greeting, text: Greeting, answer: {type: scale, min: 1, max: 5, map: linear}}
"""
FILTERS = (
    ListingFilter(),
    ListingFilter(kinds=("recording",)),
    ListingFilter(agents=("A-1023",)),
    ListingFilter(agents=("2",)),
    ListingFilter(teams=("Refunds",)),
    ListingFilter(queues=("Gold line",)),
    ListingFilter(tags=("vip-miller",)),
    ListingFilter(review_states=("ungraded",)),
    ListingFilter(review_states=("draft",)),
    ListingFilter(review_states=("submitted",)),
    ListingFilter(review_states=("draft", "submitted", "ungraded")),
    ListingFilter(batch_id="b"),
    ListingFilter(batch_id="calibration"),
    ListingFilter(text="speaking"),
    ListingFilter(text=CANARY),
    ListingFilter(text="call-1"),
    ListingFilter(started_from=DAY - timedelta(days=20_000), started_until=DAY),
    *(ListingFilter(sort=sort, descending=False) for sort in Sort),
)
WORDS = ("speaking", CANARY, CANARY[:4], "call", "call-1", "service", "同事", "马上", "greeting")


@dataclass(frozen=True, kw_only=True)
class World:
    workspace: Workspace
    clock: Clock
    rubric: Rubric
    reviews: ReviewStore
    rubrics: RubricStore
    interactions: InteractionStore


@pytest.fixture
def world(
    workspace: Workspace,
    clock: Clock,
    store: InteractionStore,
    at_work: tuple[InteractionDetail, ...],
) -> World:
    """With one review of daily work submitted and one open."""
    rubrics = RubricStore(workspace.database, clock, "Pat")
    rubric = rubrics.publish(RUBRIC.encode())
    reviews = ReviewStore(workspace.database, clock, "Pat")
    made = World(
        workspace=workspace,
        clock=clock,
        rubric=rubric,
        reviews=reviews,
        rubrics=rubrics,
        interactions=store,
    )
    _grade(made, at_work[0].interaction.id, Draft(entries=_answers(4)), submits=True)
    _grade(made, at_work[1].interaction.id, Draft(entries=_answers(3)), submits=False)
    return made


Taken = Callable[[World], list[str]]


def _answers(points: int) -> dict[str, Entry]:
    return {"greeting": Entry(answer=Answer(value=Fraction(points)))}


def _grade(world: World, interaction_id: str, draft: Draft, *, submits: bool) -> str:
    review = world.reviews.start(interaction_id, world.rubric)
    world.reviews.save(review.id, draft, StepLabel(code="answer"))
    times = GradingTimesStore(world.workspace.database, "Pat")
    times.add(review.id, 1, 60_000)
    if submits:
        world.reviews.submit(review.id, world.rubric)
    return review.id


def _listing(world: World) -> ListingStore:
    return ListingStore(world.workspace.database)


def _tried(act: Callable[[], object]) -> object:
    try:
        return act()
    except ProblemError as error:
        return [problem.code for problem in error.problems]


def _every_interaction(world: World) -> list[str]:
    with world.workspace.database.reading() as db:
        return [row[0] for row in db.execute("SELECT id FROM interactions ORDER BY number")]


def _past(world: World) -> object:
    past = PastStore(world.workspace.database)
    return [
        past.last_of(agent, rubric_id="service", but_not="-")
        for agent in ("A-1023", "Ann Miller", "2", "", "agent:1")
    ]


def _what_if(world: World) -> object:
    store = WhatIfStore(world.workspace.database)
    chosen = store.choose(SampleFilter(rubric_id="service"))
    return [
        store.graded("service"),
        store.whose("service"),
        chosen,
        store.read(chosen),
        store.item_scores(chosen),
        store.choose(SampleFilter(rubric_id="service", agents=("",), teams=("",))),
        item_trends(store, (world.rubric,), NoProgress()),
    ]


def _recorders(world: World) -> object:
    media = MediaStore(world.workspace.database, world.clock, "Pat")
    call = world.interactions.detail("1" * 32).recordings[0]
    return [one.id for one in media.others_of(call)], media.sides()


def _known(world: World) -> object:
    known = world.interactions.known_hashes()
    return known.by_hash, known.waiting, known.sources, known.agent_channels


READERS: dict[str, Callable[[World], object]] = {
    "list": lambda w: [_listing(w).page(each, 100) for each in FILTERS],
    "counts": lambda w: [_listing(w).count(each) for each in FILTERS],
    "facets": lambda w: _listing(w).facets(),
    "rows by id": lambda w: [
        row.interaction.title for row in _listing(w).of(_every_interaction(w))
    ],
    "an agent's facet": lambda w: [_listing(w).agent_facet(name) for name in ("2", "Ann Miller")],
    "search": lambda w: [search.find(w.workspace.database, words) for words in WORDS],
    "open drafts": lambda w: OpenDraftStore(
        w.workspace.database, w.clock, w.reviews, w.rubrics
    ).all(),
    "an agent's last review": _past,
    "what-if and trends": _what_if,
    "imports": lambda w: w.interactions.batches(),
    "undo of an import": lambda w: _tried(lambda: w.interactions.undo_batch("calibration")),
    "duplicates and waiting recordings": _known,
    "recordings of one recorder": _recorders,
    "grading times": lambda w: [
        GradingTimesStore(w.workspace.database, "Pat").submitted_since(DAY),
        GradingTimesStore(w.workspace.database, "Pat").by_rubric(),
    ],
}


@pytest.fixture
def take_and_grade(package: Package, child: ChildReader) -> Taken:
    """Takes the copies in and grades them all, two submitted; their reviews' ids."""

    def act(world: World) -> list[str]:
        with taking_in(
            package, "5" * 32, world.workspace, world.clock, "Pat", child=child
        ) as taken:
            pass
        said = Comment(id="c", kind=CommentKind.PRAISE, text=CANARY, created_at=DAY, start_ms=5)
        draft = Draft(entries=_answers(1), comments=(said,), summary=CANARY, agent="2")
        return [
            _grade(world, each.interaction_id, draft, submits=place < 2)
            for place, each in enumerate(taken)
        ]

    return act


def test_no_reader_sees_what_is_graded_blind(world: World, take_and_grade: Taken) -> None:
    before = {name: read(world) for name, read in READERS.items()}
    made = take_and_grade(world)
    assert len(made) == 3
    after = {name: read(world) for name, read in READERS.items()}
    for name in READERS:
        assert after[name] == before[name], name


def test_each_of_these_reads_something_at_work(world: World) -> None:
    """Or the law above would hold for readers that see nothing at all."""
    empty = {"undo of an import", "recordings of one recorder"}
    for name, read in READERS.items():
        assert name in empty or re.search(r"Ann Miller|service|[1-9]", repr(read(world))), name


def test_words_of_copies_are_not_in_the_index(world: World, take_and_grade: Taken) -> None:
    take_and_grade(world)
    with world.workspace.database.reading() as db:
        rows = db.execute(
            "SELECT count(*) FROM search_rows JOIN interactions"
            " ON interactions.id = interaction_id WHERE purpose <> 'work'"
        ).fetchone()
    assert rows == (0,)


def no_window(*_: object) -> int:
    raise AssertionError("no command of these opens a window")


COMMANDS = (
    ("review", "list", "--json"),
    ("review", "list", "--json", "--state", "ungraded"),
    ("review", "list", "--json", "--text", CANARY),
    ("review", "list", "--json", "--agent", "2"),
)
OF_A_REVIEW = (
    ("review", "show", "{review}"),
    ("review", "export", "{review}", "--format", "json"),
    ("review", "export", "{review}", "--format", "csv"),
    ("review", "import", "{review}", "{markers}"),
    ("sheet", "{review}", "--out", "{folder}"),
)


def test_no_command_shows_what_is_graded_blind(
    world: World,
    take_and_grade: Taken,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    launchers = Launchers(
        open_app=no_window,
        take_screens=lambda *_: (),
        has_display=lambda: False,
        engines=lambda: (),
    )
    folder = world.workspace.folder
    markers = tmp_path / "markers.txt"
    markers.write_bytes(b"1.0\t2.0\tx\n")

    def call(*arguments: str) -> tuple[int, str]:
        code = run(["-w", str(folder), "--language", "en", *arguments], launchers)
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    world.workspace.close()
    before = [call(*each) for each in COMMANDS]
    with open_workspace(folder, clock=world.clock) as opened:
        again = _reopened(world, opened)
        made = take_and_grade(again)
    assert [call(*each) for each in COMMANDS] == before
    for review in made:
        for each in OF_A_REVIEW:
            words = [
                word.format(review=review, markers=markers, folder=tmp_path / "sheets")
                for word in each
            ]
            code, said = call(*words)
            assert code != 0, words
            assert CANARY not in said
    assert json.loads(before[0][1])["total"] == 2


def _reopened(world: World, opened: Workspace) -> World:
    return replace(
        world,
        workspace=opened,
        reviews=ReviewStore(opened.database, world.clock, "Pat"),
        rubrics=RubricStore(opened.database, world.clock, "Pat"),
        interactions=InteractionStore(opened.database, world.clock, "Pat"),
    )


def test_verify_and_backups_do_see_them(world: World, take_and_grade: Taken) -> None:
    before = verify_workspace(world.workspace)
    take_and_grade(world)
    after = verify_workspace(world.workspace)
    assert not after.problems
    assert after.rows["interactions"] == before.rows["interactions"] + 3
    assert after.recordings_checked == before.recordings_checked + 2
    copy = next(world.workspace.media_folder.rglob("*.flac"))
    copy.write_bytes(copy.read_bytes()[:-1])
    assert [each.code for each in verify_workspace(world.workspace).problems] == [
        "database.media_changed"
    ]
    made = back_up(world.workspace, world.clock)
    folder = made.parent / "restored"
    folder.mkdir()
    shutil.copy(made, folder / "qa.sqlite3")
    with (
        open_workspace(folder, clock=world.clock) as restored,
        restored.database.reading() as db,
    ):
        found = db.execute(
            "SELECT count(*) FROM interactions WHERE purpose = 'calibration'"
        ).fetchone()
    assert found == (3,)


# Where rows of interactions and reviews are read without asking what they are for, and why.
UNASKED = {
    "interactions/store.py": "one by its id; what an import compares with asks",
    "interactions/tables_store.py": "one by its id, and those of one batch",
    "interactions/transcript_store.py": "the turns of one interaction",
    "reviews/store.py": "one by its id; the ids that begin so ask",
    "rubrics/store.py": "rubrics alone",
    "database/search.py": "asked when a text is taken in",
}
READS = re.compile(r"(?:FROM|JOIN) (?:interactions|reviews|review_revisions|search_rows)\b")


def test_whoever_reads_interactions_or_reviews_asks_what_they_are_for() -> None:
    root = Path(qa_desktop.__file__).parent
    for file in sorted(root.rglob("*.py")):
        name = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        if name.startswith("calibration/") or name in UNASKED or not READS.search(text):
            continue
        if name.startswith("database/") and "schema" in name:
            continue
        assert "purpose = 'work'" in text, f"{name} reads what is graded blind"

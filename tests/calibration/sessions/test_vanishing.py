"""A share that goes away at any file operation and comes back, and a program that dies anywhere."""

import errno
import os
import shutil
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Self

import pytest

from qa_desktop.base.clock import SteppingClock
from qa_desktop.base.problems import ProblemError
from qa_desktop.calibration.model import Mode, SessionState, Verdict
from qa_desktop.calibration.sessions.desk import WorkState
from qa_desktop.database.connection import Database

POINTS = 100
DIED, FAILED = 86, 87
# Python's own audit events: opening, making, renaming and removing files.
EVENTS = {"open", "os.rename", "os.remove", "os.scandir", "os.listdir", "os.link", "os.mkdir"}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


class Watch:
    """Counts what is done to files below `folder`; from the one after the `at`-th on, it stops it.

    Only ever used in a child process: an audit hook can't be taken away again.
    """

    def __init__(self, folder: Path, stop: Callable[[], None]) -> None:
        self._folder = str(folder)
        self._stop = stop
        self.count = 0
        self.at: int | None = None
        self.stopped = False

    def begin(self) -> None:
        sys.addaudithook(self._seen)
        plain = Path.open

        def opened(file: Path, *arguments: Any, **named: Any) -> Any:
            handle = plain(file, *arguments, **named)
            return Handle(handle, self) if str(file).startswith(self._folder) else handle

        Path.open = opened  # type: ignore[method-assign]

    def point(self) -> None:
        self.count += 1
        if self.at is not None and self.count > self.at:
            self.stopped = True
            self._stop()

    def _seen(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in EVENTS and any(
            isinstance(a, str | Path) and str(a).startswith(self._folder) for a in arguments
        ):
            self.point()


class Handle:
    """A file that can fail while it is read or written: in the middle."""

    def __init__(self, handle: Any, watch: Watch) -> None:
        self._handle = handle
        self._watch = watch

    def write(self, data: bytes) -> int:
        half = len(data) // 2
        self._handle.write(data[:half])
        self._watch.point()
        return half + int(self._handle.write(data[half:]))

    def read(self, *arguments: Any) -> bytes:
        self._watch.point()
        return bytes(self._handle.read(*arguments))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._handle.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._handle, name)


def gone() -> None:
    raise OSError(errno.EHOSTDOWN, os.strerror(errno.EHOSTDOWN))


def die() -> None:
    """As a program that is killed: nothing is cleaned up."""
    os._exit(DIED)


def in_child(work: Callable[[], None], told: Path) -> int:
    """How the child ended; where it failed, its traceback is in `told`."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        work()
    except BaseException:  # noqa: BLE001 - whatever it is, the child must not become a second pytest
        told.write_text(traceback.format_exc(), encoding="utf-8")
        os._exit(FAILED)
    os._exit(0)


Step = Callable[[Any], Any]


def grade(seat: Any) -> None:
    session = seat.desk.sessions()[0].session
    for work in seat.desk.work(session.id):
        if work.state in (WorkState.UNGRADED, WorkState.DRAFT):
            number = len(seat.name)
            seat.grade(work.interaction, [number % 5 + 1, 2], session=session)
    seat.desk.submit(session.id)


class Story:
    """A strict session from the invitation in the outbox to the reveal, in steps that may be
    repeated."""

    def __init__(self, folder: Path, seat_at: Callable[..., Any], others: tuple[str, ...]) -> None:
        self.folder = folder
        self.share = folder / "share"
        self.others = others
        self._seat_at = seat_at

    def seat(self, name: str, start: Any) -> Any:
        clock = SteppingClock(start + timedelta(hours=1), timedelta(milliseconds=5))
        return self._seat_at(self.folder / name, name, clock)

    def look(self, seat: Any) -> None:
        seat.desk.look_in(self.share)

    def deliver(self, seat: Any) -> None:
        seat.desk.deliver()

    def close(self, seat: Any) -> None:
        seat.desk.close(seat.desk.sessions()[0].session.id)

    def reveal(self, seat: Any) -> None:
        seat.desk.reveal(seat.desk.sessions()[0].session.id)

    def steps(self) -> Iterator[tuple[str, Step]]:
        def each(*steps: Step) -> Iterator[tuple[str, Step]]:
            return ((name, step) for name in self.others for step in steps)

        yield "Lin", self.deliver
        yield from each(self.look, grade, self.deliver)
        yield from (("Lin", step) for step in (grade, self.look, self.close, self.deliver))
        yield from each(self.look, self.deliver)
        yield from (("Lin", step) for step in (self.look, self.reveal, self.deliver))
        yield from each(self.look)

    def check(self, seats: dict[str, Any]) -> None:
        """Nothing is lost, and nothing is there twice."""
        session = seats["Lin"].desk.sessions()[0].session
        graded = seats["Lin"].desk.graded(session.id)
        people = len(seats)
        assert len(graded.gradings) == people * len(session.interactions)
        assert {one.revision for one in graded.gradings} == {1}
        assert graded.exclusions == ()
        arrivals = seats["Lin"].desk.standing(session.id).arrivals
        assert {arrival.verdict for arrival in arrivals} == {Verdict.ACCEPTED}
        for seat in seats.values():
            assert seat.desk.session(session.id).state is SessionState.REVEALED
            assert seat.desk.graded(session.id).gradings == graded.gradings
            assert seat.desk.waiting() == ()
        there = Counter(file.suffix for file in self.share.iterdir())
        del there[".tmp"]
        assert there == {
            ".qaid": people,
            ".qacal": 1,
            ".qasub": people * len(session.interactions),
            ".qaclose": 1,
            ".qakey": people,
            ".qareveal": 1,
        }


@pytest.fixture
def begun(
    tmp_path: Path, seat_at: Callable[..., Any], acquaint: Callable[..., None], source_of: Any
) -> Callable[..., Story]:
    """A story whose invitation is made, and not sent yet; every workspace is closed."""

    def make(others: tuple[str, ...], chats: int, start: Any) -> Story:
        story = Story(tmp_path / "begun", seat_at, others)
        story.share.mkdir(parents=True)
        seats = {name: story.seat(name, start - timedelta(hours=1)) for name in ("Lin", *others)}
        lead = seats.pop("Lin")
        acquaint(lead, tuple(seats.values()), story.share)
        lead.rubrics.publish(source_of(2))
        lead.invite(
            mode=Mode.STRICT,
            participants=tuple(one.fingerprint for one in seats.values()),
            chats=chats,
            folder=story.share,
        )
        for seat in (lead, *seats.values()):
            seat.workspace.close()
            shutil.rmtree(seat.workspace.backups_folder)
        return story

    return make


def test_a_share_that_vanishes_at_any_of_a_hundred_points(
    begun: Callable[..., Story], tmp_path: Path, start: Any
) -> None:
    base = begun(("Anna", "Bo"), 1, start)
    told = tmp_path / "told"

    def tell(at: int | None) -> None:
        story = Story(tmp_path / f"run-{at}", base._seat_at, base.others)
        shutil.copytree(base.folder, story.folder)
        for file in story.folder.glob("*/qa.sqlite3"):
            move_share(file, base.share, story.share)
        watch = Watch(story.share, gone)
        watch.begin()
        seats = {name: story.seat(name, start) for name in ("Lin", *story.others)}
        watch.at = at
        for name, step in story.steps():
            try:
                step(seats[name])
            except ProblemError:
                assert watch.stopped
            if watch.stopped:
                # It is there again; what the person or the clock asks for next finds it.
                watch.at, watch.stopped = None, False
                step(seats[name])
        assert at is None or watch.at is None, "the story ended before this point"
        told.write_text(str(watch.count), encoding="utf-8")
        watch.at = None
        story.check(seats)
        shutil.rmtree(story.folder, ignore_errors=True)

    def run(at: int | None) -> None:
        ended = in_child(lambda: tell(at), told)
        assert ended == 0, f"{at}: {told.read_text(encoding='utf-8')}"

    run(None)
    operations = int(told.read_text(encoding="utf-8"))
    assert operations > POINTS
    for number in range(POINTS):
        run(number * operations // POINTS)


def test_a_program_that_dies_between_any_two_steps(
    begun: Callable[..., Story], tmp_path: Path, start: Any
) -> None:
    """Each step dies at its first point, is begun again and dies at its second, and so on."""
    story = begun(("Anna",), 1, start)
    told = tmp_path / "told"
    deaths = 0
    for name, step in story.steps():
        for at in range(1000):

            def live(name: str = name, step: Step = step, at: int = at) -> None:
                watch = Watch(story.folder, die)
                seat = story.seat(name, start)
                watch.begin()
                with dying_around_commits(watch):
                    watch.at = at
                    step(seat)
                    watch.at = None
                seat.workspace.database.close()

            ended = in_child(live, told)
            assert ended in (0, DIED), told.read_text(encoding="utf-8")
            deaths += ended == DIED
            if ended == 0:
                break
    assert deaths > POINTS
    seats = {name: story.seat(name, start) for name in ("Lin", "Anna")}
    try:
        story.check(seats)
        for seat in seats.values():
            assert seat.workspace.warnings == ()
    finally:
        for seat in seats.values():
            seat.workspace.close()


@contextmanager
def dying_around_commits(watch: Watch) -> Iterator[None]:
    plain = Database.writing

    @contextmanager
    def writing(database: Database) -> Iterator[Any]:
        outermost = not database._connection.in_transaction
        if outermost:
            watch.point()
        with plain(database) as db:
            yield db
            if outermost:
                watch.point()
        if outermost:
            watch.point()

    Database.writing = writing  # type: ignore[method-assign]
    yield


def move_share(database: Path, old: Path, new: Path) -> None:
    """The copy of a workspace knows its share under the new name."""
    import sqlite3

    connection = sqlite3.connect(database)
    with connection:
        for table in ("calibration_sessions", "calibration_outbox"):
            connection.execute(
                f"UPDATE {table} SET folder = ? WHERE folder = ?",
                (str(new), str(old)),
            )
    connection.close()

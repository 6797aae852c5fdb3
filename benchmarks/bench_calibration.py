"""Thirty people calibrate on twenty chats with forty items: the whole way through real files.

Each phase is told in total and per participant and interaction, beside the bare work that it can't
do without: the review as JSON, two signatures, a sealed box, a stored ZIP, and back.
Run with the program's own Python: python benchmarks/bench_calibration.py [--json] [--people N]
"""

import argparse
import io
import json
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import rfc8785
from nacl.public import PrivateKey, SealedBox
from nacl.signing import SigningKey

from qa_desktop.base.clock import SystemClock
from qa_desktop.base.ids import new_id
from qa_desktop.calibration.model import GradedSession, Mode
from qa_desktop.calibration.sessions.desk import CalibrationDesk, NewSession
from qa_desktop.database.workspace import Workspace, open_workspace
from qa_desktop.interactions.model import Interaction, InteractionDetail, Kind, Role, Turn
from qa_desktop.interactions.store import InteractionStore
from qa_desktop.reviews.draft_json import draft_to_json
from qa_desktop.reviews.model import Draft, Entry, StepLabel
from qa_desktop.reviews.store import ReviewStore
from qa_desktop.rubrics.model import Answer
from qa_desktop.rubrics.store import RubricStore

PEOPLE, CHATS, ITEMS = 30, 20, 40
PADDED_BYTES = 16 * 1024
MOST_S = 40.0


class Clerk:
    """One person's workspace."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        clock, database = SystemClock(), workspace.database
        self.interactions = InteractionStore(database, clock, name)
        self.reviews = ReviewStore(database, clock, name)
        self.rubrics = RubricStore(database, clock, name)
        self.desk = CalibrationDesk(
            workspace,
            clock,
            name,
            interactions=self.interactions,
            reviews=self.reviews,
            rubrics=self.rubrics,
        )

    @property
    def fingerprint(self) -> str:
        return self.desk.identity().fingerprint

    def grade(self, session_id: str, number: int) -> None:
        session = self.desk.session(session_id)
        rubric = self.rubrics.get(session.rubric_id, session.rubric_version)
        for place, one in enumerate(session.interactions):
            review = self.reviews.start(one.interaction_id, rubric)
            entries = {
                f"item-{n}": Entry(answer=Answer(value=Fraction((number + place * n) % 5 + 1)))
                for n in range(ITEMS)
            }
            draft = Draft(entries=entries, summary="Friendly, and to the point.")
            self.reviews.save(review.id, draft, StepLabel(code="answer"))
            self.reviews.submit(review.id, rubric)


def rubric_source() -> bytes:
    scale = {"type": "scale", "min": 1, "max": 5}
    items = [{"id": f"item-{n}", "text": f"Item {n}", "answer": scale} for n in range(ITEMS)]
    return json.dumps(
        {
            "schema": "qa-rubric/1",
            "id": "bench",
            "version": 1,
            "title": "Bench",
            "channels": ["chat"],
            "languages": ["en"],
            "scoring": {"aggregation": "sectioned", "pass_mark": 70, "rounding": 2},
            "sections": [{"id": "all", "title": "All", "weight": 1, "items": items}],
        }
    ).encode()


def import_chats(clerk: Clerk) -> tuple[str, ...]:
    batch, now = new_id(), datetime.now(UTC)
    turns = tuple(
        Turn(position=n, role=(Role.AGENT, Role.CUSTOMER)[n % 2], text=f"Sentence {n}.")
        for n in range(12)
    )
    details = [
        InteractionDetail(
            interaction=Interaction(
                id=new_id(),
                kind=Kind.CHAT,
                title=f"Chat {n}",
                content_hash=new_id() * 2,
                source_name=f"{n}.json",
                imported_at=now,
                batch_id=batch,
            ),
            turns=turns,
        )
        for n in range(CHATS)
    ]
    clerk.interactions.add_batch(batch, "chats", details)
    return tuple(detail.interaction.id for detail in details)


class Times:
    def __init__(self) -> None:
        # Seconds that passed, and those of this process, which neighbours can't lengthen.
        self.by_phase: dict[str, tuple[float, float]] = {}

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        begun, worked = time.perf_counter(), time.process_time()
        yield
        self.by_phase[name] = time.perf_counter() - begun, time.process_time() - worked


def simulate(folder: Path, people: int, times: Times) -> GradedSession:
    share = folder / "share"
    share.mkdir()
    with ExitStack() as ends:
        with times.phase("workspaces"):
            lead, *others = (
                Clerk(ends.enter_context(_workspace(folder / f"{n}")), f"Person {n}")
                for n in range(people)
            )
        with times.phase("cards and codes"):
            card = lead.desk.hand_in_card(share)
            for one in others:
                one.desk.hand_in_card(share)
                one.desk.take_card(card)
                one.desk.trust(lead.fingerprint)
            for met in lead.desk.look_for_cards(share):
                lead.desk.trust(met.person.fingerprint)
        with times.phase("invite"):
            lead.rubrics.publish(rubric_source())
            session = lead.desk.create(
                NewSession(
                    title="Bench",
                    mode=Mode.SEALED,
                    rubric_id="bench",
                    rubric_version=1,
                    interaction_ids=import_chats(lead),
                    participants=tuple(one.fingerprint for one in others),
                    folder=share,
                )
            )
            lead.desk.deliver()
        with times.phase("join"):
            for one in others:
                one.desk.look_in(share)
        with times.phase("grade"):
            for number, one in enumerate((lead, *others)):
                one.grade(session.id, number)
        with times.phase("seal"):
            for one in (lead, *others):
                one.desk.submit(session.id)
        with times.phase("deliver"):
            for one in (lead, *others):
                one.desk.deliver()
        with times.phase("collect"):
            lead.desk.collect(session.id)
        with times.phase("standing"):
            lead.desk.standing(session.id)
        with times.phase("close and reveal"):
            lead.desk.close(session.id)
            lead.desk.reveal(session.id)
            lead.desk.deliver()
        with times.phase("one takes the reveal"):
            others[0].desk.look_in(share)
        return others[0].desk.graded(session.id)


@contextmanager
def _workspace(folder: Path) -> Iterator[Workspace]:
    workspace = open_workspace(folder, clock=SystemClock())
    try:
        yield workspace
    finally:
        workspace.database.close()


def bare(graded: GradedSession, times: Times) -> None:
    """What no program could leave out, on the same reviews, in memory."""
    key, box = SigningKey.generate(), PrivateKey.generate()
    sealed = []
    with times.phase("bare seal"):
        for one in graded.gradings:
            text = rfc8785.dumps(draft_to_json(one.draft))
            padded = (bytes(key.sign(text)) + b"\0" * PADDED_BYTES)[:PADDED_BYTES]
            sealed.append(bytes(key.sign(SealedBox(box.public_key).encrypt(padded))))
    with times.phase("bare open"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for number, data in enumerate(sealed):
                archive.writestr(f"{number}", data)
        with zipfile.ZipFile(out) as archive:
            for number in range(len(sealed)):
                data = key.verify_key.verify(archive.read(f"{number}"))
                inside = SealedBox(box).decrypt(data).rstrip(b"\0")
                json.loads(key.verify_key.verify(inside))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--people", type=int, default=PEOPLE)
    options = parser.parse_args()
    times = Times()
    with tempfile.TemporaryDirectory() as folder:
        graded = simulate(Path(folder), options.people, times)
    whole = sum(took for took, _ in times.by_phase.values())
    bare(graded, times)
    reviews = len(graded.gradings)
    rows: list[dict[str, Any]] = [
        {
            "phase": name,
            "total_s": round(took, 3),
            "processor_s": round(worked, 3),
            "each_ms": round(1000 * worked / reviews, 3),
        }
        for name, (took, worked) in times.by_phase.items()
    ]
    if options.json:
        print(json.dumps({"reviews": reviews, "whole_s": round(whole, 2), "phases": rows}))
    else:
        print(f"{options.people} people x {CHATS} chats x {ITEMS} items: {reviews} reviews")
        for row in rows:
            told = f"{row['total_s']:9.2f} s{row['processor_s']:9.2f} s of the processor"
            print(f"{row['phase']:24}{told}{row['each_ms']:9.3f} ms a review")
        print(f"{'whole':24}{whole:9.2f} s")
    return 0 if whole < MOST_S else 1


if __name__ == "__main__":
    sys.exit(main())

"""Agreement: alpha with 2,000 resamples beside the package krippendorff, and a whole session.

Run with the program's own Python: python benchmarks/bench_agreement.py [--json]

The peer runs in an environment that uv makes of its own cache, in one run with ours; without a
network it is left out. It has no interval, so its alpha is called once a resample on the counts of
the units drawn; it is timed on `PEER_DRAWS` of them and the rest worked out from that.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qa_desktop.calibration.agreement import Level, Ratings, krippendorff_alpha
from qa_desktop.calibration.model import (
    CalibrationSession,
    GradedSession,
    Grading,
    Mode,
    Person,
    SessionInteraction,
    SessionKind,
    SessionRole,
    SessionState,
)
from qa_desktop.calibration.statistics.session import session_statistics
from qa_desktop.interactions.model import Kind
from qa_desktop.reviews.model import Draft, Entry
from qa_desktop.rubrics.given import answer_from_json
from qa_desktop.rubrics.loader import rubric_from_mapping
from qa_desktop.rubrics.model import Given, Rubric
from qa_desktop.rubrics.scoring import result_json, score

RATERS, UNITS, RESAMPLES = 50, 1_000, 2_000
MOST_ALPHA_S = 2.0
MOST_SESSION_S = 1.0
PEER_DRAWS = 20
PEER = """
import json, sys, time
import numpy as np
import krippendorff

table = np.load(sys.argv[1]).T
draws = int(sys.argv[2])
domain = np.unique(table[~np.isnan(table)])
counts = (table.T[..., None] == domain).sum(axis=1)
random = np.random.default_rng(1)
told = {}
for level in ("nominal", "ordinal", "interval", "ratio"):
    start = time.perf_counter()
    value = krippendorff.alpha(reliability_data=table, level_of_measurement=level)
    once = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(draws):
        drawn = counts[random.integers(0, len(counts), len(counts))]
        krippendorff.alpha(value_counts=drawn, value_domain=domain, level_of_measurement=level)
    told[level] = {"value": value, "once_s": once, "draw_s": (time.perf_counter() - start) / draws}
print(json.dumps(told))
"""


def table(categories: int, missing: float) -> np.ndarray:
    random = np.random.default_rng(3)
    true = random.integers(1, categories + 1, (UNITS, 1))
    seen = np.clip(true + random.integers(-1, 2, (UNITS, RATERS)), 1, categories).astype(float)
    seen[random.random(seen.shape) < missing] = np.nan
    return seen


def peer(values: np.ndarray) -> dict[str, dict[str, float]] | None:
    """None where neither the package nor the network is there."""
    uv = Path(sys.executable).with_name("uv.exe" if sys.platform == "win32" else "uv")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "table.npy"
        np.save(file, values)
        command = [str(uv), "run", "--no-project", "--with", "krippendorff==0.9.0", "python"]
        done = subprocess.run(
            [*command, "-c", PEER, str(file), str(PEER_DRAWS)],
            check=False,
            capture_output=True,
            text=True,
            cwd=folder,
        )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return None
    told: dict[str, dict[str, float]] = json.loads(done.stdout)
    return told


def measure_alpha(categories: int, missing: float) -> list[dict[str, Any]]:
    values = table(categories, missing)
    rows = [[None if np.isnan(v) else float(v) for v in row] for row in values]
    ratings = Ratings.of_table(rows)
    theirs = peer(values)
    told = []
    for level in (Level.NOMINAL, Level.ORDINAL, Level.INTERVAL, Level.RATIO):
        found, spent = timed(lambda at=level: krippendorff_alpha(ratings, at, resamples=RESAMPLES))
        _, once = timed(lambda at=level: krippendorff_alpha(ratings, at, resamples=0))
        row = {"categories": categories, "missing": missing, "level": level.value}
        row |= {"value": found.value, "with_interval_s": spent, "once_s": once}
        if theirs is not None:
            other = theirs[level.value]
            whole = other["once_s"] + RESAMPLES * other["draw_s"]
            row |= {"peer_value": other["value"], "peer_once_s": other["once_s"]}
            row |= {"peer_with_interval_s": whole, "ratio": spent / whole}
        told.append(row)
    return told


def timed(work: Callable[[], Any], rounds: int = 3) -> tuple[Any, float]:
    """The answer and the median of the seconds it took."""
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        found = work()
        spent.append(time.perf_counter() - start)
    return found, sorted(spent)[rounds // 2]


def form(items: int) -> Rubric:
    """Of every kind of answer in turn, in five sections."""
    options = [
        {"id": "good", "title": "Good", "score": 1},
        {"id": "fair", "title": "Fair", "score": 0.5},
        {"id": "bad", "title": "Bad", "score": 0},
    ]
    kinds: tuple[dict[str, Any], ...] = (
        {"type": "scale", "min": 1, "max": 5},
        {"type": "choice", "options": options[::2]},
        {"type": "choice", "options": options},
        {"type": "points", "max": 10, "step": 1},
        {"type": "multi", "options": options},
    )
    sections = []
    for s in range(5):
        own = [i for i in range(items) if i % 5 == s]
        parts = [{"id": f"i{i}", "text": f"I{i}", "answer": kinds[(i // 5 + s) % 5]} for i in own]
        sections.append({"id": f"s{s}", "title": f"S{s}", "weight": 20, "items": parts})
    data = {"schema": "qa-rubric/1", "id": "big", "version": 1, "title": "Big"}
    data |= {"channels": ["voice"], "languages": ["en"], "sections": sections}
    data |= {"scoring": {"aggregation": "sectioned", "pass_mark": 60}}
    return rubric_from_mapping(data, "big.json")


def answer(kind: str, random: np.random.Generator) -> dict[str, Any]:
    if random.random() < 0.05:
        return {"na": True}
    options = ["good", "fair", "bad"]
    match kind:
        case "Scale":
            return {"value": int(random.integers(1, 6))}
        case "Points":
            return {"value": int(random.integers(0, 11))}
        case "Multi":
            return {"values": [o for o in options if random.random() < 0.5]}
    return {"value": str(random.choice(["good", "bad"]))}


def session(people: int, interactions: int, items: int) -> GradedSession:
    rubric = form(items)
    random = np.random.default_rng(4)
    persons = tuple(
        Person(fingerprint=f"p{n}", name=f"P{n}", sign_key=bytes(32), box_key=bytes(32))
        for n in range(people)
    )
    names = [f"call-{n}" for n in range(interactions)]
    gradings = []
    for person in persons:
        for name in names:
            given = {
                item.id: answer_from_json(answer(type(item.answer).__name__, random))
                for item in rubric.items()
            }
            draft = Draft(entries={item: Entry(answer=a) for item, a in given.items()})
            result = result_json(score(rubric, Given(answers=given)), rubric)
            gradings.append(
                Grading(
                    fingerprint=person.fingerprint,
                    pseudonym=name,
                    revision=1,
                    draft=draft,
                    result=result,
                )
            )
    return GradedSession(
        session=CalibrationSession(
            id="s",
            kind=SessionKind.CALIBRATION,
            title="S",
            mode=Mode.SEALED,
            role=SessionRole.LEAD,
            state=SessionState.REVEALED,
            lead=persons[0],
            me="p0",
            participants=persons,
            interactions=tuple(
                SessionInteraction(
                    pseudonym=name, kind=Kind.RECORDING, duration_ms=1, interaction_id=name
                )
                for name in names
            ),
            rubric_id=rubric.id,
            rubric_version=1,
            rubric_hash=rubric.content_hash,
            has_reference=False,
            deadline=None,
            folder=None,
            revision=1,
            manifest_hash="",
            made_at=datetime(2026, 11, 22, tzinfo=UTC),
        ),
        rubric=rubric,
        gradings=tuple(gradings),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    rows = [row for kind in ((5, 0.0), (5, 0.3), (100, 0.0)) for row in measure_alpha(*kind)]
    graded = session(30, 20, 40)
    _, session_s = timed(lambda: session_statistics(graded))
    _, bare_s = timed(lambda: session_statistics(graded, resamples=0))
    if args.json:
        print(json.dumps({"alpha": rows, "session_s": session_s, "bare_s": bare_s}, indent=2))
    else:
        print(f"alpha of {RATERS} raters x {UNITS} units with {RESAMPLES} resamples, in seconds")
        for row in rows:
            beside = ""
            if "ratio" in row:
                beside = f"  krippendorff {row['peer_with_interval_s']:7.2f}  {row['ratio']:.4f}"
                beside += f"  once {row['once_s']:.4f} / {row['peer_once_s']:.4f}"
            kind = f"{row['categories']:4} values, {row['missing']:.0%} missing, {row['level']:8}"
            print(f"  {kind}  {row['with_interval_s']:.3f}{beside}")
        print(f"a session of 30 people, 20 calls, 40 items: {session_s:.2f} s ({bare_s:.2f} bare)")
    slow = any(row["with_interval_s"] > MOST_ALPHA_S for row in rows)
    strange = any(abs(row["value"] - row.get("peer_value", row["value"])) > 5e-7 for row in rows)
    return 1 if slow or strange or session_s > MOST_SESSION_S else 0


if __name__ == "__main__":
    sys.exit(main())

"""Scoring a rubric of 60 items of every kind: each answer of a review waits for it.

Run with the program's own Python: python benchmarks/bench_scoring.py [--json]
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qa_desktop.rubrics.explain import explain
from qa_desktop.rubrics.given import given_from_json
from qa_desktop.rubrics.loader import read_rubric, read_yaml, rubric_from_mapping
from qa_desktop.rubrics.scoring import score

MOST_MS = 2.0
ROUNDS = 300

YES_NO = [{"id": "yes", "title": "Yes", "score": 1}, {"id": "no", "title": "No", "score": 0}]
ANSWERS: tuple[tuple[Mapping[str, Any], Mapping[str, Any]], ...] = (
    ({"type": "scale", "min": 1, "max": 5}, {"value": 4}),
    ({"type": "choice", "options": YES_NO}, {"value": "yes"}),
    ({"type": "multi", "options": YES_NO}, {"values": ["yes", "no"]}),
    ({"type": "points", "max": 15, "step": 0.5}, {"value": 12.5}),
    (
        {
            "type": "measure",
            "unit": "s",
            "bands": [{"up_to": 30, "score": 1}, {"up_to": 90, "score": 0.65}, {"score": 0}],
        },
        {"value": 44.5},
    ),
)


def big_rubric(aggregation: str) -> dict[str, Any]:
    """Six sections of ten items, with vetoes, conditions, a scenario and adjustments."""
    sections = []
    for s in range(6):
        items: list[dict[str, Any]] = []
        for i in range(10):
            answer, _ = ANSWERS[(s + i) % len(ANSWERS)]
            item = {"id": f"i{s}-{i}", "text": "Item", "weight": 1 + i % 3, "answer": answer}
            if answer["type"] == "choice":
                item["veto"] = {"when": ["no"], "scope": "form", "effect": "zero"}
            if i and items[-1]["answer"]["type"] == "choice":
                item["show_if"] = {"item": items[-1]["id"], "in": ["yes"]}
            items.append(item)
        sections.append({"id": f"s{s}", "title": "Section", "weight": 10 + s, "items": items})
    return {
        "schema": "qa-rubric/1",
        "id": "big",
        "version": 1,
        "title": "Big",
        "channels": ["voice"],
        "languages": ["en"],
        "scoring": {"aggregation": aggregation, "na_scope": "form", "pass_mark": 80},
        "grades": [
            {"id": "top", "min": 90, "title": "Top"},
            {"id": "low", "min": 0, "title": "Low"},
        ],
        "sections": sections,
        "adjustments": [{"id": "more", "kind": "bonus", "points": 1.5, "times": 3, "title": "M"}],
        "scenarios": [{"id": "busy", "title": "Busy", "weights": {"s1": 25}}],
    }


def measure(aggregation: str, rounds: int = ROUNDS) -> dict[str, float]:
    """Milliseconds: median, best and 99th percentile of scoring, the median of all the rest."""
    data = big_rubric(aggregation)
    rubric = rubric_from_mapping(data, "big.json")
    answers = {}
    for s in range(6):
        for i in range(10):
            answers[f"i{s}-{i}"] = ANSWERS[(s + i) % len(ANSWERS)][1]
    given = given_from_json(
        {"scenario": "busy", "answers": answers, "adjustments": {"more": 2}}, rubric
    )
    score_ms = timed(lambda: score(rubric, given), rounds)
    result = score(rubric, given)
    text = json.dumps(data)
    return {
        "score_ms": statistics.median(score_ms),
        "score_best_ms": min(score_ms),
        "score_p99_ms": statistics.quantiles(score_ms, n=100)[98],
        "explain_ms": statistics.median(timed(lambda: explain(rubric, result, "en"), 20)),
        "load_ms": statistics.median(timed(lambda: read_rubric(*read_yaml(text, ""), ""), 5)),
    }


def timed(work: Any, rounds: int) -> list[float]:
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return spent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    modes = ("weighted", "sectioned", "pooled_points", "points")
    measured = {mode: measure(mode) for mode in modes}
    if args.json:
        print(json.dumps({"limit_ms": MOST_MS, "modes": measured}, indent=2))
    else:
        print(f"60 items, limit {MOST_MS} ms a score")
        for mode, figures in measured.items():
            print(f"  {mode:14}", *(f"{name} {value:.3f}" for name, value in figures.items()))
    return 0 if all(m["score_ms"] < MOST_MS for m in measured.values()) else 1


if __name__ == "__main__":
    sys.exit(main())

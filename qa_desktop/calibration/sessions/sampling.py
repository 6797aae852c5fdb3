"""Draws interactions at random, so that the same seed draws the same ones again."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_BANDS = (60, 75, 90)


class DrawBy(StrEnum):
    """`ALL`: so many of all; else so many of each kind, agent, or band of scores."""

    ALL = "all"
    KIND = "kind"
    AGENT = "agent"
    BAND = "band"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """`agent` "" where none is known; `score_pct` None: not graded yet."""

    id: str
    kind: str
    agent: str = ""
    score_pct: float | None = None


def draw(candidates: Iterable[Candidate], count: int, by: DrawBy, seed: str) -> tuple[str, ...]:
    """`count` of each group, or all of a group that has fewer.

    Each candidate's place is SHA-256(seed, id): so a candidate that comes or goes changes nothing
    about the order of the others.
    """
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(_group(candidate, by), []).append(candidate)
    drawn: list[str] = []
    for name in sorted(groups):
        ordered = sorted(groups[name], key=lambda each: _place(seed, each.id))
        drawn += [each.id for each in ordered[:count]]
    return tuple(drawn)


def _group(candidate: Candidate, by: DrawBy) -> str:
    if by is DrawBy.KIND:
        return candidate.kind
    if by is DrawBy.AGENT:
        return candidate.agent
    if by is DrawBy.BAND:
        score = candidate.score_pct
        return "" if score is None else str(sum(score >= edge for edge in _BANDS))
    return ""


def _place(seed: str, interaction_id: str) -> bytes:
    return hashlib.sha256(f"{seed}\0{interaction_id}".encode()).digest()

"""Whom a review's score goes to, and who else took part."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_desktop.interactions.agents import AgentPart, graded_agent, suggested_agent
from qa_desktop.interactions.model import Role, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentState:
    """One agent to choose. `share_pct` of what agents said; `graded`: the score goes to this one;
    `suggested`: it would be this one, if nobody chose."""

    key: str
    name: str
    messages: int = 0
    notes: int = 0
    share_pct: int | None = None
    graded: bool = False
    suggested: bool = False


def agent_states(parts: Sequence[AgentPart], chosen: str | None) -> tuple[AgentState, ...]:
    """With an agent of an earlier import who is chosen and does not speak in these turns."""
    graded, suggested = graded_agent(parts, chosen), suggested_agent(parts)
    states = [
        AgentState(
            key=part.key,
            name=part.name,
            messages=part.messages,
            notes=part.notes,
            share_pct=None if part.share is None else round(part.share * 100),
            graded=part is graded,
            suggested=part is suggested,
        )
        for part in parts
    ]
    if graded is None and chosen:
        states.append(AgentState(key=chosen, name=chosen, graded=True))
    return tuple(states)


def faint_turns(
    turns: Sequence[Turn], parts: Sequence[AgentPart], chosen: str | None
) -> frozenset[int]:
    """The positions of what other agents said, where one of several is graded."""
    graded = graded_agent(parts, chosen)
    if graded is None or len(parts) < 2:
        return frozenset()
    return frozenset(
        turn.position
        for turn in turns
        if turn.role is Role.AGENT and turn.imported_author not in graded.authors
    )

"""Who of the contact centre took part in an interaction, and how much of it was theirs."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_desktop.interactions.model import InteractionDetail, Metadata, Role, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentPart:
    """One agent's part in an interaction.

    `key` is how a review names the agent and `authors` how the imported turns do (None: they don't
    say); `name` is for people.
    `messages` the customer saw, `notes` not. `share` of all that agents said, 0 to 1: by time
    where every turn has one, else by letters; None where nobody said anything. `own`: the
    metadata names this one as the interaction's agent.
    """

    key: str
    name: str
    authors: frozenset[str | None]
    messages: int = 0
    notes: int = 0
    share: float | None = None
    own: bool = False


def agents_of(detail: InteractionDetail) -> tuple[AgentPart, ...]:
    """By first appearance, the interaction's own agent first where no turn is theirs.

    Turns that nobody is named for are the own agent's; where that isn't known either, nobody's.
    """
    known = detail.interaction.metadata
    own = known.agent_name or known.agent_id
    by_key: dict[str, list[Turn]] = {}
    said = [turn for turn in detail.turns if turn.role is Role.AGENT]
    if own and not any(_is_own(turn.imported_author, known) for turn in said):
        by_key[own] = []
    for turn in said:
        key = own if _is_own(turn.imported_author, known) else turn.imported_author
        if key:
            by_key.setdefault(key, []).append(turn)
    whole = _amount(said, said)
    return tuple(
        AgentPart(
            key=key,
            name=_name(key, turns),
            authors=_authors(key, key == own, known),
            messages=sum(not turn.internal for turn in turns),
            notes=sum(turn.internal for turn in turns),
            share=_amount(turns, said) / whole if whole else None,
            own=key == own,
        )
        for key, turns in by_key.items()
    )


def suggested_agent(parts: Sequence[AgentPart]) -> AgentPart | None:
    """The interaction's own agent, else who wrote most; None where there is nobody."""
    own = next((part for part in parts if part.own), None)
    return own or max(parts, key=lambda part: part.messages, default=None)


def graded_agent(parts: Sequence[AgentPart], chosen: str | None) -> AgentPart | None:
    """Whom a review with this choice is of.

    Without a choice it is the interaction's own agent, or the only one. None: nobody of these.
    """
    if chosen is not None:
        return next((part for part in parts if chosen == part.key or chosen in part.authors), None)
    own = next((part for part in parts if part.own), None)
    return own or (parts[0] if len(parts) == 1 else None)


def graded_name(detail: InteractionDetail, chosen: str | None) -> str:
    """How the graded agent is called; "" where that isn't known."""
    part = graded_agent(agents_of(detail), chosen)
    return part.name if part is not None else chosen or ""


def _name(key: str, turns: Sequence[Turn]) -> str:
    """As the turns call them now, where a reviewer gave them another name."""
    told = (turn.author for turn in turns if turn.speaker is not None and turn.speaker.name)
    return next((name for name in told if name), key)


def _is_own(author: str | None, known: Metadata) -> bool:
    if author is None:
        return bool(known.agent_name or known.agent_id)
    return author in (known.agent_id, known.agent_name)


def _authors(key: str, own: bool, known: Metadata) -> frozenset[str | None]:
    if not own:
        return frozenset((key,))
    return frozenset({None, *filter(None, (known.agent_id, known.agent_name))})


def _amount(turns: Sequence[Turn], among: Sequence[Turn]) -> int:
    """Milliseconds where all turns `among` which these are have them, else letters."""
    seen = [turn for turn in turns if not turn.internal]
    timed = all(turn.internal or turn.end_ms is not None for turn in among)
    if timed and all(turn.internal or turn.start_ms is not None for turn in among):
        return sum(max((turn.end_ms or 0) - (turn.start_ms or 0), 0) for turn in seen)
    return sum(len(turn.text) for turn in seen)

"""Who the speakers of a transcript are, as the reviewer tells it."""

from collections.abc import Sequence

from qa_desktop.interactions.model import Role, Speaker, Turn


def speaker_of(turn: Turn) -> Speaker:
    """As known now, of all the turns that the import gives to the same one."""
    return turn.speaker or Speaker(
        imported_role=turn.role, imported_author=turn.author, role=turn.role
    )


def swapped(turns: Sequence[Turn]) -> tuple[Speaker, ...]:
    """Every agent a customer and every customer an agent. Names stay with the voices."""
    other = {Role.AGENT: Role.CUSTOMER, Role.CUSTOMER: Role.AGENT}
    speakers = {speaker_of(turn): None for turn in turns if turn.role in other}
    return tuple(
        Speaker(
            imported_role=each.imported_role,
            imported_author=each.imported_author,
            role=other[each.role],
            name=each.name,
        )
        for each in speakers
    )


def turns_of(speaker: Speaker, turns: Sequence[Turn]) -> int:
    """How many turns are the speaker's."""
    key = speaker.imported_role, speaker.imported_author
    return sum((turn.imported_role, turn.imported_author) == key for turn in turns)

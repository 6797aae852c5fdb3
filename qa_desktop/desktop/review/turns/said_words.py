"""The transcript as the words that the waveform writes into its lanes."""

from collections.abc import Iterable, Iterator

from qa_desktop.desktop.waveform.state import LaneRole, SaidWord
from qa_desktop.interactions.model import Role, Turn

# Machines that answer for the centre are heard on its side.
_LANES = {
    Role.AGENT: LaneRole.AGENT,
    Role.BOT: LaneRole.AGENT,
    Role.CUSTOMER: LaneRole.CUSTOMER,
}


def said_words(turns: Iterable[Turn], offset_ms: int) -> tuple[SaidWord, ...]:
    """Sorted, on the clock of a sound that begins at `offset_ms` of the interaction.

    A turn without times of its words is written whole, over its own time.
    """
    words = (word for turn in turns for word in _words_of(turn, offset_ms))
    return tuple(sorted(words, key=lambda word: word.start_ms))


def _words_of(turn: Turn, offset_ms: int) -> Iterator[SaidWord]:
    role = _LANES.get(turn.role, LaneRole.NEUTRAL)
    if turn.words:
        spans = [(word.start_ms, word.end_ms, word.text) for word in turn.words]
    elif turn.start_ms is not None and turn.end_ms is not None:
        spans = [(turn.start_ms, turn.end_ms, turn.text)]
    else:
        spans = []
    for start_ms, end_ms, text in spans:
        if text.strip():
            yield SaidWord(
                start_ms=start_ms - offset_ms,
                end_ms=end_ms - offset_ms,
                text=" ".join(text.split()),
                role=role,
            )

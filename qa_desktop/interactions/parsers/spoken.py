"""Builds turns of a call out of timed words or segments, whatever recogniser made them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa_desktop.base.problems import Problem
from qa_desktop.interactions.model import AgentChannel, Metadata, Role, Turn, Word
from qa_desktop.interactions.parsed import Found, ParsedFile
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.speakers import author_of, channel_role, role_of
from qa_desktop.interactions.parsers.turns import arrange

PAUSE_MS = 1000
LONG_TURN_MS = 30_000
_NO_SPACE_BEFORE = frozenset(".,!?;:%)]}…，。！？；：、）】》”")
_SENTENCE_END = frozenset(".!?。！？…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """An utterance; `speaker` is the source's label, `channel` 0, 1 or None."""

    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None = None
    channel: int | None = None
    words: tuple[Word, ...] = ()
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWord:
    """A word or, with `attached`, punctuation that belongs to the word before it."""

    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None = None
    channel: int | None = None
    attached: bool = False


def transcript(
    source: Source,
    form: str,
    segments: Iterable[Segment],
    *,
    metadata: Metadata | None = None,
    external_id: str | None = None,
    problems: Sequence[Problem] = (),
) -> ParsedFile:
    """A transcript of one recording; raises ProblemError when it has no words or impossible times.

    Channels become roles only where there are two of them: one channel holds both speakers.
    """
    kept = [s for s in segments if s.text.strip()]
    if not kept:
        raise source.refusal("no_words")
    notes = [*problems, *_check_times(source, kept)]
    stereo = len({s.channel for s in kept if s.channel is not None}) > 1
    agent_channel = source.agent_channel if stereo else AgentChannel.MONO
    return ParsedFile(
        kind_found=Found.TRANSCRIPT,
        format=form,
        turns=arrange(_turn(segment, agent_channel) for segment in kept),
        metadata=metadata or Metadata(),
        external_id=external_id,
        problems=tuple(notes),
    )


def _check_times(source: Source, segments: Sequence[Segment]) -> list[Problem]:
    backwards = [i for i, s in enumerate(segments, 1) if _is_backwards(s)]
    if backwards and len(backwards) * 2 >= len(segments):
        raise source.refusal(
            "segments_backwards", {"count": len(backwards), "total": len(segments)}
        )
    return [source.problem("segment_backwards", {"number": number}) for number in backwards]


def _is_backwards(segment: Segment) -> bool:
    start, end = segment.start_ms, segment.end_ms
    return start is not None and end is not None and end < start


def _turn(segment: Segment, agent_channel: AgentChannel) -> Turn:
    role = segment.role or role_of(segment.speaker)
    role = role or channel_role(segment.channel, agent_channel) or Role.OTHER
    return Turn(
        position=0,
        role=role,
        author=author_of(segment.speaker),
        text=segment.text,
        start_ms=segment.start_ms,
        end_ms=None if _is_backwards(segment) else segment.end_ms,
        words=segment.words,
    )


def segments_of(words: Iterable[SpokenWord]) -> list[Segment]:
    """Words put together until the speaker changes, pauses, or has talked long enough.

    Each channel is put together by itself, as both may talk at once.
    """
    by_channel: dict[int | None, list[list[SpokenWord]]] = {}
    for word in words:
        runs = by_channel.setdefault(word.channel, [])
        if word.attached:
            if runs:
                runs[-1].append(word)
        elif runs and _continues(runs[-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_joined(run) for runs in by_channel.values() for run in runs]


def _continues(run: Sequence[SpokenWord], word: SpokenWord) -> bool:
    if run[0].speaker != word.speaker:
        return False
    end = next((w.end_ms for w in reversed(run) if w.end_ms is not None), None)
    start = run[0].start_ms
    if word.start_ms is None or end is None or start is None:
        return True
    if word.start_ms - end > PAUSE_MS:
        return False
    ended = run[-1].text[-1:] in _SENTENCE_END
    return not (ended and word.start_ms - start > LONG_TURN_MS)


def _joined(run: Sequence[SpokenWord]) -> Segment:
    text = ""
    words: list[Word] = []
    for word in run:
        close = word.attached or word.text[:1] in _NO_SPACE_BEFORE or not text
        text += word.text if close or _both_cjk(text, word.text) else f" {word.text}"
        if word.attached and words:
            last = words[-1]
            words[-1] = Word(text=last.text + word.text, start_ms=last.start_ms, end_ms=last.end_ms)
        elif word.start_ms is not None and word.end_ms is not None:
            words.append(timed_word(word.text, word.start_ms, word.end_ms))
    starts = [w.start_ms for w in run if w.start_ms is not None]
    ends = [w.end_ms for w in run if w.end_ms is not None]
    return Segment(
        text=text,
        start_ms=starts[0] if starts else None,
        end_ms=max(ends) if ends else None,
        speaker=run[0].speaker,
        channel=run[0].channel,
        words=tuple(words),
    )


def timed_word(text: str, start_ms: int, end_ms: int) -> Word:
    """A word whose end is never before its start."""
    return Word(text=text.strip(), start_ms=start_ms, end_ms=max(start_ms, end_ms))


def _both_cjk(before: str, after: str) -> bool:
    return bool(before) and bool(after) and _is_cjk(before[-1]) and _is_cjk(after[0])


def _is_cjk(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u9fff"
        or "\u3000" <= character <= "\u30ff"
        or "\uff00" <= character <= "\uffef"
    )

"""Where in an interaction reviewers remarked on the same: their comments, moment by moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa_desktop.calibration.model import GradedSession, Grading
from qa_desktop.interactions.model import Role, Turn
from qa_desktop.reviews.model import Comment, CommentKind

# Comments this near to each other are about the same moment.
NEAR_MS = 5_000
# What is heard before and after what they are about.
AROUND_MS = 2_000
_LAST = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What one reviewer wrote. `start_ms` None: not at a moment. `kind` None: the words that were
    entered at the item itself."""

    fingerprint: str
    text: str
    kind: CommentKind | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A piece of what was said then."""

    role: Role
    text: str
    start_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Remarks about the same place, by time. `start_ms` to `end_ms` covers them all; None: they
    are on turns without times, or (`turn` None too) on no place."""

    pseudonym: str
    remarks: tuple[Remark, ...]
    start_ms: int | None = None
    end_ms: int | None = None
    turn: int | None = None

    @property
    def people(self) -> int:
        return len({remark.fingerprint for remark in self.remarks})


def moments(
    graded: GradedSession, item_id: str, pseudonym: str, turns: Sequence[Turn] = ()
) -> tuple[Moment, ...]:
    """What was remarked on an item of one interaction: the comments that name it, the others that
    stand near one of them and name no item, and what was entered at the item itself.

    Those that most people speak of come first, then by time; what is on no place comes last.
    """
    times = {turn.position: turn.start_ms for turn in turns}
    tied: list[Remark] = []
    near: list[Remark] = []
    nowhere: list[Remark] = []
    for grading in graded.gradings:
        if grading.pseudonym != pseudonym:
            continue
        nowhere.extend(_entered(grading, item_id))
        for comment in grading.draft.comments:
            remark = _remark(grading, comment, times)
            if comment.item_id == item_id:
                placed = remark.start_ms is not None or remark.turn is not None
                (tied if placed else nowhere).append(remark)
            elif comment.item_id is None and remark.start_ms is not None:
                near.append(remark)
    found = [_moment(pseudonym, group) for group in _groups(tied)]
    found = [_with_near(moment, near) for moment in found]
    found.sort(key=lambda one: (-one.people, _time(one.start_ms), one.turn or 0))
    if nowhere:
        found.append(Moment(pseudonym=pseudonym, remarks=tuple(nowhere)))
    return tuple(found)


def _entered(grading: Grading, item_id: str) -> Iterable[Remark]:
    entry = grading.draft.entries.get(item_id)
    if entry is not None and entry.comment.strip():
        yield Remark(fingerprint=grading.fingerprint, text=entry.comment.strip())


def _remark(grading: Grading, comment: Comment, times: dict[int, int | None]) -> Remark:
    start_ms = comment.start_ms
    if start_ms is None and comment.turn is not None:
        start_ms = times.get(comment.turn)
    return Remark(
        fingerprint=grading.fingerprint,
        text=comment.text.strip(),
        kind=comment.kind,
        start_ms=start_ms,
        end_ms=comment.end_ms,
        turn=comment.turn,
    )


def _time(start_ms: int | None) -> float:
    return _LAST if start_ms is None else float(start_ms)


def _end(remark: Remark) -> int:
    return max(remark.end_ms or 0, remark.start_ms or 0)


def _groups(remarks: Iterable[Remark]) -> list[list[Remark]]:
    groups: list[list[Remark]] = []
    for remark in sorted(remarks, key=lambda one: (_time(one.start_ms), one.turn or 0)):
        if groups and _belongs(remark, groups[-1]):
            groups[-1].append(remark)
        else:
            groups.append([remark])
    return groups


def _belongs(remark: Remark, group: Sequence[Remark]) -> bool:
    if remark.start_ms is None or group[0].start_ms is None:
        return remark.start_ms == group[0].start_ms and remark.turn == group[0].turn
    return remark.start_ms <= max(map(_end, group)) + NEAR_MS


def _moment(pseudonym: str, group: Sequence[Remark]) -> Moment:
    start_ms = group[0].start_ms
    return Moment(
        pseudonym=pseudonym,
        remarks=tuple(group),
        start_ms=start_ms,
        end_ms=None if start_ms is None else max(map(_end, group)),
        turn=group[0].turn,
    )


def _with_near(moment: Moment, near: Iterable[Remark]) -> Moment:
    if moment.start_ms is None or moment.end_ms is None:
        return moment
    low, high = moment.start_ms - NEAR_MS, moment.end_ms + NEAR_MS
    added = [one for one in near if one.start_ms is not None and low <= one.start_ms <= high]
    remarks = sorted((*moment.remarks, *added), key=lambda one: _time(one.start_ms))
    return Moment(
        pseudonym=moment.pseudonym,
        remarks=tuple(remarks),
        start_ms=min(moment.start_ms, *(one.start_ms or 0 for one in added))
        if added
        else moment.start_ms,
        end_ms=max(moment.end_ms, *map(_end, added)) if added else moment.end_ms,
        turn=moment.turn,
    )


def played_span(moment: Moment, duration_ms: int | None) -> tuple[int, int] | None:
    """What is played of it: from a little before to a little after; None without a time."""
    if moment.start_ms is None or moment.end_ms is None:
        return None
    end_ms = moment.end_ms + AROUND_MS
    if duration_ms is not None:
        end_ms = min(end_ms, duration_ms)
    return max(moment.start_ms - AROUND_MS, 0), max(end_ms, moment.start_ms)


def said_at(moment: Moment, turns: Sequence[Turn]) -> tuple[Said, ...]:
    """The words of the transcript in what is played; of turns without times, the turn itself."""
    span = played_span(moment, None)
    if span is None:
        return tuple(
            Said(role=turn.role, text=turn.text) for turn in turns if turn.position == moment.turn
        )
    said, named = [], {remark.turn for remark in moment.remarks}
    for turn in turns:
        text = _text_in(turn, *span, named=turn.position in named)
        if text:
            said.append(Said(role=turn.role, text=text, start_ms=turn.start_ms))
    return tuple(said)


def _text_in(turn: Turn, start_ms: int, end_ms: int, *, named: bool) -> str:
    if turn.words:
        inside = [w.text for w in turn.words if w.end_ms > start_ms and w.start_ms < end_ms]
        if len(inside) == len(turn.words):
            return turn.text
        return _joined(inside)
    if turn.start_ms is None:
        return turn.text if named else ""
    # Messages have a moment, not a length: only those that a comment stands on belong to it.
    last = turn.start_ms if turn.end_ms is None else turn.end_ms
    inside_it = turn.start_ms < end_ms and last > start_ms
    return turn.text if inside_it or named else ""


def _joined(words: Sequence[str]) -> str:
    """With spaces where the language has them."""
    text = ""
    for word in words:
        plain = word.strip()
        spaced = text and not (_chinese(text[-1]) or _chinese(plain[:1]))
        text += f" {plain}" if spaced else plain
    return text


def _chinese(sign: str) -> bool:
    return "\u2e80" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef"

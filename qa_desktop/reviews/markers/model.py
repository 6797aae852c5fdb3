"""What marker formats hold of a comment, and what can be wrong with their files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.interactions.model import Turn
from qa_desktop.reviews.model import Comment, CommentKind
from qa_desktop.reviews.quoting import quoted_words

# How long a moment is shown where a format has spans only.
POINT_MS = 1000
# More tell nothing new about one file.
_MOST_PROBLEMS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A comment on a time, by the interaction's clock; `end_ms` None is a moment.

    None elsewhere: the file does not say. A span without a length is a moment.
    """

    start_ms: int
    text: str
    end_ms: int | None = None
    kind: CommentKind | None = None
    item_id: str | None = None
    channel: int | None = None
    id: str | None = None

    @property
    def cue_end_ms(self) -> int:
        """Where it ends in a format that has spans only."""
        return self.start_ms + POINT_MS if self.end_ms is None else self.end_ms


@dataclass(frozen=True, slots=True)
class MarkerText:
    """A file as text, and what was found wrong with it."""

    text: str
    name: str
    problems: list[Problem] = field(default_factory=list)

    def complain(self, problem: Problem) -> None:
        self.problems.append(problem)

    def where(self, line: int | None = None, path: str | None = None) -> Where:
        return Where(file=self.name, line=line, path=path)

    def finish(self, markers: Sequence[Marker]) -> tuple[Marker, ...]:
        """In the order of time. Raises ProblemError with all that is wrong, so that nothing of
        such a file is taken."""
        if self.problems:
            raise ProblemError(self.problems[:_MOST_PROBLEMS])
        if not markers:
            raise ProblemError(Problem(code="reviews.markers_none", where=self.where()))
        return in_order(markers)


def in_order(markers: Iterable[Marker]) -> tuple[Marker, ...]:
    return tuple(sorted(markers, key=lambda m: (m.start_ms, m.cue_end_ms, m.id or "", m.text)))


def marker_of(comment: Comment) -> Marker | None:
    """None for a comment without a time."""
    start_ms, end_ms = comment.start_ms, comment.end_ms
    if start_ms is None:
        return None
    return Marker(
        start_ms=start_ms,
        end_ms=None if end_ms is None or end_ms <= start_ms else end_ms,
        text=comment.text,
        kind=comment.kind,
        item_id=comment.item_id,
        channel=comment.channel,
        id=comment.id,
    )


def markers_of(
    comments: Iterable[Comment], turns: Mapping[int, Turn] | None = None
) -> tuple[Marker, ...]:
    """Those of the comments that have a time, in its order.

    With the interaction's turns, a quotation without a text says its words, between “ and ”.
    """
    found = []
    for comment in comments:
        marker = marker_of(comment)
        if marker is not None:
            quote = quoted_words(comment, turns or {}) if not comment.text else ""
            said = f"“{' … '.join(quote.split(chr(10)))}”" if quote else marker.text
            found.append(replace(marker, text=said))
    return in_order(found)


def is_quote(text: str) -> bool:
    """Whether a marker says nothing but words of the transcript."""
    return text.startswith("“") and text.endswith("”")

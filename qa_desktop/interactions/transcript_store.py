"""Keeps what reviewers corrected in a transcript and told of its speakers, over the import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qa_desktop.base.clock import Clock, from_text, to_text
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.database import search
from qa_desktop.database.audit import Trail
from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries
from qa_desktop.interactions.corrections import changes_of, corrected
from qa_desktop.interactions.model import Correction, Role, Speaker, Turn
from qa_desktop.interactions.rows import turn_of
from qa_desktop.interactions.tables_store import select

SpeakerKey = tuple[Role, str]
"""The imported role and author, "" for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What lies over the turns and speakers that it names; nothing: they are as imported."""

    corrections: Mapping[int, tuple[Correction, ...]]
    speakers: Mapping[SpeakerKey, Speaker | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptChange:
    """What a call changed; `put` of its `before` takes it back."""

    interaction_id: str
    before: Overlay
    after: Overlay

    @property
    def changed(self) -> bool:
        return self.before != self.after


class TranscriptStore:
    """Each writing call is one transaction, audited in `actor`'s name; search follows at once.

    All raise ProblemError interactions.turn_unknown where the transcript was replaced meanwhile.
    """

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database = database
        self._clock = clock
        self._actor = actor
        self._trail = Trail(clock, actor)

    def correct(
        self, interaction_id: str, position: int, text: str, *, before: str | None = None
    ) -> TranscriptChange:
        """A turn reads `text`; words that were right keep who corrected them, and when.

        `before`: what it read when the correcting began; interactions.turn_unknown where that is
        not so any more.
        """
        with self._database.writing() as db:
            imported = _imported(db, interaction_id, position)
            rows = read_corrections(db, interaction_id).get(position, ())
            if before is not None and corrected(imported, rows).text != before:
                raise ProblemError(Problem(code="interactions.turn_unknown"))
            known = {(each.start_char, each.end_char, each.text): each for each in rows}
            now = self._clock.now()
            wanted = tuple(
                known.get((change.start_char, change.end_char, change.text))
                or Correction(
                    start_char=change.start_char,
                    end_char=change.end_char,
                    text=change.text,
                    was=imported.text[change.start_char : change.end_char],
                    corrected_at=from_text(to_text(now)),
                    corrected_by=self._actor,
                )
                for change in changes_of(imported.text, text)
            )
            return self._write(
                db, interaction_id, Overlay(corrections={position: wanted}, speakers={})
            )

    def revert(self, interaction_id: str, position: int, start_char: int) -> TranscriptChange:
        """One correction, by where it begins in the imported text."""
        with self._database.writing() as db:
            kept = tuple(
                each
                for each in read_corrections(db, interaction_id).get(position, ())
                if each.start_char != start_char
            )
            return self._write(
                db, interaction_id, Overlay(corrections={position: kept}, speakers={})
            )

    def revert_all(self, interaction_id: str) -> TranscriptChange:
        """Every correction of the transcript; the speakers stay."""
        with self._database.writing() as db:
            nothing = dict.fromkeys(read_corrections(db, interaction_id), ())
            return self._write(db, interaction_id, Overlay(corrections=nothing, speakers={}))

    def tell_speakers(self, interaction_id: str, speakers: Sequence[Speaker]) -> TranscriptChange:
        """Who they really are, all their turns; one told as imported is that again."""
        with self._database.writing() as db:
            told = {key_of(each): None if _as_imported(each) else each for each in speakers}
            return self._write(db, interaction_id, Overlay(corrections={}, speakers=told))

    def put(self, interaction_id: str, overlay: Overlay) -> TranscriptChange:
        """What undo and redo bring back: only what `overlay` names is touched."""
        with self._database.writing() as db:
            return self._write(db, interaction_id, overlay)

    def _write(self, db: Queries, interaction_id: str, wanted: Overlay) -> TranscriptChange:
        corrections = read_corrections(db, interaction_id)
        speakers = read_speakers(db, interaction_id)
        before = Overlay(
            corrections={at: corrections.get(at, ()) for at in wanted.corrections},
            speakers={key: speakers.get(key) for key in wanted.speakers},
        )
        change = TranscriptChange(interaction_id=interaction_id, before=before, after=wanted)
        for position, rows in wanted.corrections.items():
            if rows != before.corrections[position]:
                _write_corrections(db, interaction_id, position, rows)
        for key, speaker in wanted.speakers.items():
            if speaker != before.speakers[key]:
                _write_speaker(db, interaction_id, key, speaker)
        if change.changed:
            payload = {"before": _told(before), "after": _told(wanted)}
            self._trail.append(db, "transcript.corrected", interaction_id, payload)
        return change


def key_of(speaker: Speaker) -> SpeakerKey:
    return speaker.imported_role, speaker.imported_author or ""


def _as_imported(speaker: Speaker) -> bool:
    named = speaker.name not in (None, "", speaker.imported_author)
    return speaker.role is speaker.imported_role and not named


def read_corrections(db: Queries, interaction_id: str) -> dict[int, tuple[Correction, ...]]:
    """By turn, in order."""
    found: dict[int, tuple[Correction, ...]] = {}
    for row in select(
        db,
        "SELECT word_corrections.*, substr(turns.text, start_char + 1, end_char - start_char)"
        " AS was FROM word_corrections JOIN turns USING (interaction_id, position)"
        " WHERE interaction_id = ? ORDER BY position, start_char",
        interaction_id,
    ):
        correction = Correction(
            start_char=row["start_char"],
            end_char=row["end_char"],
            text=row["text"],
            was=row["was"],
            corrected_at=from_text(row["corrected_at"]),
            corrected_by=row["corrected_by"],
        )
        found[row["position"]] = (*found.get(row["position"], ()), correction)
    return found


def read_speakers(db: Queries, interaction_id: str) -> dict[SpeakerKey, Speaker]:
    rows = select(db, "SELECT * FROM speakers WHERE interaction_id = ?", interaction_id)
    return {
        (Role(row["imported_role"]), row["imported_author"]): Speaker(
            imported_role=Role(row["imported_role"]),
            imported_author=row["imported_author"] or None,
            role=Role(row["role"]),
            name=row["name"],
        )
        for row in rows
    }


def overlaid(db: Queries, interaction_id: str, turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Imported turns with what was corrected and told of them."""
    corrections = read_corrections(db, interaction_id)
    speakers = read_speakers(db, interaction_id)
    if not corrections and not speakers:
        return tuple(turns)
    return tuple(
        _spoken(corrected(turn, corrections.get(turn.position, ())), speakers) for turn in turns
    )


def _spoken(turn: Turn, speakers: Mapping[SpeakerKey, Speaker]) -> Turn:
    speaker = speakers.get((turn.role, turn.author or ""))
    if speaker is None:
        return turn
    author = turn.author if speaker.name is None else speaker.name
    return replace(turn, role=speaker.role, author=author, speaker=speaker)


def _imported(db: Queries, interaction_id: str, position: int) -> Turn:
    rows = db.execute(
        "SELECT * FROM turns WHERE interaction_id = ? AND position = ?", (interaction_id, position)
    )
    names = [column[0] for column in rows.description]
    row = rows.fetchone()
    if row is None:
        raise ProblemError(Problem(code="interactions.turn_unknown"))
    return turn_of(dict(zip(names, row, strict=True)))


def _write_corrections(
    db: Queries, interaction_id: str, position: int, rows: Sequence[Correction]
) -> None:
    imported = _imported(db, interaction_id, position)
    db.execute(
        "DELETE FROM word_corrections WHERE interaction_id = ? AND position = ?",
        (interaction_id, position),
    )
    for each in rows:
        if imported.text[each.start_char : each.end_char] != each.was:
            raise ProblemError(Problem(code="interactions.turn_unknown"))
        db.execute(
            "INSERT INTO word_corrections (interaction_id, position, start_char, end_char, text,"
            " corrected_at, corrected_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                *(interaction_id, position, each.start_char, each.end_char, each.text),
                *(to_text(each.corrected_at), each.corrected_by),
            ),
        )
    search.index_text(
        db,
        kind="turn",
        subject=f"{interaction_id}:{position}",
        interaction_id=interaction_id,
        text=corrected(imported, rows).text,
    )


def _write_speaker(
    db: Queries, interaction_id: str, key: SpeakerKey, speaker: Speaker | None
) -> None:
    role, author = key
    db.execute(
        "DELETE FROM speakers WHERE interaction_id = ? AND imported_role = ?"
        " AND imported_author = ?",
        (interaction_id, role.value, author),
    )
    if speaker is not None:
        db.execute(
            "INSERT INTO speakers (interaction_id, imported_role, imported_author, role, name)"
            " VALUES (?, ?, ?, ?, ?)",
            (interaction_id, role.value, author, speaker.role.value, speaker.name),
        )


def _told(overlay: Overlay) -> dict[str, Any]:
    """For the audit trail."""
    return {
        "words": [
            [position, each.start_char, each.was, each.text]
            for position, rows in overlay.corrections.items()
            for each in rows
        ],
        "speakers": [
            [role.value, author, told.role.value if told else None, told.name if told else None]
            for (role, author), told in overlay.speakers.items()
        ],
    }

"""A CSV with one message a row, recognised by its columns' names."""

from collections.abc import Sequence
from dataclasses import replace

from qa_desktop.base.problems import Problem
from qa_desktop.interactions.model import Kind
from qa_desktop.interactions.parsed import Conversation, Found, ParsedFile
from qa_desktop.interactions.parsers.field_names import FACTS, find, known, level
from qa_desktop.interactions.parsers.records import (
    ReadTurns,
    facts_of,
    fields_of,
    first_moment,
    read_turns,
)
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.tables import Row, Table

_TICKET_WORDS = ("ticket", "case", "工单")
_FACTS_OF_A_FILE = 3


def read(source: Source, table: Table) -> ParsedFile:
    """Raises ProblemError saying which columns would be needed."""
    fields = fields_of(table.columns)
    if fields is None:
        return _no_messages(source, table)
    key = find("conversation", table.columns, (fields.text, *fields.speakers))
    groups: dict[str, list[Row]] = {}
    last = ""
    for row in table.rows:
        # Some tables name the conversation only in its first row.
        last = (row.get(key) or last) if key else ""
        groups.setdefault(last, []).append(row)
    found = {
        name: read_turns([row.cells for row in rows], fields, source.agent_channel)
        for name, rows in groups.items()
    }
    problems = [*table.problems, *_doubts(source, list(found.values()))]
    spoken = {name: read for name, read in found.items() if read.turns}
    if not spoken:
        raise source.refusal("no_words")
    only = next(iter(spoken.values()))
    if len(spoken) == 1 and only.relative:
        return ParsedFile(
            kind_found=Found.TRANSCRIPT,
            format="csv",
            turns=only.turns,
            problems=tuple(problems),
            external_id=next(iter(spoken)) or None,
        )
    taken = [name for name in (*fields.speakers, fields.text, fields.time, fields.start) if name]
    kind = Kind.TICKET if key and level(key).startswith(_TICKET_WORDS) else Kind.CHAT
    conversations = []
    for name, read_rows in spoken.items():
        facts = facts_of(groups[name][0].cells, taken)
        started = facts.started_at or first_moment(read_rows.turns)
        conversations.append(
            Conversation(
                kind=kind,
                title=groups[name][0].get(find("title", table.columns)) or name or source.stem,
                external_id=name or None,
                turns=read_rows.turns,
                metadata=replace(facts, started_at=started),
            )
        )
    return ParsedFile(
        kind_found=Found.CONVERSATIONS,
        format="csv",
        conversations=tuple(conversations),
        problems=tuple(problems),
    )


def _doubts(source: Source, reads: Sequence[ReadTurns]) -> list[Problem]:
    total = sum(len(read.turns) for read in reads)
    backwards = sum(read.backwards for read in reads)
    if backwards and backwards * 2 >= total:
        raise source.refusal("segments_backwards", {"count": backwards, "total": total})
    problems = []
    if backwards:
        problems.append(source.problem("some_backwards", {"count": backwards}))
    doubts = {read.doubt for read in reads if read.doubt is not None}
    problems += [source.problem("day_or_month", {"order": doubt.value}) for doubt in doubts]
    return problems


def _no_messages(source: Source, table: Table) -> ParsedFile:
    """A table of facts about files is skipped with a hint; anything else is refused."""
    names = table.columns
    facts = [fact for fact in FACTS if find(fact, names)]
    about = find("file", names) or find("id", names)
    if about and find("text", names) is None and len(facts) >= _FACTS_OF_A_FILE - 1:
        return ParsedFile(
            kind_found=Found.NOTHING,
            format="metadata table",
            problems=(source.problem("metadata_table"),),
        )
    shown = ", ".join(names[:20]) + (", ..." if len(names) > 20 else "")
    values = {
        "columns": shown,
        "text": known("text"),
        "speaker": known("role"),
        "time": known("time"),
    }
    raise source.refusal("columns_unknown", values, line=1)


def recognises(columns: Sequence[str]) -> bool:
    """Whether a file of any other name is surely such a table."""
    fields = fields_of(columns)
    return fields is not None and len(columns) >= 2 and bool(fields.speakers)

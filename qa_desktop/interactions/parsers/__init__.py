"""Reads transcripts, chats and tickets, one module a format."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from qa_desktop.base.decoding import decode
from qa_desktop.interactions.model import AgentChannel
from qa_desktop.interactions.parsed import Found, ParsedFile
from qa_desktop.interactions.parsers import (
    amazon_transcribe,
    azure_speech,
    call_analytics_pca,
    contact_lens,
    described,
    generic_csv,
    generic_json,
    intercom,
    intercom_tables,
    labelled_text,
    speechmatics,
    subrip,
    webvtt,
    whatsapp,
    whisper,
    zendesk_json,
    zendesk_tables,
)
from qa_desktop.interactions.parsers.json_reading import read_json
from qa_desktop.interactions.parsers.source import Sibling, Source
from qa_desktop.interactions.parsers.tables import columns_of, read_table
from qa_desktop.interactions.profile_model import Profile

__all__ = ["EXTENSIONS", "Sibling", "parse_text_file"]

EXTENSIONS = (".vtt", ".srt", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".txt", ".log", ".md")
"""What text files are usually called; others are read all the same."""

_READERS: tuple[tuple[Callable[[Any], bool], Callable[[Source, Any], ParsedFile]], ...] = tuple(
    (module.recognises, module.read)
    for module in (
        contact_lens,
        amazon_transcribe,
        call_analytics_pca,
        azure_speech,
        speechmatics,
        zendesk_json,
        intercom,
        whisper,
    )
)
_PART, _UNUSED = "part_of_export", "table_unused"
_MOST_PROBLEMS = 50
_TABLE_EXTENSIONS = (".csv", ".tsv")


def parse_text_file(
    path: Path,
    data: bytes,
    profiles: Sequence[Profile],
    *,
    agent_channel: AgentChannel = AgentChannel.LEFT,
    sibling: Sibling | None = None,
) -> ParsedFile:
    """Read one text file, whatever its extension says.

    `sibling` gives the bytes of another file of the same export by its name, or None; without it
    the folder of `path` is looked into. Raises ProblemError (codes "parsers.*") with every reason
    why nothing of the file can be taken.
    """
    decoded = decode(data, path.name)
    source = Source(
        name=path.name,
        text=decoded.text,
        agent_channel=agent_channel,
        sibling=sibling or _beside(path),
        encoding=decoded.encoding,
    )
    parsed = _read(source, profiles)
    problems = (*decoded.problems, *parsed.problems)
    if len(problems) > _MOST_PROBLEMS:
        more = {"count": len(problems) - _MOST_PROBLEMS}
        problems = (*problems[:_MOST_PROBLEMS], source.problem("more_problems", more))
    return replace(parsed, encoding=decoded.encoding, problems=problems)


def _beside(path: Path) -> Sibling:
    def read(name: str) -> bytes | None:
        # Only a plain name: an export never reaches out of its folder.
        if PurePath(name).name != name:
            return None
        file = path.parent / name
        return file.read_bytes() if file.is_file() else None

    return read


def _read(source: Source, profiles: Sequence[Profile]) -> ParsedFile:
    head = source.text.lstrip("\ufeff \t\n")[:200].lower()
    if head.startswith(("<!doctype html", "<html", "<head", "<body")):
        raise source.refusal("html_page")
    if head.startswith(("{", "[")) and not _is_text_in_brackets(source):
        return _read_json(source, profiles)
    if webvtt.recognises(source):
        return webvtt.read(source)
    if subrip.recognises(source):
        return subrip.read(source)
    if source.extension in (".json", ".jsonl", ".ndjson"):
        read_json(source)
        raise source.refusal("not_json", line=1)
    if whatsapp.recognises(source):
        return whatsapp.read(source)
    return _read_text(source, profiles)


def _is_text_in_brackets(source: Source) -> bool:
    """ "[12/31/23, 10:15:00] Ann: Hi" and "[00:05] Agent: Hi" are no JSON."""
    return whatsapp.recognises(source) or (
        source.extension not in (".json", ".jsonl", ".ndjson")
        and source.text.lstrip()[:1] == "["
        and labelled_text.recognises(source)
        and not source.text.lstrip()[1:].lstrip().startswith(("{", "[", '"', "]"))
    )


def _read_json(source: Source, profiles: Sequence[Profile]) -> ParsedFile:
    document = read_json(source)
    value = document.value
    profile = described.profile_for_json(source, value, profiles)
    if profile is not None:
        parsed = described.read_document(source, value, profile)
    else:
        reader = next((read for recognises, read in _READERS if recognises(value)), None)
        parsed = (reader or generic_json.read)(source, value)
    return replace(parsed, problems=(*document.problems, *parsed.problems))


def _read_text(source: Source, profiles: Sequence[Profile]) -> ParsedFile:
    columns = columns_of(source.text)
    profile = described.profile_for_table(source, columns, profiles)
    if profile is not None:
        return described.read_rows(source, read_table(source), profile)
    exported = _read_export(source, columns)
    if exported is not None:
        return exported
    if source.extension in _TABLE_EXTENSIONS or generic_csv.recognises(columns):
        return generic_csv.read(source, read_table(source))
    if labelled_text.recognises(source):
        return labelled_text.read(source)
    if source.extension in (".txt", ".text", ""):
        return labelled_text.read_plain(source)
    raise source.refusal("kind_unknown")


def _read_export(source: Source, columns: Sequence[str]) -> ParsedFile | None:
    """A table of a Zendesk or Intercom export; None for any other."""
    if zendesk_tables.recognises(columns):
        return zendesk_tables.read(source, read_table(source))
    if intercom_tables.recognises(columns):
        return intercom_tables.read(source, read_table(source))
    side = zendesk_tables.side_table(columns)
    if side is not None and side in source.name:
        return _part_of_export(source, side, (zendesk_tables.MAIN,))
    side = intercom_tables.side_table(columns)
    if side is not None and side in source.name:
        return _part_of_export(source, side, intercom_tables.MAINS)
    return _unused_table(source, columns)


def _unused_table(source: Source, columns: Sequence[str]) -> ParsedFile | None:
    """A table of companies, brands, schedules beside a main table tells no conversation."""
    if not any(column.startswith("_fivetran") for column in columns):
        return None
    mains = (zendesk_tables.MAIN, *intercom_tables.MAINS)
    names = (f"{main}{rest}" for main in mains for rest in ("_data.csv", ".csv"))
    beside = next((name for name in names if source.sibling(name) is not None), None)
    return None if beside is None else _aside(source, _UNUSED, beside)


def _part_of_export(source: Source, side: str, mains: Sequence[str]) -> ParsedFile:
    """A side table is read with its main table; alone it is no conversation."""
    before, _, after = source.name.rpartition(side)
    afters = dict.fromkeys((after, after.removeprefix("_history")))
    names = [f"{before}{main}{rest}" for main in mains for rest in afters]
    beside = next((name for name in names if source.sibling(name) is not None), None)
    if beside is None:
        raise source.refusal("part_alone", {"main": names[0]})
    return _aside(source, _PART, beside)


def _aside(source: Source, code: str, main: str) -> ParsedFile:
    return ParsedFile(
        kind_found=Found.NOTHING,
        format="part of an export",
        problems=(source.problem(code, {"main": main}),),
    )

"""Exports that spread one conversation over several CSV files in a folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qa_desktop.base.decoding import decode
from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.interactions.parsers.source import Source
from qa_desktop.interactions.parsers.tables import Row, Table, read_table


@dataclass(slots=True)
class Export:
    """The tables of one export, found beside its main table by their names.

    "ticket_data.csv" has "user_data.csv" beside it; "acme_ticket.csv" has "acme_user.csv".
    """

    source: Source
    main: str
    read_also: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def name_of(self, table: str) -> str:
        before, _, after = self.source.name.rpartition(self.main)
        return f"{before}{table}{after}"

    def rows(self, *tables: str) -> Sequence[Row]:
        """The rows of the first of these tables that exists; a damaged one is noted."""
        for table in tables:
            name = self.name_of(table)
            data = self.source.sibling(name)
            if data is None:
                continue
            self.read_also.append(name)
            try:
                found = self._read(name, data)
            except ProblemError as error:
                self.problems += error.problems
                return ()
            self.problems += found.problems
            return found.rows
        return ()

    def _read(self, name: str, data: bytes) -> Table:
        decoded = decode(data, name)
        self.problems += decoded.problems
        return read_table(
            Source(
                name=name,
                text=decoded.text,
                agent_channel=self.source.agent_channel,
                sibling=self.source.sibling,
                encoding=decoded.encoding,
            )
        )


def grouped(rows: Sequence[Row], column: str) -> dict[str, list[Row]]:
    """Rows by the value of a column; those without one are left out."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        key = row.get(column)
        if key is not None:
            groups.setdefault(key, []).append(row)
    return groups


def by_id(rows: Sequence[Row]) -> Mapping[str, Row]:
    return {key: row for row in rows if (key := row.get("id")) is not None}


def is_true(value: str | None) -> bool | None:
    """TRUE, t, 1, yes; None when the cell is empty or says something else."""
    folded = (value or "").casefold()
    if folded in ("true", "t", "1", "yes", "y", "是"):
        return True
    return False if folded in ("false", "f", "0", "no", "n", "否") else None

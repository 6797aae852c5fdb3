"""A session's results as CSV: one long table, or every table with a description."""

import csv
import io
import zipfile
from collections.abc import Sequence

from qa_desktop.base.wording import LANGUAGES, wording
from qa_desktop.calibration.agreement import Level
from qa_desktop.calibration.exporting.model import Results
from qa_desktop.calibration.exporting.rated import RatedTable, rated_tables
from qa_desktop.calibration.exporting.tables import Cell, Table, all_tables, ratings_table
from qa_desktop.calibration.exporting.values import figure
from qa_desktop.reviews.export import plain_cell

# For Excel, which else takes UTF-8 for the machine's own encoding.
_BOM = "\ufeff"
_README = {"en": "README.txt", "zh-CN": "README.zh-CN.txt"}
# Of every member: the same results give the same file, whenever they are written.
_MOMENT = (2000, 1, 1, 0, 0, 0)


def long_csv(results: Results) -> str:
    """Every rating that any coefficient was computed from: table, level, unit, rater, value."""
    table = ratings_table(results)
    return _BOM + _csv(table.columns, table.rows)


def zipped_csv(results: Results) -> bytes:
    """ratings/<table>.csv with unit, rater and value for each coefficient, as `qa-desktop
    agreement` reads it; every other table; README in both languages."""
    file = io.BytesIO()
    tables = [table for table in all_tables(results) if table.name != "ratings"]
    rated = rated_tables(results)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for language in LANGUAGES:
            _add(out, _README[language], readme(rated, tables, language))
        for one in rated:
            # A plain byte-order mark would become part of the first column's name elsewhere.
            _add(out, rating_file(one), _csv(("unit", "rater", "value"), one.ratings))
        for table in tables:
            _add(out, f"{table.name}.csv", _BOM + _csv(table.columns, table.rows))
    return file.getvalue()


def rating_file(table: RatedTable) -> str:
    """Where a table's ratings lie in the ZIP. Ids of a rubric are safe in names of files."""
    return f"ratings/{table.key.replace(':', '-')}.csv"


def readme(rated: Sequence[RatedTable], tables: Sequence[Table], language: str) -> str:
    """What each file and each column is, and the command that counts a table again."""
    words = wording(language)
    lines = [words("calibration_data.title"), "", words("calibration_data.intro"), ""]
    lines.append(words("calibration_data.ratings"))
    sets = words("calibration_data.sets")
    for one in rated:
        how = sets if one.level is Level.SETS else f"--level {one.level.value}"
        lines += [f"  {rating_file(one)}  {how}"]
    lines += ["", words("calibration_data.example", file=rating_file(rated[0])), ""]
    for table in tables:
        lines += [f"{table.name}.csv: {words(f'calibration_data.table.{table.name}')}"]
        for column in table.columns:
            name = column.partition(":")[0]
            told = words(f"calibration_data.column.{table.name}.{name}")
            lines.append(f"  {column}: {told}")
        lines.append("")
    return "\r\n".join(lines)


def _add(out: zipfile.ZipFile, name: str, content: str) -> None:
    member = zipfile.ZipInfo(name, _MOMENT)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    out.writestr(member, content.encode("utf-8"))


def _csv(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return lines.getvalue()


def _cell(cell: Cell) -> str:
    """A number below 0 begins with a minus and is no formula; text that does is guarded."""
    if isinstance(cell, float):
        return figure(cell)
    if isinstance(cell, int):
        return str(cell)
    text = cell or ""
    return text if _is_number(text) else str(plain_cell(text))


def _is_number(text: str) -> bool:
    unsigned = text[1:] if text.startswith("-") else text
    whole, _, rest = unsigned.replace("e-", ".").partition(".")
    digits = f"{whole}{rest.replace('.', '')}"
    return bool(digits) and digits.isascii() and digits.isdigit()

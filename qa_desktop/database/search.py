"""Full-text search over turns, comments and interactions, in English and Chinese.

FTS5's own tokenizers either take a run of Chinese as one word or miss words of one and two
characters. So every Chinese character is set apart by a zero-width space when it is indexed, which
makes it a word of its own; a Chinese word is then looked for as a phrase.
"""

import re
from dataclasses import dataclass

from qa_desktop.database.connection import Database
from qa_desktop.database.queries import Queries

_APART = "\u200b"
# Han with its extensions, Kana, Bopomofo: scripts written without spaces between words.
_CJK = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
# Full-width letters and digits count as the plain ones.
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F) if chr(wide - 0xFEE0).isalnum()}
_SNIPPET_TOKENS = 24

# For WHERE clauses over interactions; the value is one of `word_expressions`.
INTERACTION_MATCHES = "number IN (SELECT rowid >> 20 FROM search WHERE search MATCH ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """`snippet` has the words that were found between \\x02 and \\x03."""

    kind: str
    subject: str
    interaction_id: str
    snippet: str


def index_text(db: Queries, *, kind: str, subject: str, interaction_id: str, text: str) -> None:
    """Makes `text` findable, instead of what `subject` had before; empty text is only removed.

    Nothing of what is graded blind is ever found: its texts are not taken in. Raises ValueError for
    an interaction that isn't in the database.
    """
    remove(db, kind=kind, subject=subject)
    if not text.strip():
        return
    found = db.execute(
        "SELECT number, purpose FROM interactions WHERE id = ?", (interaction_id,)
    ).fetchone()
    if found is None:
        raise ValueError(f"no interaction {interaction_id}")
    if found[1] != "work":
        return
    first = found[0] << 20
    # Three statements: as one it takes three times as long.
    (last,) = db.execute(
        "SELECT max(id) FROM search_rows WHERE id BETWEEN ? AND ?", (first, first + 0xFFFFF)
    ).fetchone()
    row_id = (first if last is None else last) + 1
    db.execute(
        "INSERT INTO search_rows VALUES (?, ?, ?, ?)", (row_id, kind, subject, interaction_id)
    )
    db.execute("INSERT INTO search (rowid, body) VALUES (?, ?)", (row_id, spaced(text)))


def remove(db: Queries, *, kind: str, subject: str) -> None:
    """Forgets one text."""
    gone = db.execute(
        "DELETE FROM search_rows WHERE kind = ? AND subject = ? RETURNING id", (kind, subject)
    ).fetchall()
    for row in gone:
        db.execute("DELETE FROM search WHERE rowid = ?", row)


def remove_interaction(db: Queries, interaction_id: str) -> None:
    """Forgets every text of an interaction, which must be done before it can be deleted."""
    gone = db.execute(
        "DELETE FROM search_rows WHERE interaction_id = ? RETURNING id", (interaction_id,)
    ).fetchall()
    for row in gone:
        db.execute("DELETE FROM search WHERE rowid = ?", row)


def find(database: Database, query: str, limit: int = 50) -> list[Hit]:
    """What contains every word of `query`; hits of the interactions imported last come first.

    A query without a word finds nothing.
    """
    match = match_expression(query)
    if match is None:
        return []
    with database.reading() as db:
        rows = db.execute(
            "SELECT kind, subject, interaction_id,"
            " snippet(search, 0, char(2), char(3), '…', :tokens)"
            " FROM search JOIN search_rows ON search_rows.id = search.rowid"
            " WHERE search MATCH :match ORDER BY search.rowid DESC LIMIT :limit",
            {"match": match, "limit": limit, "tokens": _SNIPPET_TOKENS},
        ).fetchall()
    return [
        Hit(kind=kind, subject=subject, interaction_id=interaction, snippet=_joined(snippet))
        for kind, subject, interaction, snippet in rows
    ]


def match_expression(query: str) -> str | None:
    """`query` in FTS5's language: all words must be there. None when it holds no word."""
    return " AND ".join(word_expressions(query)) or None


def word_expressions(query: str) -> tuple[str, ...]:
    """Each word of `query` in FTS5's language, as one phrase; the last one, if it isn't Chinese,
    as a prefix."""
    phrases = [
        '"{}"'.format(word.replace('"', " "))
        for word in spaced(query).split()
        if any(char.isalnum() for char in word)
    ]
    if phrases and _typing_on(query.split()[-1][-1]):
        phrases[-1] += " *"
    return tuple(phrases)


def _typing_on(last: str) -> bool:
    return last.isalnum() and not _CJK.match(last)


def spaced(text: str) -> str:
    """`text` with zero-width spaces around every character that is a word of its own."""
    return _CJK.sub(lambda found: _APART + found[0] + _APART, text.translate(_NARROW))


def _joined(snippet: str) -> str:
    return snippet.replace(_APART, "").replace("\x03\x02", "")

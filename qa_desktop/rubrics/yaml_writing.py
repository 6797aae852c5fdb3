"""Writes plain values as YAML 1.2 that says exactly them: quoted only where it must be."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from qa_desktop.rubrics.numbers import exact, looks_like_number, number_text
from qa_desktop.rubrics.plain import Plain

# Past this column collections are broken into lines, and long texts folded.
WIDTH = 100

_WORDS = frozenset(
    word
    for name in ("null", "true", "false", ".inf", "+.inf", "-.inf", ".nan")
    for word in (name, name.capitalize(), name.upper(), name.title())
) | {"", "~", ".Inf", "+.Inf", "-.Inf", ".NaN"}
_FIRST = frozenset(",[]{}#&*!|>'\"%@`")
# Outside quotes only what every reader takes for itself; the byte order mark for one is not.
_ODD = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("[\u2028\u2029]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_MOST_NESTED_IN_LINE = 2


def scalar_text(value: bool | Decimal | str | None, *, flow: bool, quote: str = "") -> str:
    """The value on one line. `flow`: among brackets; `quote`: the quotes that a text had so far."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Decimal():
            return number_text(value)
    if not quote and _plain_is_safe(value, flow=flow) and not _is_other_value(value):
        return value
    if _ODD.search(value) or _BREAKS.search(value) or quote == '"':
        return _double_quoted(value)
    return "'" + value.replace("'", "''") + "'"


def key_text_of(key: str, *, flow: bool) -> str:
    """A key: always read as text, and a number as its shortest form."""
    stays = not looks_like_number(key) or _number_again(key) == key
    not_a_word = key.lower().lstrip("+-") not in (".inf", ".nan")
    if key and stays and not_a_word and len(key) < 100 and _plain_is_safe(key, flow=flow):
        return key
    return scalar_text(key, flow=flow, quote="'")


def _number_again(text: str) -> str | None:
    number = exact(text)
    return None if number is None else number_text(number)


def _is_other_value(text: str) -> bool:
    return text in _WORDS or looks_like_number(text)


def _plain_is_safe(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or _ODD.search(text) or _BREAKS.search(text):
        return False
    first = text[0]
    if first in _FIRST or (first in "-?:" and (flow or text[1:2] in ("", " "))):
        return False
    if ": " in text or " #" in text or text.endswith(":") or text.startswith(("---", "...")):
        return False
    return not flow or not any(mark in text for mark in ",[]{}?")


def _double_quoted(text: str) -> str:
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if not _ODD.match(letter) and not _BREAKS.match(letter):
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else letter


def flow_text(value: Plain) -> str:
    """The value on one line, collections in brackets."""
    match value:
        case dict():
            entries = (
                f"{key_text_of(key, flow=True)}: {flow_text(child)}" for key, child in value.items()
            )
            return "{" + ", ".join(entries) + "}"
        case list():
            return "[" + ", ".join(flow_text(child) for child in value) + "]"
    return scalar_text(value, flow=True)


def block_scalar(
    text: str, style: str, indent: int, newline: str, old: Sequence[str] = ()
) -> "Written | None":
    """The text as "|" (line by line) or ">" (folded), or None where that could not hold it.

    `old` are the lines that a folded text had so far: those that still fit stay as they are.
    """
    lines = text.split("\n")
    body = text.strip("\n")
    if not body or body[0] in " \t" or _ODD.search(text.replace("\n", "")) or _BREAKS.search(text):
        return None
    ends = len(text) - len(text.rstrip("\n"))
    chomp = ("-", "", "+")[min(ends, 2)]
    if ends:
        lines = lines[:-1]
    if style == ">":
        if ends or any(line != line.strip() or "  " in line for line in lines):
            return None
        lines = _folded(lines, old, max(WIDTH - indent, 40))
    elif any(line and not line.strip() for line in lines):
        return None
    pad = " " * indent
    tail = "".join(newline + (pad + line if line else "") for line in lines)
    return Written(f" {style}{chomp}", tail)


def _folded(paragraphs: Sequence[str], old: Sequence[str], width: int) -> list[str]:
    """Lines that fold back into the paragraphs: an empty line stands for a line break."""
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            lines.append("")
        if paragraph:
            lines += _broken(paragraph, old, width)
    return lines


def _broken(paragraph: str, old: Sequence[str], width: int) -> list[str]:
    """As it was broken before wherever the words still stand; new words at spaces."""
    before, after, rest = [], [], paragraph
    for line in old:
        if not line or not rest.startswith(line + " "):
            break
        before.append(line)
        rest = rest[len(line) + 1 :]
    for line in reversed(old[len(before) :]):
        if not line or not rest.endswith(" " + line):
            break
        after.append(line)
        rest = rest[: -len(line) - 1]
    if old and rest in old:
        return [*before, rest, *reversed(after)]
    lines = [""]
    for word in rest.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return [*before, *lines, *reversed(after)]


@dataclass(frozen=True, slots=True)
class Written:
    """What follows a colon or a dash: `head` on its line (with its space), `tail` the lines
    below (each with its line break)."""

    head: str
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """How a file is written. `styles` says of a key what its collections ("-", ":", "[", "{")
    and its long texts ("|", ">") look like elsewhere in the file; `blanks` which lists have empty
    lines between their elements, and how many."""

    newline: str = "\n"
    table_step: int = 2
    list_step: int = 2
    styles: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    blanks: Mapping[str, int] = field(default_factory=dict)

    def value(self, value: Plain, column: int, role: str) -> Written:
        """The value of an entry whose key stands at `column`; `role` is the key it goes by."""
        match value:
            case dict() if value and not self._in_line(value, column + len(role), role):
                inner = column + self.table_step
                lines = self._entries(value, inner, role)
                return Written("", self._lines(lines, inner))
            case list() if value and not self._in_line(value, column + len(role), role):
                inner = column + self.list_step
                lines = [self.element(child, inner, role) for child in value]
                between = self.newline * self.blanks.get(role, 0)
                tail = between.join(self._lines([line], inner) for line in lines)
                return Written("", tail)
            case dict() | list():
                return Written(" " + flow_text(value))
            case str():
                return self.text(value, column, role)
        return Written(" " + scalar_text(value, flow=False))

    def text(self, value: str, column: int, role: str) -> Written:
        style = self.texts.get(role, ">" if "\n" not in value else "|")
        long = "\n" in value or (len(value) + column > WIDTH and " " in value)
        if long and (role in self.texts or "\n" in value):
            for form in (style, "|") if "\n" in value else (style,):
                written = block_scalar(value, form, column + self.table_step, self.newline)
                if written is not None:
                    return written
        return Written(" " + scalar_text(value, flow=False))

    def entry(self, key: str, value: Plain, column: int, role: str = "") -> str:
        """ "key: value" with all its lines; the first without its indentation."""
        written = self.value(value, column, role or key)
        return f"{key_text_of(key, flow=False)}:{written.head}{written.tail}"

    def element(self, value: Plain, column: int, role: str, *, flow: bool | None = None) -> str:
        """ "- value" with all its lines; `flow`: collections in brackets, or not (None: as it
        fits)."""
        if flow is None:
            flow = not isinstance(value, dict | list) or self._fits(value, column)
        if isinstance(value, dict) and value and not flow:
            inner = column + 2
            lines = self._entries(value, inner, "")
            return "- " + self._lines(lines, inner).lstrip()
        if isinstance(value, list) and value and not flow:
            inner = column + 2
            nested = [self.element(child, inner, role) for child in value]
            return "- " + self._lines(nested, inner).lstrip()
        if isinstance(value, str):
            written = self.text(value, column, role)
            return f"-{written.head}{written.tail}"
        return f"- {flow_text(value)}"

    def _entries(self, table: Mapping[str, Plain], column: int, role: str) -> list[str]:
        """`role` is what texts of a table of languages go by."""
        return [
            self.entry(key, child, column, role if isinstance(child, str) else "")
            for key, child in table.items()
        ]

    def _lines(self, lines: Sequence[str], column: int) -> str:
        return "".join(self.newline + " " * column + line for line in lines)

    def _in_line(self, value: dict[str, Plain] | list[Plain], column: int, role: str) -> bool:
        """Lists of tables stand in lines unless others of their kind do not."""
        in_lines = isinstance(value, list) and any(isinstance(child, dict) for child in value)
        style = self.styles.get(role, "-" if in_lines else "[")
        return style in ("[", "{") and self._fits(value, column)

    def _fits(self, value: Plain, column: int) -> bool:
        if _nesting(value) > _MOST_NESTED_IN_LINE or _has_parts(value):
            return False
        return column + len(flow_text(value)) <= WIDTH


def _nesting(value: Plain) -> int:
    match value:
        case dict():
            return 1 + max((_nesting(child) for child in value.values()), default=0)
        case list():
            return 1 + max((_nesting(child) for child in value), default=0)
        case str():
            return 9 if "\n" in value else 0
    return 0


def _has_parts(value: Plain) -> bool:
    """Items and sections are always written in lines of their own."""
    if isinstance(value, dict):
        return "answer" in value or "items" in value
    return isinstance(value, list) and any(_has_parts(child) for child in value)

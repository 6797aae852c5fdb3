"""Reads JSON and JSON Lines with precise problems instead of surprises."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError
from qa_desktop.interactions.parsers.source import Source

MAX_DEPTH = 200
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a JSON file holds; of JSON Lines a list, with the lines that could not be read."""

    value: Any
    lines: bool = False
    problems: tuple[Problem, ...] = ()


def read_json(source: Source) -> Document:
    """Raises ProblemError with the place where reading stopped."""
    try:
        value = _load(source.text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" or "\n" in source.text.strip():
            lines = _json_lines(source)
            if lines is not None:
                return lines
        raise _broken(source, error) from error
    except RecursionError as error:
        raise source.refusal("json_too_deep", {"limit": MAX_DEPTH}) from error
    except ValueError as error:
        # Whole numbers of thousands of digits.
        raise source.refusal("json_number") from error
    _check_depth(source, value)
    return Document(value=value)


def _load(text: str) -> Any:
    value = json.loads(text, strict=False)
    if not _SURROGATE.search(text):
        return value
    # Half of a pair, from a text that was cut in the middle of an emoji, is no character.
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def _broken(source: Source, error: json.JSONDecodeError) -> ProblemError:
    ends_early = error.pos >= len(source.text.rstrip()) or error.msg.startswith("Unterminated")
    code = "json_truncated" if ends_early else "json_broken"
    line, column = error.lineno, error.colno
    if ends_early:
        line = source.text.rstrip().count("\n") + 1
        column = len(source.text.rstrip().rsplit("\n", 1)[-1]) + 1
    return source.refusal(code, line=line, column=column)


def _check_depth(source: Source, value: Any) -> None:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in _children(node)]
        if not level:
            return
    raise source.refusal("json_too_deep", {"limit": MAX_DEPTH})


def _children(node: Any) -> Iterator[Any]:
    children = node.values() if isinstance(node, dict) else node
    if isinstance(node, dict | list):
        yield from (child for child in children if isinstance(child, dict | list))


def _json_lines(source: Source) -> Document | None:
    """One JSON value a line, or None when the file is not written that way."""
    numbered = [(n, s) for n, s in enumerate(source.text.split("\n"), 1) if s.strip()]
    values_begin = sum(1 for _, line in numbered if line.lstrip().startswith(("{", "[")))
    if len(numbered) < 2 or values_begin * 2 <= len(numbered):
        return None
    values: list[Any] = []
    problems: list[Problem] = []
    for number, line in numbered:
        try:
            value = _load(line)
        except (ValueError, RecursionError) as error:
            if not values:
                return None
            column = error.colno if isinstance(error, json.JSONDecodeError) else None
            problems.append(source.problem("json_line_broken", line=number, column=column))
            continue
        _check_depth(source, value)
        values.append(value)
    if len(problems) > len(values):
        raise ProblemError(problems[:50])
    return Document(value=values, lines=True, problems=tuple(problems))

"""Reads JSON so that numbers keep their decimal text and nothing is lost in silence."""

import json
from decimal import Decimal
from typing import Any

from qa_desktop.base.problems import Problem, ProblemError, Where

_LONGEST_INT = 19


def parse_json(text: str, file: str, first_line: int = 1) -> Any:
    """Numbers with a point come as Decimal; `first_line` is where `text` begins in its file.

    Raises ProblemError: rubrics.bad_json (with its place) or rubrics.json_duplicate.
    """

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built = dict(pairs)
        if len(built) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in built if names.count(name) > 1)
            where = Where(file=file, line=first_line)
            raise ProblemError(
                Problem(code="rubrics.json_duplicate", where=where, values={"key": twice[:60]})
            )
        return built

    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_int=lambda digits: int(digits) if len(digits) < _LONGEST_INT else Decimal(digits),
            parse_constant=Decimal,
            object_pairs_hook=table,
        )
    except json.JSONDecodeError as error:
        where = Where(file=file, line=error.lineno + first_line - 1, column=error.colno)
        said = error.msg
    except RecursionError:
        where, said = Where(file=file, line=first_line), "nested too deep"
    raise ProblemError(Problem(code="rubrics.bad_json", where=where, values={"said": said}))

"""A rubric's file as JSON, which is read like YAML."""

import json
from decimal import Decimal

from qa_desktop.rubrics.loader import read_yaml
from qa_desktop.rubrics.plain import Plain, plain_of


def json_text(source: bytes | str) -> str:
    """The same content: the content hash stays. `source` has no problems."""
    node, problems = read_yaml(source, "")
    if node is None or problems:
        raise ValueError("only a rubric without problems can be written as JSON")
    return json.dumps(_jsonable(plain_of(node)), ensure_ascii=False, indent=2) + "\n"


def _jsonable(value: Plain) -> object:
    match value:
        case dict():
            return {key: _jsonable(child) for key, child in value.items()}
        case list():
            return [_jsonable(child) for child in value]
        case Decimal():
            # 15 digits at most, which a binary double keeps apart.
            return int(value) if value == value.to_integral_value() else float(value)
    return value

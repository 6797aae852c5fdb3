"""A review as others' files say it, believed in nothing."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from qa_desktop.calibration.files.fields import is_moment
from qa_desktop.reviews.draft_json import draft_from_json, draft_to_json
from qa_desktop.reviews.model import CommentKind, Draft

MOST_ENTRIES = 10_000
MOST_COMMENTS = 20_000
# What is too long altogether is told when it is padded.
_TEXT_CHARS = 2**20
_ID_CHARS = 120
_MOST_NUMBER = 2**53
# Written out, as a fraction prints itself: a short text may stand for a number that fills memory.
_FRACTION = re.compile(r"-?(?:0|[1-9]\d{0,29})(?:/[1-9]\d{0,29})?", re.ASCII)


class NotADraftError(ValueError):
    """The table says no review."""


def sealed_draft(draft: Draft) -> dict[str, Any]:
    """What goes into a file. Raises ValueError where `opened_draft` would refuse it."""
    said = draft_to_json(draft)
    opened_draft(said)
    return said


def opened_draft(said: Mapping[str, Any]) -> Draft:
    """Raises NotADraftError for whatever `draft_to_json` would not have written."""
    _check_table(said, _DRAFT)
    try:
        draft = draft_from_json(said)
        same = draft_to_json(draft) == said
    except (ValueError, ArithmeticError):
        _refuse()
    if not same:
        _refuse()
    return draft


def _refuse() -> NoReturn:
    raise NotADraftError("no review")


_Check = Callable[[Any], None]


def _check_table(said: Any, checks: Mapping[str, _Check], required: int = 0) -> None:
    """The first `required` of the names must be there."""
    if not isinstance(said, Mapping) or not set(said) <= set(checks):
        _refuse()
    if not set(list(checks)[:required]) <= set(said):
        _refuse()
    for name, value in said.items():
        checks[name](value)


def _text(said: Any, most: int = _TEXT_CHARS) -> None:
    if not isinstance(said, str) or len(said) > most:
        _refuse()


def _id(said: Any) -> None:
    _text(said, _ID_CHARS)


def _number(said: Any) -> None:
    if not isinstance(said, int) or isinstance(said, bool) or abs(said) > _MOST_NUMBER:
        _refuse()


def _true(said: Any) -> None:
    if said is not True:
        _refuse()


def _fraction(said: Any) -> None:
    if not isinstance(said, str) or _FRACTION.fullmatch(said) is None:
        _refuse()


def _moment(said: Any) -> None:
    if not is_moment(said):
        _refuse()


def _kind(said: Any) -> None:
    if not isinstance(said, str) or said not in {kind.value for kind in CommentKind}:
        _refuse()


def _list(check: _Check, most: int) -> _Check:
    def check_list(said: Any) -> None:
        if not isinstance(said, list) or len(said) > most:
            _refuse()
        for one in said:
            check(one)

    return check_list


def _by_id(check: _Check) -> _Check:
    def check_by_id(said: Any) -> None:
        if not isinstance(said, Mapping) or len(said) > MOST_ENTRIES:
            _refuse()
        for key, value in said.items():
            _id(key)
            check(value)

    return check_by_id


def _span(said: Any) -> None:
    _list(_number, 2)(said)
    if len(said) != 2:
        _refuse()


def _answer(said: Any) -> None:
    _check_table(
        said,
        {"na": _true, "values": _list(_id, MOST_ENTRIES), "number": _fraction, "value": _value},
    )
    if len(said) != 1:
        _refuse()


def _value(said: Any) -> None:
    if said is not None:
        _text(said)


def _entry(said: Any) -> None:
    _check_table(said, _ENTRY)


def _comment(said: Any) -> None:
    _check_table(said, _COMMENT, required=4)


_ENTRY: Mapping[str, _Check] = {
    "answer": _answer,
    "comment": _text,
    "reasons": _list(_id, MOST_ENTRIES),
    "marks_ms": _span,
}
_COMMENT: Mapping[str, _Check] = {
    "id": _id,
    "kind": _kind,
    "text": _text,
    "created_at": _moment,
    **dict.fromkeys(
        ("start_ms", "end_ms", "channel", "turn", "start_char", "end_turn", "end_char"), _number
    ),
    "item_id": _id,
}
_DRAFT: Mapping[str, _Check] = {
    "scenario": _id,
    "agent": _text,
    "entries": _by_id(_entry),
    "adjustments": _by_id(_number),
    "comments": _list(_comment, MOST_COMMENTS),
    "summary": _text,
}

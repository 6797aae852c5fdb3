"""The help page of keys names every key of the review page, in both languages."""

import re

import pytest

from qa_desktop.base.resources import resource
from qa_desktop.desktop.review.shortcuts import DEFAULT_KEYS, Action

PAGING = {
    "PgUp": "PageUp",
    "PgDown": "PageDown",
    "Alt+PgUp": "Alt+PageUp",
    "Alt+PgDown": "Alt+PageDown",
}
SAID_DIFFERENTLY = {
    "zh-CN": {
        "Space": "空格",
        "Left": "左",
        "Right": "右",
        "Up": "上",
        "Down": "下",
        "Return": "回车",
        "Backspace": "退格",
        "Alt+Down": "Alt+下",
        "Alt+Left": "Alt+左",
        "Ctrl+Shift+Left": "Ctrl+Shift+左",
        "Ctrl+Shift+Right": "Ctrl+Shift+右",
        "Alt+Shift+Left": "Alt+Shift+左",
        "Alt+Shift+Right": "Alt+Shift+右",
        **PAGING,
    },
    "en": {"Return": "Enter", **PAGING},
}
# Said in words: "with Shift 5 s", "1 to 9".
IN_WORDS = {
    Action.FAR_BACK,
    Action.FAR_AHEAD,
    Action.PREVIOUS_COMMENT,
    Action.NEXT_COMMENT,
    Action.DIGIT,
    # They part the keys of a cell.
    Action.PREVIOUS_TURN,
    Action.PHRASE,
}


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_action_is_there_with_its_first_key(language: str) -> None:
    page = resource("help", language, "keys.md").read_text(encoding="utf-8")
    cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("|")]
    named = {key.strip() for cell in cells for key in re.split(r"[,、；; ]| or |或|与|and", cell)}
    lacking = []
    for action, keys in DEFAULT_KEYS.items():
        if not keys:
            continue
        key = keys[0].replace("+Return", "+Enter")
        said = SAID_DIFFERENTLY[language].get(key, key)
        if action not in IN_WORDS and said not in named:
            lacking.append(f"{action}: {said}")
    assert lacking == []

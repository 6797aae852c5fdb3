"""The words outside Qt: both languages have the same keys, and every problem has its words."""

import ast
import string
from pathlib import Path

import pytest

from qa_desktop.base.wording import LANGUAGES, wording

PACKAGE = Path(__file__).resolve().parents[2] / "qa_desktop"


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_languages_have_the_same_keys() -> None:
    english, *others = (wording(language).texts for language in LANGUAGES)
    for other in others:
        assert set(english) ^ set(other) == set()


def test_translations_fill_the_same_places() -> None:
    english, *others = (wording(language).texts for language in LANGUAGES)
    for other in others:
        assert [
            key for key in english if placeholders(english[key]) != placeholders(other[key])
        ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, text in wording(language).texts.items() if not text.strip()] == []


def problem_codes() -> list[tuple[str, str]]:
    found = []
    for module in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                for keyword in node.keywords:
                    if keyword.arg == "code" and isinstance(keyword.value, ast.Constant):
                        place = f"{module.relative_to(PACKAGE)}:{node.lineno}"
                        found.append((place, str(keyword.value.value)))
    return found


def test_every_problem_has_its_words() -> None:
    texts = wording("en").texts
    lacking = [
        f"{place}: {code}.{part}"
        for place, code in problem_codes()
        for part in ("what", "remedy")
        if f"{code}.{part}" not in texts
    ]
    assert lacking == []

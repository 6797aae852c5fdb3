"""Every problem of this room has its words in both languages, filled from its values."""

import ast
import re
from pathlib import Path

import pytest

from qa_desktop.base.problems import Problem
from qa_desktop.base.wording import LANGUAGES, wording

ROOM = Path(__file__).resolve().parents[2] / "qa_desktop" / "rubrics"
TELLERS = {"report", "report_at", "problem_at", "_problem", "_tell", "_expected", "_give_up"}
TELLERS |= {"_report", "_about"}
NAMED = re.compile(r'code="rubrics\.([a-z_]+)"')
# Codes that are put together, or chosen before they are told.
MORE = {"no_scenarios", "no_adjustments", "unknown_scenario", "unknown_adjustment"}
MORE |= {"misspelt_key", "unknown_key", "off_scale", "floor", "cap"}


def codes() -> set[str]:
    found: set[str] = set()
    for module in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name not in TELLERS:
                continue
            for argument in node.args[:3]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    text = argument.value
                    if text.isidentifier() and text not in ("scenario", "adjustment"):
                        found.add(text)
    for module in ROOM.rglob("*.py"):
        found |= set(NAMED.findall(module.read_text(encoding="utf-8")))
    return found | (MORE - {"floor", "cap"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words(language: str) -> None:
    texts = wording(language).texts
    found = codes()
    assert len(found) > 60
    lacking = [
        f"{code}.{part}"
        for code in sorted(found)
        for part in ("what", "remedy")
        if f"rubrics.{code}.{part}" not in texts
    ]
    assert lacking == []


def test_no_words_without_a_code() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in ROOM.glob("*.py"))
    commands = sorted((ROOM.parent / "cli").glob("*.py"))
    sources += "".join(file.read_text(encoding="utf-8") for file in commands)
    named = {key.split(".")[1] for key in wording("en").texts if key.startswith("rubrics.")}
    unused = [
        code
        for code in sorted(named - {"explain", "cli", "diff"} - MORE)
        if f'"{code}"' not in sources and f"rubrics.{code}" not in sources
    ]
    assert unused == []


def test_languages_are_called_by_their_names() -> None:
    problem = Problem(code="rubrics.missing_language", values={"language": "zh-CN"})
    assert wording("en").what(problem) == "The text in Chinese is missing."
    assert wording("zh-CN").what(problem) == "缺少中文文字。"
    # One that the program does not know keeps its code.
    other = Problem(code="rubrics.missing_language", values={"language": "de"})
    assert wording("en").what(other) == "The text in de is missing."

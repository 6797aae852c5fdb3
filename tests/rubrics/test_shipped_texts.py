"""The words of the rubrics that ship: whole in both languages, clean, and short enough to read."""

import re
from collections.abc import Iterator

import pytest

from qa_desktop.base.local_text import LocalText
from qa_desktop.base.resources import resource
from qa_desktop.rubrics.examples import example_problems
from qa_desktop.rubrics.library import shipped_rubrics
from qa_desktop.rubrics.loader import load_rubric
from qa_desktop.rubrics.model import Choice, Multi, Rubric, Scale

RUBRICS = {rubric.id: rubric for rubric in (load_rubric(s, n) for n, s in shipped_rubrics())}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Latin marks are right between Latin letters and digits alone: 18:00, 10/3.
STRAY = re.compile(r"(?<![0-9A-Za-z])[,;:!?.()\"']|[,;:!?.()\"'](?![0-9A-Za-z])")
WIDE_MARKS = re.compile(r"[\u3000-\u303f\uff00-\uffef\u201c\u201d]")
# Nothing is set off by a space beside a full-width mark.
SPACED_MARK = re.compile(r"[，。；：？！、“”（）] | [，。；：？！、”（）]")
WORD = re.compile(r"[A-Za-z]{2,}")
# How much of each finds room: the item's line, an answer's button, a section's name by its bar.
MOST = {
    "item": (24, 60),
    "answer": (14, 34),
    "section": (10, 26),
    "reason": (14, 34),
    "anchor": (40, 110),
    "title": (26, 60),
    "help": (190, 620),
}


def texts(rubric: Rubric) -> Iterator[tuple[str, str, LocalText]]:
    """(what it is, where it stands, the text) of every text."""
    yield "title", "title", rubric.title
    for part in (*rubric.grades, *rubric.abilities):
        yield "answer", part.id, part.title
    for named in (*rubric.adjustments, *rubric.scenarios, *rubric.examples):
        yield "title", named.id, named.title
    for section in rubric.sections:
        yield "section", section.id, section.title
    for item in rubric.items():
        yield "item", item.id, item.text
        assert item.help is not None
        yield "help", item.id, item.help
        for reason in item.reasons:
            yield "reason", f"{item.id}.{reason.id}", reason.title
        if isinstance(item.answer, Choice | Multi):
            for option in item.answer.options:
                yield "answer", f"{item.id}.{option.id}", option.title
        if isinstance(item.answer, Scale):
            for value, text in item.answer.anchors:
                yield "anchor", f"{item.id}.{value}", text


@pytest.mark.parametrize("name", RUBRICS)
def test_both_languages_are_whole_and_clean(name: str) -> None:
    faults = []
    for _, place, text in texts(RUBRICS[name]):
        by_language = dict(text.by_language)
        assert set(by_language) == {"zh-CN", "en"}, place
        chinese, english = by_language["zh-CN"], by_language["en"]
        if not CHINESE.search(chinese) or WORD.search(chinese):
            faults.append((place, chinese))
        if STRAY.search(chinese) or SPACED_MARK.search(chinese):
            faults.append((place, chinese))
        if CHINESE.search(english) or WIDE_MARKS.search(english) or "  " in english:
            faults.append((place, english))
    assert faults == []


@pytest.mark.parametrize("name", RUBRICS)
def test_they_find_room(name: str) -> None:
    too_long = [
        (what, place, len(said), said)
        for what, place, text in texts(RUBRICS[name])
        for said, most in zip((text.to("zh-CN"), text.to("en")), MOST[what], strict=True)
        if len(said) > most
    ]
    assert too_long == []


@pytest.mark.parametrize("name", RUBRICS)
def test_guidance_gives_examples_in_both_languages(name: str) -> None:
    """Where one language says what is good or bad, the other does."""
    marks = (("好：", "Good: "), ("差：", "Bad: "), ("是：", "Yes: "), ("否：", "No: "))
    told = 0
    for what, place, text in texts(RUBRICS[name]):
        if what == "help":
            for chinese, english in marks:
                there = chinese in text.to("zh-CN")
                assert there == (english in text.to("en")), place
                told += there
    assert told >= 6 or name == "process-inspection"


def test_no_two_items_of_a_rubric_are_called_the_same() -> None:
    for rubric in RUBRICS.values():
        for language in ("zh-CN", "en"):
            names = [item.text.to(language) for item in rubric.items()]
            assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_help_names_each_and_shows_a_file_that_holds(language: str) -> None:
    text = resource("help", language, "rubrics.md").read_text(encoding="utf-8")
    assert [r.id for r in RUBRICS.values() if f"**{r.title.to(language)}**" not in text] == []
    written = text.split("```yaml\n")[1].split("```")[0]
    assert example_problems(load_rubric(written, "rubrics.md")) == ()

"""What a column of a team's form can hold, and the headings people give such columns."""

import re
import tomllib
import unicodedata
from enum import StrEnum
from functools import cache
from typing import Any

from qa_desktop.base.resources import resource


class Role(StrEnum):
    """`*_OTHER`: the same in the form's second language."""

    IGNORE = "ignore"
    SECTION = "section"
    SECTION_OTHER = "section_other"
    SECTION_WEIGHT = "section_weight"
    ITEM = "item"
    ITEM_OTHER = "item_other"
    GUIDANCE = "guidance"
    GUIDANCE_OTHER = "guidance_other"
    POINTS = "points"
    WEIGHT = "weight"
    DEDUCTION = "deduction"
    OPTIONS = "options"
    OPTIONS_OTHER = "options_other"
    LEVEL = "level"
    NA = "na"
    VETO = "veto"
    CRITICAL = "critical"
    REASONS = "reasons"
    ABILITIES = "abilities"


TEXTS = (
    *(Role.SECTION, Role.SECTION_OTHER, Role.ITEM, Role.ITEM_OTHER),
    *(Role.GUIDANCE, Role.GUIDANCE_OTHER, Role.OPTIONS, Role.OPTIONS_OTHER),
)
OTHER = {
    Role.SECTION: Role.SECTION_OTHER,
    Role.ITEM: Role.ITEM_OTHER,
    Role.GUIDANCE: Role.GUIDANCE_OTHER,
    Role.OPTIONS: Role.OPTIONS_OTHER,
}

_ENGLISH = re.compile(r"英文|英语|english|\(en\)|（en）|\ben\b|_en$")
_CHINESE = re.compile(r"中文|汉语|chinese|\(zh|（zh|\bzh\b|_zh$|简体")
_CJK = re.compile("[\u3400-\u9fff]")
_LONGEST_HEADING = 40


@cache
def form_words() -> dict[str, Any]:
    """What ships of the words that people use in forms."""
    return tomllib.loads(resource("form_words.toml").read_text(encoding="utf-8"))


@cache
def _headings() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    return tuple(
        (Role(heading["role"]), re.compile("|".join(heading["words"])))
        for heading in form_words()["heading"]
    )


def plain_heading(text: str) -> str:
    """Lower case, without line breaks, blanks among Chinese, stars and colons."""
    flat = unicodedata.normalize("NFKC", text).lower()
    flat = re.sub(r"[*＊:：.\s_]+", " ", flat).strip()
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", flat)


def heading_role(text: str) -> Role | None:
    """None where the heading says nothing that is known."""
    heading = plain_heading(text)
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    # "评分标准 (中文)": the words of the language are no part of it.
    bare = re.sub(r"[(（\[][^)）\]]*[)）\]]", "", heading).strip() or heading
    bare = re.sub(r"\b(english|chinese|en|zh)\b|中文|英文", "", bare).strip() or heading
    for role, pattern in _headings():
        if pattern.search(bare):
            return role
    return None


def heading_language(text: str) -> str | None:
    """The language that a heading says its column is in."""
    heading = plain_heading(text)
    if _ENGLISH.search(heading):
        return "en"
    return "zh-CN" if _CHINESE.search(heading) else None


def language_of(text: str) -> str:
    """ "zh-CN" or "en", whichever most of the text is in."""
    chinese = len(_CJK.findall(text))
    latin = len(re.findall(r"[A-Za-z]+", text))
    return "zh-CN" if chinese and chinese * 2 >= latin else "en"

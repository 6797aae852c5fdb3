"""The words that the program itself puts into rubrics, in each of its languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UsualWord:
    chinese: str
    english: str

    def to(self, language: str) -> str:
        """ "" in other languages than these two."""
        return {"zh-CN": self.chinese, "en": self.english}.get(language, "")


EXCELLENT = UsualWord("优秀", "Excellent")
QUALIFIED = UsualWord("合格", "Qualified")
IMPROVE = UsualWord("待改进", "Needs improvement")
YES = UsualWord("是", "Yes")
NO = UsualWord("否", "No")
IN_ORDER = UsualWord("无问题", "In order")
NOT_IN_ORDER = UsualWord("有问题", "Not in order")
ITEMS = UsualWord("评分项", "Items")
GRADED = UsualWord("已评", "Graded")
OFF_HUNDRED = UsualWord("从 100 分起扣", "Points are taken off 100")
BASE_SCORE = UsualWord("基础分", "Base score")

_ALL = (
    *(EXCELLENT, QUALIFIED, IMPROVE, YES, NO, IN_ORDER, NOT_IN_ORDER),
    *(ITEMS, GRADED, OFF_HUNDRED, BASE_SCORE),
)


def usual_translation(words: str, language: str, other: str) -> str:
    """What the program's own words in `language` are in `other`; "" for all other words."""
    return next((word.to(other) for word in _ALL if word.to(language) == words), "")

"""The texts of a form in its one or two languages, and the ids that are made from them."""

from dataclasses import dataclass, field
from typing import Any

from qa_desktop.rubrics.ids import slug_of
from qa_desktop.rubrics.usual_words import UsualWord


@dataclass(slots=True, kw_only=True)
class FormTexts:
    """`language` is the form's, `other` its second; `bilingual`: it has texts in both."""

    language: str
    other: str
    bilingual: bool
    _taken: set[str] = field(default_factory=set)

    def text(self, said: str, other: str = "") -> Any:
        """As a rubric's file has it: in both languages where there are both."""
        if not (self.bilingual and other):
            return said
        return {self.language: said, self.other: other}

    def words(self, word: UsualWord) -> Any:
        """The program's own words, in the form's languages."""
        if self.bilingual:
            return {"zh-CN": word.chinese, "en": word.english}
        return word.to(self.language)

    def new_id(self, title: str, other: str, kind: str, number: int) -> str:
        """From the title where that has letters of a to z, else the kind and a number."""
        name = slug_of(title) or slug_of(other) or f"{kind}-{number}"
        unique, more = name, 2
        while unique in self._taken:
            unique, more = f"{name}-{more}", more + 1
        self._taken.add(unique)
        return unique

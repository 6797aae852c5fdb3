"""Text that exists in several languages."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text in one or more languages.

    A text given as a plain string stands for every language and has the key "".
    """

    by_language: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, text: str) -> "LocalText":
        return cls((("", text),))

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "LocalText":
        return cls(tuple(texts.items()))

    def to(self, language: str) -> str:
        """The text in `language`, else in the first language it has."""
        for key, text in self.by_language:
            if key in (language, ""):
                return text
        return self.by_language[0][1] if self.by_language else ""

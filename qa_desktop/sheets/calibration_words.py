"""Words of a calibration report in one language or in two."""

from collections.abc import Callable
from dataclasses import dataclass

from qa_desktop.base.local_text import LocalText
from qa_desktop.base.wording import LANGUAGES, Wording, wording

BOTH = "both"
_JOINT = " / "


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """`languages`: the first one is that of what can't be said twice."""

    languages: tuple[str, ...]

    @property
    def first(self) -> Wording:
        return wording(self.languages[0])

    def each(self, said: Callable[[Wording], str]) -> str:
        """In each language, the same once, on one line."""
        return _JOINT.join(self._all(said))

    def lines(self, said: Callable[[Wording], str]) -> str:
        """A sentence in each language, on lines of their own."""
        return "\n".join(self._all(said))

    def label(self, key: str, **values: object) -> str:
        return self.each(lambda words: words(f"calibration_report.{key}", **values))

    def sentence(self, key: str, **values: object) -> str:
        return self.lines(lambda words: words(f"calibration_report.{key}", **values))

    def text(self, text: LocalText) -> str:
        return self.each(lambda words: text.to(words.language))

    def _all(self, said: Callable[[Wording], str]) -> list[str]:
        return list(dict.fromkeys(said(wording(language)) for language in self.languages))


def report_words(language: str) -> ReportWords:
    """`language`: "en", "zh-CN" or "both", then Chinese comes first."""
    both = tuple(sorted(LANGUAGES, reverse=True))
    return ReportWords(languages=both if language == BOTH else (language,))

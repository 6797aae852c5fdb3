"""Words for people outside Qt: problems, PDF pages and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from qa_desktop.base.problems import Problem
from qa_desktop.base.resources import resource

LANGUAGES = ("en", "zh-CN")


@dataclass(frozen=True, slots=True)
class Wording:
    """All texts of one language by dotted key: "sheets.title", "audio.truncated.what"."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        return self.texts[key].format(**values)

    def get(self, key: str, default: str) -> str:
        """The text of a key that may not exist: a word that came from a file, say."""
        return self.texts.get(key, default)

    def what(self, problem: Problem) -> str:
        """One sentence: what happened."""
        return self(f"{problem.code}.what", **self._values(problem))

    def remedy(self, problem: Problem) -> str:
        """One sentence: what to do about it."""
        return self(f"{problem.code}.remedy", **self._values(problem))

    def _values(self, problem: Problem) -> dict[str, object]:
        """As people say them: a language by its name."""
        values: dict[str, object] = dict(problem.values)
        if "language" in values:
            code = str(values["language"])
            values["language"] = self.get(f"languages.{code}", code)
        return values

    def line(self, problem: Problem) -> str:
        """Place, cause and remedy on one line."""
        place = str(problem.where)
        said = f"{self.what(problem)} {self.remedy(problem)}"
        return f"{place}: {said}" if place else said


def wording(language: str) -> Wording:
    """The words in `language` ("en" or "zh-CN"; anything else gives English)."""
    return _load(language if language in LANGUAGES else "en")


@cache
def _load(language: str) -> Wording:
    # Here: a start that has nothing to complain of needs none of the words.
    import tomllib

    texts: dict[str, str] = {}
    for file in resource("wording", language).iterdir():
        if file.name.endswith(".toml"):
            tree = tomllib.loads(file.read_text(encoding="utf-8"))
            texts |= _flatten(tree, file.name.removesuffix(".toml"))
    return Wording(language, texts)


def _flatten(tree: Mapping[str, object], prefix: str) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        name = f"{prefix}.{key}"
        if isinstance(value, dict):
            flat |= _flatten(value, name)
        else:
            flat[name] = str(value)
    return flat

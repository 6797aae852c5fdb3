"""One text file on its way through a parser."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qa_desktop.base.problems import Problem, ProblemError, Where
from qa_desktop.interactions.model import AgentChannel

Sibling = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A decoded file; `sibling` gives the bytes of a file beside it, or None."""

    name: str
    text: str
    agent_channel: AgentChannel
    sibling: Sibling
    encoding: str | None = None

    @property
    def stem(self) -> str:
        return self.name.rsplit(".", 1)[0] or self.name

    @property
    def extension(self) -> str:
        """Lower case with its dot, or empty."""
        return "." + self.name.rsplit(".", 1)[1].lower() if "." in self.name else ""

    def problem(
        self,
        code: str,
        values: Mapping[str, str | int | float] | None = None,
        *,
        line: int | None = None,
        column: int | None = None,
        path: str | None = None,
    ) -> Problem:
        """A Problem "parsers.<code>" at a place in this file."""
        where = Where(file=self.name, line=line, column=column, path=path)
        return Problem(code=f"parsers.{code}", where=where, values=dict(values or {}))

    def refusal(
        self,
        code: str,
        values: Mapping[str, str | int | float] | None = None,
        *,
        line: int | None = None,
        column: int | None = None,
        path: str | None = None,
    ) -> ProblemError:
        """The same as an error to raise: nothing of the file can be taken."""
        return ProblemError(self.problem(code, values, line=line, column=column, path=path))

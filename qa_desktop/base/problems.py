"""What a person is told when the environment or a file did something wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place a problem stands at; lines and columns count from 1."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(p) for p in (self.file, self.line, self.column) if p is not None)
        return " ".join(p for p in (place, self.path) if p)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What happened, where, and what to do.

    `code` ("room.name") finds the words in resources/wording/<language>/<room>.toml, a table with
    `what` and `remedy`; `values` fill their {placeholders}.
    """

    code: str
    where: Where = Where()
    values: Mapping[str, str | int | float] = field(default_factory=dict)


def reason_of(error: OSError) -> str:
    """Why the system refused, in its own words; never empty."""
    return error.strerror or str(error) or type(error).__name__


class ProblemError(Exception):
    """Carries one or more problems to whoever shows them; anything else that is raised is a bug."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (
            (problems,) if isinstance(problems, Problem) else tuple(problems)
        )
        super().__init__("; ".join(f"{p.code} {p.where} {dict(p.values)}" for p in self.problems))

"""What the columns of a form's sheet are taken for: guessed first, then changed by a person."""

from dataclasses import dataclass, replace
from enum import StrEnum

from qa_desktop.rubrics.exchange.roles import Role


class UsualAnswer(StrEnum):
    """How items are answered that say nothing of it themselves."""

    POINTS = "points"
    YES_NO = "yes_no"
    SCALE_5 = "scale_5"
    SCALE_10 = "scale_10"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Rows and columns count from 0. `first_row` is the first below the headings; `title` what
    stands above the table. `language` ("zh-CN" or "en") is that of the columns which name none."""

    roles: tuple[Role, ...]
    first_row: int
    language: str
    usual: UsualAnswer
    title: str = ""

    def columns(self, role: Role) -> tuple[int, ...]:
        return tuple(column for column, given in enumerate(self.roles) if given is role)

    def has(self, role: Role) -> bool:
        return role in self.roles

    @property
    def other(self) -> str:
        """The form's second language."""
        return "en" if self.language == "zh-CN" else "zh-CN"

    def with_role(self, column: int, role: Role) -> "Mapping":
        roles = list(self.roles)
        roles[column] = role
        return replace(self, roles=tuple(roles))

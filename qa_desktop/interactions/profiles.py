"""Import profiles: text formats that are described in a small YAML file instead of coded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one format is recognised and where its conversations, turns and facts are."""

    name: str

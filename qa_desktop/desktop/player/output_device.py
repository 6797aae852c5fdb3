"""Somewhere to hear."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputDevice:
    """`id` is the engine's own, `name` is what the system calls it."""

    id: str
    name: str

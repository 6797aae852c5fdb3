"""Remembers where listening stopped in each call, so that a draft goes on from there."""

from PySide6.QtCore import QSettings

_KEY = "review/places"
_MOST = 300
_NOTHING_MS = 2000


class ListeningPlaces:
    """The last 300 calls, in the screen's memory: it is no part of a review."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def place_of(self, interaction_id: str) -> int:
        """0 where nothing is remembered."""
        return self._read().get(interaction_id, 0)

    def keep(self, interaction_id: str, position_ms: int, duration_ms: int) -> None:
        """A call that was hardly begun, or heard to its end, begins anew."""
        places = self._read()
        places.pop(interaction_id, None)
        if _NOTHING_MS <= position_ms <= duration_ms - _NOTHING_MS:
            places[interaction_id] = position_ms
        kept = list(places.items())[-_MOST:]
        self._memory.setValue(_KEY, [f"{known}={ms}" for known, ms in kept])

    def forget(self, interaction_id: str) -> None:
        self.keep(interaction_id, 0, 0)

    def _read(self) -> dict[str, int]:
        said = self._memory.value(_KEY, [])
        # A list of one comes back from an INI file as its only text, an empty one as none.
        rows = [said] if isinstance(said, str) else said or []
        places = {}
        for row in rows if isinstance(rows, list) else []:
            known, _, position_ms = str(row).rpartition("=")
            if known and position_ms.isdecimal():
                places[known] = int(position_ms)
        return places

"""Phrases while they are looked after: nothing is kept before they are saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qa_desktop.base.settings import Phrase
from qa_desktop.reviews.phrase_files import merged
from qa_desktop.reviews.phrases import PhraseFault, faults_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasesState:
    """`current` is the place of the one that is edited, None where there are none."""

    phrases: tuple[Phrase, ...]
    current: int | None
    faults: Mapping[int, tuple[PhraseFault, ...]]
    changed: bool

    @property
    def phrase(self) -> Phrase | None:
        return None if self.current is None else self.phrases[self.current]


class PhrasesPresenter:
    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._kept = tuple(phrases)
        self._phrases = list(phrases)
        self._current = 0

    def state(self) -> PhrasesState:
        phrases = tuple(self._phrases)
        return PhrasesState(
            phrases=phrases,
            current=self._current if phrases else None,
            faults=faults_of(phrases),
            changed=phrases != self._kept,
        )

    def select(self, place: int) -> PhrasesState:
        self._current = min(max(place, 0), max(len(self._phrases) - 1, 0))
        return self.state()

    def add(self) -> PhrasesState:
        """An empty one behind the current."""
        place = self._current + 1 if self._phrases else 0
        self._phrases.insert(place, Phrase(shortcut="", text=""))
        return self.select(place)

    def delete(self) -> PhrasesState:
        if self._phrases:
            del self._phrases[self._current]
        return self.select(self._current)

    def move(self, by: int) -> PhrasesState:
        """The current one up (-1) or down (1)."""
        place = self._current + by
        if 0 <= place < len(self._phrases):
            phrase = self._phrases.pop(self._current)
            self._phrases.insert(place, phrase)
            return self.select(place)
        return self.state()

    def change(
        self, *, shortcut: str | None = None, text: str | None = None, kind: str | None = None
    ) -> PhrasesState:
        """What is given of the current one."""
        if self._phrases:
            phrase = self._phrases[self._current]
            self._phrases[self._current] = replace(
                phrase,
                shortcut=phrase.shortcut if shortcut is None else shortcut.strip(),
                text=phrase.text if text is None else text,
                kind=phrase.kind if kind is None else kind,
            )
        return self.state()

    def take_in(self, more: Sequence[Phrase]) -> PhrasesState:
        """Behind those that are there; the first that is new becomes the current one."""
        before = len(self._phrases)
        self._phrases = list(merged(self._phrases, more))
        return self.select(before if len(self._phrases) > before else self._current)

    def first_fault(self) -> PhrasesState:
        faults = self.state().faults
        return self.select(min(faults)) if faults else self.state()

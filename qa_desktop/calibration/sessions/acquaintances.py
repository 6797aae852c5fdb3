"""The people one calibrates with: their cards, and whether their code was compared."""

from pathlib import Path

from qa_desktop.base.problems import Problem, ProblemError, Where, reason_of
from qa_desktop.calibration.files.identity import (
    CARD_ENDING,
    MOST_CARD_BYTES,
    card_name,
    pair_code,
    read_card,
    write_card,
)
from qa_desktop.calibration.files.share import listing, put
from qa_desktop.calibration.model import Acquaintance, Person
from qa_desktop.calibration.sessions.desk_stores import DeskStores
from qa_desktop.calibration.sessions.people_store import KnownPerson


class Acquaintances:
    """As the desk says."""

    def __init__(self, stores: DeskStores) -> None:
        self._stores = stores

    def identity(self) -> Person:
        return self._stores.identity().person

    def people(self) -> tuple[Acquaintance, ...]:
        me = self.identity().fingerprint
        known = self._stores.people.people()
        return tuple(self._shown(one) for one in known if one.person.fingerprint != me)

    def hand_in_card(self, folder: Path) -> Path:
        identity = self._stores.identity()
        name = card_name(identity.fingerprint)
        put(folder, name, write_card(identity))
        return folder / name

    def save_card(self, to: Path) -> Path:
        """For a stick or an e-mail; `to` is a file or a folder."""
        identity = self._stores.identity()
        file = to / card_name(identity.fingerprint) if to.is_dir() else to
        try:
            file.write_bytes(write_card(identity))
        except OSError as error:
            raise unwritable(file, error) from error
        return file

    def look_for_cards(self, folder: Path) -> tuple[Acquaintance, ...]:
        new, _ = self.look(listing(folder))
        return new

    def look(self, files: tuple[Path, ...]) -> tuple[tuple[Acquaintance, ...], tuple[Problem, ...]]:
        """The cards among `files`: who is new, and what is wrong with the others.

        One who was forgotten stays so: the card still lies there.
        """
        new: list[Acquaintance] = []
        problems: list[Problem] = []
        for file in files:
            if file.suffix != CARD_ENDING:
                continue
            try:
                person = _read(file)
            except ProblemError as error:
                problems += error.problems
                continue
            if self._is_news(person) and self._stores.people.see(person):
                new.append(self.required(person.fingerprint))
        return tuple(new), tuple(problems)

    def _is_news(self, person: Person) -> bool:
        is_me = person.fingerprint == self.identity().fingerprint
        return not is_me and not self._stores.people.was_forgotten(person.fingerprint)

    def take_card(self, file: Path) -> tuple[Acquaintance, bool]:
        """And whether the person is new here."""
        person = _read(file)
        if person.fingerprint == self.identity().fingerprint:
            where = Where(file=file.name)
            raise ProblemError(Problem(code="calibration.own_card", where=where))
        is_new = self._stores.people.see(person)
        return self.required(person.fingerprint), is_new

    def trust(self, fingerprint: str) -> Acquaintance:
        return self._shown(self._stores.people.set_trusted(fingerprint, trusted=True))

    def untrust(self, fingerprint: str) -> Acquaintance:
        return self._shown(self._stores.people.set_trusted(fingerprint, trusted=False))

    def forget(self, fingerprint: str) -> None:
        self._stores.people.forget(fingerprint)

    def required(self, fingerprint: str) -> Acquaintance:
        known = self._stores.people.person(fingerprint)
        if known is None:
            values = {"fingerprint": fingerprint[:12]}
            raise ProblemError(Problem(code="calibration.person_unknown", values=values))
        return self._shown(known)

    def trusted(self, fingerprint: str) -> Person:
        """Raises ProblemError calibration.person_unknown, calibration.person_not_trusted."""
        known = self.required(fingerprint)
        if known.trusted_at is None:
            values = {"name": known.person.name, "code": known.code}
            raise ProblemError(Problem(code="calibration.person_not_trusted", values=values))
        return known.person

    def _shown(self, known: KnownPerson) -> Acquaintance:
        return Acquaintance(
            person=known.person,
            code=pair_code(self.identity().fingerprint, known.person.fingerprint),
            first_seen_at=known.first_seen_at,
            trusted_at=known.trusted_at,
        )


def _read(file: Path) -> Person:
    try:
        with file.open("rb") as source:
            return read_card(source.read(MOST_CARD_BYTES + 1))
    except OSError as error:
        raise unreadable(file, error) from error


def unreadable(file: Path, error: OSError) -> ProblemError:
    where, values = Where(file=str(file)), {"reason": reason_of(error)}
    return ProblemError(Problem(code="calibration.file_unreadable", where=where, values=values))


def unwritable(file: Path, error: OSError) -> ProblemError:
    where, values = Where(file=str(file)), {"reason": reason_of(error)}
    return ProblemError(Problem(code="calibration.file_unwritable", where=where, values=values))

"""What reviewers are called on screens, on paper and in files: letters, or their names."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from string import ascii_uppercase

from qa_desktop.calibration.model import CalibrationSession, Person

_SHORT = 8


def people_of(session: CalibrationSession) -> tuple[Person, ...]:
    """Everybody who may have graded, each once: the participants, and the lead."""
    known = {person.fingerprint: person for person in (*session.participants, session.lead)}
    return tuple(known.values())


def letters(session: CalibrationSession) -> dict[str, str]:
    """A, B... Z, AA, AB... by fingerprint; a lead who does not grade has the last one.

    In the order of a hash over session and fingerprint: the same on every machine, other ones in
    another session, and nothing of the roster's order in them. Who holds the roster's keys can work
    out whose letter it is: it spares embarrassment, it keeps no secret.
    """
    grading = {person.fingerprint for person in session.participants}

    def place(fingerprint: str) -> tuple[bool, bytes]:
        said = hashlib.sha256(f"{session.id}\n{fingerprint}".encode()).digest()
        return fingerprint not in grading, said

    ordered = sorted((person.fingerprint for person in people_of(session)), key=place)
    return {fingerprint: _letter(number) for number, fingerprint in enumerate(ordered)}


def names(session: CalibrationSession) -> dict[str, str]:
    """Their names by fingerprint; behind one that two people share stands a part of their key."""
    people = people_of(session)
    count = Counter(person.name for person in people)
    return {
        person.fingerprint: (
            person.name
            if count[person.name] == 1
            else f"{person.name} ({person.fingerprint[:_SHORT]})"
        )
        for person in people
    }


def called(session: CalibrationSession, *, anonymous: bool) -> Mapping[str, str]:
    return letters(session) if anonymous else names(session)


def _letter(number: int) -> str:
    letter = ""
    number += 1
    while number:
        number, place = divmod(number - 1, len(ascii_uppercase))
        letter = ascii_uppercase[place] + letter
    return letter

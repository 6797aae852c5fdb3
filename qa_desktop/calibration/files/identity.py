"""Who signs and opens: keys, their fingerprint, the code to compare and the card to hand out."""

import functools
import hashlib
import os
from typing import Any

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from qa_desktop.calibration.files.fields import Fields, Paper, altered, label
from qa_desktop.calibration.files.signing import (
    KEY_BYTES,
    can_seal_for,
    read_signed_table,
    sign,
    signed_table,
)
from qa_desktop.calibration.model import Person

CARD_ENDING = ".qaid"
MOST_CARD_BYTES = 4096
_CARD_FORMAT = "qa-identity/1"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_CHARS = 16
# Both ends of a false introduction could be searched for at once, for about 2**40 pairs of keys;
# this many times slower it is out of reach, and one code still takes a millisecond.
_CODE_ROUNDS = 5_000


class Identity:
    """A person with their secrets, which neither `repr` nor an error ever shows."""

    __slots__ = ("_box_seed", "_signing_key", "person")

    def __init__(self, name: str, sign_seed: bytes, box_seed: bytes) -> None:
        self._signing_key = SigningKey(sign_seed)
        self._box_seed = box_seed
        self.person = person_of(
            label(name) or "?",
            bytes(self._signing_key.verify_key),
            bytes(PrivateKey(box_seed).public_key),
        )

    @classmethod
    def make(cls, name: str) -> "Identity":
        return cls(name, os.urandom(KEY_BYTES), os.urandom(KEY_BYTES))

    @classmethod
    def of_seeds(cls, name: str, sign_seed: bytes, box_seed: bytes) -> "Identity":
        return cls(name, sign_seed, box_seed)

    @property
    def fingerprint(self) -> str:
        return self.person.fingerprint

    @property
    def seeds(self) -> tuple[bytes, bytes]:
        """To sign with and to open with, 32 bytes each; for the database alone."""
        return bytes(self._signing_key), self._box_seed

    def sign(self, data: bytes, purpose: str = "words") -> bytes:
        """64 bytes, good for this purpose only."""
        return sign(self._signing_key, purpose, data)

    def signed_table(self, said: dict[str, Any], purpose: str) -> bytes:
        return signed_table(said, self._signing_key, purpose)

    def __repr__(self) -> str:
        return f"Identity({self.person.fingerprint[:12]})"

    def __reduce__(self) -> str:
        raise TypeError("secrets are not pickled")


def person_of(name: str, sign_key: bytes, box_key: bytes) -> Person:
    fingerprint = fingerprint_of(sign_key, box_key)
    return Person(fingerprint=fingerprint, name=name, sign_key=sign_key, box_key=box_key)


def fingerprint_of(sign_key: bytes, box_key: bytes) -> str:
    """Lower-case hex."""
    return hashlib.sha256(b"qa-desktop identity 1\0" + sign_key + box_key).hexdigest()


@functools.lru_cache(maxsize=1024)
def pair_code(a: str, b: str) -> str:
    """What both people see on their screens, whoever's fingerprint comes first: four groups of four
    of Crockford's base32, 80 bits of PBKDF2-HMAC-SHA-256.
    """
    pair = b"".join(bytes.fromhex(fingerprint) for fingerprint in sorted((a, b)))
    digest = hashlib.pbkdf2_hmac("sha256", pair, b"qa-desktop pair 1\0", _CODE_ROUNDS, dklen=10)
    number = int.from_bytes(digest, "big")
    chars = [_CROCKFORD[number >> 5 * place & 31] for place in reversed(range(_CODE_CHARS))]
    return " ".join("".join(chars[at : at + 4]) for at in range(0, _CODE_CHARS, 4))


def card_name(fingerprint: str) -> str:
    return f"{fingerprint[:12]}{CARD_ENDING}"


def write_card(identity: Identity) -> bytes:
    said = {"format": _CARD_FORMAT, **person_to_json(identity.person)}
    return identity.signed_table(said, "card")


def read_card(data: bytes) -> Person:
    """Somebody who has the secrets to these keys; whether they are who they say is for people to
    compare. Raises ProblemError calibration.card_damaged, card_newer, card_altered, file_too_large.
    """
    card = read_signed_table(Paper.CARD, data, MOST_CARD_BYTES)
    card.fields.format(_CARD_FORMAT)
    person = read_person(card.fields)
    if not card.is_by(person.sign_key, "card"):
        raise altered(Paper.CARD)
    return person


def person_to_json(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "sign_key": person.sign_key.hex(),
        "box_key": person.box_key.hex(),
    }


def read_person(fields: Fields) -> Person:
    """Takes the whole table."""
    name = fields.label("name")
    sign_key = fields.hex("sign_key", KEY_BYTES)
    box_key = read_box_key(fields, "box_key")
    fields.end()
    return person_of(name, sign_key, box_key)


def read_box_key(fields: Fields, name: str) -> bytes:
    key = fields.hex(name, KEY_BYTES)
    if not can_seal_for(key):
        fields.fail(name)
    return key

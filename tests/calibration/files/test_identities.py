"""People by their keys: fingerprints, codes to compare, cards."""

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from qa_desktop.calibration.files.canonical import canonical
from qa_desktop.calibration.files.fields import label
from qa_desktop.calibration.files.identity import (
    Identity,
    card_name,
    fingerprint_of,
    pair_code,
    read_card,
    write_card,
)

CodeOf = Callable[[Callable[[], object]], str]


def test_seeds_make_the_same_person_again() -> None:
    made = Identity.make("王芳")
    again = Identity.of_seeds("王芳", *made.seeds)
    assert again.person == made.person
    assert again.sign(b"x") == made.sign(b"x")
    assert made.fingerprint == fingerprint_of(made.person.sign_key, made.person.box_key)
    assert Identity.make("王芳").fingerprint != made.fingerprint


def test_both_see_one_code() -> None:
    a, b, c = (Identity.make("x").fingerprint for _ in range(3))
    code = pair_code(a, b)
    assert code == pair_code(b, a)
    assert [len(group) for group in code.split()] == [4, 4, 4, 4]
    assert set(code) <= set(" 0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert len({code, pair_code(a, c), pair_code(b, c)}) == 3


def test_the_code_is_the_one_that_is_written_down() -> None:
    """Two versions of the program must show the same one."""
    assert pair_code("00" * 32, "ff" * 32) == "W4P2 694W 424M FKDJ"


def test_a_card_tells_who_it_is() -> None:
    identity = Identity.make("Ann")
    assert read_card(write_card(identity)) == identity.person
    assert card_name(identity.fingerprint) == f"{identity.fingerprint[:12]}.qaid"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("  Ann \n Lee ", "Ann Lee"),
        ("Ann\u202eeeL", "Ann eeL"),
        ("\u200b", "?"),
        ("", "?"),
        ("山田　太郎", "山田 太郎"),
        ("x" * 500, "x" * 120),
        ("A" * 119 + " B", "A" * 119),
    ],
)
def test_names_are_one_line_of_what_can_be_seen(name: str, shown: str) -> None:
    identity = Identity.make(name)
    assert identity.person.name == shown
    assert read_card(write_card(identity)).name == shown
    assert label(shown) == shown


def test_a_card_of_somebody_elses_keys_is_refused(code_of: CodeOf) -> None:
    """Mallory has Ann's public keys, not what signs for them."""
    ann, mallory = Identity.make("Ann"), Identity.make("Mallory")
    said = {
        "format": "qa-identity/1",
        "name": "Ann",
        "sign_key": ann.person.sign_key.hex(),
        "box_key": mallory.person.box_key.hex(),
    }
    assert code_of(lambda: read_card(mallory.signed_table(said, "card"))) == "card_altered"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", " Ann"),
        ("name", "Ann\u202e"),
        ("name", 7),
        ("name", None),
        ("sign_key", "AB" * 32),
        ("sign_key", "ab" * 31),
        ("sign_key", ["ab"] * 32),
        ("box_key", "00" * 32),
        ("box_key", "01" + "00" * 31),
        ("format", "qa-identity"),
        ("format", 1),
        ("more", "x"),
    ],
)
def test_cards_that_say_what_they_may_not(field: str, value: Any, code_of: CodeOf) -> None:
    """Keys of low order too, for which everybody could open what is sealed."""
    ann = Identity.make("Ann")
    said = {
        "format": "qa-identity/1",
        "name": "Ann",
        "sign_key": ann.person.sign_key.hex(),
        "box_key": ann.person.box_key.hex(),
    }
    card = ann.signed_table(said | {field: value}, "card")
    assert code_of(lambda: read_card(card)) == "card_damaged"


def test_a_card_of_a_newer_version_says_so(code_of: CodeOf) -> None:
    card = Identity.make("Ann").signed_table({"format": "qa-identity/2", "new": 1}, "card")
    assert code_of(lambda: read_card(card)) == "card_newer"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 4000,
        b'{"a":' * 800,
        b"1" * 4000,
        b'{"signature":"","signed":1e999}',
        b'{"signature":"","signed":NaN}',
        b'{"signature":"","signed":"\\ud800"}',
        b'{"signed":{},"signed":{}}',
        canonical({"signature": "00" * 64, "signed": []}),
        canonical({"signature": 5, "signed": {}}),
    ],
)
def test_no_card_at_all(data: bytes, code_of: CodeOf) -> None:
    assert code_of(lambda: read_card(data)) == "card_damaged"


def test_a_card_that_is_too_large(code_of: CodeOf) -> None:
    assert code_of(lambda: read_card(b" " * 5000)) == "file_too_large"


def test_secrets_are_shown_nowhere() -> None:
    identity = Identity.make("Ann")
    said = f"{identity!r} {identity!s} {identity.person!r}"
    for seed in identity.seeds:
        assert seed.hex() not in said
        assert repr(seed)[2:-1] not in said
    with pytest.raises(TypeError):
        pickle.dumps(identity)


def test_a_signature_is_good_for_one_purpose() -> None:
    identity = Identity.make("Ann")
    assert identity.sign(b"x", "card") != identity.sign(b"x", "manifest")

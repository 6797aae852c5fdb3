"""The names of files that are exchanged; each is used once, and says nothing but what it must."""

import os
import re

INVITATION_ENDING = ".qacal"
SUBMISSION_ENDING = ".qasub"
CLOSING_ENDING = ".qaclose"
KEYS_ENDING = ".qakey"
REVEAL_ENDING = ".qareveal"
_SESSION = re.compile(r"([0-9a-f]{32})-")


def invitation_name(session: str, revision: int) -> str:
    return f"{session}-r{revision}{INVITATION_ENDING}"


def submission_name(session: str, fingerprint: str, pseudonym: str, revision: int) -> str:
    return f"{session}-{fingerprint[:12]}-{pseudonym}-{revision}-{_once()}{SUBMISSION_ENDING}"


def closing_name(session: str, closing_hash: str) -> str:
    return f"{session}-closing-{closing_hash[:8]}{CLOSING_ENDING}"


def keys_name(session: str, fingerprint: str) -> str:
    return f"{session}-{fingerprint[:12]}-{_once()}{KEYS_ENDING}"


def reveal_name(session: str) -> str:
    return f"{session}-reveal{REVEAL_ENDING}"


def session_in_name(name: str) -> str | None:
    """A hint whose file this is; only what is inside counts."""
    found = _SESSION.match(name)
    return None if found is None else found.group(1)


def _once() -> str:
    return os.urandom(4).hex()

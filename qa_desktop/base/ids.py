"""Identifiers for rows and files."""

import uuid


def new_id() -> str:
    """32 hexadecimal digits, random: nothing about time or machine can be read from it."""
    return uuid.uuid4().hex

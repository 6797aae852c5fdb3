"""Identifiers for rows and files."""

import os


def new_id() -> str:
    """32 hexadecimal digits, random: nothing about time or machine can be read from it."""
    return os.urandom(16).hex()

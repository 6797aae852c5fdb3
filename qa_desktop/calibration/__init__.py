"""Blind sessions: several people grade the same, then see where they disagree."""

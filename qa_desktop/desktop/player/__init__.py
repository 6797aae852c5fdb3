"""Plays recordings: one protocol, two engines."""

"""Turns of a transcript or a conversation: drawn, searched, selected, corrected."""

"""Draws recordings as waveforms with their comments."""

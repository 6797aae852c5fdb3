"""Reads recordings: probing, decoding, the waveform's peaks."""

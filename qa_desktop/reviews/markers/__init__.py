"""Comments in the formats of audio and subtitle programs."""

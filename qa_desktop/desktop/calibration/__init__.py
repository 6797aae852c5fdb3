"""Calibration on screen: sessions, the team, new sessions, what each takes part in."""

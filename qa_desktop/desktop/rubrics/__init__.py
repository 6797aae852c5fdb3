"""The screen of the rubric library."""

"""The screen that grades one interaction."""

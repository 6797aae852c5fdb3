"""The screen that lists interactions."""

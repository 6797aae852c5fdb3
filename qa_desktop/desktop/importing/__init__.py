"""The screens that bring interactions in."""

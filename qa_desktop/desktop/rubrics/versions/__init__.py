"""The versions of a rubric: what there is, what changed, how it would move past reviews."""

"""Grading: drafts, answers, comments, undo, submission and correction."""

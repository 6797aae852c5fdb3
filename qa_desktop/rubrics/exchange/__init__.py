"""Rubrics to and from files: spreadsheets, a template to fill in, packages, JSON."""

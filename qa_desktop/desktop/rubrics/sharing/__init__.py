"""Rubrics to and from files and shared folders."""

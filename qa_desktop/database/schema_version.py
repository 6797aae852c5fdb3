"""The schema's version, apart from its history so that reading it loads nothing."""

# What PRAGMA user_version says once every step has run: the number of steps in migrations.py.
SCHEMA_VERSION = 4

"""The schema's history: append-only, each step complete in itself and importing no live code.

No JSON functions in checks and generated columns: SQLite refuses them while trusted_schema is off.
"""

import sqlite_utils
from sqlite_utils.migrations import Migrations

from qa_desktop.database.calibration_schema import FOURTH_SCHEMA
from qa_desktop.database.first_schemas import (
    FIRST_SCHEMA,
    SECOND_SCHEMA,
    SUBMITTED_FIXED,
    THIRD_SCHEMA,
)

migrations = Migrations("qa-desktop")


@migrations()
def m0001_first_schema(db: sqlite_utils.Database) -> None:
    """Interactions, rubrics, reviews, search, audit."""
    for statement in FIRST_SCHEMA.split(";;"):
        if statement.strip():
            db.execute(statement)
    for table in ("answers", "review_adjustments", "comments"):
        for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            db.execute(SUBMITTED_FIXED.format(table=table, verb=verb, row=row))


@migrations()
def m0002_workspace_at_full_strength(db: sqlite_utils.Database) -> None:
    """Corrected transcripts, named speakers, the agent a review is of, time spent on grading."""
    for statement in SECOND_SCHEMA.split(";;"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m0003_rubrics_in_the_making(db: sqlite_utils.Database) -> None:
    """Drafts of rubrics with their undo, folders they are shared in, when they were looked at."""
    for statement in THIRD_SCHEMA.split(";;"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m0004_calibration(db: sqlite_utils.Database) -> None:
    """Blind sessions by files: identities, packages, sealed submissions, rulings."""
    for statement in FOURTH_SCHEMA.split(";;"):
        if statement.strip():
            db.execute(statement)

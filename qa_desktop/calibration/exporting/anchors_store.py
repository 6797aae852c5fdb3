"""The hashes of what was signed in a session, as this workspace keeps them."""

import hashlib

from qa_desktop.calibration.exporting.model import Anchors
from qa_desktop.database import audit
from qa_desktop.database.connection import Database


def anchors_of(database: Database, session_id: str) -> Anchors:
    """Empty for a session that is not here, but for the audit head."""
    with database.reading() as db:
        manifests = db.execute(
            "SELECT hash FROM calibration_manifests WHERE session_id = ? ORDER BY revision",
            (session_id,),
        ).fetchall()
        signed = db.execute(
            "SELECT closing, reveal_hash FROM calibration_sessions WHERE id = ?", (session_id,)
        ).fetchone()
    closing, reveal = signed or (None, None)
    return Anchors(
        manifests=tuple(row[0] for row in manifests),
        closing="" if closing is None else hashlib.sha256(closing).hexdigest(),
        reveal=reveal or "",
        audit_head=audit.head(database),
    )

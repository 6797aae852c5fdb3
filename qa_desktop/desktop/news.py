"""Tells every open screen of one workspace what another of them has changed."""

from PySide6.QtCore import QObject, Signal


class News(QObject):
    """Signals: `transcript_changed(str interaction_id)`: words were corrected, or speakers told;
    `rubric_draft_changed(str draft_id)`: a draft of a rubric was written from elsewhere, or went.
    """

    transcript_changed = Signal(str)
    rubric_draft_changed = Signal(str)

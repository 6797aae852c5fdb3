"""Tells every open screen of one workspace what another of them has changed."""

from PySide6.QtCore import QObject, Signal


class News(QObject):
    """Signals: `transcript_changed(str interaction_id)`: words were corrected, or speakers told."""

    transcript_changed = Signal(str)

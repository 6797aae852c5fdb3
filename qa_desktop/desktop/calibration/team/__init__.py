"""The team: one's own card, the shared folder, and whose codes were compared."""

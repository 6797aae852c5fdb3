"""The life of a session in this workspace, for its lead and its participants."""

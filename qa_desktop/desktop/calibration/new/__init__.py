"""A new session: what is graded, by whom and how, what goes out."""

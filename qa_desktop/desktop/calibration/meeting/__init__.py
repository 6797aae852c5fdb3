"""The meeting about a revealed session, on a projector."""

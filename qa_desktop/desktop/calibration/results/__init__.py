"""The results of a revealed session."""

"""What a meeting decided, and where it goes."""

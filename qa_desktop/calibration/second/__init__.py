"""Second opinions on reviews of daily work."""

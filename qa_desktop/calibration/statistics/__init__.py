"""What a revealed session says in figures, and in words."""

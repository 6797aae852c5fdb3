"""What is graded blind: copies without names, dates and tags."""

"""Writing a rubric: outline, properties, the form as reviewers see it, and its text."""

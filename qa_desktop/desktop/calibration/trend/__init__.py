"""Agreement over time: the team, the items, the reviewers, and who might pair up."""

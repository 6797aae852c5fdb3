"""Opens, locks, migrates, backs up and audits the workspace's one SQLite file."""

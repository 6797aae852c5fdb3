"""Every screen as a picture, for people and for the automatic inspection."""

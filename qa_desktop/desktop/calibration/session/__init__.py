"""One session: the participant's part and the lead's."""

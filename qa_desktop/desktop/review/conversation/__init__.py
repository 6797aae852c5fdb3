"""Chats and tickets beside the scorecard."""

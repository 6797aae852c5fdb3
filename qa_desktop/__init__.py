"""Quality review of calls, chats and tickets at the reviewer's own workstation."""

__version__ = "0.3.0"

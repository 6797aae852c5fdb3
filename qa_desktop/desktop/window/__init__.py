"""The main window: rail, pages, status line, command palette."""

"""The program's capabilities as commands, without Qt."""

"""The demo workspace, made from real material that ships with the program."""

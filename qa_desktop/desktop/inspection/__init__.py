"""Checks that a window can be used by everybody: seen whole, hit, named, reached by keys."""

"""PDF pages for coaching."""

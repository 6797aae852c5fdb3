"""Comments: written, listed, filtered, taken in and out."""

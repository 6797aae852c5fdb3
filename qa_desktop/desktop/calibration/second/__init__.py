"""Second opinions: the queue, asking for one, both reviews side by side."""

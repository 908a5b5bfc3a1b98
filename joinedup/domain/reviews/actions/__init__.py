"""The acts of a round, in the order they happen: prepare, open, answer, close, reply."""

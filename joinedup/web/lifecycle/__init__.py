"""Letting a proposed partnership begin, with whatever is missing before it can."""

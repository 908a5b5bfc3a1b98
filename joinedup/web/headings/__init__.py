"""Sorting what people wrote under headings."""

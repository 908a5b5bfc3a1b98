"""Choosing priorities from a result, and what is done about them."""

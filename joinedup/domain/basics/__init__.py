"""Refusals, conditional changes, constraints, public identifiers and days. Knows no business word."""

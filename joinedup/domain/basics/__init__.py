"""Refusals, conditional changes, constraints, identifiers and days. Knows no business word."""

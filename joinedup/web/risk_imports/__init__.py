"""Bringing a list of risks in from a spreadsheet: choose it, look at it, add it."""

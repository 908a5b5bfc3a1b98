"""A list of risks from a spreadsheet: kept apart, shown on our matrix, then added in one press.

A file for a body's own list is as private as that list.
"""

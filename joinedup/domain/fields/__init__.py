"""What a list can tell of each thing, field by field: what it is called, and how it is told.

It must never know a column, a row, the register or the database.
"""

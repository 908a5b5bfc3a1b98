"""The public registers that number bodies, and how each writes its numbers.

Plain arithmetic on what people type: it must never know the directory or the database.
"""

"""A zoo of made files: every shape and fault a list can have, and what must become of it.

Each case is a row of a table: its name, the file, and what is read, asked or refused. The tables
read as documentation; test_zoo.py and test_limits.py hold them to what they say.
"""

"""Work to be done later, kept in the database so that a killed worker loses nothing.

Knows names and arguments, never what the work is about.
"""

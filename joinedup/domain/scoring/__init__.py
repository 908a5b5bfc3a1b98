"""Answer sheets worked out into results: exact, explained line by line, telling on nobody.

It must never know the database, a partnership or a round.
"""

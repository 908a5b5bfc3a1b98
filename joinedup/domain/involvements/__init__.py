"""Our side: what is an organisation's own about a partnership.

No surface of another organisation shows any of it: no page, search, count, export, mail or journal.
"""

"""What a spreadsheet says: its cells, its dates and yes-and-no, the names in its prose.

It must never know the register, the database or who is asking.
"""

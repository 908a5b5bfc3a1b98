"""What people type into a cell: dates, money, yes and no, the names of members in prose.

It must never know of files or the register; what is not told stays not told.
"""

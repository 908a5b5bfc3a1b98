"""Reading a waiting file in another way: other letters, another separator, sheet or heading row.

The file is kept as it was sent for as long as it waits, and no longer.
"""

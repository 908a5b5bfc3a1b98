"""What a spreadsheet holds: the rows of a file that is safe to read, whatever program wrote it.

It must never know the register, the database, who is asking, or what a cell means.
"""

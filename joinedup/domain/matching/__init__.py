"""Who is meant by a name: the register as known, look-alikes, and what has to be asked.

It must never guess where several bodies bear a name, and never touch the database.
"""

"""What would become of a list: what is entered, changed, asked, left out. Writes nothing.

It must give the same plan for the same list, mapping, register and answers, always.
"""

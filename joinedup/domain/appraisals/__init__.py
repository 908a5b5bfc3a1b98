"""The questions an organisation asks itself before it enters a partnership, and what follows.

It belongs to one organisation, like its own side: no surface of another may know that it exists.
"""

"""The seven steps that set a partnership up, judged from its record, and which of them is next.

Reads everything and keeps nothing. Must never show a member what another keeps to its own side.
"""

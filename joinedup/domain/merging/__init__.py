"""Joining two entries of one body, and undoing it: everything moves, and is known to have moved.

Knows no table by name but those it must refuse over: whatever points at a body moves with it.
"""

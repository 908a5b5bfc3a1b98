"""Searches that people keep under a name, each theirs alone.

It must never know what a search finds: that is looked up anew by whoever presses it.
"""

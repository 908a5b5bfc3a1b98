"""Saying that something in a draft result is wrong, and answering it."""

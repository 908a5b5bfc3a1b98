"""The outbox: messages that leave the service, and what became of each.

Knows addresses and words, never why something was written.
"""

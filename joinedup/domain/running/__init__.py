"""A round under way: invitations a few at a time, planned reminders, whom to ring, more time.

Knows how many have answered in each group that is large enough, and never who.
"""

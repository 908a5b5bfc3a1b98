"""Lists of organisations and of people; and which planner, and which mapping of ours, a list wants.

Writes nothing, and must never know the database; a list of people must never grant a post.
"""

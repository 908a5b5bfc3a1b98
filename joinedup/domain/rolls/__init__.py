"""Lists of organisations and of people, read and planned; and which planner a list wants.

Writes nothing, and must never know the database; a list of people must never grant a post.
"""

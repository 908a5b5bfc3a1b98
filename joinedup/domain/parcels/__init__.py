"""Files that take long, made by a worker for one person and kept some days: lists, all of a body.

Whoever loses what let them see it loses the file with it, made or not.
"""

"""What an agreement has to settle, and its texts: written out, compared word by word, joined.

Plain Python: knows no database and no partnership.
"""

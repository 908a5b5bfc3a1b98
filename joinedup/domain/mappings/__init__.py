"""What the columns of a list mean: which feeds which field, and each row read by it.

It must never know the register or the database; words of a row are judged, not looked up.
"""

"""Join or form: an idea for a partnership, what is there already, and going on or joining.

It must never tell a person of a thing that they may not open, not even that there is one.
"""

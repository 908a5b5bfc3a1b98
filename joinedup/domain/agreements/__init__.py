"""The agreement while it is written: clauses decided, changes proposed, the text offered to sign.

Must never know who signs or has signed: that stands above, and an edition's text is its only tie.
"""

"""How each figure of a result was worked out, line by line, for whoever wants to check it.

It must never tell what one person, or one organisation, answered.
"""

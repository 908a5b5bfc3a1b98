"""Whether members agree with what the record says: yearly confirmations, and questions to changes.

What one side reports is shown at once, told to the others, and stands after fourteen days unless
somebody questions it. Knows no review and no round.
"""

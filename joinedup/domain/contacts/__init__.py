"""What is known of a body: whom to ask for there, and signed remarks it may read and answer.

No remark is secret: whoever speaks for a body sees all that is said of it.
"""

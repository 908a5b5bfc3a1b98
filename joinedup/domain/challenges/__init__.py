"""Members' challenges to a draft result: which figure is wrong, and what the host answers.

A challenge never changes a figure: what is upheld is put right in the record, and said beside it.
"""

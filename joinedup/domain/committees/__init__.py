"""Reports for directors, leadership and committees: made, given, noted, and checked by auditors.

A report that was given is kept as it was, whatever the record says later.
"""

"""The gate between a proposed partnership and one at work: asks everyone, belongs to no one.

Must tell no member more of another's own side than that the lead host has not yet decided.
"""

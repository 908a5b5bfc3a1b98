"""What could go wrong in a partnership, scored on one matrix of the body that keeps the list.

The partnership's list is shared; a body's own list is its own, and no surface of another shows it.
"""

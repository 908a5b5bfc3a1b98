"""Views of the register, in the order a person meets them: find, read, keep, members."""

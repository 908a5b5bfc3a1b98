"""For which place a deputy stands in: one of the same partnership, or none in particular."""

"""What could go wrong: the partnership's list, a body's own list, and the matrix they go by."""

"""What needs you: the first page after signing in."""

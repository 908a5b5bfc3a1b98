"""Areas and their official codes."""

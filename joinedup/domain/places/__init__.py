"""Areas and their official codes, and which lies in which."""

"""For which members somebody may speak: by a place held for one, or by a post in it."""

"""From where somebody asks: their posts and places, and whether a question finds them anything."""

"""Pages for anyone, and for holders of a personal link."""

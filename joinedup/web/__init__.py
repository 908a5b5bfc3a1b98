"""Pages for people who have signed in, one folder a subject."""

"""Whom to ask for at a body, and what is said of it and answered."""

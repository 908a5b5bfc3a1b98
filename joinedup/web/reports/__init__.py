"""The portfolio of a host, and the papers made of it."""

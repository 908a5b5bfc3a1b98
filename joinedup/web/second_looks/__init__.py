"""Looking again, six months after a result below Sound."""

"""Bringing in the register a body already has: read, mapped, questioned, shown, then applied at once."""

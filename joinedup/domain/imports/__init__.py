"""Bringing in the register a body already has: read, mapped, questioned, shown, applied at once."""

"""Searches of the register and the directory that somebody keeps for themselves."""

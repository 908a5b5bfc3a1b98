"""Promises within a partnership: who brings and gains what, what is late, what came of each."""

"""Figures as tables, as sentences and as pictures. Knows names and numbers, never whose."""

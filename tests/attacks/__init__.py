"""Attacks on anonymous rounds (trust.md P1 to P4, P8, P9): each must find no more than chance."""

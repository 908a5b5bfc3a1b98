"""Counting what a closed round heard of one partnership: figures, sides, change, words."""

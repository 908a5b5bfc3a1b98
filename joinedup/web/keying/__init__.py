"""Entering answers for people who do not answer by link, and printing their sheets."""

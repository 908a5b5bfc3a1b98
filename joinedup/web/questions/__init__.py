"""Questionnaires: those that can be asked, one shown whole, and loading one's own."""

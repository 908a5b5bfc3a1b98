"""Asking members what kind of partnership each believes it is in, and laying it side by side."""

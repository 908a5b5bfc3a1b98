"""Signing in by a mailed code, and signing out."""

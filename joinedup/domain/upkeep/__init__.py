"""Keeping the service itself well: safe settings, backups that are proven, and how it stands.

It must never know what the records it copies and counts are about.
"""

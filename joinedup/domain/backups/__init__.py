"""Copies of the whole installation: made while it serves, proven by digest, and put back.

It must never know what the rows it copies are about.
"""

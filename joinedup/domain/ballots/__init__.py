"""Sending in an anonymous round: answers go into one closed box and come out mixed, at the close.

It must never know who sent what, nor when.
"""

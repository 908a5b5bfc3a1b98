"""What leaves the service as files: lists as sheets, the register to print, everything in one.

It must never decide who may see what: it writes what it is given, row by row.
"""

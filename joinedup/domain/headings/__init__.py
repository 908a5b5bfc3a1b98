"""What people wrote, sorted under headings by those who keep the record, and counted.

It must never know who wrote what: it sorts what a result shows, and nothing that it does not.
"""

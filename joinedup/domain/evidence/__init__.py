"""Papers kept as evidence: scans of agreements that were signed elsewhere, byte for byte.

No file is ever read, but for how it begins and ends. Whoever reads the agreement reads these.
"""

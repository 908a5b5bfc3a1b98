"""How partnerships hang together: who reports to whom, serves, advises or is a part of what.

Several parents and dated links, never one tree; circles are refused.
"""

"""Who should be on a partnership: its map of stakeholders, each one's approach, who is missing.

Must never know what was agreed, asked or answered once they are in.
"""

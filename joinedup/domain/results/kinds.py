REPLY_DAYS = 14
"""How long members may reply before a result stands (DESIGN 10.16)."""

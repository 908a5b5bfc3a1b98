"""Signing an agreement for a member, who may, and which agreements somebody should look at."""

"""The acts of a round under way: inviting at a pace, reminding, giving time, opening again."""

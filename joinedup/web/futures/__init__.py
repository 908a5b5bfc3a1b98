"""What was decided about the future of a partnership, and who disagrees."""

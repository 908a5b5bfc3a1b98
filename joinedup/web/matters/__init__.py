"""What of a partnership anybody may read, and who answers for which matter."""

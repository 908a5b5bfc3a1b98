"""A round under way: pace, reminders, whom to ring, more time, opening again, letters, history."""

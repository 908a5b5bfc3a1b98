"""Question sets as versions of data, and scoring as plain arithmetic. Never knows a partnership."""

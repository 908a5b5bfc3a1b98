"""Question sets as versions of data. Never knows an answer, a person or a partnership."""

"""The first page, and the pages every service owes anyone."""

"""Places that nobody holds: since when, and who may fill them. Writes nothing."""

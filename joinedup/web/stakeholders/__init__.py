"""Who should be on a partnership: the map, how each is approached, and who is missing."""

"""How the service stands, for its steward, and whether it is well, for machines that watch it."""

"""Long files: read, worked out and brought in by a worker, in steps so short that nobody waits."""

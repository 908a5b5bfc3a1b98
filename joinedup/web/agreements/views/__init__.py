"""Pages of an agreement: reading it, writing it, proposing changes, offering it to sign."""

"""When each partnership is to be reviewed next, by its tier: proposed, and put down by a person."""

"""The bench of speed: the app beside bare floors that do the same work, as ratios in one table."""

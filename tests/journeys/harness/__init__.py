"""A real browser on a real server, and what is looked for on each page it shows."""

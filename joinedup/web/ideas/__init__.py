"""Pages of an idea: writing it down, and what is there already."""

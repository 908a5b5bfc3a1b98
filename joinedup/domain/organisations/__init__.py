"""Bodies with their names over time and identifiers, and the posts people hold in them."""

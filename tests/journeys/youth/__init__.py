"""A youth project on its way, chapter by chapter, by nothing but screens."""

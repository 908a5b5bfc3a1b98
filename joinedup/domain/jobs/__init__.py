"""Work to be done later and done once in effect, kept in the database so that a killed worker loses nothing."""

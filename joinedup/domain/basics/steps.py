"""The steps by which databases came to today's tables."""

# Databases and backups say they have had these; today they go by another name.
RENAMED_STEPS = frozenset({"0001_all_so_far"})

"""Reports for directors, leadership and committees: read, handed over, kept, noted, checked."""

"""Persons, who are also the users of the service. Knows nothing of organisations."""

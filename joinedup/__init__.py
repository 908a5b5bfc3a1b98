"""Joined Up: where public bodies, charities and communities run their partnerships together."""
